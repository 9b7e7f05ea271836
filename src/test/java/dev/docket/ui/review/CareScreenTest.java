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
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reviewer's own exposure, limits and breaks on the screen, by key and by mouse; pictures in {@code target/pictures}. */
class CareScreenTest {
    private static final Locale BEFORE = Locale.getDefault();
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "care");

    private final SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
    private final PaintedCasework casework = new PaintedCasework();
    private ReviewViewModel model;
    private ReviewController controller;

    @BeforeEach
    void fillTheQueue() {
        for (int n = 0; n < 40; n++) {
            casework.add(1, "guarded", false);
        }
        casework.care = OwnCare.unkept(Care.DEFAULT.withCovering(Covering.DEFAULT.withFrom(Covering.From.POLICY))
                .withLimits(Limits.DEFAULT.withCriticalLooks(3)).withBreaks(new Breaks(Duration.ofMinutes(50), 0)), clock);
    }

    @AfterEach
    void speakAgain() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void theMeterCountsAndOpensAllOfItByKeyAndByMouse() {
        open(Settings.Theme.DARK, 100);
        look(Severity.S2, 48);
        Toolkit.tell(model::tick);
        picture("exposure-meter-dark");
        assertThat(node("#exposure").getAccessibleText()).startsWith("Your exposure: 1 look, 48 s of 10 min this hour");

        Keyboard.type(KeyCode.SHIFT, KeyCode.B);
        assertThat(node(".exposure-sheet")).isNotNull();
        picture("exposure-dark");
        Keyboard.type(KeyCode.ESCAPE);
        assertThat(window.overlays().isOpen()).isFalse();
        Toolkit.tell(() -> ((Button) node("#exposure")).fire());
        assertThat(window.overlays().isOpen()).isTrue();
        Keyboard.type(KeyCode.B);

        assertThat(window.overlays().isOpen()).isFalse();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.BREAK);
        picture("break-dark");
        Keyboard.type(KeyCode.ENTER);
        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
    }

    @Test
    void aReachedLimitSaysWhatPausesAndTheKeysOfEveryWayOn() {
        open(Settings.Theme.LIGHT, 100);
        reachTheLimit();
        picture("limit-light");

        assertThat(words()).contains(Text.of("care.limit.title"));
        Keyboard.type(KeyCode.SHIFT, KeyCode.B);
        picture("exposure-limit-light");
        Toolkit.tell(() -> node("#exposureGoOn").requestFocus());
        Keyboard.type(KeyCode.ENTER);

        assertThat(window.overlays().isOpen()).isFalse();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
        assertThat(casework.care.lifted()).isPresent();
        Keyboard.type(KeyCode.SHIFT, KeyCode.B);
        assertThat(words()).anyMatch(w -> w.startsWith("You chose to go on"));
    }

    @Test
    void theMouseTakesEveryWayOnToo() {
        open(Settings.Theme.DARK, 100);
        reachTheLimit();
        picture("limit-dark");

        Toolkit.tell(() -> ((Button) node("#limitExposure")).fire());
        assertThat(window.overlays().isOpen()).isTrue();
        Toolkit.tell(window.overlays()::close);
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

        Keyboard.type(KeyCode.ENTER);

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
                Keyboard.type(KeyCode.SHIFT, KeyCode.B);
                picture("exposure-" + name);
                assertThat(cut()).as(name).isEmpty();
                Toolkit.tell(() -> {
                    window.overlays().close();
                    model.goOnAnyway();
                });
                clock.pass(Duration.ofMinutes(61));
            }
        }
    }

    private List<String> cut() {
        return Toolkit.ask(() -> CutText.in(window.overlays().isOpen() ? window.overlays().ground() : (javafx.scene.Parent) window.scene().getRoot().lookup(".picture-stage")));
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
        return window.scene().getRoot().lookup(selector);
    }

    private List<String> words() {
        return Toolkit.ask(() -> window.scene().getRoot().lookupAll(".label").stream().filter(n -> n.getScene() != null && n.isVisible() && shown(n))
                .map(n -> ((javafx.scene.control.Label) n).getText()).toList());
    }

    private static boolean shown(Node node) {
        return node == null || node.isVisible() && shown(node.getParent());
    }

    private void picture(String name) {
        window.picture("care-" + name);
    }

    private void open(Settings.Theme theme, int textSize) {
        OpenReview open = OpenReview.in(window, theme, 1280, 800, casework, PaintedCasework.workers(window.now()), clock);
        window.textSize(textSize);
        model = open.model();
        controller = open.controller();
    }
}
