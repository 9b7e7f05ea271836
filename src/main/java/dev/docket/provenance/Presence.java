package dev.docket.provenance;

/**
 * Whether the marks of Content Credentials stand anywhere in a file: the types of their JUMBF boxes, of which every store has
 * several. No container is walked, so that a file whose containers are damaged, or which none of ours reads, still counts.
 */
final class Presence {
    /** A description box, and how the types of C2PA's own boxes begin. */
    private static final byte[] MARK = {'j', 'u', 'm', 'd', 'c', '2'};

    static boolean in(byte[] file) {
        for (int at = 0; at <= file.length - MARK.length; at++) {
            if (file[at] == MARK[0] && java.util.Arrays.equals(file, at, at + MARK.length, MARK, 0, MARK.length)) {
                return true;
            }
        }
        return false;
    }

    private Presence() {}
}
