package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.docket.ui.common.Text;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key a screen uses has words in both languages, and every word is used. */
class MessagesTest {
    private static final Path HOME = Path.of(System.getProperty("docket.home", "."));
    private static final Pattern IN_JAVA = Pattern.compile("Text\\.of\\(\\s*\"([a-z0-9_.]+)\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z0-9_.]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9_]+(?:\\.[a-z0-9_]+)*\\.?)\"");

    private static final Pattern PLACE = Pattern.compile("\\{\\d[^{}|]*");
    /** Words that are the same in both languages. */
    private static final Set<String> SHARED = Set.of("Docket", "Scores", "Generator", "Alt", "Esc", "Gamma", "Filter", "Label", "Labels", "Gold", "Valid.",
            "Test", "CSV", "Manifest", "Version", "Training", "Rate", "Uploader", "Hand", "English", "Deutsch", "QWERTY", "QWERTZ", "AZERTY", "Name", "Dawid-Skene", "Croissant 1.1", "Parquet", "WebDataset", "COCO", "Label Studio", "FiftyOne", "CVAT", "AI Fairness 360", "keys.{0}: {1}");
    /** Signs, units and names of formats, which no language changes. */
    private static final Pattern WORDLESS = Pattern.compile("(?:\\{[^{}]*}|[^\\p{L}]|\\b(?:[a-zA-Z]{1,2}|Num|PDQ|CSV|PNG|Ed25519)\\b)*");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Map<String, String> english = words("messages");
        Map<String, String> german = words("messages_de");

        assertThat(german.keySet()).as("add the German words of a new key, drop those of an old one").isEqualTo(english.keySet());
        assertThat(english).allSatisfy((key, words) -> assertThat(places(german.get(key))).as("placeholders of %s", key).isEqualTo(places(words)));
    }

    @Test
    void nothingWasLeftInEnglish() throws IOException {
        Map<String, String> german = words("messages_de");

        assertThat(words("messages")).allSatisfy((key, words) -> assertThat(words)
                .matches(w -> !w.equals(german.get(key)) || SHARED.contains(w) || WORDLESS.matcher(w).matches(), key + " differs in German"));
    }

    @Test
    void everyPatternCanBeFilledInBothLanguages() throws IOException {
        for (String file : List.of("messages", "messages_de")) {
            assertThat(words(file)).allSatisfy((key, words) -> assertThatCode(() -> new MessageFormat(words, Locale.GERMAN)).as(key).doesNotThrowAnyException());
        }
    }

    @Test
    void everyKeyThatIsUsedHasWords() {
        Set<String> used = new TreeSet<>(found(IN_JAVA, "src/main/java/dev/docket/ui", ".java"));
        used.removeIf(key -> key.endsWith("."));
        used.addAll(found(IN_FXML, "fxml", ".fxml"));

        assertThat(used).isSubsetOf(Text.bundle().keySet());
    }

    @Test
    void noWordsLieAboutUnused() {
        Set<String> literals = new TreeSet<>(found(LITERAL, "src/main/java/dev/docket/ui", ".java"));
        literals.addAll(found(IN_FXML, "fxml", ".fxml"));
        Set<String> prefixes = literals.stream().filter(l -> l.endsWith(".")).collect(Collectors.toSet());

        assertThat(Text.bundle().keySet()).allMatch(key -> literals.contains(key) || prefixes.stream().anyMatch(key::startsWith));
    }

    private static Map<String, String> words(String file) throws IOException {
        Properties words = new Properties();
        words.load(new StringReader(Files.readString(HOME.resolve("src/main/resources/i18n/" + file + ".properties"))));
        return words.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, words::getProperty));
    }

    /** {@code {0}}, {@code {1,number,#}}; of a choice only that there is one. */
    private static Set<String> places(String words) {
        return PLACE.matcher(words).results().map(m -> m.group().replaceFirst(",choice.*", ",choice")).collect(Collectors.toSet());
    }

    private static Set<String> found(Pattern pattern, String folder, String ending) {
        try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(ending)).flatMap(f -> matches(pattern, f)).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results().map(m -> m.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
