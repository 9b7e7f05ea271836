package dev.docket.ui;

import dev.docket.desk.Desk;
import dev.docket.policy.PolicyPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that stand on the screens and in no bundle: those of the policy pack, of the samples and of the models. */
public final class KnownWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final Pattern PART = Pattern.compile("\\n|\\. | \u00b7 |: |, |[+\u2212\u201c\u201d] ?");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");

    private final StringBuilder stored = new StringBuilder();
    private final List<String> titles;
    private final String text;

    KnownWords(Desk desk) {
        this(desk.policy.pack(), "sample-data/queue.jsonl", "src/main/resources/models/forensic-starter/docket.json");
    }

    /** @param files below the home that hold other words, such as the sources of those who paint cases for tests */
    public KnownWords(PolicyPack pack, String... files) {
        titles = Stream.of(pack.lanes().stream().map(PolicyPack.LaneRule::title), pack.actions().values().stream().map(PolicyPack.Action::title),
                pack.labels().stream().flatMap(label -> Stream.of(label.title(), label.shortTitle())),
                pack.jurisdictions().keySet().stream(), Stream.of("partner-feed", "user-report")).flatMap(each -> each).map(KnownWords::plain).toList();
        StringBuilder all = new StringBuilder(plain(pack.text()));
        for (String file : files) {
            all.append(plain(read(file)));
        }
        text = all.toString();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(System.getProperty("docket.home", "."), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentences that are stored with a decision are English, see {@code docs/german.md}. */
    public void add(List<String> sentences) {
        sentences.forEach(sentence -> stored.append(plain(sentence)));
    }

    /** Whether all of it stands there, however it is broken into lines or strung together. */
    public boolean holds(String words) {
        return PART.splitAsStream(PlainText.unbracketed(words)).allMatch(this::holdsPart);
    }

    private boolean holdsPart(String part) {
        String rest = plain(part);
        for (String title : titles) {
            rest = rest.replace(title, " ");
        }
        return !WORD.matcher(rest).find() || text.contains(plain(part)) || stored.toString().contains(plain(part));
    }

    private static String plain(String words) {
        return NOT_A_LETTER.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }
}
