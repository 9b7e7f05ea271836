package dev.docket.ui.queue;

import dev.docket.item.HandOver;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.item.Tombstone;
import dev.docket.policy.Severity;
import dev.docket.queue.Holder;
import dev.docket.queue.Lane;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskRow;
import dev.docket.queue.TaskSearch;
import dev.docket.storage.ContentHash;
import dev.docket.team.Role;
import dev.docket.ui.ladder.KeepingDesk;
import dev.docket.ui.ladder.LadderDesk;
import dev.docket.ui.ladder.PaintedKeeping;
import dev.docket.ui.ladder.PaintedLadder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A queue in memory: five lanes, four tasks, each with a story. */
final class PaintedQueue implements QueueBoard {
    static final Instant NOW = Instant.parse("2026-11-21T15:06:00Z");

    final List<TaskFilter> asked = new ArrayList<>();
    final List<TaskRow> mine = new ArrayList<>();
    final List<Holder> taken = new ArrayList<>();
    boolean lead;
    long spamWaiting = 104;
    final PaintedLadder ladder = new PaintedLadder();
    final PaintedKeeping keeping = new PaintedKeeping();
    List<Tombstone> erased = List.of();
    /** Null: the database is closed. */
    List<TaskRow> rows = List.of(row(1, TaskFilter.Standing.HELD), row(2, TaskFilter.Standing.WAITING), row(3, TaskFilter.Standing.WAITING),
            row(4, TaskFilter.Standing.DECIDED));

    void holdThree() {
        mine.addAll(List.of(row(1, TaskFilter.Standing.HELD), row(2, TaskFilter.Standing.HELD), row(3, TaskFilter.Standing.HELD)));
    }

    @Override
    public Standing standing() {
        return new Standing(List.of(
                new Lane(1, "civic", "Civic deception", "S3", 12, 1, Optional.of(Duration.ofMinutes(95))),
                new Lane(2, "spam", "Spam or scam", "S1", spamWaiting, 0, Optional.of(Duration.ofDays(3))),
                new Lane(3, "second-opinion", "Second opinion", "S2", 0, 0, Optional.empty()),
                new Lane(4, "ladder-legal", "Legal", "S3", 0, 0, Optional.of(Duration.ofMinutes(20)), Optional.of(NOW.plusSeconds(2400)), 3, 0,
                        Optional.of(Role.LEGAL), true),
                new Lane(5, "adjudication", "Adjudication", "S3", 1, 0, Optional.of(Duration.ofMinutes(20)), Optional.of(NOW.plusSeconds(900)), 1, 1,
                        Optional.empty(), false)),
                List.of(new Holder(new UUID(0, 14), "R-14", 1, "civic", 1, NOW.plusSeconds(72))));
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
    public boolean mayTakeFrom(Holder holder) {
        return lead;
    }

    @Override
    public int takeFrom(Holder holder) {
        taken.add(holder);
        return (int) holder.tasks();
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
    public List<Tombstone> erased(String words) {
        return erased;
    }

    @Override
    public Optional<KeepingDesk> keeping() {
        return Optional.of(keeping);
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
                List.of(new ItemStory.Event(task.queuedAt(), "mdal-comment", "R-02 says", "Is this last week\u2019s?")), ladder.appealable(item), task.standing() == TaskFilter.Standing.DECIDED ? ItemStory.Golden.MARKABLE : ItemStory.Golden.NOTHING));
    }

    private static TaskRow row(int number, TaskFilter.Standing standing) {
        Instant flagged = NOW.minus(Duration.ofMinutes(47L * number));
        return new TaskRow(new UUID(1, number), Items.idOf(new Source("feed", "post-" + number)), "Civic deception", "S3", 1, standing,
                standing == TaskFilter.Standing.HELD ? Optional.of("R-14") : Optional.empty(), Optional.empty(), flagged, flagged, Optional.of("u-5f21"));
    }
}
