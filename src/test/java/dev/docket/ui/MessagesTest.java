package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.ui.common.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key a screen uses has words, and every word is used. */
class MessagesTest {
    private static final Path HOME = Path.of(System.getProperty("docket.home", "."));
    private static final Pattern IN_JAVA = Pattern.compile("Text\\.of\\(\\s*\"([a-z0-9_.]+)\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z0-9_.]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9_]+(?:\\.[a-z0-9_]+)*\\.?)\"");

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
