package dev.docket.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * One box of an ISO base media file (AVIF, HEIC, the container of JPEG XL). Source: ISO/IEC 14496-12, section 4.2.
 *
 * @param at where its four-letter type stands
 * @param body where its content begins
 * @param end where it ends; never beyond what holds it
 */
record IsoBox(HeaderBytes file, long at, long body, long end) {
    /** Of one level; more are not read. */
    private static final int MAX_BOXES = 10_000;

    boolean is(String type) {
        return file.has((int) at, type);
    }

    String type() throws UndecodableImageException {
        return file.text(at, 4);
    }

    /** The version of a box that states one. */
    int version() throws UndecodableImageException {
        return file.u8(body);
    }

    /** The flags of a box that states a version. */
    int flags() throws UndecodableImageException {
        return (int) (file.u32be(body) & 0xFFFFFF);
    }

    /** Boxes in this one, behind this many bytes of its own. */
    List<IsoBox> children(int own) throws UndecodableImageException {
        return within(file, body + own, end);
    }

    /** The boxes that begin between two positions, as far as their sizes make sense. */
    static List<IsoBox> within(HeaderBytes file, long from, long to) throws UndecodableImageException {
        List<IsoBox> boxes = new ArrayList<>();
        long at = from;
        while (at + 8 <= to && boxes.size() < MAX_BOXES) {
            long size = size(file, at, to);
            boolean wide = file.u32be(at) == 1;
            if (size < (wide ? 16 : 8)) {
                break;
            }
            boxes.add(new IsoBox(file, at + 4, at + (wide ? 16 : 8), Math.min(to, at + Math.min(size, to))));
            at += Math.min(size, to);
        }
        return boxes;
    }

    /** Where the last box of the file says it ends; beyond the file when that is cut off. */
    static long statedEnd(HeaderBytes file) {
        long at = 0;
        try {
            while (at < file.length()) {
                long size = size(file, at, file.length());
                if (size < 8) {
                    return at;
                }
                at += Math.min(size, Integer.MAX_VALUE);
            }
            return at;
        } catch (UndecodableImageException cutOff) {
            return at + 8;
        }
    }

    static boolean isCutOff(HeaderBytes file) {
        return statedEnd(file) > file.length();
    }

    /** Size with its header; to the end of what holds the box when it says 0. */
    private static long size(HeaderBytes file, long at, long to) throws UndecodableImageException {
        long size = file.u32be(at);
        if (size == 1) {
            size = file.u32be(at + 8) << 32 | file.u32be(at + 12);
            return size < 0 ? Long.MAX_VALUE : size;
        }
        return size == 0 ? to - at : size;
    }
}
