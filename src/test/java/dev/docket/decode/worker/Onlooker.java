package dev.docket.decode.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageFiles;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Looks at one sound picture again and again, ten times a second, and sees the same pixels each time. */
final class Onlooker implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final DecodeWorkers workers;
    private final byte[] file = ImageFiles.jpeg(ImageFiles.speckled(640, 480), false);
    private final DecodedImage expected = new FormatDecoders().view(file, 320);
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile int looks;
    private volatile Duration longest = Duration.ZERO;

    Onlooker(DecodeWorkers workers) throws Exception {
        this.workers = workers;
        workers.view(file, 320);
        thread = Thread.ofPlatform().daemon().start(this::look);
    }

    private void look() {
        try {
            while (!stopped) {
                long start = System.nanoTime();
                assertThat(workers.view(file, 320).argb()).isEqualTo(expected.argb());
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                longest = took.compareTo(longest) > 0 ? took : longest;
                looks = looks + 1;
                Thread.sleep(PAUSE_MILLIS);
            }
            done.complete(null);
        } catch (Exception | AssertionError e) {
            done.completeExceptionally(e);
        }
    }

    int looks() {
        return looks;
    }

    String text() {
        return looks + " looks at a sound picture, the longest " + longest.toMillis() + " ms";
    }

    /** Ends it, and throws what went wrong. */
    void stop() throws Exception {
        stopped = true;
        done.get();
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
