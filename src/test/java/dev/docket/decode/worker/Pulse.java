package dev.docket.decode.worker;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** How long this process ever stood still: a thread that wakes every 10 ms, and in the long run the pulse of JavaFX as well. */
final class Pulse implements AutoCloseable {
    private static final long TICK_NANOS = 10_000_000;

    private final Thread thread;
    private volatile boolean stopped;
    private volatile long longestNanos;
    private volatile long longestFrameNanos;
    private AnimationTimer timer;

    private Pulse() {
        thread = Thread.ofPlatform().daemon().start(this::tick);
    }

    static Pulse start(boolean withJavaFx) throws Exception {
        Pulse pulse = new Pulse();
        if (withJavaFx) {
            pulse.followJavaFx();
        }
        return pulse;
    }

    private void tick() {
        long last = System.nanoTime();
        while (!stopped) {
            LockSupport.parkNanos(TICK_NANOS);
            long now = System.nanoTime();
            longestNanos = Math.max(longestNanos, now - last);
            last = now;
        }
    }

    private void followJavaFx() throws Exception {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Runnable begin = () -> {
            timer = new AnimationTimer() {
                private long last;

                @Override
                public void handle(long now) {
                    long here = System.nanoTime();
                    if (last != 0) {
                        longestFrameNanos = Math.max(longestFrameNanos, here - last);
                    }
                    last = here;
                    started.complete(null);
                }
            };
            timer.start();
        };
        try {
            Platform.startup(begin);
        } catch (IllegalStateException running) {
            Platform.runLater(begin);
        }
        started.get(30, TimeUnit.SECONDS);
    }

    Duration longest() {
        return Duration.ofNanos(Math.max(longestNanos, longestFrameNanos));
    }

    @Override
    public void close() {
        stopped = true;
        if (timer != null) {
            Platform.runLater(timer::stop);
        }
    }
}
