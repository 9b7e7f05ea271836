package dev.docket.starter;

import dev.docket.metrics.Estimate;
import dev.docket.registry.ModelCard.Figure;
import dev.docket.starter.TrainingPicture.Processing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of the starter model's card, all from pictures whose source the head had not seen. */
final class StarterMeasurement {
    static final String TRACE = "resampling_trace";

    private StarterMeasurement() {}

    /**
     * Every figure of the card.
     *
     * @param usual training pictures, JPEG 75 to 95
     * @param harsh other pictures of the same sources, JPEG 45 to 65
     */
    static List<Figure> figures(StarterFeatures usual, StarterFeatures harsh) {
        List<Figure> figures = new ArrayList<>(core(HeldOutScores.of(usual, usual, StarterFeatures.LABELS)));
        HeldOutScores unseenQuality = HeldOutScores.of(usual, harsh, StarterFeatures.LABELS).where(StarterMeasurement::untouched);
        for (String label : StarterFeatures.LABELS) {
            figures.add(figure("AUC " + label, "JPEG quality 45 to 65, never trained on", unseenQuality.auc(label)));
        }
        figures.addAll(unseenUpsamplers(usual));
        return figures;
    }

    /** What a short measurement repeats: AUC of each label, and what is flagged at 0.5. */
    static List<Figure> core(HeldOutScores scores) {
        List<Figure> figures = new ArrayList<>();
        HeldOutScores untouched = scores.where(StarterMeasurement::untouched);
        for (String label : StarterFeatures.LABELS) {
            figures.add(figure("AUC " + label, "sources never trained on, JPEG quality 75 to 95", untouched.auc(label)));
        }
        HeldOutScores bare = scores.where(picture -> !picture.overlay());
        figures.add(flagged(bare.where(picture -> picture.upsampler().isPresent()), "enlarged pictures"));
        HeldOutScores clean = bare.where(picture -> picture.upsampler().isEmpty());
        figures.add(flagged(clean.where(StarterMeasurement::untouched), "clean pictures"));
        figures.add(flagged(clean.where(picture -> picture.processing() == Processing.BLURRED), "pictures merely blurred"));
        figures.add(flagged(clean.where(picture -> picture.processing() == Processing.SHARPENED_AND_NOISED), "pictures merely sharpened and noised"));
        return figures;
    }

    /** Each way of enlarging measured by heads that never saw it, and the mean. */
    private static List<Figure> unseenUpsamplers(StarterFeatures usual) {
        List<Figure> figures = new ArrayList<>();
        double sum = 0;
        for (Upsampler unseen : Upsampler.values()) {
            StarterFeatures training = usual.where(picture -> picture.upsampler().filter(unseen::equals).isEmpty());
            StarterFeatures measured = usual.where(picture -> untouched(picture) && picture.upsampler().map(unseen::equals).orElse(true));
            Figure figure = figure("AUC " + TRACE, "enlarged by " + unseen.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ", a way never trained on", HeldOutScores.of(training, measured, List.of(TRACE)).auc(TRACE));
            figures.add(figure);
            sum += figure.value();
        }
        figures.add(new Figure("AUC " + TRACE, "mean over ways of enlarging never trained on", rounded(sum / figures.size()), Double.NaN, Double.NaN, figures.size()));
        return figures;
    }

    private static boolean untouched(TrainingPicture picture) {
        return picture.processing() == Processing.NONE;
    }

    private static Figure flagged(HeldOutScores scores, String on) {
        return figure("share flagged as " + TRACE + " at 0.5", on, scores.flagged(TRACE));
    }

    static Figure figure(String name, String on, Estimate estimate) {
        return new Figure(name, on, rounded(estimate.figure().number().orElse(Double.NaN)),
                rounded(estimate.interval().map(interval -> interval.low()).orElse(Double.NaN)),
                rounded(estimate.interval().map(interval -> interval.high()).orElse(Double.NaN)), (int) estimate.n());
    }

    private static double rounded(double value) {
        return Double.isNaN(value) ? value : Math.round(value * 1000) / 1000.0;
    }
}
