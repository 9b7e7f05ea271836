package dev.docket.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG contrast of the tokens: 4.5 for text, 3 for signs, on every ground they stand on. */
class ThemeContrastTest {
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+): (#[0-9A-Fa-f]{6});");
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle", "-docket-bg-raised", "-docket-bg-sheet", "-color-bg-inset", "-color-accent-subtle");
    private static final List<String> PLAIN = List.of("-color-bg-default", "-docket-bg-raised");
    private static final Pattern THROUGH = Pattern.compile("(-[a-z0-9-]+): rgba\\((\\d+), (\\d+), (\\d+), ([0-9.]+)\\);");

    /** What words are never written on: marks, lines, shadows and the grounds of bars, which carry no text. */
    private static final Set<String> MARKS = Set.of("-color-fg-emphasis-text", "-color-fg-default", "-color-fg-muted", "-color-accent-fg", "-color-warning-fg", "-color-success-fg", "-color-danger-fg",
            "-color-success-emphasis", "-color-accent-emphasis", "-color-border-default", "-color-border-muted", "-docket-dim", "-docket-scroll-thumb",
            "-docket-split-gold", "-docket-split-train", "-docket-split-validation", "-docket-split-test", "-docket-tab-mark", "-docket-key-border",
            "-sev-0", "-sev-1", "-sev-2", "-sev-3", "-sev-4");
    /**
     * Words of these colours are not written on these grounds, as they would be too faint there; {@code EveryScreenTest} and
     * {@code EveryStateTest} see to it. Every other pair may be used.
     */
    private static final Map<String, Set<String>> NOT_WRITTEN_ON = Map.of(
            "-color-fg-muted", Set.of("-docket-track", "-docket-veil"),
            "-color-accent-fg", Set.of("-color-bg-inset", "-docket-stage", "-docket-track", "-docket-veil"),
            "-color-success-fg", Set.of("-color-bg-inset", "-color-accent-subtle", "-color-danger-subtle", "-docket-stage", "-docket-track", "-docket-veil"),
            "-color-danger-fg", Set.of("-docket-stage", "-docket-track", "-docket-veil"),
            "-sev-1", Set.of("-docket-stage", "-docket-track"),
            "-sev-2", Set.of("-docket-stage", "-docket-track", "-docket-veil"),
            "-sev-4", Set.of("-color-bg-inset", "-color-bg-subtle", "-color-accent-subtle", "-color-success-subtle", "-color-warning-subtle",
                    "-color-danger-subtle", "-docket-row-alternate", "-docket-key", "-docket-stage", "-docket-track", "-docket-veil"));

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

    /** Each colour the stylesheets write in, on each ground they paint: at least 4.5, or known not to come together. */
    @Test
    void everyPairOfTokensInUseIsReadableOrKnownNotToMeet() throws IOException {
        String sheets = sheets();
        Set<String> inks = tokensOf(sheets, "-fx-(?:text|prompt-text|tick-label)-fill");
        Set<String> grounds = tokensOf(sheets, "-fx-background-color");
        grounds.removeAll(MARKS);
        Map<String, Set<String>> faint = new TreeMap<>();
        for (String theme : List.of("light", "dark")) {
            Map<String, List<String>> colours = colours(theme);
            for (String ink : inks) {
                for (String ground : grounds) {
                    boolean readable = colours.get(ground).stream().allMatch(one -> contrast(colours.get(ink).getFirst(), one) >= 4.5);
                    if (!readable) {
                        faint.computeIfAbsent(ink, _ -> new TreeSet<>()).add(ground);
                    }
                }
            }
        }
        assertThat(faint).isEqualTo(new TreeMap<>(NOT_WRITTEN_ON));
    }

    /** Each colour of a sign on each ground: at least 3, as {@code SeverityGlyph} and icons stand anywhere. */
    @Test
    void everySignIsSeenOnEveryGround() throws IOException {
        String sheets = sheets();
        Set<String> signs = tokensOf(sheets, "-fx-icon-color");
        signs.addAll(Set.of("-sev-0", "-sev-1", "-sev-2", "-sev-3", "-sev-4"));
        // white, for signs on grounds of full colour alone
        signs.remove("-color-fg-emphasis");
        Set<String> grounds = tokensOf(sheets, "-fx-background-color");
        grounds.removeAll(MARKS);
        for (String theme : List.of("light", "dark")) {
            Map<String, List<String>> colours = colours(theme);
            for (String sign : signs) {
                for (String ground : grounds) {
                    assertThat(colours.get(ground)).allSatisfy(one -> assertThat(contrast(colours.get(sign).getFirst(), one)).as("%s: %s on %s", theme, sign, ground).isGreaterThanOrEqualTo(3));
                }
            }
        }
    }

    private static String sheets() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("docket.home", "."), "styles"))) {
            for (Path file : files.filter(f -> !f.getFileName().toString().startsWith("theme-")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** The tokens this property is given anywhere; of several layers the topmost. */
    private static Set<String> tokensOf(String sheets, String property) {
        return Pattern.compile("(?:" + property + "): (?:[^;]*, )?(-[a-z0-9-]+);").matcher(sheets).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a token looks like: one colour, or two where it lets a white or a black picture through. */
    private static Map<String, List<String>> colours(String theme) throws IOException {
        Map<String, List<String>> colours = new HashMap<>();
        tokens(theme).forEach((token, colour) -> colours.put(token, List.of(colour)));
        THROUGH.matcher(read("theme-" + theme)).results().forEach(m -> {
            double alpha = Double.parseDouble(m.group(5));
            colours.put(m.group(1), Stream.of(255, 0).map(below -> IntStream.of(2, 3, 4)
                    .mapToObj(c -> "%02X".formatted(Math.round(Integer.parseInt(m.group(c)) * alpha + below * (1 - alpha)))).collect(Collectors.joining("", "#", ""))).toList());
        });
        return colours;
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
