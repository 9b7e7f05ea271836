package dev.docket.export;

import dev.docket.storage.CanonicalText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a JSON document too large for memory: its outer brackets by hand, the values inside in canonical form. One thread. */
final class JsonParts implements AutoCloseable {
    private final OutputStream out;
    private boolean first = true;

    JsonParts(OutputStream out) {
        this.out = out;
    }

    /** Text of the document as it stands, such as an opening bracket; a value that follows is the first of its list. */
    JsonParts text(String json) throws IOException {
        out.write(json.getBytes(StandardCharsets.UTF_8));
        first = true;
        return this;
    }

    /** The next value of a list, on a line of its own. */
    void value(Object value) throws IOException {
        out.write((first ? "\n" : ",\n").getBytes(StandardCharsets.US_ASCII));
        out.write(CanonicalText.bytes(value));
        first = false;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
