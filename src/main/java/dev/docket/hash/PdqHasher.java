package dev.docket.hash;

import dev.docket.decode.DecodedImage;
import java.util.Arrays;

/**
 * PDQ as Meta's C++ computes it, bit for bit: the float operations and their order are part of the algorithm.
 *
 * <p>A picture with a side above 512 is sampled to 512 x 512, its shape ignored; the luma is blurred to a tent, sampled
 * to 64 x 64 and cosine-transformed; of 16 x 16 low frequencies each bit says whether one lies above their median.
 *
 * <p>Deviations, where the pixels and not the hash differ: the picture is hashed upright, the reference ignores EXIF
 * orientation; a transparent pixel counts as black and a translucent one with its colour restored to 8 bits, the
 * reference hashes the colour stored under the transparency. Opaque pictures stored upright hash alike.
 *
 * <p>Safe to use from several threads. Source: [1] PDQ &amp; TMK+PDQF, Meta 2019; [2] github.com/facebook/ThreatExchange, pdq/cpp.
 */
public final class PdqHasher {
    /** Pictures with a shorter side have no hash: all bits and the quality are 0. */
    private static final int MIN_SIDE = 5;

    public PerceptualHash hash(DecodedImage image) {
        PdqLuma luma = new PdqLuma(image);
        if (luma.width() < MIN_SIDE || luma.height() < MIN_SIDE) {
            return PerceptualHash.NONE;
        }
        float[] small = PdqTent.sample(luma);
        return bits(PdqCosines.transform(small), quality(small));
    }

    /** Counts the steps between neighbours of the 64 x 64 picture, in hundredths of full contrast. */
    private static int quality(float[] small) {
        int side = PdqTent.SIDE;
        int steps = 0;
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                float here = small[i * side + j];
                if (i + 1 < side) {
                    steps += step(here, small[(i + 1) * side + j]);
                }
                if (j + 1 < side) {
                    steps += step(here, small[i * side + j + 1]);
                }
            }
        }
        return Math.min(100, steps / 90);
    }

    private static int step(float u, float v) {
        return Math.abs((int) ((u - v) * 100 / 255));
    }

    private static PerceptualHash bits(float[] frequencies, int quality) {
        float[] sorted = frequencies.clone();
        Arrays.sort(sorted);
        // of an even number of values the lower middle one
        float median = sorted[sorted.length / 2 - 1];
        long[] words = new long[4];
        for (int k = 0; k < frequencies.length; k++) {
            if (frequencies[k] > median) {
                words[3 - (k >> 6)] |= 1L << (k & 63);
            }
        }
        return new PerceptualHash(words[0], words[1], words[2], words[3], quality);
    }
}
