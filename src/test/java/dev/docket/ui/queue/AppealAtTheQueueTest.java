package dev.docket.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskRow;
import dev.docket.settings.Settings;
import dev.docket.ui.Toolkit;
import dev.docket.ui.review.OpenDesk;
import dev.docket.ui.review.PaintedPictures;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Queue screen over a real desk: an appeal registered at the keyboard, read back from the event log. */
class AppealAtTheQueueTest {
    @TempDir
    private Path folder;

    private OpenDesk open;

    @BeforeEach
    void openTheWindow() throws Exception {
        open = new OpenDesk(folder, Settings.DEFAULT.withBlindShare(0).withPublishHold(Duration.ZERO),
                PaintedPictures.streets(folder.resolve("pictures"), 3, 320, 240));
    }

    @AfterEach
    void closeTheWindow() {
        open.close();
    }

    @Test
    void anAppealRegisteredThereWaitsForSomebodyElseAndCanBeTakenBack() {
        UUID item = open.current().item().id();
        open.commit(KeyCode.DIGIT1);
        Verdict decided = open.history(item).getFirst();
        find(item);

        press("#story-appeal");
        open.type("MY SHOP");
        open.press(KeyCode.ENTER, KeyCode.CONTROL);
        Toolkit.until(() -> open.history(item).size() == 2);

        Verdict appealed = open.history(item).getLast();
        assertThat(appealed.kind()).isEqualTo(VerdictKind.APPEALED);
        assertThat(appealed.about()).contains(decided.id());
        assertThat(appealed.reviewer()).isEqualTo(open.desk.self.id());
        assertThat(appealed.reason()).contains("uploader");
        assertThat(appealed.words().orElseThrow()).isEqualToIgnoringCase("my shop");
        assertThat(open.lines(appealed)).containsExactly("VERDICT_APPEALED");
        assertThat(open.desk.database.<Boolean>inTransaction(tx -> open.desk.queue.isBarred(tx, appealed.taskId(), open.desk.self.id())))
                .as("never heard by who decided it").isTrue();

        Toolkit.until(() -> story().appealable() == dev.docket.ui.ladder.LadderDesk.Appealable.PENDING);
        Toolkit.frames(2);
        press("#story-appeal");
        Toolkit.until(() -> open.history(item).size() == 3);
        Verdict back = open.history(item).getLast();
        assertThat(back.kind()).isEqualTo(VerdictKind.UNDONE);
        assertThat(open.lines(back)).containsExactly("VERDICT_UNDONE");
    }

    /** Brings the queue screen to the front and goes to the item's row. */
    private void find(UUID item) {
        open.click("#tab-queue");
        QueueViewModel queue = open.screens().queue().model();
        Toolkit.tell(() -> queue.standing(TaskFilter.Standing.ANY));
        Toolkit.until(() -> table().getItems().stream().anyMatch(row -> row.itemId().equals(item)));
        Toolkit.tell(() -> table().getSelectionModel().select(table().getItems().stream().filter(row -> row.itemId().equals(item)).findFirst().orElseThrow()));
        Toolkit.until(() -> queue.storyProperty().get().isPresent());
        Toolkit.frames(2);
    }

    private ItemStory story() {
        return open.screens().queue().model().storyProperty().get().orElseThrow();
    }

    /** With the keyboard. */
    private void press(String selector) {
        Toolkit.tell(() -> node(selector).requestFocus());
        open.press(KeyCode.SPACE);
        Toolkit.frames(2);
    }

    private Node node(String selector) {
        return open.scene().getRoot().lookup(selector);
    }

    @SuppressWarnings("unchecked")
    private TableView<TaskRow> table() {
        return (TableView<TaskRow>) node(".task-table");
    }
}
