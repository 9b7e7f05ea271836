package dev.docket.ui.provenance;

import dev.docket.ui.common.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The details of signals in the language of the screen. Reports are records: they keep the English sentence they were written
 * with, for good, so what is known of these sentences is read out of them here. What a file itself says stays as it is.
 */
final class Evidence {

    /** @param key of the words; its arguments are the groups, those that are not there empty */
    private record Sentence(Pattern written, String key) {
        Sentence(String written, String key) {
            this(Pattern.compile(written, Pattern.DOTALL), key);
        }

        Optional<String> words(String detail) {
            return Optional.of(written.matcher(detail)).filter(match -> match.matches()).map(match -> Text.of(key, groups(match)));
        }

        private static Object[] groups(MatchResult match) {
            return IntStream.rangeClosed(1, match.groupCount()).mapToObj(n -> Optional.ofNullable(match.group(n)).orElse("")).toArray();
        }
    }

    private static final String TYPE = "Digital source type (\\w+(?: \\((?:written as|nonstandard spelling:) .*\\))?)";

    private static final List<Sentence> SENTENCES = List.of(
            new Sentence("EXIF names a camera", "provenance.detail.camera"),
            new Sentence("Digital source type is no known term: (.*)", "provenance.detail.term.unknown"),
            new Sentence(TYPE, "provenance.detail.term"),
            new Sentence(TYPE + " in Content Credentials", "provenance.detail.c2pa"),
            new Sentence(TYPE + " in Content Credentials of what it was made from", "provenance.detail.c2pa.part"),
            new Sentence(TYPE + " in Content Credentials, which are not sound: claimed, not verified", "provenance.detail.c2pa.claimed"),
            new Sentence(TYPE + " in Content Credentials of what it was made from, which are not sound: claimed, not verified", "provenance.detail.c2pa.part.claimed"),
            new Sentence("Credentials are said to be stored at (.*)", "provenance.detail.remote"),
            new Sentence("Invisible watermark, (\\d+) of (\\d+) bits \\((.*)\\)", "provenance.detail.watermark"),
            new Sentence("(.*): its maker is known to add SynthID, which only the maker can read; not looked for", "provenance.detail.synthid"),
            new Sentence("The EXIF thumbnail shows something else than the picture, which may have been cropped, edited or replaced: (\\d+) of 256 bits differ, up to (\\d+) would be alike",
                    "provenance.detail.thumbnail"));

    private Evidence() {}

    /** As it stands where it is no sentence of ours. */
    static String words(String detail) {
        return SENTENCES.stream().flatMap(sentence -> sentence.words(detail).stream()).findFirst().orElse(detail);
    }
}
