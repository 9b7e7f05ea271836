package dev.docket.provenance;

import java.util.ArrayList;
import java.util.List;

/**
 * The metadata blocks of one file, found by walking its container without decoding a pixel. Held to a megabyte a block and
 * {@link #MAX_TOTAL} in all; what goes over is left out. One thread.
 */
final class Blocks {
    static final int MAX_BLOCK = 1 << 20;
    private static final int MAX_TOTAL = 4 << 20;
    private static final int MAX_COUNT = 500;

    /** TIFF bytes of EXIF, from the byte order mark on. */
    final List<byte[]> exif = new ArrayList<>();
    /** XMP packets, UTF-8. */
    final List<byte[]> xmp = new ArrayList<>();
    /** IPTC IIM records. */
    final List<byte[]> iptc = new ArrayList<>();
    /** Key and value texts of PNG and comments. */
    final List<Entry> texts = new ArrayList<>();
    private boolean credentials;
    private int total;
    private int count;

    /** Whether a block may be kept; counts it. */
    boolean admits(long length) {
        if (length < 0 || length > MAX_BLOCK || total + length > MAX_TOTAL || count >= MAX_COUNT) {
            return false;
        }
        total += (int) length;
        count++;
        return true;
    }

    void addExif(byte[] file, int from, int to) {
        add(exif, file, from, to);
    }

    /** A file that is laid out as EXIF is. Nothing of it is copied, so that it may be large. */
    void addWholeExif(byte[] file) {
        if (admits(0)) {
            exif.add(file);
        }
    }

    void addXmp(byte[] file, int from, int to) {
        add(xmp, file, from, to);
    }

    void addIptc(byte[] file, int from, int to) {
        add(iptc, file, from, to);
    }

    void addText(Entry entry) {
        if (admits(entry.value().length())) {
            texts.add(entry);
        }
    }

    /** Content Credentials were met. */
    void foundCredentials() {
        credentials = true;
    }

    boolean credentials() {
        return credentials;
    }

    private void add(List<byte[]> list, byte[] file, int from, int to) {
        if (to > from && admits(to - from)) {
            list.add(java.util.Arrays.copyOfRange(file, from, to));
        }
    }
}
