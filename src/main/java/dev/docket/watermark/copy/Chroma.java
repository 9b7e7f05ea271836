package dev.docket.watermark.copy;

/**
 * The two colour differences that carry a mark, in 256ths: nearly those of JPEG, in whole numbers, and nothing for grey. Bits lie
 * in 16 x 16 pixels each, which is what JPEG keeps a mean of; 8 x 8 of these blocks hold a frame, and frames are laid side by side over the whole picture: any part of it
 * that holds a few frames will do.
 */
enum Chroma {
    BLUE(1.772, 0, -0.344), RED(0, 1.402, -0.714);

    /** Pixels of a side of a block. */
    static final int BLOCK = 16;
    /** Blocks of a side of a frame. */
    static final int FRAME = 8;
    /** Between values that mean the same bit, 0..255: wide enough for JPEG, narrow enough not to be seen. */
    static final double STEP = 6.5;

    private final double blue;
    private final double red;
    private final double green;

    /** How much a pixel's channels change when the difference grows by one. */
    Chroma(double blue, double red, double green) {
        this.blue = blue;
        this.red = red;
        this.green = green;
    }

    int of(int rgb) {
        int r = rgb >> 16 & 0xff;
        int g = rgb >> 8 & 0xff;
        int b = rgb & 0xff;
        return this == BLUE ? 128 * b - 43 * r - 85 * g : 128 * r - 107 * g - 21 * b;
    }

    /** Which bit of the frame the block carries. The two carry them in another order, so that what disturbs one spares the other. */
    int bit(int column, int row) {
        int place = Math.floorMod(row, FRAME) * FRAME + Math.floorMod(column, FRAME);
        return this == BLUE ? place : (place * 37 + 11) % MarkFrame.BITS;
    }

    /** The nearest value that means the bit. */
    static double carrying(boolean bit, double value) {
        double at = bit ? 0.75 : 0.25;
        return (Math.rint(value / STEP - at) + at) * STEP;
    }

    double blue() {
        return blue;
    }

    double red() {
        return red;
    }

    double green() {
        return green;
    }
}
