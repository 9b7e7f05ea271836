package dev.docket.ui.queue;

import dev.docket.settings.Settings;
import dev.docket.ui.BothWays;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Views;
import dev.docket.ui.ladder.LadderDesk;
import dev.docket.ui.shell.Screen;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is done on the queue screen, by keys alone and with the mouse alone; words are typed either way. */
class EveryQueueKeyTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "ladder", "queue");

    private PaintedQueue board;
    private QueueViewModel model;

    @Test
    void everythingOnTheQueueScreenIsDoneByKeyAndByMouse() {
        BothWays ways = new BothWays(this::show, this::state);
        ways.act("choose a lane", () -> {
            window.tabTo("#lanes");
            Keyboard.type(KeyCode.DOWN);
        }, () -> window.tap(cell(".queue-lane", 1), false));
        ways.act("choose what stands how", () -> {
            window.tabTo("#standing-" + model.filterProperty().get().standing().name().toLowerCase(java.util.Locale.ROOT));
            Keyboard.type(KeyCode.RIGHT);
        }, () -> window.tap(nextStanding()));
        ways.act("find", () -> {
            window.tabTo("#search");
            search();
        }, () -> {
            window.tap("#search");
            search();
        });
        ways.act("read a story", () -> {
            window.tabTo(".task-table");
            Keyboard.type(KeyCode.DOWN);
        }, () -> window.tap(cell(".task-table .table-cell", 1), false));
        pressed(ways, "comments", "#story-comments", () -> model.select(board.rows.get(3)));
        pressed(ways, "register an appeal", "#story-appeal", () -> appealable(LadderDesk.Appealable.OPEN));
        pressed(ways, "take an appeal back", "#story-appeal", () -> appealable(LadderDesk.Appealable.PENDING));
        pressed(ways, "give one back", ".lease-back", () -> {});
        pressed(ways, "give all back", "#give-back-all", () -> {});
        ways.assertTheSame();
    }

    private void pressed(BothWays ways, String action, String button, Runnable ready) {
        ways.act(action, ready, () -> {
            window.tabTo(button);
            Keyboard.type(KeyCode.SPACE);
        }, () -> window.tap(button));
    }

    private void appealable(LadderDesk.Appealable how) {
        board.ladder.appealable = how;
        model.select(board.rows.get(3));
    }

    private void search() {
        Toolkit.tell(() -> ((TextInputControl) window.scene().getFocusOwner()).setText("0a1b"));
        Keyboard.type(KeyCode.ENTER);
    }

    private String nextStanding() {
        var all = dev.docket.queue.TaskFilter.Standing.values();
        return "#standing-" + all[(model.filterProperty().get().standing().ordinal() + 1) % all.length].name().toLowerCase(java.util.Locale.ROOT);
    }

    private Node cell(String selector, int index) {
        return Toolkit.ask(() -> window.scene().getRoot().lookupAll(selector).stream()
                .filter(node -> node instanceof javafx.scene.control.IndexedCell<?> cell && cell.getIndex() == index).findFirst().orElseThrow());
    }

    private String state() {
        String sheet = window.overlays().ground().getChildrenUnmodifiable().stream().map(s -> s.getClass().getSimpleName()).findFirst().orElse("no sheet");
        return String.join(" | ", model.filterProperty().get().toString(), "story " + model.storyProperty().get().map(s -> s.item().shortId()), "held " + board.mine.size(),
                "asked " + board.asked.getLast(), "appeal " + board.ladder.appealable, sheet,
                "appeal button " + (window.scene().getRoot().lookup("#story-appeal") instanceof Labeled button ? button.getText() : ""));
    }

    private void show() {
        Toolkit.tell(window.overlays()::close);
        board = new PaintedQueue();
        board.holdThree();
        model = new QueueViewModel(board, window.now());
        window.show(Settings.Theme.LIGHT, 1280, 800, () -> {
            QueueController controller = new QueueController(model, window.overlays(), Clock.fixed(PaintedQueue.NOW, ZoneOffset.UTC));
            return List.of(Screen.of("queue", "Queue", () -> new Views().load("queue", controller), model::refresh));
        });
    }
}
