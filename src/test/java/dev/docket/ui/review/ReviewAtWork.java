package dev.docket.ui.review;

import dev.docket.SteppingClock;
import dev.docket.ui.common.Background;

/** The review view-model over painted cases, without a screen: everything is done at once. */
final class ReviewAtWork {
    private static final int AHEAD = 8;

    final PaintedCasework casework = new PaintedCasework();
    final SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
    final Background now = new Background(Runnable::run, Runnable::run);

    void fill(int lane, int cases, String display) {
        for (int n = 0; n < cases; n++) {
            casework.add(lane, display, false);
        }
    }

    /** The first case was painted. */
    ReviewViewModel opened() {
        return opened(now);
    }

    /** @param records what the desk does is done here */
    ReviewViewModel opened(Background records) {
        return opened(PaintedCasework.workers(records));
    }

    ReviewViewModel opened(Workers workers) {
        ReviewViewModel model = new ReviewViewModel(casework, workers, clock, AHEAD);
        model.tick();
        model.painted();
        return model;
    }
}
