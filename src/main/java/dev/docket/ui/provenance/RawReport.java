package dev.docket.ui.provenance;

import dev.docket.provenance.ProvenanceReport;
import dev.docket.storage.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A whole report as indented JSON: states, codes, certificates, every signal, and what the validator told. */
final class RawReport {
    /** Most characters that are shown at once; a copy has all. */
    static final int MOST_SHOWN = 64 * 1024;

    static String of(ProvenanceReport report) {
        JsonNode tree = CanonicalJson.MAPPER.valueToTree(report);
        report.c2pa().json().ifPresent(told -> {
            try {
                ((ObjectNode) tree.get("c2pa")).set("json", CanonicalJson.MAPPER.readTree(told));
            } catch (JacksonException e) {
                // no JSON after all: it stays the text that it is
            }
        });
        return CanonicalJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }

    private RawReport() {}
}
