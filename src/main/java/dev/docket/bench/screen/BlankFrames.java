package dev.docket.bench.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Frames with no picture in them: how many, and where each stretch of them began. JavaFX thread. */
public final class BlankFrames {
    private static final int MOST_STRETCHES = 20;

    private final ReviewWindow window;
    private final long start = System.nanoTime();
    private final List<String> stretches = new ArrayList<>();
    private int count;
    private boolean blank;

    public BlankFrames(ReviewWindow window) {
        this.window = window;
    }

    /** To be called once a pulse. */
    public void frame() {
        boolean now = window.isBlank();
        if (now && !blank && stretches.size() < MOST_STRETCHES) {
            stretches.add("blank after " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms: " + window.standing());
        }
        count += now ? 1 : 0;
        blank = now;
    }

    public int count() { return count; }

    /** When the first stretches began and how the review screen stood, in words. */
    public List<String> stretches() { return stretches; }
}
