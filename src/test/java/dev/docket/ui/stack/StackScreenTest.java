package dev.docket.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.Severity;
import dev.docket.settings.Settings;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.grid.PictureGrid;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;
import org.controlsfx.control.GridCell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The real screen in the window's shell, over painted stacks; pictures of its states in {@code target/pictures}. */
class StackScreenTest {
    private final Background now = new Background(Runnable::run, Runnable::run);
    private final Overlays overlays = new Overlays();
    private final FxRobot robot = new FxRobot();
    private PaintedBoard board = PaintedBoard.full();
    private StackViewModel model;
    private StackController controller;
    private StyleLog styles;
    private Scene scene;
    private javafx.stage.Stage window;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void listen() {
        styles = StyleLog.listen();
    }

    @AfterEach
    void close() {
        Toolkit.tell(window::close);
        styles.close();
    }

    @Test
    void aStackIsDecidedWithTheKeysAlone() {
        show(Settings.Theme.LIGHT, 1440, 900);
        openLargest();
        type(KeyCode.DIGIT9);
        assertThat(commit().isDisabled()).as("not everything was on screen").isTrue();
        assertThat(message()).contains("not on screen yet");
        until(() -> model.ticks().notSeen() <= 3);
        type(KeyCode.END);
        until(() -> model.ticks().notSeen() == 0);
        assertThat(message()).contains("Look at the seed first");
        shifted(KeyCode.T);
        assertThat(board.decisions).as("nothing was looked at").isEmpty();

        type(KeyCode.HOME);
        type(KeyCode.ENTER);
        Toolkit.frames(2);
        Toolkit.picture(scene, "stack-large-light");
        type(KeyCode.ESCAPE);
        type(KeyCode.J);
        type(KeyCode.J);
        type(KeyCode.S);
        type(KeyCode.HOME);
        Toolkit.frames(2);
        Toolkit.picture(scene, "stack-light");

        assertThat(commit().getText()).isEqualTo("Decide 13 of 15: Spam or scam");
        assertThat(commit().isDisabled()).isFalse();
        sound();
        shifted(KeyCode.T);
        Toolkit.frames(2);

        StackBoard.Decision decision = board.decisions.getFirst();
        assertThat(board.decisions).as("one press, one decision").hasSize(1);
        assertThat(decision.finding().label()).isEqualTo("spam_scam");
        assertThat(decision.shown().seen()).contains(Shown.Seen.FULL);
        assertThat(decision.tiles()).hasSize(12).allSatisfy(tile -> assertThat(tile.shown().seen()).contains(Shown.Seen.GALLERY));
        assertThat(message()).isEqualTo("13 decided: Spam or scam.");
        assertThat(model.openProperty().get().members()).as("what was left out is next").hasSize(2);

        type(KeyCode.Z);
        Toolkit.frames(2);
        assertThat(board.undone).hasSize(1);
        assertThat(model.openProperty().get().members()).hasSize(15);
    }

    @Test
    void aStackIsDecidedWithTheMouseAlone() {
        show(Settings.Theme.DARK, 1440, 900);
        openLargest();
        robot.clickOn("#stack-label-spam_scam");
        until(() -> model.ticks().notSeen() <= 3);
        wheel(-2000);
        until(() -> model.ticks().notSeen() == 0);
        wheel(2000);
        Toolkit.frames(4);
        robot.clickOn(tile(0));
        robot.clickOn("#stack-focused-face");
        robot.clickOn("#large-close");
        Node thirdTile = tile(2);
        Bounds third = Toolkit.ask(() -> thirdTile.localToScreen(thirdTile.getLayoutBounds()));
        robot.clickOn(third.getMinX() + 16, third.getMinY() + 16);
        assertThat(commit().getText()).isEqualTo("Decide 13 of 15: Spam or scam");
        Toolkit.picture(scene, "stack-dark");
        robot.clickOn("#stack-commit");
        Toolkit.frames(2);

        assertThat(board.decisions).hasSize(1);
        assertThat(board.decisions.getFirst().tiles()).hasSize(12);
        robot.clickOn("#stack-undo");
        assertThat(board.undone).hasSize(1);
        sound();
    }

    @Test
    void rangesAreChosenWithShiftAndLeftOutTogether() {
        show(Settings.Theme.LIGHT, 1280, 800);
        openLargest();
        type(KeyCode.J);
        shifted(KeyCode.J);
        shifted(KeyCode.J);
        type(KeyCode.S);
        Toolkit.frames(2);
        Toolkit.picture(scene, "stack-light-small");

        assertThat(model.ticks().ticked()).isEqualTo(11);
        type(KeyCode.S);
        assertThat(model.ticks().ticked()).isEqualTo(14);
        type(KeyCode.HOME);
        type(KeyCode.S);
        assertThat(model.ticks().ticked()).as("the seed stays").isEqualTo(14);
        assertThat(message()).contains("The seed is always decided");
        sound();
    }

    @Test
    void coveredPicturesAreOpenOneAtATimeAndOnlyWhileSpaceIsHeld() {
        show(Settings.Theme.LIGHT, 1440, 900);
        open("City blackout tonight");
        Toolkit.picture(scene, "stack-covered-light");
        long covered = red();
        assertThat(covered).as("grey covers").isZero();

        press(KeyCode.SPACE);
        Toolkit.frames(2);
        assertThat(red()).as("the picture is open").isPositive();
        assertThat(model.ticks().seen(model.openProperty().get().seed().id())).contains(Shown.Seen.FULL);
        release(KeyCode.SPACE);
        assertThat(red()).as("at once").isZero();

        type(KeyCode.ENTER);
        assertThat(red()).as("large, but covered").isZero();
        press(KeyCode.SPACE);
        assertThat(red()).isPositive();
        Toolkit.tell(() -> controller.windowFocused(false));
        assertThat(red()).as("another window has the keyboard").isZero();
        release(KeyCode.SPACE);
        type(KeyCode.ESCAPE);
        sound();
    }

    @Test
    void whatNeverSpreadsIsDecidedOneByOneAndCopiesGoWithCopies() {
        show(Settings.Theme.LIGHT, 1440, 900);
        openLargest();
        seeEverything();

        type(KeyCode.DIGIT3);
        assertThat(commit().getText()).isEqualTo("Decide 2 of 15: Civic deception");
        type(KeyCode.DIGIT7);
        assertThat(commit().getText()).isEqualTo("Decide 1 of 15: Hate symbols");
        Toolkit.frames(2);
        Toolkit.picture(scene, "stack-never-light");
        assertThat(robot.lookup("Hate symbols is decided one by one: only the seed is decided now.").tryQuery()).isPresent();
        robot.clickOn("#stack-commit");
        Toolkit.frames(2);

        assertThat(board.decisions.getFirst().tiles()).isEmpty();
        assertThat(model.openProperty().get().members()).as("the next one is the seed").hasSize(14);
        assertThat(model.labelProperty().get()).as("nothing is preselected").isEmpty();
    }

    @Test
    void anotherTileIsMadeTheSeedAndWhatWasSeenStaysSeen() {
        show(Settings.Theme.LIGHT, 1440, 900);
        openLargest();
        seeEverything();
        type(KeyCode.END);
        Toolkit.frames(2);
        Toolkit.picture(scene, "stack-left-out-light");
        assertThat(robot.lookup("#stack-make-seed").tryQuery()).isPresent();

        shifted(KeyCode.S);

        assertThat(model.openProperty().get().seed().task().getLeastSignificantBits()).isEqualTo(14);
        assertThat(model.ticks().notSeen()).isZero();
    }

    @Test
    void whatOnlyLooksAlikeIsShownApartAndCannotBeTicked() {
        show(Settings.Theme.LIGHT, 1440, 900);
        openLargest();
        robot.clickOn("#filter-alike");
        Toolkit.frames(2);
        Toolkit.picture(scene, "stack-alike-light");
        assertThat(model.shown()).hasSize(2);

        type(KeyCode.S);
        assertThat(model.ticks().ticked()).isEqualTo(14);
        assertThat(message()).contains("cannot be decided with the seed");
    }

    @Test
    void leavingTheTabGivesTheLeasesBackAndComingBackGoesOn() {
        show(Settings.Theme.LIGHT, 1440, 900);
        openLargest();
        type(KeyCode.J);
        type(KeyCode.S);
        Toolkit.tell(controller::hidden);
        assertThat(board.released).hasSizeGreaterThanOrEqualTo(15);
        assertThat(model.openProperty().get()).isNull();

        Toolkit.tell(controller::shown);
        assertThat(model.openProperty().get().members()).hasSize(15);
        assertThat(model.ticks().ticked()).as("what was left out stays so").isEqualTo(13);
    }

    @Test
    void takingBackAsksFirstAndSaysHowManyItemsGoBack() {
        StackMember member = board.byItem.values().iterator().next().seed();
        Verdict seed = new Verdict(new UUID(9, 9), member.task(), member.id(), 1, 0, VerdictKind.DECIDED, new UUID(0, 1), 1,
                Optional.of(Finding.of("spam_scam", Severity.S1, "remove")), Optional.empty(), PaintedBoard.PACK.ref(),
                Shown.opened(member.item().sha256(), "open", 900), PaintedBoard.NOW);
        board.spreads.add(new Propagation.Spread(seed, 13, false));
        show(Settings.Theme.LIGHT, 1440, 900);

        robot.clickOn("Take back");
        Toolkit.frames(2);
        Toolkit.picture(scene, "stack-take-back-light");
        assertThat(robot.lookup("#take-back-yes").<Button>query().getText()).isEqualTo("Take back 13");
        type(KeyCode.ESCAPE);
        assertThat(board.spreads).as("Esc changes nothing").hasSize(1);

        robot.clickOn("Take back");
        robot.clickOn("#take-back-yes");
        Toolkit.frames(2);
        assertThat(board.spreads).isEmpty();
        assertThat(message()).isEqualTo("13 items wait in their lanes again.");
        sound();
    }

    @Test
    void noStacksAndStacksThatCannotBeReadSaySo() {
        board = PaintedBoard.empty();
        show(Settings.Theme.LIGHT, 1440, 900);
        Toolkit.picture(scene, "stack-empty-light");
        assertThat(robot.lookup("No stacks").tryQuery()).isPresent();
        Toolkit.tell(window::close);

        board.broken = true;
        show(Settings.Theme.DARK, 1280, 800);
        Toolkit.picture(scene, "stack-failed-dark");
        assertThat(robot.lookup("The database is closed.").tryQuery()).isPresent();
        sound();
    }

    private void openLargest() {
        open("Your parcel is waiting");
    }

    private void open(String title) {
        Toolkit.tell(() -> model.open(model.shelf().stacks().stream().filter(stack -> stack.title().equals(title)).findFirst().orElseThrow()));
        until(() -> model.ticks() != null);
        Toolkit.frames(8);
    }

    private void seeEverything() {
        Toolkit.tell(() -> {
            model.saw(model.shown());
            model.opened(model.openProperty().get().seed().id());
        });
    }

    private PictureGrid grid() {
        return (PictureGrid) scene.getRoot().lookup("#stack-grid");
    }

    private Node tile(int index) {
        return Toolkit.ask(() -> grid().lookupAll(".grid-tile").stream().filter(node -> node.getParent() instanceof GridCell<?> cell && cell.getIndex() == index)
                .findFirst().orElseThrow());
    }

    private Button commit() {
        return robot.lookup("#stack-commit").query();
    }

    private String message() {
        return robot.lookup("#stack-message").<Label>query().getText();
    }

    /** Red pixels: the parcel's button, which no cover shows. */
    private long red() {
        BufferedImage shot = Toolkit.shot(scene);
        long red = 0;
        for (int y = 45; y < shot.getHeight(); y++) {
            for (int x = 240; x < 1090; x++) {
                int pixel = shot.getRGB(x, y);
                red += (pixel >> 16 & 255) > 180 && (pixel >> 8 & 255) < 60 && (pixel & 255) < 60 ? 1 : 0;
            }
        }
        return red;
    }

    private void press(KeyCode key) {
        Toolkit.tell(() -> new Robot().keyPress(key));
        Toolkit.frames(1);
    }

    private void release(KeyCode key) {
        Toolkit.tell(() -> new Robot().keyRelease(key));
        Toolkit.frames(1);
    }

    /** The headless robot has no wheel. */
    private void wheel(double by) {
        Node over = tile(0);
        Toolkit.tell(() -> Event.fireEvent(over, new ScrollEvent(ScrollEvent.SCROLL, 10, 10, 10, 10, false, false, false, false, false, false,
                0, by, 0, by, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    /** The headless robot holds no modifiers. */
    private void shifted(KeyCode key) {
        Toolkit.tell(() -> List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED).forEach(type ->
                Event.fireEvent(scene.getFocusOwner(), new KeyEvent(type, "", "", key, true, false, false, false))));
        Toolkit.frames(1);
    }

    private void type(KeyCode key) {
        press(key);
        release(key);
    }

    private void sound() {
        assertThat(styles.problems()).isEmpty();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene.getRoot()))).isEmpty();
    }

    private void show(Settings.Theme theme, int width, int height) {
        model = new StackViewModel(board, now, now, Clock.fixed(PaintedBoard.NOW, ZoneOffset.UTC));
        Toolkit.tell(() -> {
            ShellController shell = new ShellController(overlays, new Theme(theme), new Job(now));
            scene = new Scene(new Views().load("shell", shell), width, height);
            Theme.dress(scene, "review", "stack");
            controller = new StackController(model, overlays, now, new SimpleObjectProperty<>(new KeyMap(PaintedBoard.PACK)));
            shell.open(List.of(new Screen("stacks", "Stacks", new SimpleStringProperty("3"), () -> new Views().load("cluster", controller),
                    () -> null, controller::shown, controller::hidden)), "R-14");
            window = new javafx.stage.Stage();
            window.setScene(scene);
            window.show();
            window.requestFocus();
        });
        Toolkit.frames(3);
    }

    /** Waits at most 10 s for what the JavaFX thread will see. */
    private void until(BooleanSupplier seen) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!Toolkit.ask(seen::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waited too long: %s", Toolkit.ask(() -> model.ticks() == null ? "no stack" : model.ticks().notSeen() + " not seen, focus " + grid().focusProperty().get() + ", window " + window.isFocused() + " " + model.noticeProperty().get())).isLessThan(end);
            Toolkit.frames(1);
        }
    }
}
