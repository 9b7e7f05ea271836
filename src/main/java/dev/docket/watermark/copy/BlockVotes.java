package dev.docket.watermark.copy;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** What the blocks of a picture say of each bit of a frame, when they are taken to lie in one way. One thread. */
final class BlockVotes {
    /** Finer than any vote needs. */
    private static final int TURN = 256;
    /** From which strength on single faint bits are taken for misread. */
    private static final double CLEAR = 3;
    private static final int FAINT = 6;
    private static final int MOST_TURNED = 3;
    /** Frames that are tried for one reading of the votes: every beginning, with none, one, two or three bits turned over. */
    static final int FRAMES = MarkFrame.BITS * (1 + 6 + 15 + 20);
    private static final double[] COSINE = cosine();

    /** By channel's order of bits: the place of a block within a frame, and how much it speaks for one. */
    private final double[][] speaking = new double[Chroma.values().length][MarkFrame.BITS];
    private int blocks;

    private BlockVotes() {}

    /**
     * @param x where the first block begins, in pixels of the copy from the left of the part that is looked at
     * @param scaleX how many pixels there are now for one of the copy's
     * @param gain how much stronger colours are now
     */
    static BlockVotes of(ChromaSums sums, double x, double y, double scaleX, double scaleY, double gain) {
        BlockVotes votes = new BlockVotes();
        double stepX = Chroma.BLOCK * scaleX;
        double stepY = Chroma.BLOCK * scaleY;
        int firstColumn = (int) Math.ceil(-x / Chroma.BLOCK - 1e-9);
        int firstRow = (int) Math.ceil(-y / Chroma.BLOCK - 1e-9);
        for (int row = firstRow; (y * scaleY) + (row + 1) * stepY <= sums.height + 1e-6; row++) {
            double top = Math.max(0, y * scaleY + row * stepY);
            for (int column = firstColumn; (x * scaleX) + (column + 1) * stepX <= sums.width + 1e-6; column++) {
                double left = Math.max(0, x * scaleX + column * stepX);
                votes.add(sums, left, top, Math.min(sums.width, left + stepX), Math.min(sums.height, top + stepY), gain, column, row);
            }
        }
        return votes;
    }

    private void add(ChromaSums sums, double left, double top, double right, double bottom, double gain, int column, int row) {
        int place = Math.floorMod(row, Chroma.FRAME) * Chroma.FRAME + Math.floorMod(column, Chroma.FRAME);
        for (Chroma chroma : Chroma.values()) {
            double turns = sums.mean(chroma, left, top, right, bottom) / gain / Chroma.STEP - 0.75;
            speaking[chroma.ordinal()][place] += COSINE[(int) Math.floor(turns * TURN) & TURN - 1];
        }
        blocks++;
    }

    /** How much the votes of blocks that carry the same bit agree: 1 by chance. */
    double strength() {
        double sum = 0;
        for (double[] channel : speaking) {
            for (double one : channel) {
                sum += one * one;
            }
        }
        // by chance each is the sum of so many cosines of any angle
        double byChance = blocks / (double) MarkFrame.BITS / 2;
        return blocks < MarkFrame.BITS ? 0 : sum / (speaking.length * MarkFrame.BITS) / byChance;
    }

    /** The number in them, wherever a frame begins. */
    OptionalLong number() {
        for (int shift = 0; shift < MarkFrame.BITS; shift++) {
            OptionalLong number = number(frame(shift % Chroma.FRAME, shift / Chroma.FRAME));
            if (number.isPresent()) {
                return number;
            }
        }
        return OptionalLong.empty();
    }

    /** As the bits are, or with up to three of the faintest turned over where the others are clear. */
    private OptionalLong number(double[] bits) {
        long frame = 0;
        for (double bit : bits) {
            frame = frame << 1 | (bit > 0 ? 1 : 0);
        }
        OptionalLong number = MarkFrame.number(frame);
        if (number.isPresent() || strength() < CLEAR) {
            return number;
        }
        long[] faint = IntStream.range(0, bits.length).boxed().sorted(Comparator.comparingDouble((Integer i) -> Math.abs(bits[i]))).limit(FAINT)
                .mapToLong(i -> 1L << bits.length - 1 - i).toArray();
        for (int turned = 1; turned < 1 << FAINT; turned++) {
            long other = frame;
            for (int i = 0; i < FAINT; i++) {
                other ^= (turned >> i & 1) == 1 ? faint[i] : 0;
            }
            number = Integer.bitCount(turned) > MOST_TURNED ? OptionalLong.empty() : MarkFrame.number(other);
            if (number.isPresent()) {
                return number;
            }
        }
        return OptionalLong.empty();
    }

    private double[] frame(int right, int down) {
        double[] bits = new double[MarkFrame.BITS];
        for (Chroma chroma : Chroma.values()) {
            for (int place = 0; place < MarkFrame.BITS; place++) {
                int column = place % Chroma.FRAME + right;
                int row = place / Chroma.FRAME + down;
                bits[chroma.bit(column, row)] += speaking[chroma.ordinal()][place];
            }
        }
        return bits;
    }

    private static double[] cosine() {
        double[] cosine = new double[TURN];
        for (int i = 0; i < TURN; i++) {
            cosine[i] = Math.cos(2 * Math.PI * (i + 0.5) / TURN);
        }
        return cosine;
    }
}
