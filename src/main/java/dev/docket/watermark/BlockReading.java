package dev.docket.watermark;

import dev.docket.decode.DecodedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the blocks of one picture vote for, in both arithmetics and by both methods, for marks of several lengths. A block is
 * 8 x 8 pixels: 4 x 4 means of 2 x 2 (the low band of a Haar wavelet). Blocks are counted row by row from the upper left
 * corner; block {@code k} votes for bit {@code k mod length}. One pass; one thread.
 */
final class BlockReading {
    /** Width of the steps in which values are quantised. */
    static final double STEP = 36;
    static final int BLOCK = 8;
    /** So that what lies on a border, as in a picture of one colour, is read alike on every machine. */
    private static final double NEAR = 1e-6;

    private final List<Integer> lengths;
    private final int blocks;
    /** For each arithmetic, method and length: how many of a bit's blocks voted for one. */
    private final Map<Colours, Map<Method, int[][]>> ones = new EnumMap<>(Colours.class);

    private BlockReading(DecodedImage picture, List<Integer> lengths) {
        this.lengths = lengths;
        blocks = (picture.width() / BLOCK) * (picture.height() / BLOCK);
        for (Colours colours : Colours.values()) {
            Map<Method, int[][]> byMethod = new EnumMap<>(Method.class);
            for (Method method : Method.values()) {
                byMethod.put(method, lengths.stream().map(int[]::new).toArray(int[][]::new));
            }
            ones.put(colours, byMethod);
        }
    }

    /** @param lengths of the marks looked for, in bits */
    static BlockReading of(DecodedImage picture, List<Integer> lengths) {
        BlockReading reading = new BlockReading(picture, lengths);
        reading.read(picture);
        return reading;
    }

    /** How many bits of the mark the picture reads as it has them. */
    int matched(Payload payload, Method method, Colours colours) {
        int length = payload.bits().length();
        int[] votes = ones.get(colours).get(method)[lengths.indexOf(length)];
        int matched = 0;
        for (int bit = 0; bit < length; bit++) {
            int all = blocks / length + (bit < blocks % length ? 1 : 0);
            boolean one = votes[bit] * 255L > 127L * all;
            matched += all > 0 && one == (payload.bits().charAt(bit) == '1') ? 1 : 0;
        }
        return matched;
    }

    private void read(DecodedImage picture) {
        LowBand band = new LowBand(picture);
        int[][] bits = new int[Colours.values().length][lengths.size()];
        for (int y = 0; y + BLOCK <= picture.height(); y += BLOCK) {
            band.read(y);
            for (Colours colours : Colours.values()) {
                vote(band.of(colours), band.row, ones.get(colours), bits[colours.ordinal()]);
            }
        }
    }

    /** @param bit the bit of each length that the next block votes for */
    private static void vote(double[] low, int row, Map<Method, int[][]> ones, int[] bit) {
        int[][] dct = ones.get(Method.DWT_DCT);
        int[][] svd = ones.get(Method.DWT_DCT_SVD);
        for (int at = 0; at < row; at += 4) {
            int byLargest = vote(largest(low, at, row));
            int bySingular = vote(Singular.largest(low, at, row));
            for (int i = 0; i < bit.length; i++) {
                dct[i][bit[i]] += byLargest;
                svd[i][bit[i]] += bySingular;
                bit[i] = bit[i] + 1 == dct[i].length ? 0 : bit[i] + 1;
            }
        }
    }

    /** Of all but the first, by size without sign. */
    private static double largest(double[] low, int at, int row) {
        double largest = Math.max(Math.abs(low[at + 1]), Math.max(Math.abs(low[at + 2]), Math.abs(low[at + 3])));
        for (int i = at + row; i < low.length; i += row) {
            largest = Math.max(largest, Math.max(Math.max(Math.abs(low[i]), Math.abs(low[i + 1])), Math.max(Math.abs(low[i + 2]), Math.abs(low[i + 3]))));
        }
        return largest;
    }

    private static int vote(double value) {
        return (value + NEAR) % STEP > STEP / 2 + 2 * NEAR ? 1 : 0;
    }
}
