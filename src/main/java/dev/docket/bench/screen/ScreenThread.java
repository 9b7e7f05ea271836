package dev.docket.bench.screen;

import dev.docket.ui.common.Background;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/**
 * JavaFX, started once a process, and asked from the bench's own thread; every call waits for its answer. On a display
 * where there is one, else on JavaFX's Headless platform.
 */
public final class ScreenThread {
    private static final String PLATFORM = "glass.platform";
    private static final String HEADLESS = "Headless";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Often enough for figures of some tens, and not so often that asking keeps the thread from painting. */
    private static final long LOOK_AGAIN_MILLIS = 2;

    private final Background crossing = Background.ofWindow("bench", 1);

    private ScreenThread() {}

    public static ScreenThread start() {
        if (!HEADLESS.equals(System.getProperty(PLATFORM)) && !hasDisplay()) {
            System.setProperty(PLATFORM, HEADLESS);
            System.setProperty("prism.order", "sw");
        }
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // started by another bench
        }
        Platform.setImplicitExit(false);
        return new ScreenThread();
    }

    private static boolean hasDisplay() {
        return !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux") || System.getenv("DISPLAY") != null;
    }

    /** What the pixels appear on, fit for a person. */
    public static String where() {
        return HEADLESS.equals(System.getProperty(PLATFORM)) ? "JavaFX's Headless platform" : "the display";
    }

    /** @throws Exception what the question threw */
    public <T> T ask(Callable<T> question) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        crossing.onScreen(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) { // carried to the thread that asked
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The screen has not answered for " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception known ? known : e;
        }
    }

    public void tell(Runnable step) throws Exception {
        ask(() -> {
            step.run();
            return step;
        });
    }

    /**
     * Waits until it is so.
     *
     * @param what for the message when it does not come
     */
    public void await(String what, Callable<Boolean> condition) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!ask(condition)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Waited " + PATIENCE.toSeconds() + " s for " + what);
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }
}
