package dev.docket.decode.worker;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a decoding process answers; pixels stand at the start of the shared memory. 64 bytes, little-endian, then the text.
 *
 * @param sequence of the request
 * @param generation of the shared memory
 * @param detail {@link Confinement} of a ready process, state of a refusal, 1 for a partial picture
 * @param width pixels
 * @param height pixels
 * @param frames pictures one after the other; a table of their milliseconds (4 bytes each) follows them
 * @param total frames the file has
 * @param text why not; at most {@value #MAX_TEXT} bytes of UTF-8
 */
record Reply(Status status, long sequence, long generation, int detail, int width, int height, int frames, int total, String text) {
    static final int MAGIC = 0x52434F44;
    private static final int SIZE = 64;
    private static final int MAX_TEXT = 1024;

    /** How it went. */
    enum Status {
        /** Everything is loaded and the process has locked itself in. */
        READY,
        /** There are pixels. */
        PAINTED,
        /** The file is not shown, for the reason in the text. */
        REFUSED,
        /** The memory did not do. */
        NO_MEMORY,
        /** A decoder failed in a way nobody foresaw; the text is for the log. The process cannot be trusted to go on. */
        BROKEN
    }

    static Reply of(Status status, Request request, int detail, String text) {
        return new Reply(status, request.sequence(), request.generation(), detail, 0, 0, 0, 0, text);
    }

    void write(OutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, MAX_TEXT);
        ByteBuffer frame = ByteBuffer.allocate(SIZE + length).order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC).putInt(status.ordinal()).putLong(sequence).putLong(generation)
                .putInt(detail).putInt(width).putInt(height).putInt(frames).putInt(total).putInt(length);
        frame.position(SIZE).put(bytes, 0, length);
        out.write(frame.array());
        out.flush();
    }

    /** @throws IOException when the process ended or does not keep to the form */
    static Reply read(DataInputStream in) throws IOException {
        byte[] bytes = new byte[SIZE];
        in.readFully(bytes);
        ByteBuffer frame = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int magic = frame.getInt();
        int status = frame.getInt();
        int length = frame.getInt(44);
        if (magic != MAGIC || status < 0 || status >= Status.values().length || length < 0 || length > MAX_TEXT) {
            throw new IOException("Not an answer: " + printable(new String(bytes, StandardCharsets.ISO_8859_1)));
        }
        byte[] text = new byte[length];
        in.readFully(text);
        return new Reply(Status.values()[status], frame.getLong(8), frame.getLong(16), frame.getInt(24), frame.getInt(28),
                frame.getInt(32), frame.getInt(36), frame.getInt(40), printable(new String(text, StandardCharsets.UTF_8)));
    }

    /** The process may be in foreign hands: what it says is shown as one line of plain text. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    }
}
