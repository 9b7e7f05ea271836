package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.settings.Settings;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Views;
import dev.docket.ui.cover.Keyhole;
import dev.docket.ui.keys.KeyMap;
import java.awt.image.BufferedImage;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A covered picture of black and white squares: every black pixel in its place is one that should not be there. */
class CoveredScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review");

    private final PaintedCasework casework = new PaintedCasework();
    private final SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
    private ReviewViewModel model;
    private ReviewController controller;

    @BeforeEach
    void openCoveredCases() {
        casework.squares = true;
        for (int n = 0; n < 4; n++) {
            casework.add(1, "guarded", false);
        }
        window.showAlone(Settings.Theme.LIGHT, 1280, 800, () -> {
            model = new ReviewViewModel(casework, PaintedCasework.workers(window.now()), clock, 8);
            controller = new ReviewController(model, window.overlays(), clock, 0.15, new SimpleObjectProperty<>(new KeyMap(casework.pack())));
            return new Views().load("review", controller);
        });
        Toolkit.tell(controller::shown);
        Toolkit.frames(4);
    }

    @Test
    void noPixelOfItIsDrawnUntilSpaceIsHeldAndNoneAfterItIsLetGo() {
        assertThat(pixelsOfIt()).isZero();

        Keyboard.press(KeyCode.SPACE);
        assertThat(pixelsOfIt()).isGreaterThan(5_000);

        Keyboard.release(KeyCode.SPACE);
        assertThat(pixelsOfIt()).isZero();
    }

    @Test
    void escapeCoversALatchedPicture() {
        Toolkit.tell(model::latch);
        assertThat(pixelsOfIt()).isPositive();

        Keyboard.type(KeyCode.ESCAPE);

        assertThat(pixelsOfIt()).isZero();
    }

    @Test
    void decidingWhileLookingShowsTheNextOneCovered() {
        Keyboard.press(KeyCode.SPACE);
        Keyboard.type(KeyCode.DIGIT9);

        assertThat(casework.recorded).hasSize(1);
        assertThat(casework.recorded.getFirst().shown().revealed()).isTrue();
        assertThat(pixelsOfIt()).isZero();
        Keyboard.release(KeyCode.SPACE);
    }

    @Test
    void aSheetOverThePictureCoversIt() {
        Toolkit.tell(model::latch);

        Keyboard.type(KeyCode.S);

        assertThat(Toolkit.ask(window.overlays()::isOpen)).isTrue();
        assertThat(pixelsOfIt()).isZero();
        Keyboard.type(KeyCode.ESCAPE);
        assertThat(Toolkit.ask(window.overlays()::isOpen)).isFalse();
    }

    /** The Headless platform never takes the focus from a window, so the controller is told as a real one would tell it. */
    @Test
    void losingTheWindowsFocusCoversIt() {
        Keyboard.press(KeyCode.SPACE);
        assertThat(pixelsOfIt()).isPositive();

        Toolkit.tell(() -> controller.windowFocused(false));

        assertThat(pixelsOfIt()).isZero();
        Keyboard.release(KeyCode.SPACE);
    }

    @Test
    void aMinimisedWindowCoversIt() {
        Keyboard.press(KeyCode.SPACE);
        assertThat(pixelsOfIt()).isPositive();

        Toolkit.tell(() -> window.stage().setIconified(true));

        assertThat(pixelsOfIt()).isZero();
        Toolkit.tell(() -> window.stage().setIconified(false));
        Keyboard.release(KeyCode.SPACE);
    }

    /** The Headless platform never tells that the mouse has left, so the scene is told as a real one would tell it. */
    @Test
    void theMousesLeavingCoversIt() {
        Keyboard.press(KeyCode.SPACE);
        assertThat(pixelsOfIt()).isPositive();

        Toolkit.tell(() -> Event.fireEvent(window.scene(), new MouseEvent(MouseEvent.MOUSE_EXITED, -1, 300, -1, 300, MouseButton.NONE, 0,
                false, false, false, false, false, false, false, true, false, true, null)));

        assertThat(pixelsOfIt()).isZero();
        Keyboard.release(KeyCode.SPACE);
    }

    @Test
    void aKeyholeFollowsTheArrowKeysAndShowsNothingBesideIt() {
        Keyboard.press(KeyCode.K);
        assertThat(pixelsOfIt()).as("in the middle, where it is not counted").isZero();
        for (int step = 0; step < 12; step++) {
            Keyboard.type(KeyCode.LEFT);
        }
        long seen = pixelsOfIt();
        assertThat(seen).isBetween(1_000L, (long) (Math.PI * Keyhole.RADIUS * Keyhole.RADIUS));
        for (KeyCode key : new KeyCode[] {KeyCode.U, KeyCode.PLUS, KeyCode.L}) {
            Keyboard.type(key);
            assertThat(pixelsOfIt()).as("as much as before, after %s", key).isEqualTo(seen);
        }

        Keyboard.release(KeyCode.K);

        assertThat(pixelsOfIt()).isZero();
    }

    @Test
    void theMouseHeldOnTheCardLooksAndOnThePictureOpensAKeyhole() {
        Point2D card = middleOf(".card-keys");
        mouse(card, MouseButton.PRIMARY, true);
        assertThat(pixelsOfIt()).isGreaterThan(5_000);
        mouse(card, MouseButton.PRIMARY, false);
        assertThat(pixelsOfIt()).isZero();

        Point2D beside = new Point2D(window.stage().getX() + 290, window.stage().getY() + 350);
        mouse(beside, MouseButton.SECONDARY, true);
        assertThat(pixelsOfIt()).isBetween(1_000L, 14_000L);
        mouse(beside, MouseButton.SECONDARY, false);
        assertThat(pixelsOfIt()).isZero();
    }

    private Point2D middleOf(String node) {
        return Toolkit.ask(() -> {
            Bounds bounds = window.scene().lookup(node).localToScreen(window.scene().lookup(node).getBoundsInLocal());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    private static void mouse(Point2D at, MouseButton button, boolean down) {
        Toolkit.tell(() -> {
            Robot robot = Toolkit.robot();
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
            Keyboard.type(KeyCode.X);
            assertThat(pixelsOfIt()).as("under %s", Toolkit.ask(() -> model.cover().veilProperty().get())).isZero();
        }
    }

    @Test
    void quarantineLeavesNothingOnTheScreen() {
        Toolkit.tell(model::latch);
        Keyboard.type(KeyCode.Q);

        assertThat(Toolkit.ask(() -> model.situationProperty().get())).isEqualTo(Situation.WITHHELD);
        assertThat(pixelsOfIt()).isZero();
    }

    @Test
    void noWayOfLookingOutlivesTheCover() {
        for (KeyCode key : new KeyCode[] {KeyCode.U, KeyCode.PLUS, KeyCode.M, KeyCode.L, KeyCode.N, KeyCode.I, KeyCode.O, KeyCode.F, KeyCode.Y}) {
            Keyboard.press(KeyCode.SPACE);
            Keyboard.type(key);
            Keyboard.release(KeyCode.SPACE);
            assertThat(Toolkit.ask(() -> model.study().isOpen())).isFalse();
            assertThat(Toolkit.ask(() -> model.study().base())).isNull();
            assertThat(Toolkit.ask(() -> model.study().detail())).isNull();
            assertThat(pixelsOfIt()).as("after %s", key).isZero();
        }
    }

    @Test
    void keysThatLookDoNothingUnderTheCover() {
        for (KeyCode key : new KeyCode[] {KeyCode.U, KeyCode.PLUS, KeyCode.M, KeyCode.L, KeyCode.N, KeyCode.I, KeyCode.O, KeyCode.F, KeyCode.Y, KeyCode.LEFT}) {
            Keyboard.type(key);
            assertThat(Toolkit.ask(() -> model.study().isOpen())).isFalse();
            assertThat(pixelsOfIt()).isZero();
        }
    }

    @Test
    void theFirstFrameAfterTheReleaseIsCovered() {
        Keyboard.press(KeyCode.SPACE);
        Keyboard.type(KeyCode.U);
        assertThat(pixelsOfIt()).isPositive();

        Toolkit.tell(() -> Toolkit.robot().keyRelease(KeyCode.SPACE));

        assertThat(pixelsOfIt()).as("without another frame in between").isZero();
    }

    @Test
    void arrowsMoveThePictureAndDigitsStillDecide() {
        Keyboard.press(KeyCode.SPACE);
        Keyboard.type(KeyCode.U);
        double before = Toolkit.ask(() -> model.study().framingProperty().get().x());
        Keyboard.type(KeyCode.RIGHT);
        assertThat(Toolkit.ask(() -> model.study().framingProperty().get().x())).isGreaterThan(before);
        Keyboard.release(KeyCode.SPACE);

        Keyboard.type(KeyCode.DIGIT1);

        assertThat(casework.recorded).hasSize(1);
    }

    /** Black pixels left of the card of facts, where only the picture can be. */
    private long pixelsOfIt() {
        BufferedImage shot = Toolkit.shot(window.scene());
        long black = 0;
        for (int y = 200; y < 500; y++) {
            for (int x = 240; x < 330; x++) {
                black += (shot.getRGB(x, y) & 0xFF) < 40 ? 1 : 0;
            }
        }
        return black;
    }
}
