package dev.docket.ui.review;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.animation.AnimationTimer;

/**
 * What is drawn when the picture is on the screen, so that the picture does not wait for it: one part a pulse, each once
 * however often it was asked for. JavaFX thread.
 */
final class Afterwards extends AnimationTimer {
    /** Pulses until the picture is not only painted but on the screen. */
    private static final int PICTURE = 3;

    private final Set<Runnable> parts = new LinkedHashSet<>();
    private int pulses;

    /** @param part the same object each time */
    void draw(Runnable part) {
        parts.add(part);
        pulses = 0;
        start();
    }

    /** Draws a part now, and not once more later. */
    void drawNow(Runnable part) {
        parts.remove(part);
        part.run();
    }

    @Override
    public void handle(long now) {
        if (++pulses > PICTURE) {
            Iterator<Runnable> next = parts.iterator();
            if (next.hasNext()) {
                Runnable part = next.next();
                next.remove();
                part.run();
            }
            if (parts.isEmpty()) {
                stop();
            }
        }
    }
}
