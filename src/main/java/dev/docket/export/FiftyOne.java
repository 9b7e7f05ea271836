package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code metadata.json} and {@code samples.json}: a data set as FiftyOne serializes one to disk, without the ids of its database, which
 * its importer of earlier data sets makes. Paths are relative to the set's folder.
 */
final class FiftyOne implements SetWriter {
    private static final String DATASET = "metadata.json";
    private static final String SAMPLES = "samples.json";

    @Override
    public void write(OutgoingRows rows, SetFiles files) throws IOException {
        List<String> classes = List.copyOf(rows.classes().keySet());
        try (OutputStream out = files.create(DATASET)) {
            out.write(CanonicalJson.bytes(Map.of("name", "docket-decision-set", "media_type", "image", "default_classes", classes,
                    "info", Map.of("classes", classes, "description", "Decision set of Docket; README.md says how the labels came about"))));
        }
        try (JsonParts out = new JsonParts(files.create(SAMPLES))) {
            out.text("{\"samples\":[");
            rows.pictured(outgoing -> out.value(sample(outgoing)));
            out.text("]}\n");
        }
    }

    private static Map<String, Object> sample(Outgoing outgoing) {
        ExportRow row = outgoing.row();
        Map<String, Object> sample = new LinkedHashMap<>();
        sample.put("filepath", row.fileName());
        sample.put("tags", List.of(row.split()));
        sample.put("metadata", Map.of("_cls", "ImageMetadata", "size_bytes", outgoing.pictured().bytes(), "mime_type", row.mediaType(),
                "width", row.width(), "height", row.height()));
        sample.put("ground_truth", Map.of("_cls", "Classification", "tags", List.of(), "label", row.label(), "confidence", row.agreement()));
        sample.put("additional", Map.of("_cls", "Classifications", "classifications",
                row.additional().stream().map(label -> Map.of("_cls", "Classification", "tags", List.of(), "label", label)).toList()));
        sample.put("scores", Map.of("_cls", "Classifications", "classifications", row.scores().stream().map(s -> Map.of("_cls", "Classification",
                "tags", List.of(s.model() + "@" + s.version()), "label", s.label(), "confidence", s.score())).toList()));
        sample.put("boxes", Map.of("_cls", "Detections", "detections", row.regions().stream().filter(p -> p.shape().equals("box")).map(p -> Map.of(
                "_cls", "Detection", "attributes", Map.of(), "tags", List.of(), "label", p.label(), "bounding_box", Outline.of(p, 1, 1).box())).toList()));
        sample.put("polygons", Map.of("_cls", "Polylines", "polylines", row.regions().stream().filter(p -> p.shape().equals("polygon")).map(p -> Map.of(
                "_cls", "Polyline", "attributes", Map.of(), "tags", List.of(), "label", p.label(), "points", List.of(Outline.of(p, 1, 1).corners()),
                "closed", true, "filled", true)).toList()));
        sample.put("item_id", row.itemId());
        sample.put("sha256", row.sha256());
        sample.put("cluster_id", row.clusterId());
        sample.put("severity", row.severity());
        sample.put("feed", row.source());
        sample.put("decided_at", row.decidedAt());
        return sample;
    }
}
