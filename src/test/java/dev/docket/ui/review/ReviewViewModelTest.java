package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.settings.Limits;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Shown.CoverStep;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReviewViewModelTest {
    private final ReviewAtWork work = new ReviewAtWork();
    private final PaintedCasework casework = work.casework;
    private final SteppingClock clock = work.clock;

    @Test
    void theFirstLaneWithWorkIsOpenedAndAWindowLeased() {
        work.fill(2, 20, "open");

        ReviewViewModel model = work.opened();

        assertThat(model.laneIdProperty().get()).isEqualTo(2);
        assertThat(model.held()).isEqualTo(9);
        assertThat(model.ahead()).hasSize(8);
        assertThat(model.pictureProperty().get()).isInstanceOf(Picture.Decoded.class);
        assertThat(casework.decoded).isEqualTo(9);
    }

    @Test
    void decidingRecordsTheVerdictAndShowsTheNextCase() {
        work.fill(1, 3, "open");
        ReviewViewModel model = work.opened();
        ReviewCase first = model.currentProperty().get();
        clock.pass(Duration.ofSeconds(4));

        model.decide(model.pack().label("spam_scam"), true);

        Verdict verdict = casework.recorded.getFirst();
        assertThat(verdict.kind()).isEqualTo(VerdictKind.DECIDED);
        assertThat(verdict.taskId()).isEqualTo(first.task().taskId());
        assertThat(verdict.finding().orElseThrow().action()).isEqualTo("remove");
        assertThat(verdict.shown().reviewMillis()).isEqualTo(4000);
        assertThat(verdict.shown().revealed()).isTrue();
        assertThat(verdict.shown().scores()).isEqualTo(first.scores());
        assertThat(verdict.shown().pastVerdicts()).hasSize(2);
        assertThat(model.currentProperty().get()).isNotEqualTo(first);
        assertThat(model.tray().savedAtProperty().get()).isEqualTo(clock.instant());
    }

    @Test
    void nothingIsDecidedBeforeThePictureWasPainted() {
        work.fill(1, 3, "open");
        ReviewViewModel model = new ReviewViewModel(casework, PaintedCasework.workers(work.now), clock, 8);
        model.tick();

        model.decide(model.pack().label("benign"), true);

        assertThat(casework.recorded).isEmpty();
        model.painted();
        model.decide(model.pack().label("benign"), true);
        assertThat(casework.recorded).hasSize(1);
        model.decide(model.pack().label("benign"), true);
        assertThat(casework.recorded).as("the next picture was not painted yet").hasSize(1);
    }

    @Test
    void aBlindCaseRecordsThatNothingWasShown() {
        casework.add(1, "guarded", true);
        ReviewViewModel model = work.opened();

        model.decide(model.pack().label("benign"), true);

        Verdict verdict = casework.recorded.getFirst();
        assertThat(verdict.shown().scoresVisible()).isFalse();
        assertThat(verdict.shown().scores()).isEmpty();
        assertThat(verdict.shown().pastVerdicts()).isEmpty();
        assertThat(verdict.shown().models()).containsExactly("synthetic-head@3.1.0");
        assertThat(verdict.shown().revealed()).isFalse();
        assertThat(verdict.shown().cover()).isEqualTo("guarded");
    }

    @Test
    void scoresOnRequestAreShownWhenAskedForAndTheVerdictSaysSo() {
        casework.onDemand = true;
        work.fill(1, 3, "open");
        ReviewViewModel model = work.opened();
        model.decide(model.pack().label("benign"), true);
        model.painted();

        model.pending().toggle(model.pack().label("civic_deception"));
        model.showScores();
        model.tick();
        assertThat(model.currentProperty().get().visibleScores()).isNotEmpty();
        assertThat(model.pending().isPending()).as("what was put together stays").isTrue();
        model.commitPending(true);

        assertThat(casework.recorded).extracting(v -> v.shown().mode().orElseThrow()).containsOnly(Shown.Mode.ON_DEMAND);
        assertThat(casework.recorded).extracting(v -> v.shown().scoresVisible()).containsExactly(false, true);
    }

    @Test
    void theBlindShareShowsNothingHoweverOftenOneAsks() {
        casework.add(1, "open", true);
        ReviewViewModel model = work.opened();

        model.showScores();

        assertThat(model.currentProperty().get().visibleScores()).isEmpty();
    }

    @Test
    void everyCoverThePictureHadIsKeptWithTheVerdict() {
        casework.add(1, "guarded", false);
        ReviewViewModel model = work.opened();
        clock.pass(Duration.ofSeconds(2));
        model.peek(true);
        clock.pass(Duration.ofSeconds(1));
        model.peek(false);

        model.decide(model.pack().label("benign"), true);

        assertThat(casework.recorded.getFirst().shown().steps()).containsExactly(
                new CoverStep("60+grey", 0), new CoverStep("off+grey", 2000), new CoverStep("60+grey", 3000));
    }

    @Test
    void aDamagedPictureCanBePassedOnButNotJudged() {
        casework.damaged.add(casework.add(1, "open", false));
        ReviewViewModel model = work.opened();

        model.decide(model.pack().label("benign"), true);
        assertThat(casework.recorded).isEmpty();

        model.skip("image_unreadable");
        assertThat(casework.recorded.getFirst().kind()).isEqualTo(VerdictKind.SKIPPED);
        assertThat(casework.recorded.getFirst().reason()).contains("image_unreadable");
    }

    @Test
    void aSkipForOnesOwnSakeLeavesNoVerdictAndGoesOn() {
        work.fill(1, 3, "guarded");
        ReviewViewModel model = work.opened();
        ReviewCase first = model.currentProperty().get();

        model.skip("wellbeing_skip");

        assertThat(casework.recorded).isEmpty();
        assertThat(casework.left).containsExactly(first.item().id());
        assertThat(model.currentProperty().get()).isNotEqualTo(first);
    }

    @Test
    void afterFiveGraveItemsInARowSomethingLighterInHandComesFirst() {
        casework.care.settings(casework.care.settings().withLighterBetween(true));
        work.fill(1, 8, "open");
        ReviewViewModel model = work.opened();
        for (int n = 0; n < 5; n++) {
            casework.care.served(dev.docket.policy.Severity.S3);
        }
        while (model.currentProperty().get().decision().severity().compareTo(dev.docket.policy.Severity.S3) < 0) {
            model.decide(model.pack().label("benign"), true);
            model.painted();
        }
        for (int n = 0; n < 4; n++) {
            casework.care.served(dev.docket.policy.Severity.S3);
        }

        model.decide(model.pack().label("benign"), true);

        assertThat(model.currentProperty().get().decision().severity()).isLessThanOrEqualTo(dev.docket.policy.Severity.S1);
    }

    @Test
    void atALimitWhatIsGraveGoesBackToItsLane() {
        casework.care.settings(casework.care.settings().withLimits(Limits.NONE.withSevereLooks(1)));
        work.fill(1, 8, "guarded");
        ReviewViewModel model = work.opened();
        casework.care.glanced(dev.docket.policy.Severity.S3, PaintedCasework.NOW.minusSeconds(1));

        model.decide(model.pack().label("benign"), true);

        assertThat(casework.released).isNotEmpty();
        assertThat(casework.released).allMatch(id -> casework.cases.get(id).decision().severity() == dev.docket.policy.Severity.S3);
    }

    @Test
    void whatIsLookedAtIsCountedForThisPersonAlone() {
        work.fill(1, 3, "guarded");
        ReviewViewModel model = work.opened();

        model.peek(true);
        model.peek(false);
        model.peek(true);

        assertThat(casework.care.hour().from(dev.docket.policy.Severity.S2).looks()).isEqualTo(2);
    }

    @Test
    void aLabelWhoseActionIsToEscalateGoesUpItsLadder() {
        work.fill(1, 2, "open");
        ReviewViewModel model = work.opened();

        model.decide(model.pack().label("ip_concern"), true);

        assertThat(casework.recorded.getFirst().finding().orElseThrow().action()).isEqualTo("escalate");
        assertThat(casework.recorded.getFirst().reason()).contains("legal");
    }

    @Test
    void anEmptyLaneOffersTheNextOneWithWork() {
        work.fill(1, 1, "open");
        work.fill(4, 2, "open");
        ReviewViewModel model = work.opened();

        model.decide(model.pack().label("benign"), true);
        model.tick();

        assertThat(model.situationProperty().get()).isEqualTo(Situation.LANE_EMPTY);
        model.goOn();
        assertThat(model.laneIdProperty().get()).isEqualTo(4);
        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
    }

    @Test
    void theFirstItemOfARunningIntakeAppearsByItself() {
        ReviewViewModel model = work.opened();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.ALL_DONE);

        work.fill(3, 1, "open");
        model.tick();

        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
    }

    @Test
    void aLostLeaseIsToldAndKeepsTheCaseOnScreen() {
        work.fill(1, 9, "open");
        ReviewViewModel model = work.opened();
        ReviewCase first = model.currentProperty().get();
        casework.lost.add(first.task().taskId());
        casework.lost.add(model.ahead().getFirst().task().taskId());
        clock.pass(Duration.ofSeconds(31));

        model.tick();

        assertThat(model.leaseLostProperty().get()).isTrue();
        assertThat(model.currentProperty().get()).isEqualTo(first);
        assertThat(model.held()).isEqualTo(8);
    }

    @Test
    void changingTheLanePausingAndClosingGiveTheLeasesBack() {
        work.fill(1, 3, "open");
        work.fill(2, 3, "open");
        ReviewViewModel model = work.opened();

        model.moveLane(1);
        assertThat(casework.released).hasSize(3);
        model.giveBack();
        assertThat(casework.released).hasSize(6);
        assertThat(model.situationProperty().get()).isEqualTo(Situation.PAUSED);
        model.goOn();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
        model.close();
        assertThat(casework.held).isEmpty();
    }
}
