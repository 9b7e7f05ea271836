package dev.docket.retrain;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Proportions;
import dev.docket.metrics.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A head held against what stood before it, on held-out items. Average precision with 95 % percentile bootstrap
 * intervals over groups of look-alikes; differences are after less before on the same resamples.
 *
 * @param items held-out items
 * @param groups groups of look-alikes among them
 * @param beforeIs which models gave the scores before
 * @param fedIs which scores came with the items; measured beside, as they stay whatever model is in use
 * @param labels labels that can be ranked on these items, in the pack's order
 * @param meanBefore mean over {@code labels}; in a resample, over those that occur in it
 * @param notMeasured labels of the head that no held-out item has, or every one
 */
public record Evaluation(
        int items, int groups, String beforeIs, String fedIs, List<LabelRow> labels, Estimate meanFed, Estimate meanBefore,
        Estimate meanAfter, Estimate meanDifference, List<String> notMeasured) {

    /**
     * One label.
     *
     * @param positives held-out items that have it
     * @param trained whether the head scores it; if not, after is what stands without a head
     * @param threshold score at which it counts; empty when the head lacks the label
     * @param precision of flags at the threshold, Wilson interval
     * @param recall of the label at the threshold, Wilson interval
     */
    public record LabelRow(
            String label, int positives, int items, boolean trained, Estimate fed, Estimate before, Estimate after, Estimate difference,
            Optional<Double> threshold, Estimate precision, Estimate recall) {}

    private static final double LEVEL = Bootstrap.DEFAULT.level();

    public Evaluation {
        labels = List.copyOf(labels);
        notMeasured = List.copyOf(notMeasured);
    }

    static Evaluation of(HeldOut held, HeadTrainer.Trained trained, Bootstrap bootstrap) {
        double[][] after = held.scoredBy(trained.head());
        List<String> rankable = held.rankable();
        List<LabelRow> rows = new ArrayList<>();
        for (String label : rankable) {
            rows.add(row(held, after, label, trained, bootstrap));
        }
        Function<double[][], Function<int[], Figure>> mean = scores -> places -> meanPrecision(held, scores, rankable, places);
        Function<int[], Figure> before = mean.apply(held.standing().before());
        Function<int[], Figure> now = mean.apply(after);
        return new Evaluation(held.size(), (int) java.util.Arrays.stream(held.group()).distinct().count(), held.standing().beforeIs(), held.standing().fedIs(), rows,
                draw(held, bootstrap, mean.apply(held.standing().fed())),
                draw(held, bootstrap, before), draw(held, bootstrap, now),
                draw(held, bootstrap, places -> now.apply(places).minus(before.apply(places))),
                trained.head().labels().stream().filter(label -> !rankable.contains(label)).toList());
    }

    /** Mean average precision over the labels that occur among the places. */
    static Figure meanPrecision(HeldOut held, double[][] scores, List<String> labels, int[] places) {
        OptionalDouble mean = labels.stream()
                .map(label -> Ranking.averagePrecision(held.sample(scores, held.labels().indexOf(label), places)))
                .flatMapToDouble(figure -> figure.number().stream()).average();
        return mean.isPresent() ? Figure.of(mean.getAsDouble()) : Figure.undefined("no held-out item has any of the labels");
    }

    static Estimate draw(HeldOut held, Bootstrap bootstrap, Function<int[], Figure> statistic) {
        return bootstrap.ofGroups(held.size(), i -> held.group()[i], statistic);
    }

    private static LabelRow row(HeldOut held, double[][] after, String label, HeadTrainer.Trained trained, Bootstrap bootstrap) {
        int column = held.labels().indexOf(label);
        Function<int[], Figure> was = places -> Ranking.averagePrecision(held.sample(held.standing().before(), column, places));
        Function<int[], Figure> is = places -> Ranking.averagePrecision(held.sample(after, column, places));
        Optional<Double> threshold = Optional.ofNullable(trained.thresholds().get(label));
        return new LabelRow(label, held.positives(column), held.size(), threshold.isPresent(),
                draw(held, bootstrap, places -> Ranking.averagePrecision(held.sample(held.standing().fed(), column, places))),
                draw(held, bootstrap, was), draw(held, bootstrap, is),
                draw(held, bootstrap, places -> is.apply(places).minus(was.apply(places))),
                threshold, rate(held, after, column, threshold, true), rate(held, after, column, threshold, false));
    }

    /** Precision when {@code ofFlags}, else recall. */
    private static Estimate rate(HeldOut held, double[][] scores, int label, Optional<Double> threshold, boolean ofFlags) {
        if (threshold.isEmpty()) {
            return Estimate.undefined("the head does not score the label", 0);
        }
        long hit = 0;
        long of = 0;
        for (int i = 0; i < held.size(); i++) {
            boolean there = held.truth()[i][label] == 1;
            boolean flagged = scores[i][label] >= threshold.get();
            if (!Double.isNaN(held.truth()[i][label]) && (ofFlags ? flagged : there)) {
                of++;
                hit += there && flagged ? 1 : 0;
            }
        }
        return Proportions.rate(hit, of, LEVEL);
    }

    /** For {@code --json}. */
    public Map<String, Object> json() {
        return Map.of(
                "items", items, "groups", groups, "before_is", beforeIs, "fed_is", fedIs,
                "mean_average_precision", Map.of("fed", meanFed.json(), "before", meanBefore.json(), "after", meanAfter.json(), "difference", meanDifference.json()),
                "labels", labels.stream().map(Evaluation::json).toList(), "not_measured", notMeasured);
    }

    private static Map<String, Object> json(LabelRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("label", row.label());
        fields.put("positives", row.positives());
        fields.put("items", row.items());
        fields.put("trained", row.trained());
        fields.put("fed", row.fed().json());
        fields.put("before", row.before().json());
        fields.put("after", row.after().json());
        fields.put("difference", row.difference().json());
        fields.put("threshold", row.threshold().orElse(null));
        fields.put("precision", row.precision().json());
        fields.put("recall", row.recall().json());
        return fields;
    }
}
