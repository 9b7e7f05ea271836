package dev.docket.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.Tombstone;
import dev.docket.item.Tombstones;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskRow;
import dev.docket.settings.Settings;
import dev.docket.ui.Toolkit;
import dev.docket.ui.review.OpenDesk;
import dev.docket.ui.review.PaintedPictures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lead keeps an item, lets it go, and erases it, in the whole window. */
class HoldAndEraseTest {
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
    void aHeldItemCannotBeErasedAndAnErasedOneSaysWhenAndWhy() {
        UUID item = open.current().item().id();
        open.commit(KeyCode.DIGIT1);
        find(item);

        press("#story-keep");
        type("#keep-reference", "case-7");
        press("#keep-place");
        Toolkit.until(() -> !open.desk.holds.on(item).isEmpty());
        type("#keep-reason", "subject-request");
        type("#keep-basis", "gdpr-17.1.a");
        Toolkit.tell(() -> ((CheckBox) node("#keep-sure")).setSelected(true));
        Toolkit.until(() -> node("#keep-lift") != null);
        assertThat(((Button) node("#keep-erase")).isDisabled()).as("while it is held").isTrue();

        press("#keep-lift");
        Toolkit.until(() -> open.desk.holds.on(item).isEmpty());
        Toolkit.until(() -> !((Button) node("#keep-erase")).isDisabled());
        open.press(KeyCode.ENTER, KeyCode.CONTROL);
        Toolkit.until(() -> !open.desk.database.<List<Tombstone>>inTransaction(tx -> new Tombstones().of(tx, item)).isEmpty());

        QueueViewModel queue = open.screens().queue().model();
        Toolkit.until(() -> !queue.erasedProperty().get().isEmpty());
        assertThat(queue.storyProperty().get()).as("no story is told of it").isEmpty();
        Toolkit.until(() -> table().getItems().stream().noneMatch(row -> row.itemId().equals(item)));
        assertThat(open.desk.database.<List<UUID>>inTransaction(open.desk.items::ids)).doesNotContain(item);
    }

    private void find(UUID item) {
        open.click("#tab-queue");
        QueueViewModel queue = open.screens().queue().model();
        Toolkit.tell(() -> queue.standing(TaskFilter.Standing.ANY));
        Toolkit.until(() -> table().getItems().stream().anyMatch(row -> row.itemId().equals(item)));
        Toolkit.tell(() -> table().getSelectionModel().select(table().getItems().stream().filter(row -> row.itemId().equals(item)).findFirst().orElseThrow()));
        Toolkit.until(() -> queue.storyProperty().get().isPresent());
        Toolkit.frames(2);
    }

    private void type(String field, String words) {
        Toolkit.tell(() -> ((TextField) node(field)).setText(words));
        Toolkit.frames(2);
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
