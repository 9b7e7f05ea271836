package dev.docket.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG contrast of the tokens: 4.5 for text, 3 for signs, on every ground they stand on. */
class ThemeContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+): (#[0-9A-Fa-f]{6});");
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle", "-docket-bg-raised", "-docket-bg-sheet", "-color-bg-inset", "-color-accent-subtle");
    private static final List<String> PLAIN = List.of("-color-bg-default", "-docket-bg-raised");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textIsReadableOnEveryGround(String theme) throws IOException {
        Map<String, String> tokens = tokens(theme);
        for (String ground : GROUNDS) {
            for (String text : List.of("-color-fg-emphasis-text", "-color-fg-default", "-color-fg-muted")) {
                assertThat(contrast(tokens.get(text), tokens.get(ground))).as("%s on %s", text, ground).isGreaterThanOrEqualTo(4.5);
            }
        }
        for (String tone : List.of("success", "warning", "danger")) {
            assertThat(contrast(tokens.get("-color-" + tone + "-fg"), tokens.get("-color-" + tone + "-subtle"))).as(tone).isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void severitiesAreReadableAsWordsAndSeenAsSigns(String theme) throws IOException {
        Map<String, String> tokens = tokens(theme);
        for (int severity = 0; severity < 5; severity++) {
            String colour = tokens.get("-sev-" + severity);
            for (String ground : PLAIN) {
                assertThat(contrast(colour, tokens.get(ground))).as("S%d on %s", severity, ground).isGreaterThanOrEqualTo(4.5);
            }
            for (String ground : GROUNDS) {
                assertThat(contrast(colour, tokens.get(ground))).as("sign of S%d on %s", severity, ground).isGreaterThanOrEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "review"})
    void screensUseTokensAndNoColoursOfTheirOwn(String sheet) throws IOException {
        assertThat(read(sheet)).doesNotContainPattern("#[0-9A-Fa-f]{3,8}\\b").doesNotContain("rgb(", "rgba(");
    }

    private static Map<String, String> tokens(String theme) throws IOException {
        return TOKEN.matcher(read("theme-" + theme)).results().collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
    }

    private static String read(String sheet) throws IOException {
        return Files.readString(Path.of(System.getProperty("docket.home", "."), "styles", sheet + ".css"));
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
