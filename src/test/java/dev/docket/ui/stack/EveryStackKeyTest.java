package dev.docket.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.Severity;
import dev.docket.settings.Settings;
import dev.docket.ui.BothWays;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Views;
import dev.docket.ui.grid.PictureGrid;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.Screen;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.GridCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is done on the stack screen, by keys alone and with the mouse alone. */
class EveryStackKeyTest {
    /** A stack is decided by who is sure; a look is not latched there; the palette opens the key sheet everywhere. */
    private static final Set<KeyCommand> ELSEWHERE = EnumSet.of(KeyCommand.DECIDE_UNSURE, KeyCommand.LATCH, KeyCommand.KEYS);

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "stack");

    private PaintedBoard board;
    private StackViewModel model;
    private final BothWays ways = new BothWays(this::show, this::state);

    @Test
    void theStacksBesideAreChosenSortedAndTakenBackByKeyAndByMouse() {
        ways.act("open a stack", () -> {
            window.tabTo("#stack-list");
            Keyboard.type(KeyCode.UP);
        }, () -> window.click("Street photo"));
        ways.act("sort the stacks", () -> {
            window.tabTo("#stack-order");
            Keyboard.type(KeyCode.DOWN);
        }, () -> window.click("#stack-order").clickOn("largest first"));
        ways.act("take back a decision", () -> {
            window.tabTo("#stack-spread-back");
            Keyboard.type(KeyCode.SPACE);
            window.tabTo("#take-back-yes");
            Keyboard.type(KeyCode.SPACE);
        }, () -> {
            window.tap("#stack-spread-back");
            window.tap("#take-back-yes");
        });
        ways.assertTheSame();
    }

    @Test
    void tilesAreSortedFilteredAndChosenByKeyAndByMouse() {
        ways.act("sort the tiles", () -> {
            window.tabTo("#stack-sort");
            Keyboard.type(KeyCode.DOWN);
        }, () -> window.click("#stack-sort").clickOn("Sort: time flagged"));
        ways.act("show those left out", () -> {
            window.tabTo("#filter-all");
            Keyboard.type(KeyCode.RIGHT);
        }, () -> window.tap("#filter-left_out"));
        ways.act("move", () -> Keyboard.type(KeyCode.RIGHT), () -> window.tap(tile(1), false));
        ways.act("choose a row of tiles", () -> {
            Keyboard.type(KeyCode.J);
            Keyboard.type(KeyCode.SHIFT, KeyCode.J);
        }, () -> {
            window.tap(tile(1), false);
            window.tap(tile(2), true);
        });
        ways.assertTheSame();
    }

    @Test
    void everyCommandOfAStackDoesTheSameByKeyAndByMouse() {
        command(KeyCommand.DECIDE, () -> {}, () -> Keyboard.type(KeyCode.DIGIT9), "#stack-label-spam_scam");
        command(KeyCommand.MORE_LABELS, () -> {}, () -> Keyboard.type(KeyCode.DIGIT0), "#stack-more-labels");
        command(KeyCommand.SKIP, () -> grid().focus(2), () -> Keyboard.type(KeyCode.S), "#stack-tick");
        ways.act("tick what is far", () -> grid().focus(4), () -> Keyboard.type(KeyCode.S), () -> window.tap("#stack-tick"));
        ways.act("leave out on the tile", () -> {
            Keyboard.type(KeyCode.J);
            Keyboard.type(KeyCode.S);
        }, () -> {
            Node second = tile(1);
            Bounds at = Toolkit.ask(() -> second.localToScreen(second.getLayoutBounds()));
            window.robot().clickOn(at.getMinX() + 16, at.getMinY() + 16);
        });
        command(KeyCommand.MAKE_SEED, () -> grid().focus(2), () -> Keyboard.type(KeyCode.SHIFT, KeyCode.S), "#stack-make-seed");
        command(KeyCommand.GO_ON, () -> {}, () -> Keyboard.type(KeyCode.ENTER), "#stack-focused-face");
        command(KeyCommand.COVER_NOW, () -> large().open(model.openProperty().get().seed()), () -> Keyboard.type(KeyCode.ESCAPE), "#large-close");
        command(KeyCommand.DECIDE_STACK, this::readyToDecide, () -> Keyboard.type(KeyCode.SHIFT, KeyCode.T), "#stack-commit");
        command(KeyCommand.UNDO, () -> {
            readyToDecide();
            model.commit();
        }, () -> Keyboard.type(KeyCode.Z), "#stack-undo");
        ways.act(KeyCommand.PEEK.name(), () -> {
            Keyboard.type(KeyCode.ENTER);
            Keyboard.press(KeyCode.SPACE);
        }, () -> {
            window.tap("#stack-focused-face");
            window.hold(".stack-large-ground");
        });
        ways.assertTheSame();
        Keyboard.release(KeyCode.SPACE);

        assertThat(StackKeys.OWN.stream().filter(command -> !ELSEWHERE.contains(command)).map(KeyCommand::name)).allMatch(ways.actions()::contains);
    }

    private void command(KeyCommand command, Runnable ready, Runnable byKey, String button) {
        ways.act(command.name(), ready, byKey, () -> window.tap(button));
    }

    private void readyToDecide() {
        model.saw(model.shown());
        model.opened(model.openProperty().get().seed().id());
        model.choose(PaintedBoard.PACK.label("spam_scam"));
    }

    private String state() {
        OpenStack open = model.openProperty().get();
        String sheet = window.overlays().ground().getChildrenUnmodifiable().stream().map(s -> s.getClass().getSimpleName()).findFirst().orElse("no sheet");
        String ticked = open == null ? "" : open.members().stream().filter(m -> model.ticks().isTicked(m.id())).map(m -> m.item().shortId()).collect(Collectors.joining(" "));
        return String.join(" | ", open == null ? "none" : open.title() + " by " + open.seed().item().shortId(), "ticked " + ticked,
                "label " + model.labelProperty().get().map(l -> l.id()), "chosen " + grid().chosen(), "filter " + model.filter(), "shown " + model.shown(),
                "stacks " + model.shelf().orderProperty().get(), "decided " + board.decisions.size(), "undone " + board.undone.size(),
                "spreads " + board.spreads.size(), sheet, "sorted " + ((ComboBox<?>) window.scene().getRoot().lookup("#stack-sort")).getValue(),
                "large " + large().isOpen() + " " + (((ImageView) large().lookup(".image-view")).getImage() != null));
    }

    private LargeView large() {
        return (LargeView) window.scene().getRoot().lookup(".stack-large");
    }

    private PictureGrid grid() {
        return (PictureGrid) window.scene().getRoot().lookup("#stack-grid");
    }

    private Node tile(int index) {
        return Toolkit.ask(() -> grid().lookupAll(".grid-tile").stream().filter(node -> node.getParent() instanceof GridCell<?> cell && cell.getIndex() == index)
                .findFirst().orElseThrow());
    }

    private void open(String title) {
        model.open(model.shelf().stacks().stream().filter(stack -> stack.title().equals(title)).findFirst().orElseThrow());
    }

    private void show() {
        Toolkit.tell(window.overlays()::close);
        board = PaintedBoard.full();
        StackMember member = board.byItem.values().iterator().next().seed();
        board.spreads.add(new Propagation.Spread(new Verdict(new UUID(9, 9), member.task(), member.id(), 1, 0, VerdictKind.DECIDED, new UUID(0, 1), 1,
                Optional.of(Finding.of("spam_scam", Severity.S1, "remove")), Optional.empty(), PaintedBoard.PACK.ref(),
                Shown.opened(member.item().sha256(), "open", 900), PaintedBoard.NOW), 13, false));
        model = new StackViewModel(board, window.now(), window.now(), Clock.fixed(PaintedBoard.NOW, ZoneOffset.UTC));
        window.show(Settings.Theme.LIGHT, 1440, 900, () -> {
            StackController controller = new StackController(model, window.overlays(), window.now(), new SimpleObjectProperty<>(new KeyMap(PaintedBoard.PACK)));
            return List.of(new Screen("stacks", "Stacks", new SimpleStringProperty("3"), () -> new Views().load("cluster", controller),
                    () -> null, controller::shown, controller::hidden));
        });
        Toolkit.tell(() -> open("City blackout tonight"));
        Toolkit.frames(1);
    }
}
