package dev.docket.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a pack says in the notice to the user in one language.
 *
 * @param text the whole notice, with places in braces; empty: Docket's own
 * @param redress how to complain, in words; empty: Docket's own
 */
public record NoticeWords(Optional<String> text, Optional<String> redress) {
    /** Languages in which Docket has the words that go into the places. */
    public static final List<String> LANGUAGES = List.of("en", "de");
    /** What a notice has to tell (Art. 17(3) DSA), and where. */
    static final List<String> NEEDED = List.of("restriction", "territory", "duration", "facts", "automated", "ground", "explanation", "redress");
    private static final List<String> KNOWN = List.of(
            "restriction", "territory", "duration", "facts", "automated", "ground", "explanation", "redress", "reference", "date");
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]{0,40})}");

    static Map<String, NoticeWords> read(Fields top) {
        Map<String, NoticeWords> notices = new TreeMap<>();
        Fields section = top.orEmpty("notices");
        for (String language : LANGUAGES) {
            Fields fields = section.orEmpty(language);
            NoticeWords words = new NoticeWords(fields.optionalText("text", 10_000), fields.optionalText("redress", 4000));
            words.text().ifPresent(text -> rules(fields, text));
            fields.noMore();
            notices.put(language, words);
        }
        section.noMore();
        return notices;
    }

    private static void rules(Fields fields, String text) {
        List<String> places = PLACE.matcher(text).results().map(place -> place.group(1)).toList();
        NEEDED.stream().filter(place -> !places.contains(place)).forEach(place ->
                fields.fault("text", "has no place {" + place + "}; the law asks a notice to tell it (Art. 17(3) DSA)"));
        places.stream().filter(place -> !KNOWN.contains(place)).distinct().forEach(place ->
                fields.fault("text", "has the place {" + place + "}, which is none of " + String.join(", ", KNOWN)));
    }
}
