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
final class KnownWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");

    private final StringBuilder stored = new StringBuilder();
    private final List<String> titles;
    private final String text;

    KnownWords(Desk desk) {
        Path home = Path.of(System.getProperty("docket.home", "."));
        try {
            PolicyPack pack = desk.policy.pack();
            titles = Stream.of(pack.lanes().stream().map(PolicyPack.LaneRule::title), pack.actions().values().stream().map(PolicyPack.Action::title),
                    pack.jurisdictions().keySet().stream(), Stream.of("partner-feed", "user-report")).flatMap(each -> each).map(KnownWords::plain).toList();
            text = plain(desk.policy.pack().text()) + plain(Files.readString(home.resolve("sample-data/queue.jsonl")))
                    + plain(Files.readString(home.resolve("src/main/resources/models/forensic-starter/docket.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentences that are stored with a decision are English, see {@code docs/german.md}. */
    void add(List<String> sentences) {
        sentences.forEach(sentence -> stored.append(plain(sentence)));
    }

    /** Whether all of it stands there, however it is broken into lines. */
    boolean holds(String words) {
        String rest = plain(PlainText.unbracketed(words));
        for (String title : titles) {
            rest = rest.replace(title, " ");
        }
        return !WORD.matcher(rest).find() || text.contains(plain(words)) || stored.toString().contains(plain(words));
    }

    private static String plain(String words) {
        return NOT_A_LETTER.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }
}
