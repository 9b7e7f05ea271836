package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.Severity;
import dev.docket.settings.Covering;
import dev.docket.ui.cover.Cover;
import dev.docket.verdict.Shown.CoverStep;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoverStepsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    private final Cover cover = new Cover(CLOCK, () -> Covering.DEFAULT);
    private final CoverSteps steps = new CoverSteps(cover, CLOCK);

    @BeforeEach
    void coverACase() {
        cover.begin(new DisplayProfile("covered", 60, true, "hold", false, true), Severity.S2);
        steps.begin(CLOCK.instant());
    }

    @Test
    void eachCoverIsToldOnceAndTheKeyholeForWhatItIs() {
        note(() -> cover.keyhole(true));
        note(() -> { });
        note(() -> cover.keyhole(false));
        note(() -> cover.peek(true));

        assertThat(steps.made()).extracting(CoverStep::cover).containsExactly("60+grey", "keyhole+grey", "60+grey", "off+grey");
    }

    @Test
    void ofASwitchPlayedWithTheLastIsThatAtTheKey() {
        for (int n = 0; n < 150; n++) {
            note(() -> cover.peek(true));
            note(() -> cover.peek(false));
        }
        note(() -> cover.peek(true));

        assertThat(steps.made()).hasSize(200);
        assertThat(steps.made().getLast().cover()).isEqualTo("off+grey");
    }

    private void note(Runnable change) {
        change.run();
        steps.note();
    }
}
