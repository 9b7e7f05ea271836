package dev.docket.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final long SECOND = 1_000_000_000L;

    private final Rate rate = new Rate();

    @Test
    void nothingIsSaidBeforeASecondOfWork() {
        assertThat(rate.perSecond()).isEmpty();
        rate.at(0, 0);
        rate.at(SECOND / 2, 5);
        assertThat(rate.perSecond()).isEmpty();
        assertThat(rate.left(100)).isEmpty();
    }

    @Test
    void theRestIsReckonedFromTheLastTwentySeconds() {
        for (int second = 0; second <= 60; second++) {
            // slow at first
            rate.at(second * SECOND, second <= 30 ? second : 30 + (second - 30) * 10L);
        }

        assertThat(rate.perSecond()).hasValue(10.0);
        assertThat(rate.left(430)).hasValue(Duration.ofSeconds(10));
        assertThat(rate.left(0)).as("of an unknown total").isEmpty();
    }
}
