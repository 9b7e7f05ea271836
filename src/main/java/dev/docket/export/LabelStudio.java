package dev.docket.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;

/**
 * {@code label-studio.json}: a task for each picture with an annotation for each vote and a prediction for each score, as
 * Label Studio imports them, and {@code label-studio.xml}, the labelling configuration they fit.
 */
final class LabelStudio implements SetWriter {
    private static final String TASKS = "label-studio.json";
    private static final String CONFIGURATION = "label-studio.xml";
    private static final double PERCENT = 100;

    @Override
    public void write(OutgoingRows rows, SetFiles files) throws IOException {
        TreeSet<String> scored = new TreeSet<>();
        try (JsonParts out = new JsonParts(files.create(TASKS))) {
            out.text("[");
            rows.pictured(outgoing -> {
                out.value(task(outgoing.row()));
                outgoing.row().scores().forEach(score -> scored.add(score.label()));
            });
            out.text("]\n");
        }
        configuration(rows, scored, files);
    }

    private static Map<String, Object> task(ExportRow row) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("image", row.fileName());
        data.put("item_id", row.itemId());
        data.put("sha256", row.sha256());
        data.put("cluster_id", row.clusterId());
        data.put("label", row.label());
        data.put("split", row.split());
        data.put("source", row.source());
        data.put("policy", row.policyId() + "@" + row.policyVersion());
        data.put("reviewers", row.votes().stream().map(ExportRow.Vote::reviewer).toList());
        return Map.of("data", data, "annotations", annotations(row), "predictions", row.scores().stream().map(LabelStudio::prediction).toList());
    }

    /** One a vote, in order. Places and further labels were found by the decision that counts: they go to the last vote for its label. */
    private static List<Map<String, Object>> annotations(ExportRow row) {
        List<Map<String, Object>> annotations = new ArrayList<>();
        int deciding = row.votes().stream().map(ExportRow.Vote::label).toList().lastIndexOf(row.label());
        for (int i = 0; i < row.votes().size(); i++) {
            ExportRow.Vote vote = row.votes().get(i);
            List<String> labels = new ArrayList<>(List.of(vote.label()));
            List<Map<String, Object>> result = new ArrayList<>();
            if (i == deciding) {
                labels.addAll(row.additional());
            }
            result.add(Map.of("from_name", "label", "to_name", "image", "type", "choices", "value", Map.of("choices", labels)));
            if (i == deciding) {
                row.regions().forEach(place -> result.add(place(row, place)));
            }
            boolean settles = vote.stage().equals("adjudication") || vote.stage().equals("appeal");
            annotations.add(Map.of("result", result, "was_cancelled", false, "ground_truth", settles, "lead_time", vote.decisionMs() / 1000.0));
        }
        return annotations;
    }

    private static Map<String, Object> place(ExportRow row, ExportRow.Place place) {
        Outline outline = Outline.of(place, PERCENT, PERCENT);
        boolean box = place.shape().equals("box");
        Map<String, Object> value = box
                ? Map.of("x", outline.left(), "y", outline.top(), "width", outline.width(), "height", outline.height(), "rotation", 0, "rectanglelabels", List.of(place.label()))
                : Map.of("points", outline.corners(), "closed", true, "polygonlabels", List.of(place.label()));
        return Map.of("from_name", box ? "box" : "polygon", "to_name", "image", "type", box ? "rectanglelabels" : "polygonlabels", "value", value,
                "original_width", row.width(), "original_height", row.height(), "image_rotation", 0);
    }

    private static Map<String, Object> prediction(ExportRow.Score score) {
        return Map.of("model_version", score.model() + "@" + score.version(), "score", score.score(), "result", List.of(
                Map.of("from_name", "model", "to_name", "image", "type", "choices", "value", Map.of("choices", List.of(score.label())))));
    }

    private static void configuration(OutgoingRows rows, TreeSet<String> scored, SetFiles files) throws IOException {
        try (XmlParts out = new XmlParts(files.create(CONFIGURATION))) {
            out.start("View").empty("Image", "name", "image", "value", "$image");
            choices(out, "label", "multiple", rows.classes().keySet());
            labels(out, "RectangleLabels", "box", rows.classes().keySet());
            labels(out, "PolygonLabels", "polygon", rows.classes().keySet());
            if (!scored.isEmpty()) {
                choices(out, "model", "single", scored);
            }
            out.end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void choices(XmlParts out, String name, String choice, Iterable<String> values) throws XMLStreamException {
        out.start("Choices", "name", name, "toName", "image", "choice", choice);
        for (String value : values) {
            out.empty("Choice", "value", value);
        }
        out.end();
    }

    private static void labels(XmlParts out, String kind, String name, Iterable<String> values) throws XMLStreamException {
        out.start(kind, "name", name, "toName", "image");
        for (String value : values) {
            out.empty("Label", "value", value);
        }
        out.end();
    }
}
