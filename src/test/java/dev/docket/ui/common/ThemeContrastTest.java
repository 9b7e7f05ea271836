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

    /** Linear RGB as seen by eyes that lack a kind of cone: Machado, Oliveira and Fernandes 2009, severity 1. */
    private static final double[] PROTANOPIA = {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998};
    private static final double[] DEUTERANOPIA = {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881};
    private static final double[] TRITANOPIA = {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900};

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

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void severitiesAreToldApartWithoutRedGreenOrBlueCones(String theme) throws IOException {
        Map<String, String> tokens = tokens(theme);
        for (double[] eye : List.of(PROTANOPIA, DEUTERANOPIA, TRITANOPIA)) {
            for (int one = 0; one < 5; one++) {
                for (int other = 0; other < one; other++) {
                    assertThat(distance(lab(tokens.get("-sev-" + one), eye), lab(tokens.get("-sev-" + other), eye)))
                            .as("S%d and S%d", one, other).isGreaterThanOrEqualTo(20);
                }
            }
        }
    }

    /** CIE L*a*b* of a colour as this eye sees it. */
    private static double[] lab(String hex, double[] eye) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        double[] light = {linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255)};
        double[] seen = new double[3];
        for (int c = 0; c < 3; c++) {
            seen[c] = Math.clamp(eye[3 * c] * light[0] + eye[3 * c + 1] * light[1] + eye[3 * c + 2] * light[2], 0, 1);
        }
        double x = curve((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
        double y = curve(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
        double z = curve((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double curve(double t) {
        return t > 216 / 24389.0 ? Math.cbrt(t) : (24389 / 27.0 * t + 16) / 116;
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2) + Math.pow(one[2] - other[2], 2));
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
