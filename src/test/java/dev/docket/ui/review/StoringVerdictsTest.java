package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.ui.common.Background;
import dev.docket.verdict.Recorder;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Verdicts under way to the desk, and what it does not take. */
class StoringVerdictsTest {
    private final ReviewAtWork work = new ReviewAtWork();
    private final Deque<Runnable> desk = new ArrayDeque<>();
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
    void theScreenMovesOnOnceTheVerdictIsOnTheDiskHoweverSlowTheDeskIs() {
        work.fill(1, 4, "open");
        ReviewViewModel model = work.opened(slow());
        runDesk();
        model.painted();
        UUID first = onScreen(model);

        model.decide(model.pack().label("benign"), true);
        assertThat(onScreen(model)).as("not on the disk yet").isEqualTo(first);
        model.decide(model.pack().label("spam_scam"), true);
        runDisk();
        UUID second = onScreen(model);
        assertThat(second).as("moved on, once").isNotEqualTo(first);
        assertThat(work.casework.recorded).isEmpty();
        model.painted();
        model.decide(model.pack().label("spam_scam"), true);
        runDisk();
        assertThat(onScreen(model)).isNotEqualTo(second);
        assertThat(model.tray().isBusy()).isTrue();
        runDesk();

        assertThat(work.casework.recorded).extracting(Verdict::taskId).containsExactly(first, second);
        assertThat(model.tray().isBusy()).isFalse();
    }

    @Test
    void aDiskThatIsFullKeepsTheCaseOnScreenUntilThereIsRoom() {
        work.fill(1, 4, "open");
        ReviewViewModel model = work.opened();
        UUID first = onScreen(model);
        work.casework.fullDisk = "No space left";

        model.decide(model.pack().label("benign"), true);

        assertThat(model.tray().failureProperty().get()).isEqualTo("No space left");
        assertThat(onScreen(model)).isEqualTo(first);
        assertThat(model.canDecide()).isFalse();
        work.casework.fullDisk = "";
        model.retry();
        assertThat(work.casework.recorded).extracting(Verdict::taskId).containsExactly(first);
        assertThat(onScreen(model)).isNotEqualTo(first);
    }

    @Test
    void ofTwoVerdictsThatCouldNotBeStoredBothAreTriedAgainInOrder() {
        work.fill(1, 5, "open");
        ReviewViewModel model = work.opened(slow());
        runDesk();
        model.painted();
        UUID first = onScreen(model);
        model.decide(model.pack().label("benign"), true);
        runDisk();
        model.painted();
        UUID second = onScreen(model);
        model.decide(model.pack().label("spam_scam"), true);
        work.casework.failure = "The desk is gone";
        work.casework.fullDisk = "No space left";
        runDesk();
        runDisk();
        assertThat(work.casework.recorded).isEmpty();

        work.casework.failure = "";
        work.casework.fullDisk = "";
        model.retry();
        runDisk();
        runDesk();

        assertThat(work.casework.recorded).extracting(Verdict::taskId).containsExactly(first, second);
        assertThat(model.tray().isBusy()).isFalse();
    }

    @Test
    void anUndoWaitsForTheVerdictThatIsUnderWay() {
        work.fill(1, 4, "open");
        ReviewViewModel model = work.opened(slow());
        runDesk();
        model.painted();
        UUID first = onScreen(model);
        model.decide(model.pack().label("benign"), true);
        runDisk();

        model.undo();
        runDesk();

        assertThat(onScreen(model)).as("recorded, and taken back").isEqualTo(first);
        assertThat(work.casework.recorded).isEmpty();
    }

    @Test
    void whatAnUndoSentOnItsWayIsTold() {
        work.fill(1, 4, "open");
        ReviewViewModel model = work.opened();
        work.casework.waitingForTheDesk = 1;
        model.decide(model.pack().label("benign"), true);
        Verdict waited = work.casework.recorded.getFirst();
        model.painted();
        model.decide(model.pack().label("benign"), true);

        work.casework.waitingForTheDesk = 0;
        work.casework.sentMeanwhile = new Recorder.Sent(List.of(), List.of(waited), List.of());
        model.undo();
        work.clock.pass(Duration.ofSeconds(4));
        model.tick();

        assertThat(model.noticeProperty().get()).contains("came after the lease had passed on, kept as a second opinion");
        work.casework.sentMeanwhile = new Recorder.Sent(List.of(waited), List.of(), List.of());
        work.clock.pass(Duration.ofSeconds(4));
        model.tick();
        assertThat(work.casework.sentMeanwhile).as("with nothing under way nobody asks").isNotEqualTo(Recorder.Sent.NOTHING);
    }

    private Workers slow() {
        Workers at = PaintedCasework.workers(new Background(desk::add, Runnable::run));
        return new Workers(at.records(), new Background(disk::add, Runnable::run), at.pictures(), 1, at.slow(), at.study());
    }

    private static UUID onScreen(ReviewViewModel model) {
        return model.currentProperty().get().task().taskId();
    }

    @Test
    void quarantineBlanksAtOnceAndCannotBeUndone() {
        work.fill(1, 3, "open");
        ReviewViewModel model = work.opened(new Background(desk::add, Runnable::run));
        runDesk();
        model.painted();

        model.quarantine();

        assertThat(model.situationProperty().get()).isEqualTo(Situation.WITHHELD);
        assertThat(model.pictureProperty().get()).isNull();
        assertThat(model.currentProperty().get()).isNull();
        runDesk();
        assertThat(work.casework.recorded.getFirst().kind()).isEqualTo(VerdictKind.QUARANTINED);
        assertThat(work.casework.recorded.getFirst().finding()).isEmpty();
        assertThat(model.tray().sittingProperty().get().last()).isEmpty();
        work.clock.pass(Duration.ofSeconds(1));
        model.tick();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
    }

    private void runDisk() {
        runAll(disk);
    }

    private void runDesk() {
        runAll(desk);
    }

    private static void runAll(Deque<Runnable> steps) {
        while (!steps.isEmpty()) {
            steps.remove().run();
        }
    }
}
