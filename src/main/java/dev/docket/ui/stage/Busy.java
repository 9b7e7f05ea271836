package dev.docket.ui.stage;

/**
 * What is being made of the picture's pixels.
 *
 * @param share 0..1, or below 0 where it is not known
 */
public record Busy(With with, double share) {
    public static final Busy NOTHING = new Busy(With.NOTHING, -1);

    /** Its words stand under {@code stage.busy.NAME}. */
    public enum With { NOTHING, FULL_SIZE, LOOK, FRAMES }
}
