package dev.docket.tour;

import dev.docket.progress.StoppedException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The JavaFX thread, asked from the tour's own: every call waits until it is done there. */
final class ScreenThread {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MILLIS = 15;

    private final Consumer<Runnable> screen;

    /** @param screen runs something on the JavaFX thread, some time */
    ScreenThread(Consumer<Runnable> screen) {
        this.screen = screen;
    }

    <T> T ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        screen.accept(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) { // carried to the thread that asked
                answer.completeExceptionally(e);
            }
        });
        return wait(answer, "the screen");
    }

    void tell(Runnable step) {
        ask(() -> {
            step.run();
            return step;
        });
    }

    /** Waits until it is so. @param what for the message when it does not come */
    void await(String what, Callable<Boolean> condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!ask(condition)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The tour waited two minutes for " + what);
            }
            pause(LOOK_AGAIN_MILLIS);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    static <T> T wait(CompletableFuture<T> answer, String whose) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (TimeoutException e) {
            throw new IllegalStateException("No answer from " + whose + " in two minutes", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }
}
