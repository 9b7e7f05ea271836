package dev.docket.provenance;

import dev.docket.provenance.Entry.Place;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields that IPTC Photo Metadata 2025.1 has for pictures made with AI: system, its version, prompt, who wrote the prompt. */
final class IptcAiFields {
    private static final String PREFIX = "Iptc4xmpExt:";
    private static final String SYSTEM = "AISystemUsed";
    private static final String VERSION = "AISystemVersionUsed";
    private static final List<String> FIELDS = List.of(SYSTEM, VERSION, "AIPromptInformation", "AIPromptWriterName");

    /** One statement out of whichever of the fields are filled in. */
    static Optional<Signal> find(List<Entry> entries) {
        List<String> filled = new ArrayList<>();
        for (String field : FIELDS) {
            String value = value(entries, field);
            if (!value.isEmpty()) {
                filled.add(field + " " + value);
            }
        }
        String tool = value(entries, SYSTEM).isEmpty() ? "" : (value(entries, SYSTEM) + " " + value(entries, VERSION)).strip();
        return filled.isEmpty() ? Optional.empty() : Optional.of(new Signal(
                "iptc", Strength.DISCLOSURE, Origin.AI_GENERATED, PlainText.shown(tool), PlainText.shown(String.join(", ", filled))));
    }

    private static String value(List<Entry> entries, String field) {
        return entries.stream().filter(e -> e.place() == Place.XMP && e.key().equals(PREFIX + field) && !e.value().isBlank())
                .map(e -> PlainText.shown(e.value())).findFirst().orElse("");
    }

    private IptcAiFields() {}
}
