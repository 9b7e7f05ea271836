package dev.docket.provenance.c2pa;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that files are validated on, one after the other. A file that takes too long is given up, with the memory
 * it used; so is the memory after some files, as WebAssembly never gives any back. Several threads may ask.
 */
final class ValidatorThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ValidatorThread.class);
    static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MOST_FILES = 100;
    private static final long MOST_KEPT = 64L << 20;
    /** Rust's own stack lies in its memory; this one is for the calls between compiled functions. */
    private static final long STACK = 8L << 20;

    private final Clock clock;
    private final Duration limit;
    private final ReentrantLock turn = new ReentrantLock(true);
    private ExecutorService thread = newThread();
    /** Of the thread alone. */
    private Optional<Validator> kept = Optional.empty();
    private int files;

    ValidatorThread(Clock clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /**
     * Waits for its turn, then at most for the limit.
     *
     * @throws InterruptedException when the caller is to end; the file is given up
     */
    Told read(byte[] file, String mediaType, String settings) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            Future<Told> told = thread.submit(() -> readHere(file, mediaType, settings));
            try {
                return told.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                startAnew();
                LOG.warn("Content Credentials took longer than {} s and were given up", limit.toSeconds());
                return Told.Broke.LATE;
            } catch (ExecutionException e) {
                startAnew();
                return broke(e.getCause());
            } catch (InterruptedException e) {
                startAnew();
                throw e;
            }
        } finally {
            turn.unlock();
        }
    }

    private static Told broke(Throwable why) {
        LOG.warn("The validator of Content Credentials broke off: {}", why.toString());
        return why instanceof OutOfMemoryError ? Told.Broke.NO_MEMORY : Told.Broke.FAILED;
    }

    private Told readHere(byte[] file, String mediaType, String settings) {
        Validator validator = kept.orElseGet(() -> new Validator(clock));
        kept = Optional.empty();
        Told told = validator.read(file, mediaType, settings);
        if (++files < MOST_FILES && validator.memory() <= MOST_KEPT) {
            kept = Optional.of(validator);
        } else {
            files = 0;
        }
        return told;
    }

    /** What runs ends at its next call or loop; whatever it still does, nobody hears of it. */
    private void startAnew() {
        thread.shutdownNow();
        thread = newThread();
        kept = Optional.empty();
        files = 0;
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(null, work, "content-credentials", STACK);
            made.setDaemon(true);
            // the person at the screen comes first
            made.setPriority(Thread.MIN_PRIORITY);
            return made;
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
