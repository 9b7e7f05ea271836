package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the directories of a TIFF or BigTIFF file. Pages count as frames; smaller copies of a page and masks do not. */
final class TiffHeader {
    /** A file may hold a million directories of no use. */
    private static final int MAX_DIRECTORIES = 1000;

    /** A page, and the how manieth directory it is, from 0. */
    record Page(int index, TiffDirectory directory) {}

    private TiffHeader() {}

    static boolean begins(HeaderBytes file) {
        return file.has(0, 'I', 'I', 42, 0) || file.has(0, 'M', 'M', 0, 42) || file.has(0, 'I', 'I', 43, 0) || file.has(0, 'M', 'M', 0, 43);
    }

    static ImageHeader read(HeaderBytes file) throws UndecodableImageException {
        List<Page> pages = pages(file);
        TiffDirectory first = pages.getFirst().directory();
        if (first.isRaw() || file.has(8, "CR")) {
            throw new UndecodableImageException(State.UNSUPPORTED, "This is a camera's raw file; Docket opens " + FileKind.OPENED);
        }
        return new ImageHeader("image/tiff", first.width(), first.height(), first.orientation(), pages.size());
    }

    /** The first picture whatever it is, and the pages after it, as far as the chain of directories is in order. */
    static List<Page> pages(HeaderBytes file) throws UndecodableImageException {
        ByteOrdered bytes = new ByteOrdered(file, file.has(0, 'I', 'I'));
        boolean big = bytes.u16(2) == 43;
        long at = big ? bytes.u64(8) : bytes.u32(4);
        TiffDirectory directory = TiffDirectory.read(bytes, big, at);
        List<Page> pages = new ArrayList<>(List.of(new Page(0, directory)));
        Set<Long> seen = new HashSet<>(Set.of(at));
        try {
            while (directory.next() != 0 && seen.add(directory.next()) && seen.size() <= MAX_DIRECTORIES) {
                directory = TiffDirectory.read(bytes, big, directory.next());
                if (directory.isPage()) {
                    pages.add(new Page(seen.size() - 1, directory));
                }
            }
        } catch (UndecodableImageException cutOff) {
            return pages;
        }
        return pages;
    }
}
