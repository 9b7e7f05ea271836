package dev.docket.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.Severity;
import dev.docket.queue.Holder;
import dev.docket.queue.Lane;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskFilter.Standing;
import dev.docket.queue.TaskRow;
import dev.docket.queue.TaskSearch;
import dev.docket.settings.Settings;
import dev.docket.team.Role;
import dev.docket.storage.ContentHash;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.ladder.LadderDesk;
import dev.docket.ui.ladder.PaintedLadder;
import dev.docket.ui.shell.ShellController;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The real screen in the window's shell; pictures of its states in {@code target/pictures}. */
class QueueScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-21T15:06:00Z");

    private final Background now = new Background(Runnable::run, Runnable::run);
    private final Overlays overlays = new Overlays();
    private final List<TaskFilter> asked = new ArrayList<>();
    private final FxRobot robot = new FxRobot();
    private List<TaskRow> rows = List.of(row(1, Standing.HELD), row(2, Standing.WAITING), row(3, Standing.WAITING), row(4, Standing.DECIDED));
    private final List<TaskRow> mine = new ArrayList<>();
    private final PaintedLadder ladder = new PaintedLadder();
    private QueueViewModel model;
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
    void aTaskIsFoundByTypingAndItsStoryToldByTheArrowKeys() {
        show(Settings.Theme.DARK, 1440, 900);

        robot.clickOn("#search").write("0a1b");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(asked.getLast().words()).isEqualTo("0a1b");

        Toolkit.tell(() -> table().requestFocus());
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN).press(KeyCode.DOWN).release(KeyCode.DOWN);
        Toolkit.frames(3);
        Toolkit.picture(scene, "queue-dark");

        assertThat(model.storyProperty().get()).get().extracting(s -> s.item().id()).isEqualTo(model.rows().get(2).itemId());
        sound();
    }

    @Test
    void aLaneAndAStandingNarrowTheList() {
        show(Settings.Theme.LIGHT, 1280, 800);

        robot.clickOn("#standing-decided");
        robot.clickOn("Spam or scam");
        Toolkit.tell(() -> table().getSelectionModel().select(3));
        Toolkit.frames(3);
        Toolkit.picture(scene, "queue-light-small");

        assertThat(asked.getLast()).isEqualTo(new TaskFilter("", Optional.of(2), Standing.DECIDED));
        sound();
    }

    @Test
    void whatIHoldIsGivenBackOneByMouseAndTheRestByKey() {
        mine.addAll(List.of(row(1, Standing.HELD), row(2, Standing.HELD), row(3, Standing.HELD)));
        show(Settings.Theme.LIGHT, 1280, 800);
        List<Integer> told = new ArrayList<>();
        Toolkit.tell(() -> model.onGivenBack(() -> told.add(mine.size())));
        Toolkit.picture(scene, "queue-leases-light");

        robot.clickOn(".lease-back");
        assertThat(mine).hasSize(2);

        Toolkit.tell(() -> scene.lookup("#give-back-all").requestFocus());
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        Toolkit.frames(2);

        assertThat(mine).isEmpty();
        assertThat(told).containsExactly(2, 0);
        assertThat(robot.lookup("You hold nothing.").tryQuery()).isPresent();
        sound();
    }

    @Test
    void anAppealIsRegisteredByKeyAndTakenBackByMouse() {
        ladder.appealable = LadderDesk.Appealable.OPEN;
        show(Settings.Theme.LIGHT, 1440, 900);
        Toolkit.tell(() -> {
            table().getSelectionModel().select(3);
            scene.lookup("#story-appeal").requestFocus();
        });
        Toolkit.frames(2);
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        Toolkit.frames(2);
        robot.clickOn("#words").write("My shop");
        Toolkit.picture(scene, "queue-appeal-light");
        robot.press(KeyCode.CONTROL).press(KeyCode.ENTER).release(KeyCode.ENTER).release(KeyCode.CONTROL);
        Toolkit.frames(2);

        assertThat(ladder.lodged).containsExactly("UPLOADER: My shop");
        assertThat(robot.lookup("The appeal is registered and waits in the lane Appeals.").tryQuery()).isPresent();

        robot.clickOn("Take the appeal back");
        Toolkit.frames(2);
        assertThat(ladder.appealable).isEqualTo(LadderDesk.Appealable.OPEN);
        sound();
    }

    @Test
    void lanesSayWhoWorksInThemAndWhatNobodyMayTake() {
        show(Settings.Theme.DARK, 1440, 900);

        assertThat(Toolkit.ask(() -> scene.getRoot().lookupAll(".queue-lane").stream().map(n -> n.getAccessibleText()).filter(t -> t != null).toList()))
                .anyMatch(t -> t.startsWith("Legal: 3 waiting") && t.contains("For legal: not offered to you") && t.contains("First due in 40 min"))
                .anyMatch(t -> t.startsWith("Adjudication: 2 waiting") && t.contains("1 that nobody here may take"));
        robot.clickOn("Legal");
        Toolkit.frames(2);
        Toolkit.picture(scene, "queue-lanes-dark");
        assertThat(robot.lookup("For legal: not offered to you. First due in 40 min").tryQuery()).isPresent();
    }

    @Test
    void anEmptyQueueAndOneThatCannotBeReadSaySo() {
        rows = List.of();
        show(Settings.Theme.LIGHT, 1440, 900);
        Toolkit.picture(scene, "queue-empty-light");

        assertThat(robot.lookup("No task is of this kind.").tryQuery()).isPresent();

        rows = null;
        Toolkit.tell(model::refresh);
        Toolkit.frames(2);
        Toolkit.picture(scene, "queue-failed-light");

        assertThat(robot.lookup("The database is closed.").tryQuery()).isPresent();
        sound();
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
                    new ItemStory.Event(task.queuedAt(), "mdal-check_circle_outline", "Decided by R-14", "S3, Civic deception: Limit reach. Unsure")), ladder.appealable(item)));
        }
    }

    private static TaskRow row(int number, Standing standing) {
        Instant flagged = NOW.minus(Duration.ofMinutes(47L * number));
        return new TaskRow(new UUID(1, number), Items.idOf(new Source("feed", "post-" + number)), "Civic deception", "S3", 1, standing,
                standing == Standing.HELD ? Optional.of("R-14") : Optional.empty(), Optional.empty(), flagged, flagged, Optional.of("u-5f21"));
    }

    @SuppressWarnings("unchecked")
    private TableView<TaskRow> table() {
        return (TableView<TaskRow>) scene.getRoot().lookup(".task-table");
    }

    private void sound() {
        assertThat(styles.problems()).isEmpty();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene.getRoot()))).isEmpty();
    }

    private void show(Settings.Theme theme, int width, int height) {
        model = new QueueViewModel(new PaintedBoard(), now);
        Toolkit.tell(() -> {
            ShellController shell = new ShellController(overlays, new Theme(theme), new Job(now));
            scene = new Scene(new Views().load("shell", shell), width, height);
            Theme.dress(scene, "review", "ladder", "queue");
            QueueController controller = new QueueController(model, overlays, Clock.fixed(NOW, ZoneOffset.UTC));
            shell.open(List.of(Screen.of("queue", "Queue", () -> new Views().load("queue", controller), model::refresh)), "L-01");
            window = new javafx.stage.Stage();
            window.setScene(scene);
            window.show();
        });
        Toolkit.frames(3);
    }
}
