package dev.docket.decode.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.ImageHeader;
import dev.docket.decode.worker.Backlog.Order;
import dev.docket.decode.worker.Request.Operation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final Backlog backlog = new Backlog();
    private final Job view = job(Operation.LENIENT);
    private final Job playing = job(Operation.ANIMATION);
    private final Job bulk = job(Operation.STRICT);

    @Test
    void theScreensLaneTakesOnlyWhatIsForTheScreen() throws Exception {
        backlog.add(bulk);
        backlog.add(view);
        backlog.add(playing);

        assertThat(backlog.next(true, AT_ONCE)).isEqualTo(new Order.Decode(view));
        assertThat(backlog.next(true, AT_ONCE)).isEqualTo(new Order.Decode(playing));
        assertThat(backlog.next(true, AT_ONCE)).isEqualTo(Order.Plain.REST);
    }

    @Test
    void otherLanesTakeTheIntakeFirstAndHelpTheScreenWhileItsLaneIsBusy() throws Exception {
        backlog.add(view);
        backlog.add(playing);
        assertThat(backlog.next(false, AT_ONCE)).as("the screen's lane is free").isEqualTo(Order.Plain.REST);

        backlog.next(true, AT_ONCE);
        backlog.add(bulk);

        assertThat(backlog.next(false, AT_ONCE)).isEqualTo(new Order.Decode(bulk));
        assertThat(backlog.next(false, AT_ONCE)).isEqualTo(new Order.Decode(playing));
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsPassedOver() throws Exception {
        backlog.add(view);
        backlog.add(playing);
        view.result().cancel(false);

        assertThat(backlog.next(true, AT_ONCE)).isEqualTo(new Order.Decode(playing));
    }

    @Test
    void gettingReadyIsAskedOfTheScreensLaneOnce() throws Exception {
        backlog.prepare();

        assertThat(backlog.next(false, AT_ONCE)).isEqualTo(Order.Plain.REST);
        assertThat(backlog.next(true, AT_ONCE)).isEqualTo(Order.Plain.PREPARE);
        assertThat(backlog.next(true, AT_ONCE)).isEqualTo(Order.Plain.REST);
    }

    @Test
    void closedItGivesBackWhatWaitedAndTakesNothingMore() throws Exception {
        backlog.add(view);
        backlog.add(bulk);

        assertThat(backlog.close()).containsExactlyInAnyOrder(view, bulk);
        assertThat(backlog.add(playing)).isFalse();
        assertThat(backlog.next(true, AT_ONCE)).isEqualTo(Order.Plain.CLOSE);
    }

    private static Job job(Operation operation) {
        return new Job(operation, new byte[1], new ImageHeader("image/png", 1, 1, 1, 1), 100);
    }
}
