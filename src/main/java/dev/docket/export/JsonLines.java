package dev.docket.export;

import dev.docket.storage.CanonicalText;
import java.io.IOException;
import java.io.OutputStream;

/** {@code data.jsonl}: a row a line, with all that is known of it. */
final class JsonLines implements SetWriter {
    static final String NAME = "data.jsonl";

    @Override
    public void write(OutgoingRows rows, SetFiles files) throws IOException {
        try (OutputStream out = files.create(NAME)) {
            rows.all(outgoing -> {
                out.write(CanonicalText.bytes(outgoing.row()));
                out.write('\n');
            });
        }
    }
}
