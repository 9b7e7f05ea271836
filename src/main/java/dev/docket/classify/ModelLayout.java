package dev.docket.classify;

import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelParts;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the settings files of a model folder say, read and checked; the model itself is not opened here.
 *
 * @param parts its files
 * @param onnx the model file among them
 * @param labels in output order
 * @param multiLabel whether several labels may hold at once (sigmoid), or exactly one (softmax)
 * @param thresholds labels in output order, each with the score at which it counts
 * @param card empty when the folder brings none
 * @param calibration of the labels whose scores are calibrated
 */
record ModelLayout(
        ModelParts parts,
        String onnx,
        String id,
        String version,
        List<String> labels,
        boolean multiLabel,
        Preprocessing preprocessing,
        Map<String, Double> thresholds,
        Optional<String> parent,
        Optional<ContentHash> dataset,
        Optional<ModelCard> card,
        Map<String, ScoreCalibration> calibration) {
    private static final int MOST_LABELS = 10_000;
    private static final double DEFAULT_THRESHOLD = 0.5;

    static ModelLayout read(ModelParts parts) throws ModelRejectedException {
        String onnx = OnnxFile.in(parts);
        ConfigFile config = ConfigFile.read(parts, "config.json");
        List<String> labels = labels(config);
        boolean multiLabel = multiLabel(config);
        Preprocessing preprocessing = PreprocessorConfig.read(parts);
        Optional<ConfigFile> docket = parts.has("docket.json") ? Optional.of(ConfigFile.read(parts, "docket.json")) : Optional.empty();
        return new ModelLayout(parts, onnx, id(parts, docket), version(config, docket), labels, multiLabel, preprocessing,
                thresholds(labels, docket), parent(docket), dataset(docket), card(docket), ScoreCalibration.read(labels, docket));
    }

    private static List<String> labels(ConfigFile config) throws ModelRejectedException {
        JsonNode names = config.required("id2label");
        if (!names.isObject() || names.isEmpty() || names.size() > MOST_LABELS) {
            throw config.fault("id2label", "is not an object of 1 to " + MOST_LABELS + " names");
        }
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            JsonNode name = names.get(Integer.toString(i));
            if (name == null || !name.isString() || name.asString().isBlank() || name.asString().length() > 60) {
                throw config.fault("id2label", "names no label of 1 to 60 characters for output " + i);
            }
            labels.add(name.asString());
        }
        if (new HashSet<>(labels).size() < labels.size()) {
            throw config.fault("id2label", "names a label twice");
        }
        return List.copyOf(labels);
    }

    private static boolean multiLabel(ConfigFile config) throws ModelRejectedException {
        String problem = config.text("problem_type", 60).orElse("single_label_classification");
        return switch (problem) {
            case "single_label_classification" -> false;
            case "multi_label_classification" -> true;
            default -> throw config.fault("problem_type", "is " + problem + "; known are single_label_classification and multi_label_classification");
        };
    }

    private static String id(ModelParts parts, Optional<ConfigFile> docket) throws ModelRejectedException {
        if (docket.isPresent() && docket.get().field("id").isPresent()) {
            String id = docket.get().text("id", 80).orElseThrow();
            if (!id.matches("[a-z0-9][a-z0-9._-]*")) {
                throw docket.get().fault("id", "may hold a-z, 0-9, dot, dash and underscore");
            }
            return id;
        }
        String name = Path.of(parts.place()).toAbsolutePath().normalize().getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
        String id = name.replaceAll("^[^a-z0-9]+", "");
        return id.isEmpty() ? "model" : id.substring(0, Math.min(80, id.length()));
    }

    private static String version(ConfigFile config, Optional<ConfigFile> docket) throws ModelRejectedException {
        ConfigFile from = docket.filter(file -> file.field("version").isPresent()).orElse(config);
        String version = from.text("version", 40).orElse("1");
        if (!version.matches("[A-Za-z0-9][A-Za-z0-9._+-]*")) {
            throw from.fault("version", "may hold letters, digits, dot, dash, plus and underscore");
        }
        return version;
    }

    private static Map<String, Double> thresholds(List<String> labels, Optional<ConfigFile> docket) throws ModelRejectedException {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        labels.forEach(label -> thresholds.put(label, DEFAULT_THRESHOLD));
        if (docket.isEmpty() || docket.get().field("thresholds").isEmpty()) {
            return thresholds;
        }
        for (Map.Entry<String, JsonNode> entry : docket.get().required("thresholds").properties()) {
            String field = "thresholds." + entry.getKey();
            if (!thresholds.containsKey(entry.getKey())) {
                throw docket.get().fault(field, "is no label of config.json");
            }
            double threshold = entry.getValue().isNumber() ? entry.getValue().asDouble() : Double.NaN;
            if (!(threshold >= 0 && threshold <= 1)) {
                throw docket.get().fault(field, "does not lie in 0..1");
            }
            thresholds.put(entry.getKey(), threshold);
        }
        return thresholds;
    }

    private static Optional<String> parent(Optional<ConfigFile> docket) throws ModelRejectedException {
        return docket.isPresent() ? docket.get().text("parent", 121) : Optional.empty();
    }

    private static Optional<ContentHash> dataset(Optional<ConfigFile> docket) throws ModelRejectedException {
        Optional<String> hex = docket.isPresent() ? docket.get().text("dataset", 64) : Optional.empty();
        if (hex.isPresent() && !hex.get().matches("[0-9a-f]{64}")) {
            throw docket.get().fault("dataset", "is not a SHA-256 in 64 hexadecimal digits");
        }
        return hex.map(ContentHash::fromHex);
    }

    private static Optional<ModelCard> card(Optional<ConfigFile> docket) throws ModelRejectedException {
        if (docket.isEmpty() || docket.get().field("card").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CanonicalJson.MAPPER.treeToValue(docket.get().required("card"), ModelCard.class));
        } catch (JacksonException e) {
            throw docket.get().fault("card", "cannot be read: " + e.getOriginalMessage());
        }
    }
}
