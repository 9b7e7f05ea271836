package dev.docket.ui.stage;

/** What a picture's pixels are shown as. Its words stand under {@code stage.look.NAME}. */
public enum Look {
    /** As they are. */
    PLAIN(false),
    /** Tones stretched. */
    LEVELS(false),
    /** What saving once more would change. */
    ERROR_LEVELS(true),
    /** What a median filter would take out. */
    NOISE(true),
    /** Where a model's score hangs. */
    HEAT(true);

    private final boolean ofFullSize;

    Look(boolean ofFullSize) {
        this.ofFullSize = ofFullSize;
    }

    /** Whether it means nothing on pixels that were scaled. */
    boolean isOfFullSize() {
        return ofFullSize;
    }
}
