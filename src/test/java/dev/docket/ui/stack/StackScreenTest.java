package dev.docket.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.Severity;
import dev.docket.settings.Settings;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Views;
import dev.docket.ui.grid.PictureGrid;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.Screen;
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
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import org.controlsfx.control.GridCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real screen in the window's shell, over painted stacks; pictures of its states in {@code target/pictures}. */
class StackScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "stack");

    private PaintedBoard board = PaintedBoard.full();
    private StackViewModel model;
    private StackController controller;

    @Test
    void aStackIsDecidedWithTheKeysAlone() {
        show(Settings.Theme.LIGHT, 1440, 900);
        openLargest();
        Keyboard.type(KeyCode.DIGIT9);
        assertThat(commit().isDisabled()).as("not everything was on screen").isTrue();
        assertThat(message()).contains("not on screen yet");
        Toolkit.until(() -> model.ticks().notSeen() <= 3);
        Keyboard.type(KeyCode.END);
        Toolkit.until(() -> model.ticks().notSeen() == 0);
        assertThat(message()).contains("Look at the seed first");
        Keyboard.type(KeyCode.SHIFT, KeyCode.T);
        assertThat(board.decisions).as("nothing was looked at").isEmpty();

        Keyboard.type(KeyCode.HOME);
        Keyboard.type(KeyCode.ENTER);
        window.picture("stack-large-light");
        Keyboard.type(KeyCode.ESCAPE);
        Keyboard.type(KeyCode.J);
        Keyboard.type(KeyCode.J);
        Keyboard.type(KeyCode.S);
        Keyboard.type(KeyCode.HOME);
        window.picture("stack-light");

        assertThat(commit().getText()).isEqualTo("Decide 13 of 15: Spam or scam");
        assertThat(commit().isDisabled()).isFalse();
        window.assertSound();
        Keyboard.type(KeyCode.SHIFT, KeyCode.T);
        Toolkit.frames(2);

        StackBoard.Decision decision = board.decisions.getFirst();
        assertThat(board.decisions).as("one press, one decision").hasSize(1);
        assertThat(decision.finding().label()).isEqualTo("spam_scam");
        assertThat(decision.shown().seen()).contains(Shown.Seen.FULL);
        assertThat(decision.tiles()).hasSize(12).allSatisfy(tile -> assertThat(tile.shown().seen()).contains(Shown.Seen.GALLERY));
        assertThat(message()).isEqualTo("13 decided: Spam or scam.");
        assertThat(model.openProperty().get().members()).as("what was left out is next").hasSize(2);

        Keyboard.type(KeyCode.Z);
        Toolkit.frames(2);
        assertThat(board.undone).hasSize(1);
        assertThat(model.openProperty().get().members()).hasSize(15);
    }

    @Test
    void aStackOpenedFromAnotherScreenHasTheKeysHoweverFastItWasFound() {
        Button first = new Button("on the first screen");
        window.show(Settings.Theme.LIGHT, 1440, 900, () -> {
            model = new StackViewModel(board, window.now(), window.now(), Clock.system(ZoneOffset.UTC));
            controller = new StackController(model, window.overlays(), window.now(), new SimpleObjectProperty<>(new KeyMap(PaintedBoard.PACK)));
            return List.of(Screen.of("review", "Review", () -> new javafx.scene.layout.StackPane(first), () -> {}),
                    new Screen("stacks", "Stacks", new SimpleStringProperty(""), () -> new Views().load("cluster", controller), () -> null, controller::shown, controller::hidden));
        });
        Toolkit.tell(first::requestFocus);
        Toolkit.frames(2);

        Toolkit.tell(() -> {
            ((javafx.scene.control.ToggleButton) window.scene().lookup("#tab-stacks")).setSelected(true);
            model.openFor(board.byItem.keySet().iterator().next(), false);
        });
        Toolkit.frames(4);

        assertThat(Toolkit.ask(() -> window.scene().getFocusOwner())).isInstanceOf(PictureGrid.class);
    }

    @Test
    void aStackIsDecidedWithTheMouseAlone() {
        show(Settings.Theme.DARK, 1440, 900);
        openLargest();
        window.click("#stack-label-spam_scam");
        Toolkit.until(() -> model.ticks().notSeen() <= 3);
        wheel(-2000);
        Toolkit.until(() -> model.ticks().notSeen() == 0);
        wheel(2000);
        Toolkit.frames(4);
        window.click(tile(0));
        window.click("#stack-focused-face");
        window.click("#large-close");
        Node thirdTile = tile(2);
        Bounds third = Toolkit.ask(() -> thirdTile.localToScreen(thirdTile.getLayoutBounds()));
        window.robot().clickOn(third.getMinX() + 16, third.getMinY() + 16);
        assertThat(commit().getText()).isEqualTo("Decide 13 of 15: Spam or scam");
        window.picture("stack-dark");
        window.click("#stack-commit");
        Toolkit.frames(2);

        assertThat(board.decisions).hasSize(1);
        assertThat(board.decisions.getFirst().tiles()).hasSize(12);
        window.click("#stack-undo");
        assertThat(board.undone).hasSize(1);
    }

    @Test
    void rangesAreChosenWithShiftAndLeftOutTogether() {
        show(Settings.Theme.LIGHT, 1280, 800);
        openLargest();
        Keyboard.type(KeyCode.J);
        Keyboard.type(KeyCode.SHIFT, KeyCode.J);
        Keyboard.type(KeyCode.SHIFT, KeyCode.J);
        Keyboard.type(KeyCode.S);
        window.picture("stack-light-small");

        assertThat(model.ticks().ticked()).isEqualTo(11);
        Keyboard.type(KeyCode.S);
        assertThat(model.ticks().ticked()).isEqualTo(14);
        Keyboard.type(KeyCode.HOME);
        Keyboard.type(KeyCode.S);
        assertThat(model.ticks().ticked()).as("the seed stays").isEqualTo(14);
        assertThat(message()).contains("The seed is always decided");
    }

    @Test
    void coveredPicturesAreOpenOneAtATimeAndOnlyWhileSpaceIsHeld() {
        show(Settings.Theme.LIGHT, 1440, 900);
        open("City blackout tonight");
        window.picture("stack-covered-light");
        long covered = red();
        assertThat(covered).as("grey covers").isZero();

        Keyboard.press(KeyCode.SPACE);
        Toolkit.frames(2);
        assertThat(red()).as("the picture is open").isPositive();
        assertThat(model.ticks().seen(model.openProperty().get().seed().id())).contains(Shown.Seen.FULL);
        Keyboard.release(KeyCode.SPACE);
        assertThat(red()).as("at once").isZero();

        Keyboard.type(KeyCode.ENTER);
        assertThat(red()).as("large, but covered").isZero();
        Keyboard.press(KeyCode.SPACE);
        assertThat(red()).isPositive();
        Toolkit.tell(() -> controller.windowFocused(false));
        assertThat(red()).as("another window has the keyboard").isZero();
        Keyboard.release(KeyCode.SPACE);
        Keyboard.type(KeyCode.ESCAPE);
    }

    @Test
    void aLookIsCountedForAsLongAsThePictureIsThere() {
        show(Settings.Theme.LIGHT, 1280, 800);
        UUID item = Toolkit.ask(() -> model.openProperty().get().seed().id());

        Toolkit.tell(() -> model.opened(item));
        assertThat(board.looks).as("not over yet").isEmpty();
        Toolkit.tell(model::closed);
        Toolkit.tell(model::closed);

        assertThat(board.looks).containsOnlyKeys(item);
    }

    @Test
    void whatNeverSpreadsIsDecidedOneByOneAndCopiesGoWithCopies() {
        show(Settings.Theme.LIGHT, 1440, 900);
        openLargest();
        seeEverything();

        Keyboard.type(KeyCode.DIGIT3);
        assertThat(commit().getText()).isEqualTo("Decide 2 of 15: Civic deception");
        Keyboard.type(KeyCode.DIGIT7);
        assertThat(commit().getText()).isEqualTo("Decide 1 of 15: Hate symbols");
        window.picture("stack-never-light");
        assertThat(window.says("Hate symbols is decided one by one: only the seed is decided now.")).isTrue();
        window.click("#stack-commit");
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
        Keyboard.type(KeyCode.END);
        window.picture("stack-left-out-light");
        assertThat(window.<Node>node("#stack-make-seed").isVisible()).isTrue();

        Keyboard.type(KeyCode.SHIFT, KeyCode.S);

        assertThat(model.openProperty().get().seed().task().getLeastSignificantBits()).isEqualTo(14);
        assertThat(model.ticks().notSeen()).isZero();
    }

    @Test
    void whatOnlyLooksAlikeIsShownApartAndCannotBeTicked() {
        show(Settings.Theme.LIGHT, 1440, 900);
        openLargest();
        window.click("#filter-alike");
        window.picture("stack-alike-light");
        assertThat(model.shown()).hasSize(2);

        Keyboard.type(KeyCode.S);
        assertThat(model.ticks().ticked()).isEqualTo(14);
        assertThat(message()).contains("cannot be decided with the seed");
    }

    @Test
    void leavingTheTabGivesTheLeasesBackAndComingBackGoesOn() {
        show(Settings.Theme.LIGHT, 1440, 900);
        openLargest();
        Keyboard.type(KeyCode.J);
        Keyboard.type(KeyCode.S);
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

        window.click("Take back");
        window.picture("stack-take-back-light");
        assertThat(window.<Button>node("#take-back-yes").getText()).isEqualTo("Take back 13");
        Keyboard.type(KeyCode.ESCAPE);
        assertThat(board.spreads).as("Esc changes nothing").hasSize(1);

        window.click("Take back");
        window.click("#take-back-yes");
        Toolkit.frames(2);
        assertThat(board.spreads).isEmpty();
        assertThat(message()).isEqualTo("13 items wait in their lanes again. Take back undoes that.");
    }

    @Test
    void noStacksAndStacksThatCannotBeReadSaySo() {
        board = PaintedBoard.empty();
        show(Settings.Theme.LIGHT, 1440, 900);
        window.picture("stack-empty-light");
        assertThat(window.says("No stacks")).isTrue();
        Toolkit.tell(window::close);

        board.broken = true;
        show(Settings.Theme.DARK, 1280, 800);
        window.picture("stack-failed-dark");
        assertThat(window.says("The database is closed.")).isTrue();
    }

    private void openLargest() {
        open("Your parcel is waiting");
    }

    private void open(String title) {
        Toolkit.tell(() -> model.open(model.shelf().stacks().stream().filter(stack -> stack.title().equals(title)).findFirst().orElseThrow()));
        Toolkit.until(() -> model.ticks() != null);
        Toolkit.frames(8);
    }

    private void seeEverything() {
        Toolkit.tell(() -> {
            model.saw(model.shown());
            model.opened(model.openProperty().get().seed().id());
        });
    }

    private PictureGrid grid() {
        return (PictureGrid) window.node("#stack-grid");
    }

    private Node tile(int index) {
        return Toolkit.ask(() -> grid().lookupAll(".grid-tile").stream().filter(node -> node.getParent() instanceof GridCell<?> cell && cell.getIndex() == index)
                .findFirst().orElseThrow());
    }

    private Button commit() {
        return window.node("#stack-commit");
    }

    private String message() {
        return window.<Label>node("#stack-message").getText();
    }

    /** Red pixels: the parcel's button, which no cover shows. */
    private long red() {
        BufferedImage shot = Toolkit.shot(window.scene());
        long red = 0;
        for (int y = 45; y < shot.getHeight(); y++) {
            for (int x = 240; x < 1090; x++) {
                int pixel = shot.getRGB(x, y);
                red += (pixel >> 16 & 255) > 180 && (pixel >> 8 & 255) < 60 && (pixel & 255) < 60 ? 1 : 0;
            }
        }
        return red;
    }

    /** The headless robot has no wheel. */
    private void wheel(double by) {
        Node over = tile(0);
        Toolkit.tell(() -> Event.fireEvent(over, new ScrollEvent(ScrollEvent.SCROLL, 10, 10, 10, 10, false, false, false, false, false, false,
                0, by, 0, by, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    private void show(Settings.Theme theme, int width, int height) {
        model = new StackViewModel(board, window.now(), window.now(), Clock.fixed(PaintedBoard.NOW, ZoneOffset.UTC));
        window.show(theme, width, height, () -> {
            controller = new StackController(model, window.overlays(), window.now(), new SimpleObjectProperty<>(new KeyMap(PaintedBoard.PACK)));
            return List.of(new Screen("stacks", "Stacks", new SimpleStringProperty("3"), () -> new Views().load("cluster", controller),
                    () -> null, controller::shown, controller::hidden));
        });
    }
}
