package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CalmTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void whatWaitsGoesOnWhenThePictureIsPainted() throws Exception {
        Calm calm = new Calm(Duration.ofHours(1));
        calm.begin();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> recorded = CompletableFuture.runAsync(() -> {
            begun.countDown();
            await(calm);
        });
        begun.await();
        assertThat(recorded).isNotDone();

        calm.end();

        assertThat(recorded).succeedsWithin(SOON);
    }

    @Test
    void aPictureThatNeverComesHoldsNothingUpForGood() {
        Calm calm = new Calm(Duration.ofMillis(1));
        calm.begin();

        assertThat(CompletableFuture.runAsync(() -> await(calm))).succeedsWithin(SOON);
    }

    @Test
    void whereNothingIsPaintedNothingWaits() {
        Calm.NONE.begin();

        assertThat(CompletableFuture.runAsync(() -> await(Calm.NONE))).succeedsWithin(SOON);
    }

    private static void await(Calm calm) {
        try {
            calm.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
