package dev.docket.starter;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Proportions;
import dev.docket.metrics.Ranking;
import dev.docket.metrics.ScoredSample;
import dev.docket.progress.Progress;
import dev.docket.retrain.HeadTrainer;
import dev.docket.retrain.LogisticHead;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Pictures and the scores of heads that had not seen their source.
 *
 * @param scores per picture, one per label
 */
record HeldOutScores(List<TrainingPicture> pictures, List<String> labels, List<double[]> scores) {
    static final int FOLDS = 5;
    private static final double LEVEL = 0.95;

    /**
     * For each fold a head is trained on the sources outside it and scores those inside.
     *
     * @param training what heads learn from
     * @param measured what they are measured on; may be other pictures of the same sources
     */
    static HeldOutScores of(StarterFeatures training, StarterFeatures measured, List<String> labels) {
        double[][] scores = new double[measured.pictures().size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            LogisticHead head = train(training.where(picture -> picture.source() % FOLDS != held), labels);
            IntStream.range(0, scores.length).filter(i -> measured.pictures().get(i).source() % FOLDS == held)
                    .forEach(i -> scores[i] = head.scores(measured.embeddings().get(i)));
        }
        return new HeldOutScores(measured.pictures(), labels, List.of(scores));
    }

    static LogisticHead train(StarterFeatures training, List<String> labels) {
        return HeadTrainer.train(training.labelled(labels), Progress.NONE).head();
    }

    HeldOutScores where(Predicate<TrainingPicture> wanted) {
        int[] places = IntStream.range(0, pictures.size()).filter(i -> wanted.test(pictures.get(i))).toArray();
        return new HeldOutScores(IntStream.of(places).mapToObj(pictures::get).toList(), labels, IntStream.of(places).mapToObj(scores::get).toList());
    }

    /** Area under the ROC curve of a label, its interval by drawing whole sources. */
    Estimate auc(String label) {
        int column = labels.indexOf(label);
        boolean[] truth = new boolean[pictures.size()];
        double[] score = new double[pictures.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = StarterFeatures.truth(pictures.get(i), label);
            score[i] = scores.get(i)[column];
        }
        ScoredSample sample = ScoredSample.of(truth, score);
        return new Bootstrap(1000, LEVEL, 1).ofGroups(truth.length, i -> pictures.get(i).source(), places -> Ranking.rocAuc(sample.at(places)));
    }

    /** Share of pictures that the label's score calls present at 0.5. */
    Estimate flagged(String label) {
        int column = labels.indexOf(label);
        return Proportions.rate(scores.stream().filter(score -> score[column] >= 0.5).count(), scores.size(), LEVEL);
    }
}
