package dev.docket.metrics.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a file stops being UTF-8. */
final class Utf8 {
    private Utf8() {}

    /** From 1. Lines longer than a row may be are taken in pieces, so that the answer may then be one line off. */
    static long firstBadLine(Path file) throws IOException {
        long line = 1;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                bytes.write(b);
                if (b == '\n') {
                    if (bad(bytes)) {
                        return line;
                    }
                    line++;
                    bytes.reset();
                } else if (bytes.size() > TableFile.LONGEST_ROW) {
                    return line;
                }
            }
        }
        return line;
    }

    private static boolean bad(ByteArrayOutputStream bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return false;
        } catch (CharacterCodingException e) {
            return true;
        }
    }
}
