package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.settings.Settings;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.cover.Keyhole;
import dev.docket.ui.keys.KeyMap;
import java.awt.image.BufferedImage;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A covered picture of black and white squares: every black pixel in its place is one that should not be there. */
class CoveredScreenTest {
    private final PaintedCasework casework = new PaintedCasework();
    private final SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
    private final Background now = new Background(Runnable::run, Runnable::run);
    private ReviewViewModel model;
    private ReviewController controller;
    private Overlays overlays;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void openCoveredCases() {
        Toolkit.start();
        casework.squares = true;
        for (int n = 0; n < 12; n++) {
            casework.add(1, "guarded", false);
        }
        Toolkit.tell(() -> {
            new Theme(Settings.Theme.LIGHT);
            model = new ReviewViewModel(casework, PaintedCasework.workers(now), clock, 8);
            overlays = new Overlays();
            controller = new ReviewController(model, overlays, clock, 0.15, new SimpleObjectProperty<>(new KeyMap(casework.pack())));
            Parent view = new Views().load("review", controller);
            scene = new Scene(new StackPane(view, overlays.ground()), 1280, 800);
            Theme.dress(scene, "review");
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            controller.shown();
        });
        Toolkit.frames(4);
    }

    @AfterEach
    void closeTheWindow() {
        Toolkit.tell(stage::close);
    }

    @Test
    void noPixelOfItIsDrawnUntilSpaceIsHeldAndNoneAfterItIsLetGo() {
        assertThat(pixelsOfIt()).isZero();

        press(KeyCode.SPACE);
        assertThat(pixelsOfIt()).isGreaterThan(5_000);

        release(KeyCode.SPACE);
        assertThat(pixelsOfIt()).isZero();
    }

    @Test
    void escapeCoversALatchedPicture() {
        Toolkit.tell(model::latch);
        assertThat(pixelsOfIt()).isPositive();

        type(KeyCode.ESCAPE);

        assertThat(pixelsOfIt()).isZero();
    }

    @Test
    void decidingWhileLookingShowsTheNextOneCovered() {
        press(KeyCode.SPACE);
        type(KeyCode.DIGIT2);

        assertThat(casework.recorded).hasSize(1);
        assertThat(casework.recorded.getFirst().shown().revealed()).isTrue();
        assertThat(pixelsOfIt()).isZero();
        release(KeyCode.SPACE);
    }

    @Test
    void aSheetOverThePictureCoversIt() {
        Toolkit.tell(model::latch);

        type(KeyCode.S);

        assertThat(Toolkit.ask(overlays::isOpen)).isTrue();
        assertThat(pixelsOfIt()).isZero();
        type(KeyCode.ESCAPE);
        assertThat(Toolkit.ask(overlays::isOpen)).isFalse();
    }

    /** The Headless platform never takes the focus from a window, so the controller is told as a real one would tell it. */
    @Test
    void losingTheWindowsFocusCoversIt() {
        press(KeyCode.SPACE);
        assertThat(pixelsOfIt()).isPositive();

        Toolkit.tell(() -> controller.windowFocused(false));

        assertThat(pixelsOfIt()).isZero();
        release(KeyCode.SPACE);
    }

    @Test
    void aMinimisedWindowCoversIt() {
        press(KeyCode.SPACE);
        assertThat(pixelsOfIt()).isPositive();

        Toolkit.tell(() -> stage.setIconified(true));

        assertThat(pixelsOfIt()).isZero();
        Toolkit.tell(() -> stage.setIconified(false));
        release(KeyCode.SPACE);
    }

    /** The Headless platform never tells that the mouse has left, so the scene is told as a real one would tell it. */
    @Test
    void theMousesLeavingCoversIt() {
        press(KeyCode.SPACE);
        assertThat(pixelsOfIt()).isPositive();

        Toolkit.tell(() -> Event.fireEvent(scene, new MouseEvent(MouseEvent.MOUSE_EXITED, -1, 300, -1, 300, MouseButton.NONE, 0,
                false, false, false, false, false, false, false, true, false, true, null)));

        assertThat(pixelsOfIt()).isZero();
        release(KeyCode.SPACE);
    }

    @Test
    void aKeyholeFollowsTheArrowKeysAndShowsNothingBesideIt() {
        press(KeyCode.K);
        assertThat(pixelsOfIt()).as("in the middle, where it is not counted").isZero();
        for (int step = 0; step < 12; step++) {
            type(KeyCode.LEFT);
        }
        long seen = pixelsOfIt();
        assertThat(seen).isBetween(1_000L, (long) (Math.PI * Keyhole.RADIUS * Keyhole.RADIUS));
        for (KeyCode key : new KeyCode[] {KeyCode.U, KeyCode.PLUS, KeyCode.L}) {
            type(key);
            assertThat(pixelsOfIt()).as("as much as before, after %s", key).isEqualTo(seen);
        }

        release(KeyCode.K);

        assertThat(pixelsOfIt()).isZero();
    }

    @Test
    void theMouseHeldOnTheCardLooksAndOnThePictureOpensAKeyhole() {
        Point2D card = middleOf(".card-keys");
        mouse(card, MouseButton.PRIMARY, true);
        assertThat(pixelsOfIt()).isGreaterThan(5_000);
        mouse(card, MouseButton.PRIMARY, false);
        assertThat(pixelsOfIt()).isZero();

        Point2D beside = new Point2D(stage.getX() + 290, stage.getY() + 350);
        mouse(beside, MouseButton.SECONDARY, true);
        assertThat(pixelsOfIt()).isBetween(1_000L, 14_000L);
        mouse(beside, MouseButton.SECONDARY, false);
        assertThat(pixelsOfIt()).isZero();
    }

    private Point2D middleOf(String node) {
        return Toolkit.ask(() -> {
            Bounds bounds = scene.lookup(node).localToScreen(scene.lookup(node).getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    private static void mouse(Point2D at, MouseButton button, boolean down) {
        Toolkit.tell(() -> {
            Robot robot = new Robot();
            robot.mouseMove(at);
            if (down) {
                robot.mousePress(button);
            } else {
                robot.mouseRelease(button);
            }
        });
        Toolkit.frames(3);
    }

    @Test
    void noStepOfTheCoverLetsPixelsThrough() {
        for (int press = 0; press < 5; press++) {
            type(KeyCode.X);
            assertThat(pixelsOfIt()).as("under %s", Toolkit.ask(() -> model.cover().veilProperty().get())).isZero();
        }
    }

    @Test
    void quarantineLeavesNothingOnTheScreen() {
        Toolkit.tell(model::latch);
        type(KeyCode.Q);

        assertThat(Toolkit.ask(() -> model.situationProperty().get())).isEqualTo(Situation.WITHHELD);
        assertThat(pixelsOfIt()).isZero();
    }

    @Test
    void noWayOfLookingOutlivesTheCover() {
        for (KeyCode key : new KeyCode[] {KeyCode.U, KeyCode.PLUS, KeyCode.M, KeyCode.L, KeyCode.N, KeyCode.I, KeyCode.O, KeyCode.F, KeyCode.Y}) {
            press(KeyCode.SPACE);
            type(key);
            release(KeyCode.SPACE);
            assertThat(Toolkit.ask(() -> model.study().isOpen())).isFalse();
            assertThat(Toolkit.ask(() -> model.study().base())).isNull();
            assertThat(Toolkit.ask(() -> model.study().detail())).isNull();
            assertThat(pixelsOfIt()).as("after %s", key).isZero();
        }
    }

    @Test
    void keysThatLookDoNothingUnderTheCover() {
        for (KeyCode key : new KeyCode[] {KeyCode.U, KeyCode.PLUS, KeyCode.M, KeyCode.L, KeyCode.N, KeyCode.I, KeyCode.O, KeyCode.F, KeyCode.Y, KeyCode.LEFT}) {
            type(key);
            assertThat(Toolkit.ask(() -> model.study().isOpen())).isFalse();
            assertThat(pixelsOfIt()).isZero();
        }
    }

    @Test
    void theFirstFrameAfterTheReleaseIsCovered() {
        press(KeyCode.SPACE);
        type(KeyCode.U);
        assertThat(pixelsOfIt()).isPositive();

        Toolkit.tell(() -> new Robot().keyRelease(KeyCode.SPACE));

        assertThat(pixelsOfIt()).as("without another frame in between").isZero();
    }

    @Test
    void arrowsMoveThePictureAndDigitsStillDecide() {
        press(KeyCode.SPACE);
        type(KeyCode.U);
        double before = Toolkit.ask(() -> model.study().framingProperty().get().x());
        type(KeyCode.RIGHT);
        assertThat(Toolkit.ask(() -> model.study().framingProperty().get().x())).isGreaterThan(before);
        release(KeyCode.SPACE);

        type(KeyCode.DIGIT1);

        assertThat(casework.recorded).hasSize(1);
    }

    private void press(KeyCode key) {
        Toolkit.tell(() -> new Robot().keyPress(key));
        Toolkit.frames(3);
    }

    private void release(KeyCode key) {
        Toolkit.tell(() -> new Robot().keyRelease(key));
        Toolkit.frames(3);
    }

    private void type(KeyCode key) {
        press(key);
        release(key);
    }

    /** Black pixels left of the card of facts, where only the picture can be. */
    private long pixelsOfIt() {
        BufferedImage shot = Toolkit.shot(scene);
        long black = 0;
        for (int y = 200; y < 500; y++) {
            for (int x = 240; x < 330; x++) {
                black += (shot.getRGB(x, y) & 0xFF) < 40 ? 1 : 0;
            }
        }
        return black;
    }
}
