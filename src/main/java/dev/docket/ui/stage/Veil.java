package dev.docket.ui.stage;

import java.util.Locale;

/** How much of a picture its cover leaves, strongest first. A control for the person looking, not a protection of anything. */
public enum Veil {
    FULL(100), SIXTY(60), THIRTY(30),
    /** Edges alone. */
    SKETCH(0),
    /** No cover. */
    OFF(0);

    private final int blur;

    Veil(int blur) {
        this.blur = blur;
    }

    /** The weakest that blurs at least so much. @param blur 0..100; 0 is none */
    public static Veil atLeast(int blur) {
        return blur == 0 ? OFF : blur <= 30 ? THIRTY : blur <= 60 ? SIXTY : FULL;
    }

    /** Whether there is a cover at all. */
    public boolean covers() {
        return this != OFF;
    }

    /** In percent; 0 for those that are no blur. */
    int blur() {
        return blur;
    }

    /** As verdicts tell it: {@code full}, {@code 60}, {@code 30}, {@code sketch}, {@code off}. */
    public String word() {
        return this == SIXTY || this == THIRTY ? Integer.toString(blur) : name().toLowerCase(Locale.ROOT);
    }
}
