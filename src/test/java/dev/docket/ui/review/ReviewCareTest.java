package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.care.OwnCare;
import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.settings.Breaks;
import dev.docket.settings.Care;
import dev.docket.settings.Covering;
import dev.docket.settings.Covering.From;
import dev.docket.settings.Limits;
import dev.docket.settings.OwnLanes;
import dev.docket.storage.SealedFile;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reviewer wants to see, and what follows from what they saw, between two items. */
class ReviewCareTest {
    private static final Care QUIET = Care.DEFAULT.withCovering(Covering.DEFAULT.withFrom(From.POLICY)).withLimits(Limits.NONE)
            .withBreaks(Breaks.NONE).withLighterBetween(false);
    private static final Care ONE_LOOK = QUIET.withLimits(Limits.NONE.withSevereLooks(1));

    private final SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
    private final Background now = new Background(Runnable::run, Runnable::run);
    private final PaintedCasework casework = new PaintedCasework();

    @Test
    void atALimitWhatIsLighterInHandGoesOn() {
        fill(1, 8, "guarded");
        ReviewViewModel model = opened(ONE_LOOK);
        look(Severity.S3);

        decide(model);

        assertThat(situation(model)).isEqualTo(Situation.LIMIT);
        assertThat(model.currentProperty().get()).as("nothing on screen").isNull();
        assertThat(model.ahead()).extracting(h -> h.known().orElseThrow().decision().severity()).doesNotContain(Severity.S3);
        model.goOn();
        assertThat(situation(model)).isEqualTo(Situation.CASE);
        assertThat(severity(model)).isLessThan(Severity.S3);
        decide(model);
        assertThat(situation(model)).as("told once").isEqualTo(Situation.CASE);
    }

    @Test
    void whereOnlyGraveItemsAreLeftALighterOneIsFetchedFromAnotherLane() {
        grave(1, 4);
        fill(4, 2, "open");
        ReviewViewModel model = opened(ONE_LOOK);
        look(Severity.S3);
        decide(model);
        assertThat(model.held()).isZero();

        model.goOn();

        assertThat(model.laneIdProperty().get()).isEqualTo(4);
        assertThat(situation(model)).isEqualTo(Situation.CASE);
        assertThat(severity(model)).isLessThan(Severity.S3);
        assertThat(casework.waiting.get(1)).as("for others").hasSize(3);
    }

    @Test
    void whereNothingLighterWaitsItSaysSoAndTheWaysOnStay() {
        grave(1, 4);
        ReviewViewModel model = opened(ONE_LOOK);
        look(Severity.S3);
        decide(model);

        model.goOn();

        assertThat(situation(model)).isEqualTo(Situation.LIMIT);
        assertThat(model.noticeProperty().get()).isEqualTo(Text.of("care.limit.nothing"));
        model.tick();
        assertThat(situation(model)).as("not called done").isEqualTo(Situation.LIMIT);
    }

    @Test
    void whoeverGoesOnAllTheSameIsServedGraveItemsAgain() {
        grave(1, 4);
        ReviewViewModel model = opened(ONE_LOOK);
        look(Severity.S3);
        decide(model);

        model.goOnAnyway();

        assertThat(situation(model)).isEqualTo(Situation.CASE);
        assertThat(severity(model)).isEqualTo(Severity.S3);
        decide(model);
        assertThat(situation(model)).isEqualTo(Situation.CASE);
    }

    @Test
    void whenThePauseIsOverWorkGoesOnByItself() {
        grave(1, 4);
        ReviewViewModel model = opened(ONE_LOOK);
        look(Severity.S3);
        decide(model);
        clock.pass(Duration.ofMinutes(61));

        model.tick();

        assertThat(situation(model)).isEqualTo(Situation.CASE);
    }

    @Test
    void aBreakGivesEverythingBackAndEnterGoesOn() {
        fill(1, 12, "open");
        ReviewViewModel model = opened(QUIET);

        model.takeBreak();

        assertThat(situation(model)).isEqualTo(Situation.BREAK);
        assertThat(model.held()).isZero();
        assertThat(casework.held).isEmpty();
        model.goOn();
        assertThat(situation(model)).isEqualTo(Situation.CASE);
    }

    @Test
    void aBreakIsOfferedBetweenItemsAndStopsNothing() {
        fill(1, 12, "open");
        ReviewViewModel model = opened(QUIET.withBreaks(new Breaks(Duration.ofMinutes(50), 0)));
        clock.pass(Duration.ofMinutes(51));
        model.tick();
        assertThat(model.breakDueProperty().get()).as("not while an item is on screen").isFalse();

        decide(model);
        assertThat(model.breakDueProperty().get()).isTrue();
        assertThat(situation(model)).isEqualTo(Situation.CASE);
        decide(model);
        assertThat(casework.recorded).hasSize(2);
        model.goOn();
        assertThat(model.breakDueProperty().get()).as("not now").isFalse();
    }

    @Test
    void afterFiveGraveItemsALighterOneIsFetchedWhereNoneIsInHand() {
        grave(1, 9);
        fill(4, 2, "open");
        ReviewViewModel model = opened(QUIET.withLighterBetween(true));

        for (int n = 0; n < 5; n++) {
            assertThat(severity(model)).isEqualTo(Severity.S3);
            decide(model);
        }

        assertThat(severity(model)).isLessThan(Severity.S2);
        assertThat(model.currentProperty().get().task().laneId()).isEqualTo(4);
        assertThat(model.laneIdProperty().get()).as("one item, the lane stays").isEqualTo(1);
        decide(model);
        assertThat(severity(model)).isEqualTo(Severity.S3);
    }

    @Test
    void whatIsToBeCoveredIsCoveredAtOnceOnScreenAndAhead() {
        fill(1, 9, "open");
        ReviewViewModel model = opened(QUIET);
        assertThat(model.cover().isCovered()).isFalse();

        model.heed(QUIET.withCovering(Covering.DEFAULT.withFrom(From.S1).withGrey(true)));

        assertThat(model.cover().isCovered()).isTrue();
        assertThat(model.study().isOpen()).isFalse();
        assertThat(model.ahead()).allMatch(h -> h.known().orElseThrow().profile().covered());
        model.heed(QUIET);
        assertThat(model.cover().isCovered()).isFalse();
        decide(model);
        assertThat(casework.recorded).as("still the same case").hasSize(1);
    }

    @Test
    void aLabelThatIsNoLongerMineLeavesTheScreenAndTheHand() {
        fill(1, 5, "open");
        ReviewViewModel model = opened(QUIET);

        model.heed(QUIET.withNotMine(Set.of("civic_deception")));
        model.tick();

        assertThat(model.currentProperty().get()).isNull();
        assertThat(model.held()).isZero();
        assertThat(casework.released).hasSize(5);
    }

    @Test
    void aLaneOfWhichNothingIsForMeIsNotSearchedEverySecond() {
        grave(1, 4);
        ReviewViewModel model = opened(ONE_LOOK);
        look(Severity.S3);
        decide(model);
        model.tick();
        int claims = casework.claims;

        for (int second = 0; second < 20; second++) {
            clock.pass(Duration.ofSeconds(1));
            model.tick();
        }

        assertThat(casework.claims).isEqualTo(claims);
        clock.pass(Duration.ofSeconds(15));
        model.tick();
        assertThat(casework.claims).as("after a while").isEqualTo(claims + 1);
    }

    @Test
    void workIsDrawnFromOnesOwnLanesInOnesOwnOrder() {
        fill(1, 3, "open");
        fill(3, 3, "open");
        fill(4, 3, "open");
        ReviewViewModel model = opened(QUIET);
        assertThat(model.laneIdProperty().get()).isEqualTo(1);

        model.draw(new OwnLanes(List.of("lane-4", "lane-3"), Set.of("lane-1")), 1);

        assertThat(model.laneIdProperty().get()).isEqualTo(4);
        assertThat(model.lanes()).extracting(Lane::key).startsWith("lane-4", "lane-3").doesNotContain("lane-1");
        assertThat(model.allLanes()).extracting(Lane::key).contains("lane-1");
        assertThat(model.held()).as("one behind the one on screen").isEqualTo(2);
    }

    @Test
    void whatWasSeenIsOnTheDiskWithinAMinuteWithoutTheDeskBeingClosed(@TempDir Path folder) {
        Path file = folder.resolve("care");
        fill(1, 5, "guarded");
        casework.care = OwnCare.in(new SealedFile(file, new byte[32], "care"), QUIET, clock);
        ReviewViewModel model = opened();
        model.peek(true);
        for (int second = 0; second < 59; second++) {
            clock.pass(Duration.ofSeconds(1));
            model.tick();
        }

        assertThat(Files.exists(file)).isTrue();
        assertThat(OwnCare.in(new SealedFile(file, new byte[32], "care"), QUIET, clock).hour().from(Severity.S2).looks()).isOne();
    }

    private void look(Severity severity) {
        casework.care.glanced(severity, clock.instant().minusSeconds(1));
    }

    private void decide(ReviewViewModel model) {
        model.painted();
        model.decide(model.pack().label("benign"), true);
        model.painted();
        model.displayed();
    }

    private static Situation situation(ReviewViewModel model) {
        return model.situationProperty().get();
    }

    private static Severity severity(ReviewViewModel model) {
        return model.currentProperty().get().decision().severity();
    }

    private void fill(int lane, int cases, String display) {
        for (int n = 0; n < cases; n++) {
            casework.add(lane, display, false);
        }
    }

    /** Every fourth painted case is an S3. */
    private void grave(int lane, int cases) {
        for (int n = 0; n < 4 * cases; n++) {
            casework.add(n % 4 == 3 ? lane : 9, "guarded", false);
        }
        casework.waiting.remove(9);
    }

    private ReviewViewModel opened(Care care) {
        casework.care = OwnCare.unkept(care, clock);
        return opened();
    }

    private ReviewViewModel opened() {
        ReviewViewModel model = new ReviewViewModel(casework, PaintedCasework.workers(now), clock, 8);
        model.tick();
        model.painted();
        return model;
    }
}
