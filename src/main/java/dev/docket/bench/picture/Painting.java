package dev.docket.bench.picture;

/**
 * A picture made by our own code.
 *
 * @param rgb row-major, 0xFFRRGGBB
 */
record Painting(int width, int height, int[] rgb) {

    /** A part of it, copied. */
    Painting cut(int left, int top, int partWidth, int partHeight) {
        int[] part = new int[partWidth * partHeight];
        for (int y = 0; y < partHeight; y++) {
            System.arraycopy(rgb, (top + y) * width + left, part, y * partWidth, partWidth);
        }
        return new Painting(partWidth, partHeight, part);
    }
}
