package dev.docket.ui.cover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.Severity;
import dev.docket.settings.Covering;
import dev.docket.ui.cover.Cover.Sight;
import dev.docket.ui.stage.Veil;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverTest {
    private static final DisplayProfile OPEN = new DisplayProfile("open", 0, false, "none", false, true);
    private static final DisplayProfile GUARDED = new DisplayProfile("guarded", 60, true, "hold", false, true);
    private static final DisplayProfile STRICT = new DisplayProfile("strict", 100, true, "hold", true, true);
    private static final DisplayProfile NEVER = new DisplayProfile("none", 100, true, "hold", true, false);

    private Covering own = Covering.DEFAULT;
    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final Cover cover = new Cover(clock, () -> own);

    @Test
    void holdingTheKeyOpensAndLettingGoCovers() {
        cover.begin(GUARDED, Severity.S2);
        assertThat(cover.isCovered()).isTrue();

        cover.peek(true);
        assertThat(cover.isCovered()).isFalse();
        cover.peek(false);

        assertThat(cover.isCovered()).isTrue();
        assertThat(cover.everRevealed()).isTrue();
    }

    @Test
    void aLatchStaysOpenUntilCovered() {
        cover.begin(GUARDED, Severity.S2);
        cover.latch();
        cover.peek(false);
        assertThat(cover.isCovered()).isFalse();

        cover.coverNow();

        assertThat(cover.isCovered()).isTrue();
    }

    @Test
    void whoeverDoesNotWantToKeepPicturesOpenCannotByMistake() {
        own = own.withLatch(false);
        cover.begin(GUARDED, Severity.S2);

        cover.latch();

        assertThat(cover.isCovered()).isTrue();
        assertThat(cover.everRevealed()).isFalse();
    }

    @Test
    void aLookMayShowOutlinesFirstAndThePictureOnceOutlinesAreThere() {
        own = own.withPeek(Covering.Peek.SKETCH);
        cover.begin(GUARDED, Severity.S2);

        cover.peek(true);
        assertThat(cover.veilProperty().get()).isEqualTo(Veil.SKETCH);
        assertThat(cover.isCovered()).isTrue();
        assertThat(cover.everRevealed()).isFalse();
        cover.peek(false);
        assertThat(cover.veilProperty().get()).isEqualTo(Veil.SIXTY);

        cover.step();
        cover.step();
        cover.peek(true);
        assertThat(cover.isCovered()).isFalse();
        cover.peek(false);
        assertThat(cover.veilProperty().get()).isEqualTo(Veil.SKETCH);
        cover.coverNow();
        assertThat(cover.veilProperty().get()).isEqualTo(Veil.SIXTY);
    }

    @Test
    void fullBlurToBeginWithIsWhatEscGoesBackTo() {
        own = own.withStrength(Covering.Strength.FULL);
        cover.begin(GUARDED, Severity.S2);
        assertThat(cover.veilProperty().get()).isEqualTo(Veil.FULL);
        cover.step();
        assertThat(cover.veilProperty().get()).isEqualTo(Veil.SIXTY);

        cover.coverNow();

        assertThat(cover.veilProperty().get()).isEqualTo(Veil.FULL);
    }

    @Test
    void everyPictureStartsWithoutColoursWhereThatIsWantedAndGBringsThemBack() {
        own = own.withGrey(true);
        cover.begin(OPEN, Severity.S0);
        assertThat(cover.word()).isEqualTo("off+grey");

        cover.toggleGrey();

        assertThat(cover.word()).isEqualTo("off");
    }

    @Test
    void aKeyholeShowsAPartUntilItIsLetGoAndCountsAsSeen() {
        cover.begin(GUARDED, Severity.S2);

        cover.keyhole(true);
        assertThat(cover.sightProperty().get()).isEqualTo(Sight.KEYHOLE);
        cover.keyhole(false);

        assertThat(cover.sightProperty().get()).isEqualTo(Sight.NONE);
        assertThat(cover.everRevealed()).isTrue();
    }

    @Test
    void theNextCaseStartsCoveredWhileAKeyIsStillHeld() {
        cover.begin(GUARDED, Severity.S2);
        cover.peek(true);
        cover.keyhole(true);

        cover.begin(STRICT, Severity.S3);

        assertThat(cover.isCovered()).isTrue();
        assertThat(cover.everRevealed()).isFalse();
    }

    @Test
    void aStrictLookEndsByItselfAndNeverLaterThanAfterEightSeconds() {
        cover.begin(STRICT, Severity.S2);
        cover.latch();
        assertThat(secondsOpen()).isBetween(7.5, 8.0);
    }

    @Test
    void aGraveItemIsNotLookedAtForLongerEither() {
        cover.begin(GUARDED, Severity.S3);
        cover.peek(true);
        assertThat(secondsOpen()).isBetween(7.5, 8.0);
    }

    @Test
    void aGuardedLookLastsAsLongAsTheKeyIsHeld() {
        cover.begin(GUARDED, Severity.S2);
        cover.peek(true);
        assertThat(secondsOpen()).isEqualTo(60);
    }

    private double secondsOpen() {
        int ticks = 0;
        while (!cover.isCovered() && ticks < 300) {
            clock.pass(Cover.TICK);
            cover.tick();
            ticks++;
        }
        return ticks * Cover.TICK.toMillis() / 1e3;
    }

    @Test
    void whatIsNeverDrawnIsNeverOpened() {
        cover.begin(NEVER, Severity.S4);
        cover.peek(true);
        cover.keyhole(true);
        cover.latch();
        cover.step();

        assertThat(cover.isCovered()).isTrue();
        assertThat(cover.everRevealed()).isFalse();
    }

    @Test
    void stepsGoFromFullToOutlinesAndNeverOpenACoveredProfile() {
        cover.begin(STRICT, Severity.S3);
        List<Veil> steps = new ArrayList<>();
        for (int press = 0; press < 5; press++) {
            steps.add(cover.veilProperty().get());
            cover.step();
            assertThat(cover.isCovered()).isTrue();
        }
        assertThat(steps).containsExactly(Veil.FULL, Veil.SIXTY, Veil.THIRTY, Veil.SKETCH, Veil.FULL);
    }

    @Test
    void anOpenPictureCanBeCoveredAndOpenedAgain() {
        cover.begin(OPEN, Severity.S1);
        assertThat(cover.isCovered()).isFalse();
        cover.coverNow();
        assertThat(cover.veilProperty().get()).isEqualTo(Veil.SIXTY);
        assertThat(cover.isCovered()).isTrue();

        for (Veil next : List.of(Veil.THIRTY, Veil.SKETCH, Veil.OFF)) {
            cover.step();
            assertThat(cover.veilProperty().get()).isEqualTo(next);
        }

        assertThat(cover.isCovered()).isFalse();
    }

    @Test
    void itIsToldInTheWordsOfVerdicts() {
        cover.begin(GUARDED, Severity.S2);
        assertThat(cover.word()).isEqualTo("60+grey");
        cover.peek(true);
        assertThat(cover.word()).isEqualTo("off+grey");
        cover.peek(false);
        cover.toggleGrey();
        cover.step();
        assertThat(cover.word()).isEqualTo("30");
        cover.step();
        assertThat(cover.word()).isEqualTo("sketch");
    }

    @Test
    void noSequenceOfPressesOpensACoveredProfileWithoutAHeldOrLatchedKey() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            cover.begin(run % 2 == 0 ? GUARDED : STRICT, Severity.S2);
            boolean held = false;
            boolean keyhole = false;
            boolean latched = false;
            for (int press = 0; press < 40; press++) {
                clock.pass(Duration.ofMillis(10));
                cover.tick();
                switch (random.nextInt(9)) {
                    case 0 -> { cover.peek(true); held = true; latched = false; }
                    case 1 -> { cover.peek(false); held = false; }
                    case 2 -> { cover.latch(); latched = !latched; }
                    case 3 -> { cover.step(); held = false; keyhole = false; latched = false; }
                    case 4 -> { cover.coverNow(); held = false; keyhole = false; latched = false; }
                    case 5 -> cover.toggleGrey();
                    case 6 -> { cover.keyhole(true); keyhole = true; }
                    case 7 -> { cover.keyhole(false); keyhole = false; }
                    default -> { cover.letGo(); held = false; keyhole = false; latched = false; }
                }
                assertThat(cover.sightProperty().get()).isEqualTo(held || latched ? Sight.ALL : keyhole ? Sight.KEYHOLE : Sight.NONE);
            }
        }
    }
}
