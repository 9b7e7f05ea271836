package dev.docket.ui.review;

import dev.docket.ui.cover.Cover;
import dev.docket.verdict.Shown.CoverStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The covers a picture had since it was first painted, for its verdict. JavaFX thread. */
final class CoverSteps {
    private static final int MOST = 200;

    private final Cover cover;
    private final Clock clock;
    private final List<CoverStep> steps = new ArrayList<>();
    private Instant since = Instant.EPOCH;

    CoverSteps(Cover cover, Clock clock) {
        this.cover = cover;
        this.clock = clock;
    }

    /** The picture, or its cover, is on screen from now on. */
    void begin(Instant now) {
        steps.clear();
        since = now;
        note();
    }

    /** The cover may be another one now. */
    void note() {
        String word = cover.word();
        if (!steps.isEmpty() && steps.getLast().cover().equals(word)) {
            return;
        }
        if (steps.size() == MOST) {
            // of a switch played with, the cover at the key counts more than those before it
            steps.removeLast();
        }
        steps.add(new CoverStep(word, Math.max(0, Duration.between(since, clock.instant()).toMillis())));
    }

    List<CoverStep> made() {
        return List.copyOf(steps);
    }
}
