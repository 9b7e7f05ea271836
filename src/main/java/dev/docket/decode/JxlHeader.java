package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;

/**
 * Reads the size and orientation of a JPEG XL codestream, bare or in its container. How many frames an animation has
 * cannot be told without decoding it, so it counts as one. Sources: ISO/IEC 18181-1, annex A (image header); 18181-2 (container).
 */
final class JxlHeader {
    /** Bits that follow each two-bit choice of a side. */
    private static final int[] SIDE_BITS = {9, 13, 18, 30};
    /** Width to height, by its code, as numerator and denominator. */
    private static final int[][] RATIOS = {{0, 0}, {1, 1}, {12, 10}, {4, 3}, {3, 2}, {16, 9}, {5, 4}, {2, 1}};

    private final HeaderBytes file;
    private final long start;
    private long bit;

    private JxlHeader(HeaderBytes file, long start) {
        this.file = file;
        this.start = start;
    }

    static boolean begins(HeaderBytes file) {
        return file.has(0, 0xFF, 0x0A) || file.has(0, 0, 0, 0, 12, 'J', 'X', 'L', ' ');
    }

    static ImageHeader read(HeaderBytes file) throws UndecodableImageException {
        long start = file.has(0, 0xFF, 0x0A) ? 0 : codestream(file);
        if (file.u8(start) != 0xFF || file.u8(start + 1) != 0x0A) {
            throw damaged();
        }
        return new JxlHeader(file, start + 2).read();
    }

    /** Where the codestream starts in the container: its only box, or the first of its parts. */
    private static long codestream(HeaderBytes file) throws UndecodableImageException {
        for (IsoBox box : IsoBox.within(file, 0, file.length())) {
            if (box.is("jxlc")) {
                return box.body();
            }
            if (box.is("jxlp")) {
                return box.body() + 4;
            }
        }
        throw IsoBox.isCutOff(file) ? file.endsEarly() : damaged();
    }

    private ImageHeader read() throws UndecodableImageException {
        boolean small = flag();
        long height = side(small);
        int ratio = bits(3);
        long width = ratio == 0 ? side(small) : height * RATIOS[ratio][0] / RATIOS[ratio][1];
        boolean allDefault = flag();
        int orientation = !allDefault && flag() ? bits(3) + 1 : 1;
        return new ImageHeader("image/jxl", (int) Math.min(width, Integer.MAX_VALUE), (int) height, orientation, 1);
    }

    private long side(boolean small) throws UndecodableImageException {
        return small ? 8L * (bits(5) + 1) : 1L + bits(SIDE_BITS[bits(2)]);
    }

    private boolean flag() throws UndecodableImageException {
        return bits(1) == 1;
    }

    /** The next bits, the lowest of each byte first. */
    private int bits(int count) throws UndecodableImageException {
        int value = 0;
        for (int i = 0; i < count; i++, bit++) {
            value |= (file.u8(start + (bit >> 3)) >> (bit & 7) & 1) << i;
        }
        return value;
    }

    private static UndecodableImageException damaged() {
        return new UndecodableImageException(State.DAMAGED, "The JPEG XL file is damaged: it holds no picture");
    }
}
