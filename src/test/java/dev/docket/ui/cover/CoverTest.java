package dev.docket.ui.cover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyPack.DisplayProfile;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverTest {
    private static final DisplayProfile OPEN = new DisplayProfile("open", 0, false, "none", false, true);
    private static final DisplayProfile GUARDED = new DisplayProfile("guarded", 60, true, "hold", false, true);
    private static final DisplayProfile STRICT = new DisplayProfile("strict", 100, true, "hold", true, true);
    private static final DisplayProfile NEVER = new DisplayProfile("none", 100, true, "hold", true, false);
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final Cover cover = new Cover();

    @Test
    void holdingTheKeyOpensAndLettingGoCovers() {
        cover.begin(GUARDED);
        assertThat(cover.isCovered()).isTrue();

        cover.peek(true, NOW);
        assertThat(cover.isCovered()).isFalse();
        cover.peek(false, NOW);

        assertThat(cover.isCovered()).isTrue();
        assertThat(cover.everRevealed()).isTrue();
    }

    @Test
    void aLatchStaysOpenUntilCovered() {
        cover.begin(GUARDED);
        cover.latch(NOW);
        cover.peek(false, NOW);
        assertThat(cover.isCovered()).isFalse();

        cover.coverNow();

        assertThat(cover.isCovered()).isTrue();
    }

    @Test
    void theNextCaseStartsCoveredWhileTheKeyIsStillHeld() {
        cover.begin(GUARDED);
        cover.peek(true, NOW);

        cover.begin(STRICT);

        assertThat(cover.isCovered()).isTrue();
        assertThat(cover.everRevealed()).isFalse();
    }

    @Test
    void aStrictLookEndsByItself() {
        cover.begin(STRICT);
        cover.latch(NOW);
        cover.tick(NOW.plusSeconds(8));
        assertThat(cover.isCovered()).isFalse();

        cover.tick(NOW.plusSeconds(9));

        assertThat(cover.isCovered()).isTrue();
    }

    @Test
    void whatIsNeverDrawnIsNeverOpened() {
        cover.begin(NEVER);
        cover.peek(true, NOW);
        cover.latch(NOW);
        cover.step();

        assertThat(cover.isCovered()).isTrue();
        assertThat(cover.everRevealed()).isFalse();
    }

    @Test
    void stepsNeverOpenACoveredProfile() {
        cover.begin(GUARDED);
        for (int press = 0; press < 10; press++) {
            cover.step();
            assertThat(cover.isCovered()).isTrue();
            assertThat(cover.blurProperty().get()).isIn(30, 60, 100);
        }
    }

    @Test
    void anOpenPictureCanBeCoveredAndOpenedAgain() {
        cover.begin(OPEN);
        assertThat(cover.isCovered()).isFalse();
        cover.coverNow();
        assertThat(cover.isCovered()).isTrue();

        cover.step();
        cover.step();

        assertThat(cover.isCovered()).isFalse();
    }

    @Test
    void noSequenceOfPressesOpensACoveredProfileWithoutAHeldOrLatchedKey() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            cover.begin(run % 2 == 0 ? GUARDED : STRICT);
            boolean held = false;
            boolean latched = false;
            for (int press = 0; press < 40; press++) {
                switch (random.nextInt(7)) {
                    case 0 -> { cover.peek(true, NOW); held = true; latched = false; }
                    case 1 -> { cover.peek(false, NOW); held = false; }
                    case 2 -> { cover.latch(NOW); latched = !latched; }
                    case 3 -> { cover.step(); held = false; latched = false; }
                    case 4 -> { cover.coverNow(); held = false; latched = false; }
                    case 5 -> cover.toggleGrey();
                    default -> { cover.letGo(); held = false; latched = false; }
                }
                assertThat(cover.isCovered()).isEqualTo(!held && !latched);
            }
        }
    }
}
