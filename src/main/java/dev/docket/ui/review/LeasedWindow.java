package dev.docket.ui.review;

import dev.docket.queue.LeasedTask;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.Background;
import dev.docket.ui.stage.Room;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The tasks in hand: the one on screen first, those behind it opened and decoded ahead, and the last two that were
 * decided, whose pixels an undo brings back at once. Pictures are bounded by their bytes. JavaFX thread.
 */
final class LeasedWindow {
    private static final int KEPT_BEHIND = 2;
    /** What was read of cases that were decided, without their pixels: what an undo brings back where nothing can be read. */
    private static final int FACTS_KEPT = 600;

    private final Casework casework;
    private final Background records;
    private final Prefetch prefetch;
    private final Runnable changed;
    private final Consumer<Exception> failed;
    private final List<Held> held = new ArrayList<>();
    private final Deque<Held> behind = new ArrayDeque<>();
    private final Map<UUID, ReviewCase> decided = new LinkedHashMap<>();
    private UnaryOperator<ReviewCase> cover = UnaryOperator.identity();

    /**
     * @param pictureBytes what all pictures together may hold; the one on screen is decoded whatever it takes
     * @param changed told whenever a case or a picture arrives
     */
    LeasedWindow(Casework casework, Workers workers, long pictureBytes, Runnable changed, Consumer<Exception> failed) {
        this.casework = casework;
        this.records = workers.records();
        this.prefetch = new Prefetch(casework, workers, pictureBytes, changed);
        this.changed = changed;
        this.failed = failed;
    }

    /** Pictures are shown in this room from now on. */
    void room(Room room) {
        prefetch.room(room);
    }

    /** The next picture is about to be painted: nothing is begun that is not on screen. */
    void rest() {
        prefetch.rest();
    }

    void resume() {
        prefetch.resume();
    }

    /** Once a second. */
    void tick() {
        prefetch.tick();
    }

    Optional<Held> first() {
        return held.isEmpty() ? Optional.empty() : Optional.of(held.getFirst());
    }

    List<Held> ahead() {
        return held.size() < 2 ? List.of() : List.copyOf(held.subList(1, held.size()));
    }

    OptionalDouble decoded(Held one) {
        return prefetch.decoded(one);
    }

    int size() {
        return held.size();
    }

    List<UUID> taskIds() {
        return tasks().stream().map(LeasedTask::taskId).toList();
    }

    List<LeasedTask> tasks() {
        return held.stream().map(Held::task).toList();
    }

    void add(Collection<LeasedTask> tasks) {
        tasks.stream().filter(t -> held.stream().noneMatch(h -> h.task().taskId().equals(t.taskId()))).map(Held::new).forEach(held::add);
        openAndDecode();
    }

    /** The same for tasks of which something is known already. */
    void add(Collection<LeasedTask> tasks, Collection<ReviewCase> known) {
        Map<UUID, ReviewCase> cases = new HashMap<>();
        known.forEach(one -> cases.put(one.task().taskId(), one));
        tasks.forEach(task -> {
            if (held.stream().noneMatch(h -> h.task().taskId().equals(task.taskId()))) {
                held.add(Optional.ofNullable(cases.get(task.taskId())).map(this::read).orElseGet(() -> new Held(task)));
            }
        });
        openAndDecode();
    }

    private Held read(ReviewCase known) {
        Held one = new Held(known.task());
        one.startOpening();
        one.opened(cover.apply(known));
        return one;
    }

    /** Out of the window, as they are. */
    List<Held> takeOut(Set<UUID> tasks) {
        List<Held> out = held.stream().filter(h -> tasks.contains(h.task().taskId())).toList();
        held.removeAll(out);
        return out;
    }

    /** What was taken out is in hand again. */
    void putBack(List<Held> out) {
        held.addAll(out);
        openAndDecode();
    }

    /** After an undo: the task comes back before the one on screen. */
    void putFirst(LeasedTask task) {
        Held back = new Held(task);
        behind.stream().filter(b -> b.task().itemId().equals(task.itemId())).findFirst().ifPresent(back::takePicture);
        held.addFirst(back);
        openAndDecode();
    }

    /** A task that never left the reviewer's hands comes back before the one on screen. False when nothing of it is kept. */
    boolean again(UUID task) {
        ReviewCase known = decided.get(task);
        if (known == null) {
            return false;
        }
        Held back = read(known);
        behind.stream().filter(b -> b.task().taskId().equals(task)).findFirst().ifPresent(back::takePicture);
        held.addFirst(back);
        openAndDecode();
        return true;
    }

    /** This task is no longer in hand, wherever it stands. */
    void remove(UUID task) {
        held.removeIf(h -> h.task().taskId().equals(task));
        prefetch.want(held, behind);
    }

    /** The first {@code most} stay in hand, and these. Returns the tasks that do not. */
    List<UUID> keep(int most, Set<UUID> these) {
        List<Held> over = held.stream().skip(most).filter(h -> !these.contains(h.task().taskId())).toList();
        held.removeAll(over);
        return over.stream().map(h -> h.task().taskId()).toList();
    }

    /** The first leaves the screen; its pixels are kept a little, unless {@code forget}. */
    void removeFirst(boolean forget) {
        Held done = held.removeFirst();
        if (!forget) {
            behind.addFirst(done);
            done.known().ifPresent(this::keepFacts);
        }
        while (behind.size() > KEPT_BEHIND) {
            behind.removeLast();
        }
        openAndDecode();
    }

    private void keepFacts(ReviewCase known) {
        decided.put(known.task().taskId(), known);
        if (decided.size() > FACTS_KEPT) {
            decided.remove(decided.keySet().iterator().next());
        }
    }

    /** Lets go of the cases of this kind. Returns their tasks. */
    List<UUID> drop(Predicate<ReviewCase> kind) {
        List<Held> dropped = held.stream().filter(h -> h.known().filter(kind).isPresent()).toList();
        held.removeAll(dropped);
        return dropped.stream().map(h -> h.task().taskId()).toList();
    }

    /** Whether no case of this kind is in hand, nor one that is still being read. */
    boolean none(Predicate<ReviewCase> kind) {
        return held.stream().allMatch(h -> h.known().isPresent() && !kind.test(h.known().get()));
    }

    /** The first case of this kind comes before all others. */
    void bringForward(Predicate<ReviewCase> kind) {
        held.stream().filter(h -> h.known().filter(kind).isPresent()).findFirst().ifPresent(h -> {
            held.remove(h);
            held.addFirst(h);
        });
    }

    /** The items in hand, and those that an undo brings back at once. */
    List<UUID> items() {
        return Stream.concat(held.stream(), behind.stream()).map(h -> h.task().itemId()).toList();
    }

    /** Nothing of these items stays in memory. */
    void forget(Set<UUID> items) {
        held.removeIf(h -> items.contains(h.task().itemId()));
        behind.removeIf(h -> items.contains(h.task().itemId()));
        decided.values().removeIf(known -> items.contains(known.item().id()));
        prefetch.want(held, behind);
    }

    /** Nothing of this picture stays in memory. Returns the tasks that showed it too and are no longer in hand. */
    List<UUID> forget(ContentHash image) {
        List<UUID> dropped = held.stream().filter(h -> shows(h, image)).map(h -> h.task().taskId()).toList();
        held.removeIf(h -> shows(h, image));
        behind.removeIf(h -> shows(h, image));
        decided.values().removeIf(known -> known.item().sha256().equals(image));
        prefetch.want(held, behind);
        return dropped;
    }

    /** Of the tasks asked about, lets go of those behind the first that are not held any more. Returns whether the first still is. */
    boolean dropLost(Collection<UUID> asked, Collection<UUID> still) {
        if (held.isEmpty()) {
            return true;
        }
        Held first = held.getFirst();
        held.removeIf(h -> h != first && isLost(h, asked, still));
        return !isLost(first, asked, still);
    }

    private static boolean isLost(Held one, Collection<UUID> asked, Collection<UUID> still) {
        return asked.contains(one.task().taskId()) && !still.contains(one.task().taskId());
    }

    void clear() {
        held.clear();
        behind.clear();
    }

    private static boolean shows(Held one, ContentHash image) {
        return one.known().map(k -> k.item().sha256().equals(image)).orElse(false);
    }

    /** The cases in hand, and those that are still being read, start under the covers that are wanted now. */
    void cover(UnaryOperator<ReviewCase> wanted) {
        cover = wanted;
        held.forEach(h -> h.known().map(cover).ifPresent(h::opened));
    }

    /** Reads what is not read yet, and tries again what could not be read. */
    void openAndDecode() {
        for (Held one : List.copyOf(held)) {
            if (one.startOpening()) {
                records.run(() -> casework.open(one.task()), known -> opened(one, known.map(cover)), reason -> {
                    one.notOpened();
                    failed.accept(reason);
                });
            }
        }
        prefetch.want(held, behind);
    }

    private void opened(Held one, Optional<ReviewCase> known) {
        known.ifPresentOrElse(one::opened, () -> held.remove(one));
        prefetch.want(held, behind);
        changed.run();
    }
}
