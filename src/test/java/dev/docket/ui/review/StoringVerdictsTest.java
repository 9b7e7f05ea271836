package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.ui.common.Background;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Verdicts under way to the desk, and what it does not take. */
class StoringVerdictsTest {
    private final ReviewAtWork work = new ReviewAtWork();
    private final Deque<Runnable> disk = new ArrayDeque<>();

    @Test
    void whatTheDeskRefusesBringsTheCaseBackWithTheReason() {
        work.fill(1, 3, "open");
        ReviewViewModel model = work.opened();
        ReviewCase first = model.currentProperty().get();
        work.casework.refusal = "Hate symbols needs a region drawn on the picture";

        model.decide(model.pack().label("hate_symbols"), true);

        assertThat(model.currentProperty().get()).isEqualTo(first);
        assertThat(model.noticeProperty().get()).isEqualTo("Hate symbols needs a region drawn on the picture");
        work.casework.refusal = "";
        model.painted();
        model.decide(model.pack().label("benign"), true);
        assertThat(work.casework.recorded).hasSize(1);
    }

    @Test
    void aVerdictThatCannotBeStoredStopsTheScreenUntilItIs() {
        work.fill(1, 4, "open");
        ReviewViewModel model = work.opened();
        ReviewCase first = model.currentProperty().get();
        work.casework.failure = "No space left";

        model.decide(model.pack().label("benign"), true);
        model.painted();
        model.decide(model.pack().label("benign"), true);
        model.undo();

        assertThat(model.tray().failureProperty().get()).isEqualTo("No space left");
        assertThat(model.canDecide()).isFalse();
        assertThat(work.casework.recorded).isEmpty();
        work.casework.failure = "";
        model.retry();
        assertThat(work.casework.recorded).extracting(Verdict::taskId).containsExactly(first.task().taskId());
        assertThat(model.canDecide()).isTrue();
    }

    @Test
    void theNextVerdictWaitsUntilTheOneBeforeIsStored() {
        work.fill(1, 4, "open");
        ReviewViewModel model = work.opened(new Background(disk::add, Runnable::run));
        runDisk();
        model.painted();
        model.decide(model.pack().label("benign"), true);
        UUID second = model.currentProperty().get().task().taskId();
        model.painted();

        model.decide(model.pack().label("spam_scam"), true);
        assertThat(model.currentProperty().get().task().taskId()).as("stays until the first is stored").isEqualTo(second);
        runDisk();

        assertThat(work.casework.recorded).hasSize(2);
        assertThat(work.casework.recorded.get(1).taskId()).isEqualTo(second);
    }

    @Test
    void quarantineBlanksAtOnceAndCannotBeUndone() {
        work.fill(1, 3, "open");
        ReviewViewModel model = work.opened(new Background(disk::add, Runnable::run));
        runDisk();
        model.painted();

        model.quarantine();

        assertThat(model.situationProperty().get()).isEqualTo(Situation.WITHHELD);
        assertThat(model.pictureProperty().get()).isNull();
        assertThat(model.currentProperty().get()).isNull();
        runDisk();
        assertThat(work.casework.recorded.getFirst().kind()).isEqualTo(VerdictKind.QUARANTINED);
        assertThat(work.casework.recorded.getFirst().finding()).isEmpty();
        assertThat(model.tray().sittingProperty().get().last()).isEmpty();
        work.clock.pass(Duration.ofSeconds(1));
        model.tick();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
    }

    private void runDisk() {
        while (!disk.isEmpty()) {
            disk.remove().run();
        }
    }
}
