package dev.docket.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.progress.StoppedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody who writes for as long as a test wants. */
@Timeout(20)
class DailyExportsTest {
    private final AtomicInteger begun = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final InstantSource told = () -> now;
    private final Clock clock = told.withZone(ZoneOffset.UTC);

    @Test
    void aLongOneHoldsUpNoRoundAndIsNotBegunTwice() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (DailyExports exports = new DailyExports(_ -> {
            begun.incrementAndGet();
            writing.countDown();
            await(go);
        }, clock, true)) {
            exports.round();
            assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();

            now = now.plus(Duration.ofHours(25));
            exports.round();
            assertThat(begun).hasValue(1);

            go.countDown();
            while (begun.get() < 2) {
                exports.round();
                Thread.onSpinWait();
            }
            exports.round();
        }
        assertThat(begun).as("once a day").hasValue(2);
    }

    @Test
    void closingTheDeskStopsIt() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        DailyExports exports = new DailyExports(progress -> {
            writing.countDown();
            try {
                while (true) {
                    progress.stopIfCancelled();
                    Thread.onSpinWait();
                }
            } catch (StoppedException e) {
                stopped.countDown();
                throw e;
            }
        }, clock, true);
        exports.round();
        assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();

        exports.close();

        assertThat(stopped.getCount()).isZero();
        now = now.plus(Duration.ofDays(2));
        exports.round();
    }

    @Test
    void aDeskThatIsNoLeadsWritesNothing() {
        try (DailyExports exports = new DailyExports(_ -> begun.incrementAndGet(), clock, false)) {
            exports.round();
        }
        assertThat(begun).hasValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
