package dev.docket.ui.review;

import javafx.animation.AnimationTimer;

/** Waits until what is in the scene now has been painted. */
final class Frames extends AnimationTimer {
    private Runnable then = () -> {};
    private int pulses;

    /** Runs {@code painted} at the second pulse from now: the first one paints. A later call replaces an earlier one. */
    void afterPaint(Runnable painted) {
        then = painted;
        pulses = 0;
        start();
    }

    @Override
    public void handle(long now) {
        if (++pulses > 1) {
            stop();
            then.run();
        }
    }
}
