package dev.docket.classify;

/**
 * How much of one score hangs on each part of a picture.
 *
 * @param columns cells across, each of about the same width
 * @param rows cells down
 * @param drops row-major: the score of the picture less the score without this cell, -1..1; above zero the cell speaks for the label
 * @param score of the whole picture, 0..1
 * @param passes how often the model was run
 */
public record HeatMap(int columns, int rows, float[] drops, double score, int passes) {
    public HeatMap {
        if (drops.length != Math.multiplyExact(columns, rows)) {
            throw new IllegalArgumentException(columns + " x " + rows + " with " + drops.length + " cells");
        }
    }

    /** The greatest drop, or 0 when none is above. */
    public float most() {
        float most = 0;
        for (float drop : drops) {
            most = Math.max(most, drop);
        }
        return most;
    }
}
