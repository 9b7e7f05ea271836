package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * {@code coco/train.json}: images, labels as categories, places as boxes and polygons in pixels. A label of the whole
 * picture is an annotation over all of it, with {@code image_level}. The layout of cocodataset.org, "Data format".
 */
final class Coco implements SetWriter {
    private long image;
    private long annotation;

    @Override
    public void write(OutgoingRows rows, SetFiles files) throws IOException {
        SortedMap<String, Integer> classes = rows.classes();
        List<Map<String, Object>> categories = classes.entrySet().stream()
                .map(e -> Map.<String, Object>of("id", e.getValue() + 1, "name", e.getKey(), "supercategory", "decision")).toList();
        for (Split split : rows.picturedSplits()) {
            long first = image;
            try (JsonParts out = new JsonParts(files.create("coco/" + split.word() + ".json"))) {
                out.text("{\"categories\":" + CanonicalJson.write(categories)
                        + ",\"info\":{\"description\":\"Decision set of Docket, " + split.word() + "\",\"version\":\"1\"}"
                        + ",\"licenses\":[{\"id\":1,\"name\":\"Rights stay with their holders\",\"url\":\"\"}],\"images\":[");
                rows.pictured(split, outgoing -> out.value(image(outgoing.row(), ++image)));
                out.text("],\"annotations\":[");
                long[] number = {first};
                rows.pictured(split, outgoing -> {
                    number[0]++;
                    for (Map<String, Object> each : annotations(outgoing.row(), number[0], classes)) {
                        out.value(each);
                    }
                });
                out.text("]}\n");
            }
        }
    }

    private static Map<String, Object> image(ExportRow row, long id) {
        Map<String, Object> image = new LinkedHashMap<>(Map.of("id", id, "file_name", row.fileName(), "width", row.width(), "height", row.height(), "license", 1));
        image.put("docket", Map.of("item_id", row.itemId(), "sha256", row.sha256(), "cluster_id", row.clusterId(), "label", row.label(),
                "split", row.split(), "decided_at", row.decidedAt(), "training_allowed", row.trainingAllowed()));
        return image;
    }

    private List<Map<String, Object>> annotations(ExportRow row, long image, Map<String, Integer> classes) {
        List<Map<String, Object>> annotations = new ArrayList<>();
        Set<String> whole = new LinkedHashSet<>(List.of(row.label()));
        whole.addAll(row.additional());
        for (ExportRow.Place place : row.regions()) {
            Outline outline = Outline.of(place, row.width(), row.height());
            List<List<Double>> polygons = place.shape().equals("polygon") ? List.of(outline.corners().stream().flatMap(List::stream).toList()) : List.of();
            annotations.add(annotation(image, classes.get(place.label()), outline.box(), outline.area(), polygons, false));
            whole.remove(place.label());
        }
        double width = row.width();
        double height = row.height();
        whole.forEach(label -> annotations.add(annotation(image, classes.get(label), List.of(0.0, 0.0, width, height), width * height, List.of(), true)));
        return annotations;
    }

    private Map<String, Object> annotation(long image, int label, List<Double> box, double area, List<List<Double>> polygons, boolean whole) {
        return Map.of("id", ++annotation, "image_id", image, "category_id", label + 1, "bbox", box, "area", area, "iscrowd", 0,
                "segmentation", polygons, "attributes", Map.of("image_level", whole));
    }
}
