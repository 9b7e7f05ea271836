package dev.docket.starter;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.UndecodableImageException;
import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Ranking;
import dev.docket.metrics.ScoredSample;
import dev.docket.registry.ModelCard.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures on the sample queue, whose pictures another program drew: how far the starter model carries beyond its own scenes. */
final class SampleFigures {
    private record Scored(String kind, double[] scores) {}

    private SampleFigures() {}

    /**
     * @param samples the folder with truth.jsonl
     * @param scorer scores in the order of {@link StarterFeatures#LABELS}
     */
    static List<Figure> of(Path samples, Function<DecodedImage, double[]> scorer) throws IOException {
        List<String> lines = Files.readAllLines(samples.resolve("truth.jsonl"));
        List<Scored> scored = lines.parallelStream().map(line -> scored(samples, line, scorer)).toList();
        return List.of(
                auc(scored, "resampling_trace", Set.of("synthetic", "disclosed"), "sample queue, generated against benign"),
                auc(scored, "overlay", Set.of("spam"), "sample queue, spam against benign"));
    }

    private static Scored scored(Path samples, String line, Function<DecodedImage, double[]> scorer) {
        JsonNode truth = JsonMapper.shared().readTree(line);
        try {
            return new Scored(truth.get("kind").asString(),
                    scorer.apply(new FormatDecoders().decode(Files.readAllBytes(samples.resolve(truth.get("file").asString())))));
        } catch (IOException | UndecodableImageException e) {
            throw new IllegalStateException(truth.get("file").asString(), e);
        }
    }

    private static Figure auc(List<Scored> all, String label, Set<String> positive, String on) {
        int column = StarterFeatures.LABELS.indexOf(label);
        List<Scored> judged = new ArrayList<>(all);
        judged.removeIf(scored -> !scored.kind().equals("benign") && !positive.contains(scored.kind()));
        boolean[] truth = new boolean[judged.size()];
        double[] score = new double[judged.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = positive.contains(judged.get(i).kind());
            score[i] = judged.get(i).scores()[column];
        }
        return StarterMeasurement.figure("AUC " + label, on, new Bootstrap(1000, 0.95, 1).of(ScoredSample.of(truth, score), Ranking::rocAuc));
    }
}
