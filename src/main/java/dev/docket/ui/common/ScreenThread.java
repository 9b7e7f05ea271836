package dev.docket.ui.common;

import dev.docket.progress.StoppedException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * The JavaFX thread, asked from one that leads a window, as the tour and the benches do: every call waits until it is done
 * there. Throws {@link StoppedException} when the waiting thread is interrupted, {@link IllegalStateException} when the
 * screen does not answer, and what the question threw; that is wrapped if it is checked.
 */
public final class ScreenThread {
    private final Consumer<Runnable> screen;
    private final Duration patience;
    private final Duration lookAgain;

    /**
     * @param screen runs something on the JavaFX thread, some time
     * @param patience how long an answer may take
     * @param lookAgain how often to ask whether something awaited is there
     */
    public ScreenThread(Consumer<Runnable> screen, Duration patience, Duration lookAgain) {
        this.screen = screen;
        this.patience = patience;
        this.lookAgain = lookAgain;
    }

    /** Does it on the JavaFX thread and waits until it is done; at once where that is the thread that asks. */
    public static void onJavaFx(Duration patience, Runnable step) {
        if (Platform.isFxApplicationThread()) {
            step.run();
        } else {
            new ScreenThread(Platform::runLater, patience, patience).tell(step);
        }
    }

    public <T> T ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        screen.accept(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) { // carried to the thread that asked
                answer.completeExceptionally(e);
            }
        });
        return wait(answer, patience, "the screen");
    }

    public void tell(Runnable step) {
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
    public void await(String what, Callable<Boolean> condition) {
        long until = System.nanoTime() + patience.toNanos();
        while (!ask(condition)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Waited " + patience.toSeconds() + " s for " + what);
            }
            pause(lookAgain);
        }
    }

    /** Leaves the screen alone for a while. */
    public static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    /** @param whose answer it is, for the message when it does not come */
    public static <T> T wait(CompletableFuture<T> answer, Duration patience, String whose) {
        try {
            return answer.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (TimeoutException e) {
            throw new IllegalStateException("No answer from " + whose + " in " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }
}
