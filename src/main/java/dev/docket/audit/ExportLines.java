package dev.docket.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The lines of an export: UTF-8 to the byte, each with its line feed. One thread. */
final class ExportLines {
    private static final int MAX_LINE_BYTES = 1 << 20;
    private static final int AT_ONCE = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private byte[] bytes = new byte[AT_ONCE];
    private int start;
    private int end;
    private long number;

    /** A line that cannot be taken for what it should be. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }

    ExportLines(InputStream in) {
        this.in = in;
    }

    /** Of the line that was given last, from 1. */
    long number() {
        return number;
    }

    /** The next line; empty at the end. A line that is cut off, too long or not UTF-8 is a fault. */
    Optional<String> next() throws IOException, Fault {
        number++;
        int looked = start;
        while (true) {
            for (; looked < end; looked++) {
                if (bytes[looked] == '\n') {
                    String line = text(start, looked);
                    start = looked + 1;
                    return Optional.of(line);
                }
            }
            if (end - start > MAX_LINE_BYTES) {
                throw new Fault("line " + number + ": is longer than any entry");
            }
            looked -= start;
            if (!more()) {
                if (end > start) {
                    throw new Fault("line " + number + ": is cut off");
                }
                return Optional.empty();
            }
        }
    }

    /** Reads on behind what is left, which is moved to the front. */
    private boolean more() throws IOException {
        System.arraycopy(bytes, start, bytes, 0, end - start);
        end -= start;
        start = 0;
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = in.read(bytes, end, bytes.length - end);
        end += Math.max(0, read);
        return read > 0;
    }

    private String text(int from, int to) throws Fault {
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException _) {
            throw new Fault("line " + number + ": is not UTF-8");
        }
    }
}
