package dev.docket.hash;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a file that may be huge, damaged or no text at all, one at a time. One thread. */
final class ListLines implements AutoCloseable {
    /** No honest line is longer. */
    static final int LONGEST = 16_384;

    private final InputStream in;
    private final byte[] line = new byte[LONGEST];
    private int length;
    private long number;
    private long read;
    private boolean ended;

    ListLines(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** Moves to the next line; false at the end of the file. */
    boolean next() throws IOException {
        length = 0;
        if (ended) {
            return false;
        }
        int each = in.read();
        for (; each >= 0 && each != '\n'; each = in.read()) {
            if (length < LONGEST) {
                line[length] = (byte) each;
            }
            length++;
        }
        ended = each < 0;
        if (ended && length == 0) {
            return false;
        }
        read += length + 1;
        number++;
        return true;
    }

    /** 1, 2, 3 ... */
    long number() {
        return number;
    }

    /** Bytes read. */
    long read() {
        return read;
    }

    /** @throws BankFormatException when the line is too long or not UTF-8 */
    String text() throws BankFormatException {
        if (length > LONGEST) {
            throw new BankFormatException("is longer than " + LONGEST + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString();
            return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BankFormatException("is not UTF-8 text");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
