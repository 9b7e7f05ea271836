package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;
import java.util.Optional;
import java.util.Set;

/**
 * What one directory of a TIFF file says of its picture. Sources: TIFF 6.0, section 2 and 8; BigTIFF design of libtiff; DNG
 * 1.4 for what marks a camera's raw file.
 */
final class TiffDirectory {
    /** Real ones hold a few dozen. */
    private static final int MAX_ENTRIES = 1000;
    private static final int MAX_STRIPS = 1_000_000;
    /** None, three of fax, LZW, JPEG of two kinds, Deflate by two numbers, PackBits. */
    private static final Set<Long> PACKINGS = Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 32946L, 32773L);
    /** White or black is zero, RGB, palette, mask, inks, luma and colours. */
    private static final int LAST_COLOURS = 6;
    private static final int REDUCED = 1;
    private static final int MASK = 4;

    private final ByteOrdered bytes;
    private final boolean big;
    private long subfileType;
    private long width;
    private long height;
    private long packing = 1;
    private long colours;
    private int orientation = 1;
    private long rowsAtOnce;
    private boolean hasSubDirectories;
    private boolean isDng;
    private long offsets;
    private long counts;
    private long next;

    private TiffDirectory(ByteOrdered bytes, boolean big) {
        this.bytes = bytes;
        this.big = big;
    }

    /** @param big whether offsets have eight bytes */
    static TiffDirectory read(ByteOrdered bytes, boolean big, long at) throws UndecodableImageException {
        long stated = big ? bytes.u64(at) : bytes.u16(at);
        if (stated <= 0 || stated > MAX_ENTRIES) {
            throw new UndecodableImageException(State.DAMAGED, "The TIFF file is damaged: a directory states " + stated + " entries");
        }
        TiffDirectory directory = new TiffDirectory(bytes, big);
        long entry = at + (big ? 8 : 2);
        for (int i = 0; i < stated; i++, entry += big ? 20 : 12) {
            directory.take(entry);
        }
        directory.next = big ? bytes.u64(entry) : bytes.u32(entry);
        return directory;
    }

    private void take(long entry) throws UndecodableImageException {
        switch (bytes.u16(entry)) {
            case 254 -> subfileType = value(entry, 0);
            case 256 -> width = value(entry, 0);
            case 257 -> height = value(entry, 0);
            case 259 -> packing = value(entry, 0);
            case 262 -> colours = value(entry, 0);
            case 273, 324 -> offsets = entry;
            case 274 -> orientation = ExifOrientation.valid(value(entry, 0));
            case 278, 323 -> rowsAtOnce = value(entry, 0);
            case 279, 325 -> counts = entry;
            case 330 -> hasSubDirectories = true;
            case 50706 -> isDng = true;
            default -> { }
        }
    }

    /** What is out of the ordinary, so that the reader does not know it or would show it wrongly; empty when nothing is. */
    Optional<String> oddity() {
        if (!PACKINGS.contains(packing)) {
            return Optional.of("packing " + packing);
        }
        return colours > LAST_COLOURS ? Optional.of("colours of kind " + colours) : Optional.empty();
    }

    int width() {
        return (int) Math.min(width, Integer.MAX_VALUE);
    }

    int height() {
        return (int) Math.min(height, Integer.MAX_VALUE);
    }

    int orientation() {
        return orientation;
    }

    /** How many rows are stored together, 1 to the height. */
    int rowsAtOnce() {
        return Math.clamp(rowsAtOnce == 0 ? height : rowsAtOnce, 1, height());
    }

    /** Where the next directory begins; 0 for none. */
    long next() {
        return next;
    }

    /** Whether this is a page, and not a smaller copy or a mask of one. */
    boolean isPage() {
        return (subfileType & (REDUCED | MASK)) == 0 && width > 0 && height > 0;
    }

    /** Whether this first directory is that of a camera's raw file, whose own picture lies elsewhere. */
    boolean isRaw() {
        return isDng || hasSubDirectories && (subfileType & REDUCED) != 0;
    }

    /** Whether a strip or tile lies beyond the end of the file. */
    boolean isCutOff() {
        try {
            long strips = offsets == 0 || counts == 0 ? 0 : Math.min(MAX_STRIPS, Math.min(count(offsets), count(counts)));
            for (int i = 0; i < strips; i++) {
                if (value(offsets, i) + value(counts, i) > bytes.file().length()) {
                    return true;
                }
            }
            return false;
        } catch (UndecodableImageException cutOff) {
            return true;
        }
    }

    private long count(long entry) throws UndecodableImageException {
        return Math.max(0, big ? bytes.u64(entry + 4) : bytes.u32(entry + 4));
    }

    /** One value of an entry of whole numbers; 0 where it holds none. */
    private long value(long entry, int index) throws UndecodableImageException {
        int type = bytes.u16(entry + 2);
        int size = type == 3 ? 2 : type == 4 || type == 13 ? 4 : type == 16 ? 8 : type == 1 ? 1 : 0;
        long room = big ? 8 : 4;
        long field = entry + (big ? 12 : 8);
        boolean inside = count(entry) * size <= room;
        long at = (inside ? field : big ? bytes.u64(field) : bytes.u32(field)) + (long) size * index;
        return switch (size) {
            case 1 -> bytes.file().u8(at);
            case 2 -> bytes.u16(at);
            case 4 -> bytes.u32(at);
            case 8 -> Math.max(0, bytes.u64(at));
            default -> 0;
        };
    }
}
