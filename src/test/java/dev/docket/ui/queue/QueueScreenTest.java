package dev.docket.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.Severity;
import dev.docket.item.HandOver;
import dev.docket.queue.Holder;
import dev.docket.queue.Lane;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskFilter.Standing;
import dev.docket.queue.TaskRow;
import dev.docket.queue.TaskSearch;
import dev.docket.settings.Settings;
import dev.docket.storage.ContentHash;
import dev.docket.team.Role;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Views;
import dev.docket.ui.ladder.LadderDesk;
import dev.docket.ui.ladder.PaintedLadder;
import dev.docket.ui.shell.Screen;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real screen in the window's shell; pictures of its states in {@code target/pictures}. */
class QueueScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "ladder", "queue");

    private static final Instant NOW = Instant.parse("2026-11-21T15:06:00Z");

    private final List<TaskFilter> asked = new ArrayList<>();
    private List<TaskRow> rows = List.of(row(1, Standing.HELD), row(2, Standing.WAITING), row(3, Standing.WAITING), row(4, Standing.DECIDED));
    private final List<TaskRow> mine = new ArrayList<>();
    private final PaintedLadder ladder = new PaintedLadder();
    private QueueViewModel model;

    @Test
    void aTaskIsFoundByTypingAndItsStoryToldByTheArrowKeys() {
        show(Settings.Theme.DARK, 1440, 900);

        window.click("#search").write("0a1b");
        Keyboard.type(KeyCode.ENTER);
        assertThat(asked.getLast().words()).isEqualTo("0a1b");

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

        assertThat(asked.getLast()).isEqualTo(new TaskFilter("", Optional.of(2), Standing.DECIDED));
    }

    @Test
    void whatIHoldIsGivenBackOneByMouseAndTheRestByKey() {
        mine.addAll(List.of(row(1, Standing.HELD), row(2, Standing.HELD), row(3, Standing.HELD)));
        show(Settings.Theme.LIGHT, 1280, 800);
        List<Integer> told = new ArrayList<>();
        Toolkit.tell(() -> model.onGivenBack(() -> told.add(mine.size())));
        window.picture("queue-leases-light");

        window.click(".lease-back");
        assertThat(mine).hasSize(2);

        Toolkit.tell(() -> window.scene().lookup("#give-back-all").requestFocus());
        Keyboard.type(KeyCode.SPACE);
        Toolkit.frames(2);

        assertThat(mine).isEmpty();
        assertThat(told).containsExactly(2, 0);
        assertThat(window.says("You hold nothing.")).isTrue();
    }

    @Test
    void anAppealIsRegisteredByKeyAndTakenBackByMouse() {
        ladder.appealable = LadderDesk.Appealable.OPEN;
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

        assertThat(ladder.lodged).containsExactly("UPLOADER: My shop");
        assertThat(window.says("The appeal is registered and waits in the lane Appeals.")).isTrue();

        window.click("Take the appeal back");
        Toolkit.frames(2);
        assertThat(ladder.appealable).isEqualTo(LadderDesk.Appealable.OPEN);
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
        rows = List.of();
        show(Settings.Theme.LIGHT, 1440, 900);
        window.picture("queue-empty-light");

        assertThat(window.says("No task is of this kind.")).isTrue();

        rows = null;
        Toolkit.tell(model::refresh);
        window.picture("queue-failed-light");

        assertThat(window.says("The database is closed.")).isTrue();
    }

    private final class PaintedBoard implements QueueBoard {
        @Override
        public Standing standing() {
            return new Standing(List.of(
                    new Lane(1, "civic", "Civic deception", "S3", 12, 1, Optional.of(Duration.ofMinutes(95))),
                    new Lane(2, "spam", "Spam or scam", "S1", 104, 0, Optional.of(Duration.ofDays(3))),
                    new Lane(3, "second-opinion", "Second opinion", "S2", 0, 0, Optional.empty()),
                    new Lane(4, "ladder-legal", "Legal", "S3", 0, 0, Optional.of(Duration.ofMinutes(20)), Optional.of(NOW.plusSeconds(2400)), 3, 0,
                            Optional.of(Role.LEGAL), true),
                    new Lane(5, "adjudication", "Adjudication", "S3", 1, 0, Optional.of(Duration.ofMinutes(20)), Optional.of(NOW.plusSeconds(900)), 1, 1,
                            Optional.empty(), false)),
                    List.of(new Holder("R-14", "civic", 1, NOW.plusSeconds(72))));
        }

        @Override
        public List<TaskRow> mine() {
            return List.copyOf(mine);
        }

        @Override
        public void giveBack(List<UUID> tasks) {
            mine.removeIf(task -> tasks.contains(task.taskId()));
        }

        @Override
        public LadderDesk ladder() {
            return ladder;
        }

        @Override
        public List<HandOver> withheld(String words) {
            return List.of();
        }

        @Override
        public TaskSearch.Found find(TaskFilter filter) {
            asked.add(filter);
            if (rows == null) {
                throw new IllegalStateException("The database is closed.");
            }
            return new TaskSearch.Found(rows, rows.isEmpty() ? 0 : 1204);
        }

        @Override
        public Optional<ItemStory> story(UUID item) {
            TaskRow task = rows.stream().filter(r -> r.itemId().equals(item)).findFirst().orElseThrow();
            Source source = new Source("feed", "post-1");
            ImageItem known = new ImageItem(item, source, ContentHash.of("x".getBytes(StandardCharsets.UTF_8)), 2_400_000, "image/jpeg", 4032, 3024,
                    task.flaggedAt(), task.flaggedAt(), ItemFacts.NONE);
            return Optional.of(new ItemStory(known, Severity.S3, Optional.of(NOW.plusSeconds(5400)), task.standing() != TaskFilter.Standing.DECIDED, List.of(
                    new ItemStory.Event(task.flaggedAt(), "mdal-flag", "Flagged", "By feed, there called post-1"),
                    new ItemStory.Event(task.queuedAt(), "mdal-inbox", "Admitted", "Under pack docket-default 1.2.0"),
                    new ItemStory.Event(task.queuedAt(), "mdal-check_circle_outline", "Decided by R-14", "S3, Civic deception: Limit reach. Unsure")),
                    List.of(new ItemStory.Event(task.queuedAt(), "mdal-comment", "R-02 says", "Is this last week\u2019s?")), ladder.appealable(item)));
        }
    }

    private static TaskRow row(int number, Standing standing) {
        Instant flagged = NOW.minus(Duration.ofMinutes(47L * number));
        return new TaskRow(new UUID(1, number), Items.idOf(new Source("feed", "post-" + number)), "Civic deception", "S3", 1, standing,
                standing == Standing.HELD ? Optional.of("R-14") : Optional.empty(), Optional.empty(), flagged, flagged, Optional.of("u-5f21"));
    }

    @SuppressWarnings("unchecked")
    private TableView<TaskRow> table() {
        return (TableView<TaskRow>) window.node(".task-table");
    }

    private void show(Settings.Theme theme, int width, int height) {
        model = new QueueViewModel(new PaintedBoard(), window.now());
        window.show(theme, width, height, () -> {
            QueueController controller = new QueueController(model, window.overlays(), Clock.fixed(NOW, ZoneOffset.UTC));
            return List.of(Screen.of("queue", "Queue", () -> new Views().load("queue", controller), model::refresh));
        });
    }
}
