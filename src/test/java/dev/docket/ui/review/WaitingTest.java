package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private long nanos;
    private final Waiting waiting = new Waiting(() -> nanos);

    @Test
    void whatComesWithin400MillisecondsIsNeverAnnounced() {
        waiting.set(true);
        pass(399);
        assertThat(waiting.grewLong()).isFalse();

        waiting.set(false);
        pass(1000);
        assertThat(waiting.grewLong()).isFalse();
        assertThat(waiting.isLong()).isFalse();
    }

    @Test
    void eachLongWaitIsAnnouncedOnce() {
        waiting.set(true);
        pass(300);
        waiting.set(true);
        pass(100);
        assertThat(waiting.grewLong()).isTrue();
        assertThat(waiting.grewLong()).isFalse();
        assertThat(waiting.isLong()).isTrue();

        waiting.set(false);
        waiting.set(true);
        assertThat(waiting.isLong()).isFalse();
        pass(400);
        assertThat(waiting.grewLong()).isTrue();
    }

    private void pass(long millis) {
        nanos += Duration.ofMillis(millis).toNanos();
    }
}
