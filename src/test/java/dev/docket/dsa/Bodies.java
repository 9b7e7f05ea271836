package dev.docket.dsa;

import dev.docket.storage.CanonicalJson;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of statements, made of the field table. */
final class Bodies {
    private static final String SOUND = """
            {"puid":"0d9c7f6e-1a2b-4c3d-8e4f-5a6b7c8d9e0f","decision_visibility":["DECISION_VISIBILITY_CONTENT_REMOVED"],
             "end_date_visibility_restriction":null,"decision_facts":"An image was flagged on 2026-11-20 by automated means.",
             "decision_ground":"DECISION_GROUND_INCOMPATIBLE_CONTENT","incompatible_content_ground":"Terms, section 4",
             "incompatible_content_explanation":"It misleads people for gain.","category":"STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
             "category_specification":["KEYWORD_PHISHING"],"content_type":["CONTENT_TYPE_IMAGE"],"content_language":"DE",
             "content_date":"2026-11-19","application_date":"2026-11-20","territorial_scope":["DE","GR"],"source_type":"SOURCE_VOLUNTARY",
             "automated_detection":"Yes","automated_decision":"AUTOMATED_DECISION_PARTIALLY"}""";

    private Bodies() {}

    static ObjectNode sound() {
        return (ObjectNode) CanonicalJson.MAPPER.readTree(SOUND);
    }

    /** Whose ground is a law. */
    static ObjectNode illegal() {
        ObjectNode body = sound();
        body.put("decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT").put("illegal_content_legal_ground", "StGB 86a")
                .put("illegal_content_explanation", "It shows a forbidden symbol.");
        body.remove("incompatible_content_ground");
        body.remove("incompatible_content_explanation");
        return body;
    }

    static ObjectNode with(Consumer<ObjectNode> change) {
        ObjectNode body = sound();
        change.accept(body);
        return body;
    }

    static ObjectNode illegal(Consumer<ObjectNode> change) {
        ObjectNode body = illegal();
        change.accept(body);
        return body;
    }
}
