package dev.docket.storage;

import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** One call of {@link KeptImages#bring}. */
final class Bringing {
    /** Three 256 MB files at once, sealed and open, are what a window's heap has room for. */
    private static final int AT_ONCE = 3;
    /** So many that do not come mean that none will. */
    private static final int MOST_FAILURES = 3;

    private final KeptImages from;
    private final SealedCache kept;
    private final List<ContentHash> images;
    private final Progress progress;
    private final Deque<ContentHash> next;
    private final List<ContentHash> gone = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private long bytes;
    private String reason;
    private boolean stopped;

    Bringing(KeptImages from, SealedCache kept, List<ContentHash> images, Progress progress) {
        this.from = from;
        this.kept = kept;
        this.images = images;
        this.progress = progress;
        this.next = new ConcurrentLinkedDeque<>(images);
    }

    KeptImages.Brought run() {
        progress.at(0, images.size(), "");
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(AT_ONCE, images.size()); i++) {
            threads.add(Thread.ofVirtual().name("bring-", i).start(this::work));
        }
        threads.forEach(Bringing::await);
        if (stopped) {
            throw new StoppedException();
        }
        List<ContentHash> left = images.stream().filter(image -> !kept.contains(image) && !gone.contains(image)).toList();
        return new KeptImages.Brought((int) images.stream().filter(kept::contains).count(), gone, left, left.isEmpty() ? Optional.empty() : Optional.ofNullable(reason));
    }

    private void work() {
        try {
            for (ContentHash image = next.poll(); image != null && failures.get() < MOST_FAILURES; image = next.poll()) {
                progress.stopIfCancelled();
                bring(image);
                progress.at(done.incrementAndGet(), images.size(), "");
            }
        } catch (StoppedException e) {
            next.clear();
            noteStop();
        }
    }

    private void bring(ContentHash image) {
        try {
            Optional<byte[]> content = from.get(image);
            if (content.isEmpty()) {
                goneIs(image);
            } else if (fits(content.get().length)) {
                kept.put(image, content.get());
            } else {
                next.clear();
            }
        } catch (IOException | StorageException e) {
            failed(e.getMessage());
        }
    }

    /** What is brought must not push out what was brought before it. */
    private synchronized boolean fits(int more) {
        bytes += more;
        if (bytes > kept.most()) {
            reason = "There is no room for more of them here: " + (kept.most() >> 20) + " MB are the most that is kept.";
        }
        return bytes <= kept.most();
    }

    private synchronized void goneIs(ContentHash image) {
        gone.add(image);
    }

    private synchronized void failed(String why) {
        failures.incrementAndGet();
        reason = why;
    }

    private synchronized void noteStop() {
        stopped = true;
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }
}
