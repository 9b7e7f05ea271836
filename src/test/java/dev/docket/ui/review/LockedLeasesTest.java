package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.ui.common.Background;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Behind a locked window leases are kept for a coffee, and nothing more is taken. */
class LockedLeasesTest {
    private static final Duration BEAT = ReviewQueue.LEASE.dividedBy(3);

    private final PaintedCasework painted = new PaintedCasework();
    private final SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
    private final Background now = new Background(Runnable::run, Runnable::run);
    private final List<String> asked = new ArrayList<>();
    private final ReviewViewModel model = new ReviewViewModel(new ForwardingCasework(painted) {
        @Override
        public List<UUID> heartbeat(List<UUID> tasks) {
            asked.add("beat");
            return super.heartbeat(tasks);
        }

        @Override
        public List<LeasedTask> claim(int lane, int most) {
            asked.add("claim");
            return super.claim(lane, most);
        }
    }, PaintedCasework.workers(now), clock, 8);

    @Test
    void theyAreKeptAliveForFiveMinutesAndThenNoMore() {
        painted.add(1, "open", false);
        model.tick();
        model.painted();
        model.away(true);
        asked.clear();

        pass(Duration.ofMinutes(5).minus(BEAT));
        assertThat(asked).isNotEmpty().containsOnly("beat");
        pass(BEAT.multipliedBy(2));
        asked.clear();
        pass(Duration.ofMinutes(30));
        assertThat(asked).as("held by nobody any more").isEmpty();
        assertThat(ReviewViewModel.heldLocked()).isEqualTo(Duration.ofSeconds(390));

        model.away(false);
        assertThat(asked).as("which are still held is asked at once").startsWith("beat");
    }

    private void pass(Duration span) {
        for (Duration gone = Duration.ZERO; gone.compareTo(span) < 0; gone = gone.plus(BEAT)) {
            clock.pass(BEAT);
            model.tick();
        }
    }
}
