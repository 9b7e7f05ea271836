package dev.docket.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong now = new AtomicLong();

    @Test
    void twiceTheRateIsLetThroughAtOnceThenTheRate() {
        Pace pace = new Pace(2, now::get);

        for (int i = 0; i < 4; i++) {
            assertThat(pace.wait("a")).isZero();
        }
        assertThat(pace.wait("a")).isEqualTo(1);
        assertThat(pace.wait("b")).as("another token").isZero();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(pace.wait("a")).isZero();
        assertThat(pace.wait("a")).isEqualTo(1);
        now.addAndGet(TimeUnit.HOURS.toNanos(1));
        for (int i = 0; i < 4; i++) {
            assertThat(pace.wait("a")).isZero();
        }
        assertThat(pace.wait("a")).as("no more than that is saved up").isEqualTo(1);
    }

    @Test
    void aSlowRateSaysHowLongToWait() {
        Pace pace = new Pace(0.1, now::get);

        assertThat(pace.wait("a")).isZero();
        assertThat(pace.wait("a")).isEqualTo(10);
    }
}
