package dev.docket.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.Tombstone;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskFilter.Standing;
import dev.docket.queue.TaskRow;
import dev.docket.settings.Settings;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Views;
import dev.docket.ui.ladder.KeepingDesk;
import dev.docket.ui.ladder.LadderDesk;
import dev.docket.ui.shell.Screen;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real screen in the window's shell; pictures of its states in {@code target/pictures}. */
class QueueScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "ladder", "queue");

    private final PaintedQueue board = new PaintedQueue();
    private QueueViewModel model;

    @Test
    void aTaskIsFoundByTypingAndItsStoryToldByTheArrowKeys() {
        show(Settings.Theme.DARK, 1440, 900);

        window.click("#search").write("0a1b");
        Keyboard.type(KeyCode.ENTER);
        assertThat(board.asked.getLast().words()).isEqualTo("0a1b");

        Toolkit.tell(() -> table().requestFocus());
        Keyboard.type(KeyCode.DOWN);
        Keyboard.type(KeyCode.DOWN);
        window.picture("queue-dark");

        assertThat(model.storyProperty().get()).get().extracting(s -> s.item().id()).isEqualTo(model.rows().get(2).itemId());
    }

    @Test
    void aLaneAndAStandingNarrowTheList() {
        show(Settings.Theme.LIGHT, 1280, 800);

        window.click("#standing-decided");
        window.click("Spam or scam");
        Toolkit.tell(() -> table().getSelectionModel().select(3));
        window.picture("queue-light-small");

        assertThat(board.asked.getLast()).isEqualTo(new TaskFilter("", Optional.of(2), Standing.DECIDED));
    }

    /** A server counts no further, so a figure beyond would be wrong. */
    @Test
    void aLongLaneHasTenThousandAndMore() {
        board.spamWaiting = 10_001;
        show(Settings.Theme.LIGHT, 1280, 800);
        window.picture("queue-long-light");

        assertThat(window.says("10,000+")).isTrue();
        assertThat(window.says("10001")).isFalse();
    }

    @Test
    void whatIHoldIsGivenBackOneByMouseAndTheRestByKey() {
        board.holdThree();
        show(Settings.Theme.LIGHT, 1280, 800);
        List<Integer> told = new ArrayList<>();
        Toolkit.tell(() -> model.onGivenBack(() -> told.add(board.mine.size())));
        window.picture("queue-leases-light");

        window.click(".lease-back");
        assertThat(board.mine).hasSize(2);

        Toolkit.tell(() -> window.scene().lookup("#give-back-all").requestFocus());
        Keyboard.type(KeyCode.SPACE);
        Toolkit.frames(2);

        assertThat(board.mine).isEmpty();
        assertThat(told).containsExactly(2, 0);
        assertThat(window.says("You hold nothing.")).isTrue();
    }

    @Test
    void anAppealIsRegisteredByKeyAndTakenBackByMouse() {
        board.ladder.appealable = LadderDesk.Appealable.OPEN;
        show(Settings.Theme.LIGHT, 1440, 900);
        Toolkit.tell(() -> {
            table().getSelectionModel().select(3);
            window.scene().lookup("#story-appeal").requestFocus();
        });
        Toolkit.frames(2);
        Keyboard.type(KeyCode.SPACE);
        Toolkit.frames(2);
        window.click("#words").write("My shop");
        window.picture("queue-appeal-light");
        Keyboard.type(KeyCode.CONTROL, KeyCode.ENTER);
        Toolkit.frames(2);

        assertThat(board.ladder.lodged).containsExactly("UPLOADER: My shop");
        assertThat(window.says("The appeal is registered and waits in the lane Appeals.")).isTrue();

        window.click("Take the appeal back");
        Toolkit.frames(2);
        assertThat(board.ladder.appealable).isEqualTo(LadderDesk.Appealable.OPEN);
    }

    @Test
    void beforeAnItemIsErasedItIsSaidWhatGoesAndWhatStays() {
        show(Settings.Theme.DARK, 1280, 800);
        board.keeping.holds.add(new KeepingDesk.Held("case-7", "L-04", PaintedQueue.NOW));
        Toolkit.tell(() -> table().getSelectionModel().select(3));
        Toolkit.frames(2);
        window.click("#story-keep");
        Toolkit.frames(2);
        window.picture("queue-keep-dark-small");
        assertThat(window.<Node>node("#keep-lift").getAccessibleText()).isEqualTo("Lift the hold case-7");
        Toolkit.tell(() -> ((TextField) window.scene().lookup("#keep-reason")).setText("subject request"));
        assertThat(Toolkit.ask(() -> window.scene().lookup("#keep-erase").isDisabled())).isTrue();
        Keyboard.type(KeyCode.ESCAPE);
        Toolkit.frames(2);

        assertThat(board.keeping.erased).isEmpty();
    }

    @Test
    void whatWasErasedSaysWhenAndWhy() {
        board.erased = List.of(new Tombstone(new UUID(3, 3), board.rows.get(1).itemId(), EnumSet.allOf(Tombstone.Part.class), Tombstone.Cause.REQUEST,
                "subject-request", "gdpr-17.1.a", new UUID(1, 1), PaintedQueue.NOW));
        show(Settings.Theme.LIGHT, 1440, 900);
        Toolkit.tell(() -> table().getSelectionModel().select(3));
        window.click("#story-keep");
        Toolkit.frames(2);
        window.picture("queue-keep-light");

        assertThat(Toolkit.ask(() -> window.scene().getRoot().lookupAll(".note .label").stream().map(label -> ((Label) label).getText()).toList()))
                .anyMatch(text -> text.contains("was erased on") && text.contains("subject-request, gdpr-17.1.a"));
    }

    @Test
    void aLeadTakesWhatSomebodyHoldsByKeyOnceTheyHaveSaidSo() {
        board.lead = true;
        show(Settings.Theme.DARK, 1280, 800);
        Toolkit.tell(() -> window.scene().lookup(".queue-holders .lease-back").requestFocus());
        Keyboard.type(KeyCode.SPACE);
        window.picture("queue-take-dark");
        Keyboard.type(KeyCode.ESCAPE);
        assertThat(board.taken).as("asked first").isEmpty();

        Keyboard.type(KeyCode.SPACE);
        Keyboard.type(KeyCode.DIGIT1);
        window.picture("queue-taken-dark");

        assertThat(board.taken).singleElement().satisfies(holder -> assertThat(holder.pseudonym()).isEqualTo("R-14"));
        assertThat(window.says("R-14 held one of civic; it is back in the lane")).isTrue();
    }

    @Test
    void lanesSayWhoWorksInThemAndWhatNobodyMayTake() {
        show(Settings.Theme.DARK, 1440, 900);

        assertThat(Toolkit.ask(() -> window.scene().getRoot().lookupAll(".queue-lane").stream().map(n -> n.getAccessibleText()).filter(t -> t != null).toList()))
                .anyMatch(t -> t.startsWith("Legal: 3 waiting") && t.contains("For legal: not offered to you") && t.contains("First due in 40 min"))
                .anyMatch(t -> t.startsWith("Adjudication: 2 waiting") && t.contains("1 that nobody here may take"));
        window.click("Legal");
        window.picture("queue-lanes-dark");
        assertThat(window.says("For legal: not offered to you. First due in 40 min")).isTrue();
    }

    @Test
    void anEmptyQueueAndOneThatCannotBeReadSaySo() {
        board.rows = List.of();
        show(Settings.Theme.LIGHT, 1440, 900);
        window.picture("queue-empty-light");

        assertThat(window.says("No task is of this kind.")).isTrue();

        board.rows = null;
        Toolkit.tell(model::refresh);
        window.picture("queue-failed-light");

        assertThat(window.says("The database is closed.")).isTrue();
    }

    @SuppressWarnings("unchecked")
    private TableView<TaskRow> table() {
        return (TableView<TaskRow>) window.node(".task-table");
    }

    private void show(Settings.Theme theme, int width, int height) {
        model = new QueueViewModel(board, window.now());
        window.show(theme, width, height, () -> {
            QueueController controller = new QueueController(model, window.overlays(), Clock.fixed(PaintedQueue.NOW, ZoneOffset.UTC));
            return List.of(Screen.of("queue", "Queue", () -> new Views().load("queue", controller), model::refresh));
        });
    }
}
