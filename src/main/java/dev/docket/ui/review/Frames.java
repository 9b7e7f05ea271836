package dev.docket.ui.review;

import javafx.animation.AnimationTimer;

/** Waits until what is in the scene now has been painted, and then until it is on the display. */
final class Frames extends AnimationTimer {
    /** The first pulse paints. */
    private static final int PAINTED = 2;
    /** What a pulse painted is carried to the display beside the next ones. */
    private static final int DISPLAYED = 4;

    private Runnable whenPainted = () -> {};
    private Runnable whenDisplayed = () -> {};
    private int pulses;

    /** Runs the one at the second pulse from now and the other two pulses later. A later call replaces an earlier one. */
    void afterPaint(Runnable painted, Runnable displayed) {
        whenPainted = painted;
        whenDisplayed = displayed;
        pulses = 0;
        start();
    }

    @Override
    public void handle(long now) {
        pulses++;
        if (pulses == PAINTED) {
            whenPainted.run();
        } else if (pulses >= DISPLAYED) {
            stop();
            whenDisplayed.run();
        }
    }
}
