package dev.docket.golden;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reference values computed with real libraries; {@code made_by} in each file names the script, whose head says how to run it. */
public final class Golden {
    private Golden() {}

    /** @param name file of {@code src/test/resources/golden} without its ending */
    public static JsonNode read(String name) throws IOException {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            return new JsonMapper().readTree(in);
        }
    }
}
