package dev.docket.ui.common;

/**
 * How often the toolkit looks whether there is something to paint. It does so sixty times a second by itself, whatever the display: what a key
 * changed waits for that up to 17 ms, which was a fifth of the way from key to picture (docs/performance.md). Looking costs nothing where nothing changed.
 */
public final class PulseRate {
    private static final String PROPERTY = "javafx.animation.pulse";
    private static final int A_SECOND = 120;

    private PulseRate() {}

    /** Before the toolkit starts; another rate given on the command line stays. */
    public static void choose() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, Integer.toString(A_SECOND));
        }
    }
}
