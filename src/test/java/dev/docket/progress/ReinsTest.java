package dev.docket.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReinsTest {
    private final Reins reins = new Reins();

    @Test
    void aJobPassesUntilItIsPausedAndWaitsUntilItGoesOn() throws Exception {
        reins.pass();
        reins.pause();
        CompletableFuture<Void> job = CompletableFuture.runAsync(reins::pass);
        Thread.sleep(50);
        assertThat(job).isNotDone();

        reins.goOn();

        job.get(10, TimeUnit.SECONDS);
        assertThat(reins.paused()).isFalse();
    }

    @Test
    void stoppingEndsAPauseForGood() {
        reins.pause();
        reins.stop();

        assertThatThrownBy(reins::pass).isInstanceOf(StoppedException.class);
        reins.pause();
        assertThat(reins.paused()).isFalse();
        assertThatThrownBy(reins::pass).isInstanceOf(StoppedException.class);
    }

    @Test
    void aWaitingJobThatIsInterruptedStopsAndStaysInterrupted() throws Exception {
        reins.pause();
        CompletableFuture<Boolean> stopped = new CompletableFuture<>();
        Thread job = Thread.ofPlatform().start(() -> {
            try {
                reins.pass();
                stopped.complete(false);
            } catch (StoppedException e) {
                stopped.complete(Thread.currentThread().isInterrupted());
            }
        });

        job.interrupt();

        assertThat(stopped.get(10, TimeUnit.SECONDS)).isTrue();
    }
}
