package dev.docket.retrain;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a head ranks held-out items after so many verdicts. At 0 verdicts, and for labels a head cannot learn yet,
 * what stands without a head counts: it is what the desk would show.
 */
public final class LearningCurve {

    /**
     * One point.
     *
     * @param verdicts verdicts made, those on held-out items included
     * @param trainedOn of them, those that trained
     * @param labels labels the head could learn
     * @param meanPrecision mean average precision over the labels that can be ranked on the held-out items
     */
    public record Point(int verdicts, int trainedOn, List<String> labels, Estimate meanPrecision) {
        public Point {
            labels = List.copyOf(labels);
        }
    }

    /**
     * Verdicts in the order they were made.
     *
     * @param data one row per verdict on an item that may train
     * @param after per row, how many verdicts had been made with it, 1.., those on held-out items included
     */
    public record Verdicts(LabelledFeatures data, int[] after) {}

    private LearningCurve() {}

    /** Numbers of verdicts to measure at: 0, five steps, all. */
    static List<Integer> steps(int verdicts) {
        return java.util.stream.IntStream.rangeClosed(0, 5).map(k -> Math.round(verdicts * k / 5f)).distinct().boxed().toList();
    }

    /** No verdict and all of them, of a head that is trained already. */
    static List<Point> ends(HeadTrainer.Trained trained, int verdicts, int trainedOn, HeldOut held, Bootstrap bootstrap) {
        List<String> rankable = held.rankable();
        double[][] scores = held.scoredBy(trained.head());
        return List.of(new Point(0, 0, List.of(), Evaluation.draw(held, bootstrap, places -> Evaluation.meanPrecision(held, held.standing().without(), rankable, places))),
                new Point(verdicts, trainedOn, trained.head().labels(), Evaluation.draw(held, bootstrap, places -> Evaluation.meanPrecision(held, scores, rankable, places))));
    }

    /** @param counts numbers of verdicts to measure at, rising */
    public static List<Point> measure(Verdicts verdicts, HeldOut held, List<Integer> counts, Bootstrap bootstrap, Progress progress) {
        List<String> rankable = held.rankable();
        List<Point> points = new ArrayList<>();
        for (int count : counts) {
            progress.stopIfCancelled();
            progress.at(points.size(), counts.size(), count + " verdicts");
            int[] made = java.util.stream.IntStream.range(0, verdicts.data().size()).filter(i -> verdicts.after()[i] <= count).toArray();
            LabelledFeatures data = verdicts.data().rows(made);
            boolean learns = made.length > 0 && HeadTrainer.leftOut(data).size() < data.labels().size();
            double[][] scores = held.standing().without();
            List<String> labels = List.of();
            if (learns) {
                LogisticHead head = HeadTrainer.train(data, Progress.NONE).head();
                scores = held.scoredBy(head);
                labels = head.labels();
            }
            double[][] given = scores;
            points.add(new Point(count, made.length, labels,
                    Evaluation.draw(held, bootstrap, places -> Evaluation.meanPrecision(held, given, rankable, places))));
        }
        return points;
    }
}
