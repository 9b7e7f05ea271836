package dev.docket.ui.review;

import dev.docket.queue.LeasedTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The tasks that were taken along for work away from the network. They stay in hand when the lane is changed or work pauses:
 * those of other lanes are put aside until one comes back to them. JavaFX thread.
 */
final class Along {
    private final Map<UUID, Instant> until = new HashMap<>();
    private final Map<Integer, List<Held>> aside = new HashMap<>();

    void add(TakenAlong taken) {
        taken.tasks().forEach(task -> until.put(task.taskId(), taken.until()));
    }

    /** All of them, in the window or aside. */
    Set<UUID> tasks() {
        return until.keySet();
    }

    /** How long its lease still lasts; empty for a task that was not taken along. */
    Optional<Duration> left(LeasedTask task, Instant now) {
        return Optional.ofNullable(until.get(task.taskId())).map(end -> Duration.between(now, end));
    }

    void putAside(int lane, LeasedWindow window) {
        put(lane, window.takeOut(until.keySet()));
    }

    void putAside(TakenAlong taken) {
        Map<UUID, ReviewCase> cases = new HashMap<>();
        taken.cases().forEach(known -> cases.put(known.task().taskId(), known));
        put(taken.lane(), taken.tasks().stream().map(task -> {
            Held one = new Held(task);
            Optional.ofNullable(cases.get(task.taskId())).ifPresent(known -> {
                one.startOpening();
                one.opened(known);
            });
            return one;
        }).toList());
    }

    private void put(int lane, List<Held> tasks) {
        if (!tasks.isEmpty()) {
            aside.computeIfAbsent(lane, _ -> new ArrayList<>()).addAll(tasks);
        }
    }

    /** What was put aside of this lane is in hand again, before anything else of it. */
    void putBack(int lane, LeasedWindow window) {
        Optional.ofNullable(aside.remove(lane)).ifPresent(window::putBack);
    }

    /** The items of those aside. */
    Collection<UUID> itemsAside() {
        return aside.values().stream().flatMap(List::stream).map(held -> held.task().itemId()).toList();
    }

    /** Lets go of those aside of this kind. Returns their tasks. */
    List<UUID> forget(Predicate<ReviewCase> kind) {
        List<UUID> gone = new ArrayList<>();
        aside.values().forEach(tasks -> tasks.removeIf(held -> {
            boolean is = held.known().filter(kind).isPresent();
            if (is) {
                gone.add(held.task().taskId());
            }
            return is;
        }));
        return gone;
    }

    /** Lets go of all. Returns the tasks of those aside. */
    List<UUID> end() {
        List<UUID> all = aside.values().stream().flatMap(List::stream).map(held -> held.task().taskId()).toList();
        aside.clear();
        until.clear();
        return all;
    }
}
