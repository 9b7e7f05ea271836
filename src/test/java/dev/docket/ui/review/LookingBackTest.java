package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Verdicts taken back, made anew, looked at again and changed. */
class LookingBackTest {
    private final ReviewAtWork work = new ReviewAtWork();
    private ReviewViewModel model;
    private ReviewCase first;
    private ReviewCase second;

    private void decideTheFirst() {
        model = work.opened();
        first = model.currentProperty().get();
        model.decide(model.pack().label("benign"), true);
        model.painted();
        second = model.currentProperty().get();
    }

    private void lookBack() {
        model.lookBack();
        model.painted();
    }

    @Test
    void lookingBackShowsWhatWasHiddenAndAnotherVerdictThereIsASecondStage() {
        work.casework.add(1, "open", true);
        work.fill(1, 2, "open");
        decideTheFirst();

        lookBack();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.LOOKING_BACK);
        assertThat(model.currentProperty().get().item()).isEqualTo(first.item());
        assertThat(model.currentProperty().get().visibleScores()).isNotEmpty();
        model.decide(model.pack().label("spam_scam"), true);

        assertThat(work.casework.recorded.getLast().kind()).isEqualTo(VerdictKind.REVISED);
        assertThat(work.casework.recorded.getLast().about()).contains(work.casework.recorded.getFirst().id());
        assertThat(work.casework.recorded.getLast().shown().scoresVisible()).isTrue();
        assertThat(model.currentProperty().get()).isEqualTo(second);
    }

    @Test
    void whatWasDecidedInFullSightIsLookedAtAndLeftAsItIs() {
        work.fill(1, 3, "open");
        decideTheFirst();

        lookBack();
        model.decide(model.pack().label("spam_scam"), true);
        assertThat(work.casework.recorded).hasSize(1);
        assertThat(model.noticeProperty().get()).startsWith("You decided this with everything shown");
        model.lookBack();
        assertThat(model.noticeProperty().get()).isEqualTo("Nothing further back");
        model.goOn();

        assertThat(model.currentProperty().get()).isEqualTo(second);
    }

    @Test
    void quarantineWhileLookingBackTakesThatPictureAndLeavesTheCaseInHand() {
        work.fill(1, 3, "open");
        decideTheFirst();
        model.lookBack();

        model.quarantine();

        assertThat(model.currentProperty().get()).isNull();
        assertThat(work.casework.recorded.getLast().kind()).isEqualTo(VerdictKind.QUARANTINED);
        assertThat(work.casework.recorded.getLast().itemId()).isEqualTo(first.item().id());
        work.clock.pass(Duration.ofSeconds(1));
        model.tick();
        assertThat(model.currentProperty().get()).isEqualTo(second);
    }

    @Test
    void undoBringsTheCaseBack() {
        work.fill(1, 3, "open");
        decideTheFirst();

        model.undo();

        assertThat(model.currentProperty().get()).isEqualTo(first);
        assertThat(model.tray().sittingProperty().get().last()).isEmpty();
        model.undo();
        assertThat(model.noticeProperty().get()).isEqualTo("Nothing to undo");
    }

    @Test
    void aThousandVerdictsAreTakenBackAndMadeAnewWithoutHoardingLeases() {
        work.casework.few = true;
        work.fill(1, 1001, "open");
        model = work.opened();
        List<UUID> order = new ArrayList<>();
        for (int n = 0; n < 1000; n++) {
            order.add(model.currentProperty().get().task().taskId());
            model.decide(model.pack().label("benign"), true);
            model.painted();
        }

        for (int n = 0; n < 1000; n++) {
            model.undo();
            assertThat(model.currentProperty().get().task().taskId()).isEqualTo(order.get(999 - n));
        }

        assertThat(work.casework.recorded).isEmpty();
        assertThat(model.held()).isEqualTo(17);
        assertThat(work.casework.held).hasSize(17);
        for (int n = 0; n < 1000; n++) {
            model.redo();
        }
        assertThat(work.casework.recorded).extracting(Verdict::taskId).containsExactlyElementsOf(order);
    }
}
