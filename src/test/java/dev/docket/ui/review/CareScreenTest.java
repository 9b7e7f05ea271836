package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.care.OwnCare;
import dev.docket.policy.Severity;
import dev.docket.settings.Breaks;
import dev.docket.settings.Care;
import dev.docket.settings.Covering;
import dev.docket.settings.Limits;
import dev.docket.settings.Settings;
import dev.docket.ui.CutText;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.TextSize;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reviewer's own exposure, limits and breaks on the screen, by key and by mouse; pictures in {@code target/pictures}. */
class CareScreenTest {
    private static final Locale BEFORE = Locale.getDefault();
    private static final String[] STYLES = {"review", "care"};

    private final SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
    private final Background now = new Background(Runnable::run, Runnable::run);
    private final PaintedCasework casework = new PaintedCasework();
    private final Overlays overlays = new Overlays();
    private ReviewViewModel model;
    private ReviewController controller;
    private StyleLog styles;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void startToolkit() {
        Toolkit.start();
        styles = StyleLog.listen();
        for (int n = 0; n < 40; n++) {
            casework.add(1, "guarded", false);
        }
        casework.care = OwnCare.unkept(Care.DEFAULT.withCovering(Covering.DEFAULT.withFrom(Covering.From.POLICY))
                .withLimits(Limits.DEFAULT.withCriticalLooks(3)).withBreaks(new Breaks(Duration.ofMinutes(50), 0)), clock);
    }

    @AfterEach
    void closeTheWindow() {
        assertThat(styles.problems()).isEmpty();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene.getRoot()))).isEmpty();
        Toolkit.tell(() -> {
            controller.closed();
            stage.close();
        });
        styles.close();
        Locale.setDefault(BEFORE);
    }

    @Test
    void theMeterCountsAndOpensAllOfItByKeyAndByMouse() {
        open(Settings.Theme.DARK, 100);
        look(Severity.S2, 48);
        Toolkit.tell(model::tick);
        picture("exposure-meter-dark");
        assertThat(node("#exposure").getAccessibleText()).startsWith("Your exposure: 1 look, 48 s of 10 min this hour");

        press(KeyCode.B, KeyCode.SHIFT);
        assertThat(node(".exposure-sheet")).isNotNull();
        picture("exposure-dark");
        press(KeyCode.ESCAPE);
        assertThat(overlays.isOpen()).isFalse();
        Toolkit.tell(() -> ((Button) node("#exposure")).fire());
        assertThat(overlays.isOpen()).isTrue();
        press(KeyCode.B);

        assertThat(overlays.isOpen()).isFalse();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.BREAK);
        picture("break-dark");
        press(KeyCode.ENTER);
        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
    }

    @Test
    void aReachedLimitSaysWhatPausesAndTheKeysOfEveryWayOn() {
        open(Settings.Theme.LIGHT, 100);
        reachTheLimit();
        picture("limit-light");

        assertThat(words()).contains(Text.of("care.limit.title"));
        press(KeyCode.B, KeyCode.SHIFT);
        picture("exposure-limit-light");
        Toolkit.tell(() -> node("#exposureGoOn").requestFocus());
        press(KeyCode.ENTER);

        assertThat(overlays.isOpen()).isFalse();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
        assertThat(casework.care.lifted()).isPresent();
        press(KeyCode.B, KeyCode.SHIFT);
        assertThat(words()).anyMatch(w -> w.startsWith("You chose to go on"));
    }

    @Test
    void theMouseTakesEveryWayOnToo() {
        open(Settings.Theme.DARK, 100);
        reachTheLimit();
        picture("limit-dark");

        Toolkit.tell(() -> ((Button) node("#limitExposure")).fire());
        assertThat(overlays.isOpen()).isTrue();
        Toolkit.tell(overlays::close);
        Toolkit.tell(() -> ((Button) node("#limitLighter")).fire());
        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
        assertThat(model.currentProperty().get().decision().severity()).isLessThan(Severity.S3);
    }

    @Test
    void aBreakIsOfferedOverThePictureAndEnterLeavesItForLater() {
        open(Settings.Theme.LIGHT, 100);
        work(51);
        picture("break-offered-light");
        assertThat(words()).contains("51 min without a break");

        press(KeyCode.ENTER);

        assertThat(words()).doesNotContain("51 min without a break");
        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
        work(12);
        Toolkit.tell(() -> ((Button) node("#break")).fire());
        assertThat(model.situationProperty().get()).isEqualTo(Situation.BREAK);
    }

    @Test
    void nothingIsCutInGermanOrAtTwiceTheSize() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            for (int size : List.of(100, 200)) {
                Locale.setDefault(language);
                open(size == 100 ? Settings.Theme.DARK : Settings.Theme.LIGHT, size);
                String name = language.getLanguage() + "-" + size;
                casework.care.breakTaken();
                reachTheLimit();
                picture("limit-" + name);
                assertThat(cut()).as(name).isEmpty();
                press(KeyCode.B, KeyCode.SHIFT);
                picture("exposure-" + name);
                assertThat(cut()).as(name).isEmpty();
                Toolkit.tell(() -> {
                    overlays.close();
                    model.goOnAnyway();
                });
                clock.pass(Duration.ofMinutes(61));
                Toolkit.tell(() -> {
                    controller.closed();
                    stage.close();
                });
            }
        }
    }

    private List<String> cut() {
        return Toolkit.ask(() -> CutText.in(overlays.isOpen() ? overlays.ground() : (javafx.scene.Parent) scene.getRoot().lookup(".picture-stage")));
    }

    private void reachTheLimit() {
        for (int n = 0; n < 3; n++) {
            look(Severity.S4, 7);
        }
        decide();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.LIMIT);
    }

    /** An item every three minutes: much longer without a new one would be a break. */
    private void work(int minutes) {
        for (int minute = 0; minute < minutes; minute += 3) {
            clock.pass(Duration.ofMinutes(3));
            decide();
        }
    }

    private void look(Severity severity, int seconds) {
        clock.pass(Duration.ofSeconds(seconds));
        casework.care.glanced(severity, clock.instant().minusSeconds(seconds));
    }

    private void decide() {
        Toolkit.tell(() -> {
            model.painted();
            model.decide(model.pack().label("benign"), true);
        });
        Toolkit.frames(3);
    }

    private Node node(String selector) {
        return scene.getRoot().lookup(selector);
    }

    private List<String> words() {
        return Toolkit.ask(() -> scene.getRoot().lookupAll(".label").stream().filter(n -> n.getScene() != null && n.isVisible() && shown(n))
                .map(n -> ((javafx.scene.control.Label) n).getText()).toList());
    }

    private static boolean shown(Node node) {
        return node == null || node.isVisible() && shown(node.getParent());
    }

    private void picture(String name) {
        Toolkit.frames(3);
        Toolkit.picture(scene, "care-" + name);
    }

    private static void press(KeyCode key, KeyCode... held) {
        Toolkit.tell(() -> {
            Robot robot = new Robot();
            List.of(held).forEach(robot::keyPress);
            robot.keyPress(key);
            robot.keyRelease(key);
            List.of(held).forEach(robot::keyRelease);
        });
        Toolkit.frames(3);
    }

    private void open(Settings.Theme theme, int textSize) {
        ObservableValue<KeyMap> keys = new SimpleObjectProperty<>(new KeyMap(casework.pack()));
        Toolkit.tell(() -> {
            model = new ReviewViewModel(casework, PaintedCasework.workers(now), clock, 4);
            ShellController shell = new ShellController(overlays, new Theme(theme), new Job(now));
            scene = new Scene(new Views().load("shell", shell), 1280, 800);
            Theme.dress(scene, STYLES);
            TextSize.set(scene, textSize, STYLES);
            controller = new ReviewController(model, overlays, clock, 0.15, keys);
            shell.open(List.of(new Screen("review", Text.of("review.title"), new SimpleStringProperty(""), () -> new Views().load("review", controller),
                    () -> new StatusItems(model, ZoneOffset.UTC, keys, controller::openExposure), controller::shown, controller::hidden)), "R-14");
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            model.tick();
        });
        Toolkit.frames(3);
        Toolkit.tell(model::painted);
    }
}
