package dev.docket.watermark;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By which arithmetic the blue difference is taken out of a pixel. What one program embeds, the other one's reads badly: both are tried. */
public enum Colours {
    /** Whole numbers 0..255 around 128, as OpenCV does it on bytes. */
    U8,
    /** Fractions around one half, as OpenCV does it on floats, which here hold 0..255. */
    F32;

    /** As payload files and reports spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Colours> of(String word) {
        return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
    }

    /** @param rgb the lower 24 bits count */
    double blueDifference(int rgb) {
        return this == U8 ? inBytes(rgb) : inFloats(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff) + 0.5;
    }

    /** 17..239: it need not be kept within a byte. */
    static int inBytes(int rgb) {
        int blue = rgb & 0xff;
        int luma = 1868 * blue + 9617 * (rgb >> 8 & 0xff) + 4899 * (rgb >> 16 & 0xff) + 8192 >> 14;
        return (blue - luma) * 8061 + (128 << 14) + 8192 >> 14;
    }

    /** Around nothing; of sums as of single pixels. */
    static double inFloats(int red, int green, int blue) {
        return (blue - (0.299 * red + 0.587 * green + 0.114 * blue)) * 0.492;
    }
}
