package dev.docket.provenance;

import dev.docket.provenance.Entry.Place;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The label that GB 45438-2025 asks of services in China (TC260-PG-20259A): JSON in XMP, in a PNG text of its own, in an EXIF
 * comment or description or a file's comment, bare or wrapped as {@code {"AIGC": …}}; or its fields one by one in XMP.
 */
final class AigcLabel {
    static final String TOOL = "TC260 AIGC label";
    private static final List<String> FIELDS = List.of(
            "Label", "ContentProducer", "ProduceID", "ContentPropagator", "PropagateID", "ReservedCode1", "ReservedCode2");
    /** Only these tell the label from other JSON. */
    private static final Set<String> TELLING = Set.of("ContentProducer", "ProduceID", "ContentPropagator", "PropagateID");
    private static final String WRAPPER = "AIGC";
    private static final Set<String> ITS_OWN = Set.of("TC260:AIGC", WRAPPER);
    private static final Set<String> SHARED = Set.of("UserComment", "exif:UserComment", "ImageDescription", "dc:description", "Caption", "");
    private static final String PREFIX = "TC260:";
    private static final int MAX_FIELD = 60;
    /** As the standard has them: generated, possibly, suspected. */
    private static final Map<String, String> MEANINGS = Map.of("1", "generated", "2", "possibly generated", "3", "suspected");

    static Optional<Signal> find(List<Entry> entries) {
        for (Entry entry : entries) {
            boolean own = ITS_OWN.contains(entry.key());
            if (own || SHARED.contains(entry.key())) {
                Optional<Map<String, String>> fields = MetadataJson.object(entry.value()).flatMap(json -> fields(json, own));
                if (fields.isPresent()) {
                    return Optional.of(signal(entry.where(), fields.get()));
                }
            }
        }
        Map<String, String> loose = new LinkedHashMap<>();
        entries.stream().filter(e -> e.place() == Place.XMP && e.key().startsWith(PREFIX) && FIELDS.contains(e.key().substring(PREFIX.length())))
                .forEach(e -> loose.putIfAbsent(e.key().substring(PREFIX.length()), e.value()));
        return loose.isEmpty() ? Optional.empty() : Optional.of(signal("XMP", loose));
    }

    private static Optional<Map<String, String>> fields(JsonNode json, boolean own) {
        JsonNode wrapped = json.get(WRAPPER);
        if (wrapped != null) {
            Optional<JsonNode> inner = wrapped.isString() ? MetadataJson.object(wrapped.stringValue()) : Optional.of(wrapped);
            return inner.map(AigcLabel::texts).filter(fields -> !fields.isEmpty());
        }
        return Optional.of(texts(json)).filter(fields -> own ? !fields.isEmpty() : fields.keySet().stream().anyMatch(TELLING::contains));
    }

    private static Map<String, String> texts(JsonNode json) {
        return FIELDS.stream().filter(name -> json.path(name).isValueNode() && !json.path(name).asString("").isBlank())
                .collect(Collectors.toMap(Function.identity(), name -> json.path(name).asString(""), (a, _) -> a, LinkedHashMap::new));
    }

    private static Signal signal(String where, Map<String, String> fields) {
        String words = fields.entrySet().stream().filter(field -> !field.getKey().startsWith("Reserved"))
                .map(field -> field.getKey() + " " + shortened(field.getValue()) + meaning(field)).collect(Collectors.joining(", "));
        return new Signal("label", Strength.DISCLOSURE, Origin.AI_GENERATED, TOOL, PlainText.shown(where + ": " + words));
    }

    private static String meaning(Map.Entry<String, String> field) {
        String meaning = MEANINGS.get(field.getValue().strip());
        return field.getKey().equals("Label") && meaning != null ? " (" + meaning + ")" : "";
    }

    private static String shortened(String value) {
        return value.length() <= MAX_FIELD ? value : value.substring(0, MAX_FIELD) + "…";
    }

    private AigcLabel() {}
}
