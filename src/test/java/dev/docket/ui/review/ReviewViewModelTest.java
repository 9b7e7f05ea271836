package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.settings.Limits;
import dev.docket.ui.common.Background;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Shown.CoverStep;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewViewModelTest {
    private final PaintedCasework casework = new PaintedCasework();
    private final SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
    private final Background now = new Background(Runnable::run, Runnable::run);
    private final Deque<Runnable> disk = new ArrayDeque<>();

    @Test
    void theFirstLaneWithWorkIsOpenedAndAWindowLeased() {
        fill(2, 20, "open");

        ReviewViewModel model = opened(now);

        assertThat(model.laneIdProperty().get()).isEqualTo(2);
        assertThat(model.held()).isEqualTo(9);
        assertThat(model.ahead()).hasSize(8);
        assertThat(model.pictureProperty().get()).isInstanceOf(Picture.Decoded.class);
        assertThat(casework.decoded).isEqualTo(9);
    }

    @Test
    void decidingRecordsTheVerdictAndShowsTheNextCase() {
        fill(1, 3, "open");
        ReviewViewModel model = opened(now);
        ReviewCase first = model.currentProperty().get();
        clock.pass(Duration.ofSeconds(4));

        model.decide(label(model, "spam_scam"), true);

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
        fill(1, 3, "open");
        ReviewViewModel model = new ReviewViewModel(casework, PaintedCasework.workers(now), clock, 8);
        model.tick();

        model.decide(label(model, "benign"), true);

        assertThat(casework.recorded).isEmpty();
        model.painted();
        model.decide(label(model, "benign"), true);
        assertThat(casework.recorded).hasSize(1);
        model.decide(label(model, "benign"), true);
        assertThat(casework.recorded).as("the next picture was not painted yet").hasSize(1);
    }

    @Test
    void aBlindCaseRecordsThatNothingWasShown() {
        casework.add(1, "guarded", true);
        ReviewViewModel model = opened(now);

        model.decide(label(model, "benign"), true);

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
        fill(1, 3, "open");
        ReviewViewModel model = opened(now);
        model.decide(label(model, "benign"), true);
        model.painted();

        model.pending().toggle(label(model, "civic_deception"));
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
        ReviewViewModel model = opened(now);

        model.showScores();

        assertThat(model.currentProperty().get().visibleScores()).isEmpty();
    }

    @Test
    void everyCoverThePictureHadIsKeptWithTheVerdict() {
        casework.add(1, "guarded", false);
        ReviewViewModel model = opened(now);
        clock.pass(Duration.ofSeconds(2));
        model.peek(true);
        clock.pass(Duration.ofSeconds(1));
        model.peek(false);

        model.decide(label(model, "benign"), true);

        assertThat(casework.recorded.getFirst().shown().steps()).containsExactly(
                new CoverStep("60+grey", 0), new CoverStep("off+grey", 2000), new CoverStep("60+grey", 3000));
    }

    @Test
    void lookingBackShowsWhatWasHiddenAndAnotherVerdictThereIsASecondStage() {
        casework.add(1, "open", true);
        fill(1, 2, "open");
        ReviewViewModel model = opened(now);
        ReviewCase first = model.currentProperty().get();
        model.decide(label(model, "benign"), true);
        model.painted();
        ReviewCase second = model.currentProperty().get();

        model.lookBack();
        model.painted();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.LOOKING_BACK);
        assertThat(model.currentProperty().get().item()).isEqualTo(first.item());
        assertThat(model.currentProperty().get().visibleScores()).isNotEmpty();
        model.decide(label(model, "spam_scam"), true);

        assertThat(casework.recorded.getLast().kind()).isEqualTo(VerdictKind.REVISED);
        assertThat(casework.recorded.getLast().about()).contains(casework.recorded.getFirst().id());
        assertThat(casework.recorded.getLast().shown().scoresVisible()).isTrue();
        assertThat(model.currentProperty().get()).isEqualTo(second);
    }

    @Test
    void whatWasDecidedInFullSightIsLookedAtAndLeftAsItIs() {
        fill(1, 3, "open");
        ReviewViewModel model = opened(now);
        model.decide(label(model, "benign"), true);
        model.painted();
        ReviewCase second = model.currentProperty().get();

        model.lookBack();
        model.painted();
        model.decide(label(model, "spam_scam"), true);
        assertThat(casework.recorded).hasSize(1);
        assertThat(model.noticeProperty().get()).startsWith("You decided this with everything shown");
        model.lookBack();
        assertThat(model.noticeProperty().get()).isEqualTo("Nothing further back");
        model.goOn();

        assertThat(model.currentProperty().get()).isEqualTo(second);
    }

    @Test
    void quarantineWhileLookingBackTakesThatPictureAndLeavesTheCaseInHand() {
        fill(1, 3, "open");
        ReviewViewModel model = opened(now);
        ReviewCase first = model.currentProperty().get();
        model.decide(label(model, "benign"), true);
        model.painted();
        ReviewCase second = model.currentProperty().get();
        model.lookBack();

        model.quarantine();

        assertThat(model.currentProperty().get()).isNull();
        assertThat(casework.recorded.getLast().kind()).isEqualTo(VerdictKind.QUARANTINED);
        assertThat(casework.recorded.getLast().itemId()).isEqualTo(first.item().id());
        clock.pass(Duration.ofSeconds(1));
        model.tick();
        assertThat(model.currentProperty().get()).isEqualTo(second);
    }

    @Test
    void undoBringsTheCaseBack() {
        fill(1, 3, "open");
        ReviewViewModel model = opened(now);
        ReviewCase first = model.currentProperty().get();
        model.decide(label(model, "benign"), true);

        model.undo();

        assertThat(model.currentProperty().get()).isEqualTo(first);
        assertThat(model.tray().sittingProperty().get().last()).isEmpty();
        model.undo();
        assertThat(model.noticeProperty().get()).isEqualTo("Nothing to undo");
    }

    @Test
    void aThousandVerdictsAreTakenBackAndMadeAnewWithoutHoardingLeases() {
        casework.few = true;
        fill(1, 1001, "open");
        ReviewViewModel model = opened(now);
        List<UUID> order = new ArrayList<>();
        for (int n = 0; n < 1000; n++) {
            order.add(model.currentProperty().get().task().taskId());
            model.decide(label(model, "benign"), true);
            model.painted();
        }

        for (int n = 0; n < 1000; n++) {
            model.undo();
            assertThat(model.currentProperty().get().task().taskId()).isEqualTo(order.get(999 - n));
        }

        assertThat(casework.recorded).isEmpty();
        assertThat(model.held()).isEqualTo(17);
        assertThat(casework.held).hasSize(17);
        for (int n = 0; n < 1000; n++) {
            model.redo();
        }
        assertThat(casework.recorded).extracting(Verdict::taskId).containsExactlyElementsOf(order);
    }

    @Test
    void whatTheDeskRefusesBringsTheCaseBackWithTheReason() {
        fill(1, 3, "open");
        ReviewViewModel model = opened(now);
        ReviewCase first = model.currentProperty().get();
        casework.refusal = "Hate symbols needs a region drawn on the picture";

        model.decide(label(model, "hate_symbols"), true);

        assertThat(model.currentProperty().get()).isEqualTo(first);
        assertThat(model.noticeProperty().get()).isEqualTo("Hate symbols needs a region drawn on the picture");
        casework.refusal = "";
        model.painted();
        model.decide(label(model, "benign"), true);
        assertThat(casework.recorded).hasSize(1);
    }

    @Test
    void aVerdictThatCannotBeStoredStopsTheScreenUntilItIs() {
        fill(1, 4, "open");
        ReviewViewModel model = opened(now);
        ReviewCase first = model.currentProperty().get();
        casework.failure = "No space left";

        model.decide(label(model, "benign"), true);
        model.painted();
        model.decide(label(model, "benign"), true);
        model.undo();

        assertThat(model.tray().failureProperty().get()).isEqualTo("No space left");
        assertThat(model.canDecide()).isFalse();
        assertThat(casework.recorded).isEmpty();
        casework.failure = "";
        model.retry();
        assertThat(casework.recorded).extracting(Verdict::taskId).containsExactly(first.task().taskId());
        assertThat(model.canDecide()).isTrue();
    }

    @Test
    void theNextVerdictWaitsUntilTheOneBeforeIsStored() {
        fill(1, 4, "open");
        ReviewViewModel model = opened(new Background(disk::add, Runnable::run));
        runDisk();
        model.painted();
        model.decide(label(model, "benign"), true);
        UUID second = model.currentProperty().get().task().taskId();
        model.painted();

        model.decide(label(model, "spam_scam"), true);
        assertThat(model.currentProperty().get().task().taskId()).as("stays until the first is stored").isEqualTo(second);
        runDisk();

        assertThat(casework.recorded).hasSize(2);
        assertThat(casework.recorded.get(1).taskId()).isEqualTo(second);
    }

    @Test
    void quarantineBlanksAtOnceAndCannotBeUndone() {
        fill(1, 3, "open");
        ReviewViewModel model = opened(new Background(disk::add, Runnable::run));
        runDisk();
        model.painted();

        model.quarantine();

        assertThat(model.situationProperty().get()).isEqualTo(Situation.WITHHELD);
        assertThat(model.pictureProperty().get()).isNull();
        assertThat(model.currentProperty().get()).isNull();
        runDisk();
        assertThat(casework.recorded.getFirst().kind()).isEqualTo(VerdictKind.QUARANTINED);
        assertThat(casework.recorded.getFirst().finding()).isEmpty();
        assertThat(model.tray().sittingProperty().get().last()).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        model.tick();
        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
    }

    @Test
    void aDamagedPictureCanBePassedOnButNotJudged() {
        casework.damaged.add(casework.add(1, "open", false));
        ReviewViewModel model = opened(now);

        model.decide(label(model, "benign"), true);
        assertThat(casework.recorded).isEmpty();

        model.skip("image_unreadable");
        assertThat(casework.recorded.getFirst().kind()).isEqualTo(VerdictKind.SKIPPED);
        assertThat(casework.recorded.getFirst().reason()).contains("image_unreadable");
    }

    @Test
    void aSkipForOnesOwnSakeLeavesNoVerdictAndGoesOn() {
        fill(1, 3, "guarded");
        ReviewViewModel model = opened(now);
        ReviewCase first = model.currentProperty().get();

        model.skip("wellbeing_skip");

        assertThat(casework.recorded).isEmpty();
        assertThat(casework.left).containsExactly(first.item().id());
        assertThat(model.currentProperty().get()).isNotEqualTo(first);
    }

    @Test
    void afterFiveGraveItemsInARowSomethingLighterInHandComesFirst() {
        casework.care.settings(casework.care.settings().withLighterBetween(true));
        fill(1, 8, "open");
        ReviewViewModel model = opened(now);
        for (int n = 0; n < 5; n++) {
            casework.care.served(dev.docket.policy.Severity.S3);
        }
        while (model.currentProperty().get().decision().severity().compareTo(dev.docket.policy.Severity.S3) < 0) {
            model.decide(label(model, "benign"), true);
            model.painted();
        }
        for (int n = 0; n < 4; n++) {
            casework.care.served(dev.docket.policy.Severity.S3);
        }

        model.decide(label(model, "benign"), true);

        assertThat(model.currentProperty().get().decision().severity()).isLessThanOrEqualTo(dev.docket.policy.Severity.S1);
    }

    @Test
    void atALimitWhatIsGraveGoesBackToItsLane() {
        casework.care.settings(casework.care.settings().withLimits(Limits.NONE.withSevereLooks(1)));
        fill(1, 8, "guarded");
        ReviewViewModel model = opened(now);
        casework.care.glanced(dev.docket.policy.Severity.S3, PaintedCasework.NOW.minusSeconds(1));

        model.decide(label(model, "benign"), true);

        assertThat(casework.released).isNotEmpty();
        assertThat(casework.released).allMatch(id -> casework.cases.get(id).decision().severity() == dev.docket.policy.Severity.S3);
    }

    @Test
    void whatIsLookedAtIsCountedForThisPersonAlone() {
        fill(1, 3, "guarded");
        ReviewViewModel model = opened(now);

        model.peek(true);
        model.peek(false);
        model.peek(true);

        assertThat(casework.care.hour().from(dev.docket.policy.Severity.S2).looks()).isEqualTo(2);
    }

    @Test
    void aLabelWhoseActionIsToEscalateGoesUpItsLadder() {
        fill(1, 2, "open");
        ReviewViewModel model = opened(now);

        model.decide(label(model, "ip_concern"), true);

        assertThat(casework.recorded.getFirst().finding().orElseThrow().action()).isEqualTo("escalate");
        assertThat(casework.recorded.getFirst().reason()).contains("legal");
    }

    @Test
    void anEmptyLaneOffersTheNextOneWithWork() {
        fill(1, 1, "open");
        fill(4, 2, "open");
        ReviewViewModel model = opened(now);

        model.decide(label(model, "benign"), true);
        model.tick();

        assertThat(model.situationProperty().get()).isEqualTo(Situation.LANE_EMPTY);
        model.goOn();
        assertThat(model.laneIdProperty().get()).isEqualTo(4);
        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
    }

    @Test
    void theFirstItemOfARunningIntakeAppearsByItself() {
        ReviewViewModel model = opened(now);
        assertThat(model.situationProperty().get()).isEqualTo(Situation.ALL_DONE);

        fill(3, 1, "open");
        model.tick();

        assertThat(model.situationProperty().get()).isEqualTo(Situation.CASE);
    }

    @Test
    void aLostLeaseIsToldAndKeepsTheCaseOnScreen() {
        fill(1, 9, "open");
        ReviewViewModel model = opened(now);
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
        fill(1, 3, "open");
        fill(2, 3, "open");
        ReviewViewModel model = opened(now);

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

    private void fill(int lane, int cases, String display) {
        for (int n = 0; n < cases; n++) {
            casework.add(lane, display, false);
        }
    }

    private ReviewViewModel opened(Background records) {
        ReviewViewModel model = new ReviewViewModel(casework, PaintedCasework.workers(records), clock, 8);
        model.tick();
        model.painted();
        return model;
    }

    private void runDisk() {
        while (!disk.isEmpty()) {
            disk.remove().run();
        }
    }

    private static Label label(ReviewViewModel model, String id) {
        return model.pack().label(id);
    }
}
