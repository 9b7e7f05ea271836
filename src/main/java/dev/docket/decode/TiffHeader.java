package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads the directories of a TIFF or BigTIFF file. Pages count as frames; smaller copies of a page and masks do not.
 * Sources: TIFF 6.0, sections 2 and 8; BigTIFF design of libtiff; DNG 1.4 for what marks a camera's raw file.
 */
final class TiffHeader {
    /** Together they bound the work: a file may hold a million directories of no use. */
    private static final int MAX_PAGES = 1000;
    private static final int MAX_ENTRIES = 1000;

    private static final int SUBFILE_TYPE = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int ORIENTATION = 274;
    private static final int SUB_DIRECTORIES = 330;
    private static final int DNG_VERSION = 50706;
    private static final int REDUCED = 1;
    private static final int MASK = 4;

    /** One directory; sides are 0 where they are missing. */
    private record Directory(long width, long height, int orientation, long subfileType, boolean raw, boolean sub, long next) {
        boolean isPage() {
            return (subfileType & (REDUCED | MASK)) == 0;
        }
    }

    private final ByteOrdered bytes;
    private final boolean big;

    private TiffHeader(ByteOrdered bytes, boolean big) {
        this.bytes = bytes;
        this.big = big;
    }

    static boolean begins(HeaderBytes file) {
        return file.has(0, 'I', 'I', 42, 0) || file.has(0, 'M', 'M', 0, 42) || file.has(0, 'I', 'I', 43, 0) || file.has(0, 'M', 'M', 0, 43);
    }

    static ImageHeader read(HeaderBytes file) throws UndecodableImageException {
        ByteOrdered bytes = new ByteOrdered(file, file.has(0, 'I', 'I'));
        TiffHeader tiff = new TiffHeader(bytes, bytes.u16(2) == 43);
        long at = tiff.big ? bytes.u64(8) : bytes.u32(4);
        Directory first = tiff.directory(at);
        if (first.raw() || file.has(8, "CR") || first.sub() && !first.isPage()) {
            throw new UndecodableImageException(State.UNSUPPORTED, "This is a camera's raw file; Docket opens " + FileKind.OPENED);
        }
        return new ImageHeader("image/tiff", side(first.width()), side(first.height()), first.orientation(), tiff.pages(at, first));
    }

    /** Pages from the first on, as far as the chain of directories is in order. */
    private int pages(long at, Directory first) {
        Set<Long> seen = new HashSet<>(Set.of(at));
        int pages = 1;
        try {
            for (long next = first.next(); next != 0 && seen.add(next) && seen.size() <= MAX_PAGES; ) {
                Directory directory = directory(next);
                pages += directory.isPage() && directory.width() > 0 && directory.height() > 0 ? 1 : 0;
                next = directory.next();
            }
        } catch (UndecodableImageException cutOff) {
            return pages;
        }
        return pages;
    }

    private Directory directory(long at) throws UndecodableImageException {
        long stated = big ? bytes.u64(at) : bytes.u16(at);
        if (stated <= 0 || stated > MAX_ENTRIES) {
            throw new UndecodableImageException(State.DAMAGED, "The TIFF file is damaged: a directory states " + stated + " entries");
        }
        long entries = at + (big ? 8 : 2);
        long size = big ? 20 : 12;
        Directory directory = new Directory(0, 0, 1, 0, false, false, 0);
        for (int i = 0; i < stated; i++) {
            directory = with(directory, entries + i * size);
        }
        long after = entries + stated * size;
        long next = big ? bytes.u64(after) : bytes.u32(after);
        return new Directory(directory.width(), directory.height(), directory.orientation(), directory.subfileType(),
                directory.raw(), directory.sub(), next);
    }

    private Directory with(Directory d, long entry) throws UndecodableImageException {
        return switch (bytes.u16(entry)) {
            case SUBFILE_TYPE -> new Directory(d.width, d.height, d.orientation, value(entry), d.raw, d.sub, 0);
            case WIDTH -> new Directory(value(entry), d.height, d.orientation, d.subfileType, d.raw, d.sub, 0);
            case HEIGHT -> new Directory(d.width, value(entry), d.orientation, d.subfileType, d.raw, d.sub, 0);
            case ORIENTATION -> new Directory(d.width, d.height, ExifOrientation.valid(value(entry)), d.subfileType, d.raw, d.sub, 0);
            case SUB_DIRECTORIES -> new Directory(d.width, d.height, d.orientation, d.subfileType, d.raw, true, 0);
            case DNG_VERSION -> new Directory(d.width, d.height, d.orientation, d.subfileType, true, d.sub, 0);
            default -> d;
        };
    }

    /** The first value of an entry that is a whole number, else 0. */
    private long value(long entry) throws UndecodableImageException {
        long at = entry + (big ? 12 : 8);
        return switch (bytes.u16(entry + 2)) {
            case 1 -> bytes.file().u8(at);
            case 3 -> bytes.u16(at);
            case 4 -> bytes.u32(at);
            case 16 -> big ? Math.max(0, bytes.u64(at)) : 0;
            default -> 0;
        };
    }

    private static int side(long stated) {
        return (int) Math.min(stated, Integer.MAX_VALUE);
    }
}
