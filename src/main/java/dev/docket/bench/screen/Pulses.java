package dev.docket.bench.screen;

import dev.docket.bench.measure.Timing;
import java.util.Arrays;
import javafx.animation.AnimationTimer;

/** How long it is from one pulse of JavaFX to the next while this runs. JavaFX thread. */
public final class Pulses extends AnimationTimer {
    private final Runnable each;
    private double[] gaps = new double[4096];
    private int count;
    private long last = Long.MIN_VALUE;

    /** @param each done at every pulse, before the next frame is painted */
    public Pulses(Runnable each) {
        this.each = each;
    }

    @Override
    public void handle(long frame) {
        long now = System.nanoTime(); // not the frame's own time, which may be when it was due
        if (last != Long.MIN_VALUE) {
            gaps = count == gaps.length ? Arrays.copyOf(gaps, 2 * count) : gaps;
            gaps[count++] = now - last;
        }
        last = now;
        each.run();
    }

    public boolean hasTiming() {
        return count > 0;
    }

    /** From pulse to pulse, once {@link #hasTiming}. */
    public Timing timing() {
        return new Timing("pulses", Arrays.copyOf(gaps, count));
    }
}
