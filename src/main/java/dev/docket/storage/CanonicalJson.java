package dev.docket.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON text of a value, RFC 8785: sorted keys, no white space, numbers as ECMAScript writes them.
 * What is hashed, signed or stored goes through here, so that equal values have equal bytes.
 */
public final class CanonicalJson {
    /** Maps records, lists and maps to and from JSON; unknown fields are left alone. */
    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // buffers are not kept for the next text: what is erased must not live on in them
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CanonicalJson() {}

    /** Canonical text of a record, map, list or {@link JsonNode}. */
    public static String write(Object value) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsString(value)).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** UTF-8 of {@link #write}. */
    public static byte[] bytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    public static ContentHash hash(Object value) {
        return ContentHash.of(bytes(value));
    }

    /** Reads text that Docket wrote itself; outside text is parsed where it comes in, with a message naming its place. */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
