package dev.docket.watermark;

import dev.docket.decode.DecodedImage;

/**
 * The blue difference of a picture in the low band of a Haar wavelet: twice the mean of each 2 x 2 pixels, for one row of blocks
 * at a time. Written for speed: intake reads every pixel this way. One thread.
 */
final class LowBand {
    private final int[] argb;
    private final int width;
    /** Values in a row of the band: four for each block. */
    final int row;
    /** Four rows each. */
    final double[] u8;
    final double[] f32;
    private final int[] bytes;
    private final int[] redBlue;
    private final int[] green;

    LowBand(DecodedImage picture) {
        argb = picture.argb();
        width = picture.width();
        row = width / BlockReading.BLOCK * 4;
        u8 = new double[4 * row];
        f32 = new double[4 * row];
        bytes = new int[width];
        redBlue = new int[width];
        green = new int[width];
    }

    double[] of(Colours colours) {
        return colours == Colours.U8 ? u8 : f32;
    }

    /** Reads eight rows of pixels from this one on. */
    void read(int y) {
        for (int i = 0; i < 4; i++) {
            addRows((y + 2 * i) * width);
            addColumns(i * row);
        }
    }

    private void addRows(int from) {
        for (int x = 0; x < width; x++) {
            int upper = argb[from + x];
            int lower = argb[from + width + x];
            bytes[x] = Colours.inBytes(upper) + Colours.inBytes(lower);
            // red and blue side by side: four of them have room
            redBlue[x] = (upper & 0xff00ff) + (lower & 0xff00ff);
            green[x] = (upper >> 8 & 0xff) + (lower >> 8 & 0xff);
        }
    }

    private void addColumns(int to) {
        for (int i = 0; i < row; i++) {
            int both = redBlue[2 * i] + redBlue[2 * i + 1];
            int red = both >>> 16;
            int blue = both & 0xffff;
            u8[to + i] = (bytes[2 * i] + bytes[2 * i + 1]) / 2.0;
            f32[to + i] = Colours.inFloats(red, green[2 * i] + green[2 * i + 1], blue) / 2 + 1;
        }
    }
}
