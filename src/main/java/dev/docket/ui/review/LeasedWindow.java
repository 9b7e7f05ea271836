package dev.docket.ui.review;

import dev.docket.queue.LeasedTask;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.Background;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The tasks in hand: the one on screen first, those behind it opened and decoded ahead, and the last two that were
 * decided, whose pixels an undo brings back at once. Pictures are bounded by their bytes. JavaFX thread.
 */
final class LeasedWindow {
    private static final int KEPT_BEHIND = 2;

    private final Casework casework;
    private final Background records;
    private final Background pixels;
    private final long pictureBytes;
    private final Runnable changed;
    private final Consumer<Exception> failed;
    private final List<Held> held = new ArrayList<>();
    private final Deque<Held> behind = new ArrayDeque<>();
    private int longerSide = 1600;

    /**
     * @param pictureBytes what all pictures together may hold; the one on screen is decoded whatever it takes
     * @param changed told whenever a case or a picture arrives
     */
    LeasedWindow(Casework casework, Background records, Background pixels, long pictureBytes, Runnable changed, Consumer<Exception> failed) {
        this.casework = casework;
        this.records = records;
        this.pixels = pixels;
        this.pictureBytes = pictureBytes;
        this.changed = changed;
        this.failed = failed;
    }

    /** Pixels of the longer side of the place where pictures are shown. */
    void viewSide(int side) {
        longerSide = Math.max(400, side);
    }

    Optional<Held> first() {
        return held.isEmpty() ? Optional.empty() : Optional.of(held.getFirst());
    }

    List<Held> ahead() {
        return held.size() < 2 ? List.of() : List.copyOf(held.subList(1, held.size()));
    }

    int size() {
        return held.size();
    }

    List<UUID> taskIds() {
        return held.stream().map(h -> h.task().taskId()).toList();
    }

    void add(Collection<LeasedTask> tasks) {
        tasks.stream().filter(t -> held.stream().noneMatch(h -> h.task().taskId().equals(t.taskId()))).map(Held::new).forEach(held::add);
        prefetch();
    }

    /** After an undo: the task comes back before the one on screen. */
    void putFirst(LeasedTask task) {
        Held back = new Held(task);
        behind.stream().filter(b -> b.task().itemId().equals(task.itemId())).findFirst().flatMap(Held::picture).ifPresent(back::decoded);
        held.addFirst(back);
        prefetch();
    }

    /** The first leaves the screen; its pixels are kept a little, unless {@code forget}. */
    void removeFirst(boolean forget) {
        Held done = held.removeFirst();
        if (!forget) {
            behind.addFirst(done);
        }
        while (behind.size() > KEPT_BEHIND) {
            behind.removeLast();
        }
        prefetch();
    }

    /** Nothing of this picture stays in memory. Returns the tasks that showed it too and are no longer in hand. */
    List<UUID> forget(ContentHash image) {
        List<UUID> dropped = held.stream().filter(h -> shows(h, image)).map(h -> h.task().taskId()).toList();
        held.removeIf(h -> shows(h, image));
        behind.removeIf(h -> shows(h, image));
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

    private void prefetch() {
        for (Held one : List.copyOf(held)) {
            if (one.startOpening()) {
                records.run(() -> casework.open(one.task()), known -> opened(one, known), failed);
            }
        }
        decodeNext();
    }

    private void opened(Held one, Optional<ReviewCase> known) {
        known.ifPresentOrElse(one::opened, () -> held.remove(one));
        decodeNext();
        changed.run();
    }

    private void decodeNext() {
        long bytes = Stream.concat(held.stream(), behind.stream()).mapToLong(this::bytes).sum();
        for (Held one : List.copyOf(held)) {
            boolean onScreen = !held.isEmpty() && one == held.getFirst();
            if (onScreen && bytes >= pictureBytes) {
                behind.clear();
            }
            if ((onScreen || bytes < pictureBytes) && one.picture().isEmpty() && one.startDecoding()) {
                bytes += bytes(one);
                ReviewCase known = one.known().orElseThrow();
                int side = longerSide;
                pixels.run(() -> casework.picture(known, side), picture -> {
                    one.decoded(picture);
                    changed.run();
                }, failed);
            }
        }
    }

    /** What a picture holds, or will hold once decoded: a power-of-two fraction no smaller than the view. */
    private long bytes(Held one) {
        return one.isDecoding() ? one.picture().map(Picture::bytes).orElseGet(() -> expected(one.known().orElseThrow())) : 0;
    }

    private long expected(ReviewCase known) {
        long width = known.item().width();
        long height = known.item().height();
        while (Math.max(width, height) / 2 >= longerSide) {
            width /= 2;
            height /= 2;
        }
        return 4 * width * height;
    }
}
