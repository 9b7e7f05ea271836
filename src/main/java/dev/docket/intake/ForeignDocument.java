package dev.docket.intake;

import dev.docket.intake.ManifestLine.FaultyLineException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON document of another tool, whose list is read one element at a time however long it is. An element has at most
 * {@link #LARGEST_ELEMENT} bytes and the document {@link #LARGEST}; nesting and names are bounded. One thread.
 */
final class ForeignDocument {
    /** In bytes. A task with some hundred votes and outlines is far below. */
    static final int LARGEST_ELEMENT = 4 << 20;
    static final long LARGEST = 4L << 30;
    private static final int DEEPEST = 64;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNameLength(10_000).maxStringLength(1 << 20)
                    .maxDocumentLength(LARGEST).build()).build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** Takes an element of the list, or an entry of the object. */
    interface Taker {

        /**
         * @param name of an entry of an object; empty for an element of a list
         * @param number from 1
         * @throws FaultyLineException when it says nothing usable; it is refused and the next one comes
         */
        void take(String name, long number, JsonNode element) throws FaultyLineException;
    }

    private final Path file;

    ForeignDocument(Path file) {
        this.file = file;
    }

    /** {@code tasks.json, task 17}. */
    String place(String what, long number) {
        return file.getFileName() + ", " + what + " " + number;
    }

    /**
     * Reads every element of the list of this name, or of the document itself.
     *
     * @param list name of a field of the outermost object; empty for the document itself
     * @param what an element is called, for messages
     */
    void each(String list, String what, Taker taker, Consumer<Refusal> refused) {
        try (Bounded in = new Bounded(Files.newInputStream(file)); JsonParser parser = MAPPER.createParser(in)) {
            JsonToken first = parser.nextToken();
            if (list.isEmpty()) {
                if (first != JsonToken.START_ARRAY && first != JsonToken.START_OBJECT) {
                    refused.accept(new Refusal(file.getFileName().toString(), "a JSON list or object is wanted"));
                    return;
                }
                elements(parser, in, what, taker, refused);
            } else if (!seek(parser, first, list)) {
                refused.accept(new Refusal(file.getFileName().toString(), list + ": is missing; this is not a file of the format that was named"));
            } else {
                elements(parser, in, what, taker, refused);
            }
        } catch (JacksonException e) {
            String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            refused.accept(new Refusal(file.getFileName() + line, "not readable as JSON from here on: " + PlainText.of(String.valueOf(e.getOriginalMessage()), 200)));
        } catch (IOException e) {
            refused.accept(new Refusal(file.getFileName().toString(), e instanceof TooLargeException ? e.getMessage() : Unreadable.because(e)));
        }
    }

    private static boolean seek(JsonParser parser, JsonToken first, String list) {
        if (first != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = parser.currentName().equals(list);
            JsonToken value = parser.nextToken();
            if (found) {
                return value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT;
            }
            parser.skipChildren();
        }
        return false;
    }

    private void elements(JsonParser parser, Bounded in, String what, Taker taker, Consumer<Refusal> refused) {
        boolean named = parser.currentToken() == JsonToken.START_OBJECT;
        long number = 0;
        for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY && token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            number++;
            String name = "";
            if (named) {
                name = parser.currentName();
                parser.nextToken();
            }
            in.bound(LARGEST_ELEMENT);
            JsonNode element = MAPPER.readTree(parser);
            in.bound(Long.MAX_VALUE);
            try {
                taker.take(name, number, element);
            } catch (FaultyLineException e) {
                refused.accept(new Refusal(place(what, number), e.getMessage()));
            }
        }
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("one element has more than " + (LARGEST_ELEMENT >> 20) + " MiB; what comes after it is not read");
        }
    }

    /** Ends when one element takes more than it may. */
    private static final class Bounded extends FilterInputStream {
        private long left = Long.MAX_VALUE;

        Bounded(InputStream in) {
            super(in);
        }

        void bound(long bytes) {
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] b, int offset, int length) throws IOException {
            int read = in.read(b, offset, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooLargeException();
            }
            return read;
        }
    }
}
