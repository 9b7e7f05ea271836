package dev.docket.starter;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.docket.classify.ForensicBackbone;
import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelCard.Figure;
import dev.docket.retrain.HeadOnnx;
import dev.docket.retrain.LogisticHead;
import dev.docket.storage.ContentHash;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the starter model that ships with Docket: writes the backbone, trains the head, measures it, writes the card.
 * Some ten minutes on two cores. Run from the checkout after {@code mvn test-compile}, with the class path of the tests:
 * {@code java -cp ... dev.docket.starter.StarterModelBuilder src/main/resources/models/forensic-starter target/starter sample-data}.
 */
final class StarterModelBuilder {
    static final int SOURCES = 120;
    static final String VERSION = "1.0.0";

    private StarterModelBuilder() {}

    /** @param arguments the model's folder, one where embeddings are kept between runs, and the sample data */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path cache = Files.createDirectories(Path.of(arguments[1]));
        ModelProto backbone = StarterBackbone.build();
        if (!ContentHash.of(ForensicBackbone.graph()).equals(ContentHash.of(backbone.toByteArray()))) {
            Files.write(folder.resolve("model.onnx"), backbone.toByteArray());
            throw new IllegalStateException("The backbone changed and was written; compile again, then run this again to train its head");
        }
        StarterFeatures usual = features(cache, TrainingPlan.pictures(0, SOURCES, 75, 95));
        StarterFeatures harsh = features(cache, TrainingPlan.pictures(0, SOURCES / 2, 45, 65));
        LogisticHead head = HeldOutScores.train(usual, StarterFeatures.LABELS);
        List<Figure> figures = new ArrayList<>(StarterMeasurement.figures(usual, harsh));
        try (ForensicBackbone loaded = ForensicBackbone.load()) {
            figures.addAll(SampleFigures.of(Path.of(arguments[2]), image -> head.scores(loaded.embed(image))));
        }
        write(folder, backbone, usual, head, figures);
    }

    private static void write(Path folder, ModelProto backbone, StarterFeatures usual, LogisticHead head, List<Figure> figures) throws IOException {
        SortedMap<String, String> metadata = new TreeMap<>(Map.of("docket.model", "forensic-starter", "docket.version", VERSION,
                "docket.labels", String.join(",", StarterFeatures.LABELS), "docket.threshold", "0.5"));
        byte[] model = HeadOnnx.join(backbone.toByteArray(), ForensicBackbone.EMBEDDING, ForensicBackbone.HEAD_PREFIX, head, metadata);
        Files.write(folder.resolve("model.onnx"), model);
        write(folder.resolve("config.json"), config());
        write(folder.resolve("docket.json"), docket(new StarterCard(figures, usual.pictures().size(), (int) usual.pictures().stream().mapToInt(TrainingPicture::source).distinct().count()).card()));
        figures.forEach(System.out::println);
        System.out.println(model.length + " bytes");
    }

    private static Map<String, Object> config() {
        Map<String, Object> names = new LinkedHashMap<>();
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (int i = 0; i < StarterFeatures.LABELS.size(); i++) {
            names.put(Integer.toString(i), StarterFeatures.LABELS.get(i));
            numbers.put(StarterFeatures.LABELS.get(i), i);
        }
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("model_type", "forensic-statistics");
        config.put("problem_type", "multi_label_classification");
        config.put("id2label", names);
        config.put("label2id", numbers);
        return config;
    }

    private static Map<String, Object> docket(ModelCard card) {
        Map<String, Object> thresholds = new LinkedHashMap<>();
        StarterFeatures.LABELS.forEach(label -> thresholds.put(label, 0.5));
        Map<String, Object> docket = new LinkedHashMap<>();
        docket.put("id", "forensic-starter");
        docket.put("version", VERSION);
        docket.put("thresholds", thresholds);
        docket.put("card", card);
        return docket;
    }

    private static void write(Path file, Object value) throws IOException {
        String json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        Files.writeString(file, json.replace("\r\n", "\n") + "\n", StandardCharsets.UTF_8);
    }

    /** Embeddings from the cache, or made and put there; named by backbone and plan. */
    private static StarterFeatures features(Path cache, List<TrainingPicture> pictures) throws IOException {
        String key = ContentHash.of((ContentHash.of(ForensicBackbone.graph()) + pictures.toString()).getBytes(StandardCharsets.UTF_8)).hex();
        Path file = cache.resolve("embeddings-" + key + ".bin");
        if (!Files.exists(file)) {
            StarterFeatures made = StarterFeatures.of(pictures);
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                for (float[] embedding : made.embeddings()) {
                    for (float value : embedding) {
                        out.writeFloat(value);
                    }
                }
            }
        }
        int dimensions = (int) (Files.size(file) / Float.BYTES / pictures.size());
        List<float[]> embeddings = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int i = 0; i < pictures.size(); i++) {
                float[] embedding = new float[dimensions];
                for (int j = 0; j < dimensions; j++) {
                    embedding[j] = in.readFloat();
                }
                embeddings.add(embedding);
            }
        }
        return new StarterFeatures(pictures, embeddings);
    }
}
