package dev.docket.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes a tar archive in the ustar form of POSIX.1-1988 without owners and times, so that the same entries give the same
 * bytes. One thread.
 */
final class TarFile implements AutoCloseable {
    static final int BLOCK = 512;
    private static final int MAX_NAME = 100;

    private final OutputStream out;
    private long size;

    TarFile(OutputStream out) {
        this.out = out;
    }

    /** @param name at most 100 characters of ASCII */
    void entry(String name, byte[] content) throws IOException {
        byte[] header = new byte[BLOCK];
        if (name.length() > MAX_NAME) {
            throw new IllegalArgumentException("Too long for a name in an archive: " + name);
        }
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, String.format(Locale.ROOT, "%011o\0", content.length));
        put(header, 136, "00000000000\0");
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        write(header);
        write(content);
        write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    /** Bytes so far. */
    long size() {
        return size;
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        size += bytes.length;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, header, at, ascii.length);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            write(new byte[2 * BLOCK]);
        }
    }
}
