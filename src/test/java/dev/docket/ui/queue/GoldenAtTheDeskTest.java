package dev.docket.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.StandIns;
import dev.docket.quality.GoldenAnswer;
import dev.docket.quality.GoldenItems.Stock;
import dev.docket.quality.GoldenStream;
import dev.docket.quality.QualityRoom;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskRow;
import dev.docket.settings.Appearance;
import dev.docket.settings.Settings;
import dev.docket.ui.Toolkit;
import dev.docket.ui.review.OpenDesk;
import dev.docket.ui.review.PaintedPictures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the whole window: an item is marked as golden beside its history, comes again under another name, and its answer is told once it is decided. */
class GoldenAtTheDeskTest {
    private static final int PICTURES = 5;

    @TempDir
    private Path folder;
    private OpenDesk open;

    @Test
    void whatWasExpectedIsToldOnceItIsDecided() throws Exception {
        walk(Appearance.Language.ENGLISH, Settings.Theme.LIGHT, "The last one was a golden item. Expected: ", "Not dealt any more");
    }

    @Test
    void andInGerman() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            walk(Appearance.Language.GERMAN, Settings.Theme.DARK, "Der letzte war ein Kontrollfall. Erwartet: ", "Kommt nicht mehr vor");
        } finally {
            Locale.setDefault(before);
        }
    }

    private void walk(Appearance.Language language, Settings.Theme theme, String told, String retired) throws Exception {
        Settings settings = Settings.DEFAULT.withBlindShare(0).withPublishHold(Duration.ZERO).withAppearance(Appearance.DEFAULT.withLanguage(language).withTheme(theme));
        open = new OpenDesk(folder, settings, PaintedPictures.streets(folder.resolve("pictures"), PICTURES, 320, 240));
        String name = "golden-" + language.name().toLowerCase(Locale.ROOT);
        try {
            UUID item = open.current().item().id();
            open.commit(KeyCode.DIGIT1);
            find(item);
            open.picture(name + "-story");
            press("#story-golden");
            open.type("A STREET AND NOTHING ELSE");
            open.picture(name + "-sheet");
            open.press(KeyCode.ENTER, KeyCode.CONTROL);
            Toolkit.until(() -> !open.desk.golden.all().isEmpty());
            Stock marked = open.desk.golden.on(item).orElseThrow();
            assertThat(marked.golden().why()).isEqualToIgnoringCase("a street and nothing else");
            assertThat(new GoldenStream(open.desk.database, open.desk.queue, open.desk.policy.pack(), open.desk.audit, open.desk.clock, QualityRoom.ALWAYS).round()).isEqualTo(1);
            UUID standIn = open.desk.database.<List<UUID>>inTransaction(tx -> StandIns.of(tx, item)).getFirst();

            open.click("#tab-review");
            for (int n = 0; n < PICTURES && open.history(standIn).isEmpty(); n++) {
                decide();
            }
            Toolkit.until(() -> node("#golden-answer").isVisible());
            open.picture(name + "-answer");
            assertThat(Toolkit.ask(() -> words("#golden-answer"))).startsWith(told).containsIgnoringCase("a street and nothing else");
            assertThat(open.desk.golden.answers()).singleElement().extracting(GoldenAnswer::isRight).isEqualTo(false);
            assertThat(open.desk.database.<java.util.Map<UUID, ?>>inTransaction(_ -> open.desk.exports.dealt(dev.docket.export.Splits.Grouping.NEAR_DUPLICATES))).doesNotContainKey(standIn);
            Toolkit.tell(() -> ((javafx.scene.control.Button) node("#golden-read")).fire());
            assertThat(Toolkit.ask(() -> node("#golden-answer").isVisible())).isFalse();

            find(item);
            press("#story-golden");
            Toolkit.until(() -> open.desk.golden.on(item).isEmpty());
            Toolkit.until(() -> open.scene().getRoot().lookupAll(".label").stream().anyMatch(label -> label instanceof Label said && said.getText() != null && said.getText().startsWith(retired)));
        } finally {
            open.close();
        }
    }

    /** Spam, whatever it shows. */
    private void decide() {
        var before = open.current();
        open.press(KeyCode.DIGIT9);
        Toolkit.until(() -> open.current() != before);
        Toolkit.until(() -> !open.history(before.item().id()).isEmpty());
        Toolkit.frames(3);
    }

    private String words(String selector) {
        return node(selector).lookupAll(".label").stream().map(label -> ((Label) label).getText()).reduce("", String::concat);
    }

    private void find(UUID item) {
        open.click("#tab-queue");
        QueueViewModel queue = open.screens().queue().model();
        Toolkit.tell(() -> queue.standing(TaskFilter.Standing.ANY));
        Toolkit.until(() -> table().getItems().stream().anyMatch(row -> row.itemId().equals(item)));
        Toolkit.tell(() -> table().getSelectionModel().select(table().getItems().stream().filter(row -> row.itemId().equals(item)).findFirst().orElseThrow()));
        Toolkit.until(() -> queue.storyProperty().get().filter(story -> story.item().id().equals(item)).isPresent());
        Toolkit.frames(2);
    }

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
