package dev.docket.starter;

import dev.docket.classify.ForensicBackbone;
import dev.docket.retrain.LabelledFeatures;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Pictures beside their embeddings. */
record StarterFeatures(List<TrainingPicture> pictures, List<float[]> embeddings) {
    static final List<String> LABELS = List.of("resampling_trace", "overlay", "render_like");

    static StarterFeatures of(List<TrainingPicture> pictures) {
        try (ForensicBackbone backbone = ForensicBackbone.load()) {
            return new StarterFeatures(pictures, pictures.parallelStream().map(picture -> backbone.embed(picture.image())).toList());
        }
    }

    static boolean truth(TrainingPicture picture, String label) {
        return switch (label) {
            case "resampling_trace" -> picture.upsampler().isPresent();
            case "overlay" -> picture.overlay();
            case "render_like" -> picture.drawn();
            default -> throw new IllegalArgumentException(label);
        };
    }

    StarterFeatures where(Predicate<TrainingPicture> wanted) {
        int[] places = IntStream.range(0, pictures.size()).filter(i -> wanted.test(pictures.get(i))).toArray();
        return new StarterFeatures(IntStream.of(places).mapToObj(pictures::get).toList(), IntStream.of(places).mapToObj(embeddings::get).toList());
    }

    LabelledFeatures labelled(List<String> labels) {
        double[][] target = pictures.stream()
                .map(picture -> labels.stream().mapToDouble(label -> truth(picture, label) ? 1 : 0).toArray()).toArray(double[][]::new);
        double[] weight = pictures.stream().mapToDouble(picture -> 1).toArray();
        int[] group = pictures.stream().mapToInt(TrainingPicture::source).toArray();
        return new LabelledFeatures(labels, embeddings, target, weight, group);
    }
}
