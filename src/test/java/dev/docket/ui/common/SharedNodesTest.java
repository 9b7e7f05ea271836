package dev.docket.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.Severity;
import dev.docket.settings.Settings;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedNodesTest {

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void theWindowAndTheSharedNodesAreStyledWithoutAWarning(Settings.Theme choice) {
        try (StyleLog log = StyleLog.listen()) {
            Scene scene = Toolkit.ask(() -> {
                Theme theme = new Theme(choice);
                Overlays overlays = new Overlays();
                ShellController shell = new ShellController(overlays, theme, new Job(new Background(Runnable::run, Runnable::run)));
                Parent root = new Views().load("shell", shell);
                shell.open(List.of(Screen.of("a", "Review", SharedNodesTest::everything, () -> {}),
                        Screen.of("b", "Models", SharedNodesTest::everything, () -> {})), "L-01");
                Scene made = new Scene(root, 1280, 720);
                Theme.dress(made);
                return made;
            });
            Toolkit.picture(scene, "shared-" + choice.name().toLowerCase());

            assertThat(log.problems()).isEmpty();
        }
    }

    @Test
    void aScoreBarSaysItsFigures() {
        assertThat(Toolkit.ask(() -> new ScoreBar(0.812, 0.55).getAccessibleText())).isEqualTo("Score .81, threshold .55");
        assertThat(ScoreBar.decimals(1)).isEqualTo("1.0");
        assertThat(ScoreBar.decimals(0.999)).isEqualTo("1.0");
    }

    @Test
    void aSeverityIsAWordAndASign() {
        assertThat(Toolkit.ask(() -> new SeverityTag(Severity.S3).getText())).isEqualTo("S3");
        assertThat(Toolkit.ask(() -> new SeverityGlyph(Severity.S3).getAccessibleText())).isEqualTo("S3 Severe");
    }

    @Test
    void spansAreShortAndRoundedDown() {
        assertThat(Spans.words(Duration.ofMinutes(192))).isEqualTo("3 h 12");
        assertThat(Spans.words(Duration.ofMinutes(65))).isEqualTo("1 h 05");
        assertThat(Spans.words(Duration.ofMinutes(22))).isEqualTo("22 min");
        assertThat(Spans.words(Duration.ofHours(52))).isEqualTo("2 d 4 h");
        assertThat(Spans.words(Duration.ofSeconds(-4))).isEqualTo("< 1 min");
        assertThat(Spans.clock(Duration.ofSeconds(72))).isEqualTo("1:12");
    }

    private static Parent everything() {
        FlowPane nodes = new FlowPane(12, 12);
        for (Severity severity : Severity.values()) {
            nodes.getChildren().addAll(new SeverityTag(severity), SeverityTag.plainWord(severity));
        }
        nodes.getChildren().addAll(new Keycap("Space"), Keycap.small("3"),
                new Chip("Open", Chip.Tone.NEUTRAL), new Chip("Stack of 3", Chip.Tone.ACCENT, "mdmz-photo_library"),
                new Chip("Verified", Chip.Tone.SUCCESS, "mdal-check"), new Chip("Due in 38 min", Chip.Tone.WARNING, "mdmz-schedule"),
                new Chip("Altered or invalid", Chip.Tone.DANGER, "mdal-link_off"),
                new ScoreBar(0.81, 0.55), new ScoreBar(0.46, 0.7), new IntervalBar(0, 1, 0.3, 0.4, 0.5, OptionalDouble.of(0.6)),
                new Button("Export"), new Label("item 7c1e-40a9"));
        VBox box = new VBox(nodes);
        box.setStyle("-fx-padding: 24px");
        return box;
    }
}
