package dev.docket.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one crossing between the JavaFX thread and the workers: slow things go in on the one side, their results come
 * out on the other. Several threads.
 */
public final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Executor workers;
    private final Executor screen;

    /** Tests give {@code Runnable::run} twice, and everything happens at once. */
    public Background(Executor workers, Executor screen) {
        this.workers = workers;
        this.screen = screen;
    }

    /**
     * A pool of {@code threads} daemons that answers on the JavaFX thread.
     *
     * @param name of its threads, for the log
     */
    public static Background ofWindow(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons);
        pool.allowCoreThreadTimeOut(true);
        return new Background(pool, Platform::runLater);
    }

    /**
     * Does {@code work} on a worker and hands what came of it to the JavaFX thread. A failure that nobody foresaw is
     * logged here and handed on like any other.
     */
    public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Exception> onFailure) {
        try {
            workers.execute(() -> {
                T result;
                try {
                    result = work.call();
                } catch (Exception e) {
                    LOG.debug("Background work failed", e);
                    screen.execute(() -> onFailure.accept(e));
                    return;
                }
                screen.execute(() -> onSuccess.accept(result));
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The window is closing; work was not started");
        }
    }

    /** Runs {@code step} on the JavaFX thread, soon. For progress told by a worker. */
    public void onScreen(Runnable step) {
        screen.execute(step);
    }

    /** Takes no more work and interrupts what is under way, without waiting for it: for work whose result nobody misses. */
    public void abandon() {
        if (workers instanceof ExecutorService pool) {
            pool.shutdownNow();
        }
    }

    /** Takes no more work and waits a little for what is under way. */
    @Override
    public void close() {
        if (workers instanceof ExecutorService pool) {
            pool.shutdown();
            try {
                if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
                    pool.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
