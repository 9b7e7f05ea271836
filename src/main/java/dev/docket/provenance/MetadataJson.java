package dev.docket.provenance;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON that a stranger wrote into a picture: held to a depth, a length and short numbers. Several threads. */
final class MetadataJson {
    private static final int MAX_DEPTH = 32;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxStringLength(Blocks.MAX_BLOCK).maxNumberLength(40).build())
            .build()).build();

    /** An object; empty for anything else, and for what is damaged, too deep or longer than {@link Blocks#MAX_BLOCK}. */
    static Optional<JsonNode> object(String text) {
        String json = text.strip();
        if (json.length() > Blocks.MAX_BLOCK || !json.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(json)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private MetadataJson() {}
}
