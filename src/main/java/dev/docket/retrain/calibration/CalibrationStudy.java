package dev.docket.retrain.calibration;

import dev.docket.classify.ScoreCalibration;
import dev.docket.classify.ScoreCalibration.Method;
import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Calibration;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.ScoredSample;
import dev.docket.retrain.GroupedFolds;
import dev.docket.retrain.HeadTrainer;
import dev.docket.retrain.LogisticFit;
import dev.docket.retrain.threshold.LabelScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A calibration of one model's scores for one label, fitted on one half of the decided items and measured on the other. The scores are those the items had before
 * they were decided; look-alikes stand in one half. The same items give the same calibration.
 *
 * @param fitted how many items it was fitted on
 * @param refusal why there is none; empty when there is one
 * @param before how scores come true on the other half as they are
 * @param after how they come true calibrated; empty when there is none
 */
public record CalibrationStudy(LabelScores label, Method method, int fitted, Optional<ScoreCalibration> calibration, String refusal, Reliability before, Optional<Reliability> after) {
    /** Examples of either kind that both halves together need: two parameters on fewer fit noise. */
    public static final int FEWEST = HeadTrainer.FEWEST_FOR_CALIBRATION;
    /** Under so many items isotonic steps follow single verdicts. */
    public static final int STEPS_WANT = 1000;
    private static final int BINS = 10;

    /** On held-out items. Intervals from drawing groups of look-alikes. */
    public record Reliability(int items, Estimate ece, Estimate brier, Estimate logLoss, List<Calibration.Bin> bins) {}

    public static CalibrationStudy of(LabelScores label, Method method) {
        ScoredSample sample = label.decided();
        double[] target = IntStream.range(0, sample.size()).mapToDouble(i -> sample.truth()[i] ? 1 : 0).toArray();
        int[] half = GroupedFolds.assign(label.group(), target, 2);
        int[] fit = IntStream.range(0, sample.size()).filter(i -> half[i] == 0).toArray();
        int[] held = IntStream.range(0, sample.size()).filter(i -> half[i] == 1).toArray();
        Reliability before = reliability(label, held, sample);
        int positives = sample.positives();
        if (Math.min(positives, sample.size() - positives) < FEWEST) {
            return new CalibrationStudy(label, method, fit.length, Optional.empty(), positives + " decided items with it and " + (sample.size() - positives) + " without; a calibration needs "
                    + FEWEST + " of each", before, Optional.empty());
        }
        Optional<ScoreCalibration> found = fit(method, sample.at(fit));
        if (found.isEmpty()) {
            return new CalibrationStudy(label, method, fit.length, found, "higher scores do not come true more often: there is nothing to calibrate", before, Optional.empty());
        }
        double[] calibrated = Arrays.stream(sample.score()).map(found.get()::of).toArray();
        return new CalibrationStudy(label, method, fit.length, found, "", before, Optional.of(reliability(label, held, sample.withScores(calibrated))));
    }

    /** Whether the held-out items bear it out: both halves are one draw, so that a calibration can also make things worse. */
    public boolean better() {
        return after.flatMap(now -> now.logLoss().figure().number().stream().boxed().findFirst()).isPresent()
                && after.get().logLoss().figure().number().getAsDouble() < before.logLoss().figure().number().orElse(Double.POSITIVE_INFINITY);
    }

    private static Reliability reliability(LabelScores label, int[] held, ScoredSample sample) {
        ScoredSample there = sample.at(held);
        Bootstrap bootstrap = Bootstrap.DEFAULT.within(20L * there.size());
        return new Reliability(there.size(), draw(bootstrap, label, held, places -> Calibration.ece(there.at(places), BINS)), draw(bootstrap, label, held, places -> Calibration.brier(there.at(places))),
                draw(bootstrap, label, held, places -> Calibration.logLoss(there.at(places), Calibration.CLIP)), Calibration.bins(there, BINS));
    }

    private static Estimate draw(Bootstrap bootstrap, LabelScores label, int[] held, Function<int[], Figure> statistic) {
        return bootstrap.ofGroups(held.length, i -> label.group()[held[i]], statistic);
    }

    /** Empty where higher scores do not come true more often. */
    static Optional<ScoreCalibration> fit(Method method, ScoredSample sample) {
        return switch (method) {
            case PLATT -> platt(sample);
            case TEMPERATURE -> temperature(sample);
            case ISOTONIC -> Optional.of(isotonic(sample)).filter(steps -> steps.to().getLast() > steps.to().getFirst());
        };
    }

    private static Optional<ScoreCalibration> platt(ScoredSample sample) {
        double[][] rows = Arrays.stream(sample.score()).mapToObj(score -> new double[] {ScoreCalibration.logit(score)}).toArray(double[][]::new);
        double[] target = IntStream.range(0, sample.size()).mapToDouble(i -> sample.truth()[i] ? 1 : 0).toArray();
        double[] found = new LogisticFit(rows, target, sample.weight()).solve(1e-6);
        return found[0] > 0 ? Optional.of(ScoreCalibration.logistic(Method.PLATT, found[0], found[1])) : Optional.empty();
    }

    /** The log loss is convex in the slope: where its derivative crosses 0, found by halving. */
    private static Optional<ScoreCalibration> temperature(ScoredSample sample) {
        double low = 1e-3;
        double high = 1e3;
        if (slopeOfLoss(sample, low) >= 0) {
            return Optional.empty();
        }
        for (int i = 0; i < 100; i++) {
            double middle = Math.sqrt(low * high);
            if (slopeOfLoss(sample, middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Optional.of(ScoreCalibration.logistic(Method.TEMPERATURE, Math.sqrt(low * high), 0));
    }

    private static double slopeOfLoss(ScoredSample sample, double slope) {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            double z = ScoreCalibration.logit(sample.score()[i]);
            sum += sample.weight()[i] * (LogisticFit.sigmoid(slope * z) - (sample.truth()[i] ? 1 : 0)) * z;
        }
        return sum;
    }

    /** Pool adjacent violators (Barlow and others 1972); equal scores are one. Straight between the first and last score of neighbouring blocks, as scikit-learn. */
    private static ScoreCalibration isotonic(ScoredSample sample) {
        int[] order = IntStream.range(0, sample.size()).boxed().sorted((a, b) -> Double.compare(sample.score()[a], sample.score()[b])).mapToInt(Integer::intValue).toArray();
        List<double[]> blocks = new ArrayList<>();
        for (int i : order) {
            double score = Math.clamp(sample.score()[i], 0.0, 1.0);
            double weight = sample.weight()[i];
            double[] last = blocks.isEmpty() ? null : blocks.getLast();
            if (last != null && last[0] == score && last[1] == score) {
                last[2] += sample.truth()[i] ? weight : 0;
                last[3] += weight;
            } else {
                blocks.add(new double[] {score, score, sample.truth()[i] ? weight : 0, weight});
            }
        }
        List<double[]> pooled = new ArrayList<>();
        for (double[] block : blocks) {
            double[] now = block;
            while (!pooled.isEmpty() && pooled.getLast()[2] * now[3] >= now[2] * pooled.getLast()[3]) {
                double[] before = pooled.removeLast();
                now = new double[] {before[0], now[1], before[2] + now[2], before[3] + now[3]};
            }
            pooled.add(now);
        }
        List<Double> from = new ArrayList<>();
        List<Double> to = new ArrayList<>();
        for (double[] block : pooled) {
            for (double score : block[0] == block[1] ? new double[] {block[0]} : new double[] {block[0], block[1]}) {
                from.add(score);
                to.add(block[2] / block[3]);
            }
        }
        return ScoreCalibration.steps(from, to);
    }
}
