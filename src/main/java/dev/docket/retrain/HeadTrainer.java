package dev.docket.retrain;

import dev.docket.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Trains a {@link LogisticHead}. No randomness: the same rows in the same order give the same bits, on however many processors. Per label, the
 * penalty is the one with the lowest log loss over five folds by group, among {@link #LAMBDAS}, tried from the strongest on.
 */
public final class HeadTrainer {
    /** Penalties tried, strongest last. */
    static final double[] LAMBDAS = {0.1, 1, 10, 50, 200};
    /** A label needs this many examples of either kind. On the sample queue three already rank held-out items far better than no head. */
    public static final int FEWEST = 3;
    private static final int FOLDS = 5;
    /** Gradient per unit of weight at which a fit is good enough to choose a penalty by. */
    private static final double ROUGH = 1e-3;
    /** A calibration has two parameters; under this many examples of either kind it would fit noise. */
    public static final int FEWEST_FOR_CALIBRATION = 50;

    /** A label that was left out of the head for want of examples. */
    public record LeftOut(String label, int positive, int negative) {
        /** {@code "2 items with spam_scam and 40 without; a label needs at least 3 of each"}. */
        public String sentence() {
            return positive + " items with " + label + " and " + negative + " without; a label needs at least " + FEWEST + " of each";
        }
    }

    /**
     * What training gave.
     *
     * @param thresholds per label, the score of the highest F1 over the held-back folds
     * @param lambdas per label, the penalty chosen
     * @param calibrated labels whose scores were recalibrated on the held-back folds
     */
    public record Trained(
            LogisticHead head, Map<String, Double> thresholds, Map<String, Double> lambdas, List<String> calibrated, List<LeftOut> leftOut) {}

    private HeadTrainer() {}

    /** Labels that have too few examples. */
    public static List<LeftOut> leftOut(LabelledFeatures data) {
        return leftOut(data.labels(), data.target());
    }

    /** @param target per row and label, 0..1 or NaN; a target of exactly a half is an example of neither kind */
    static List<LeftOut> leftOut(List<String> labels, double[][] target) {
        List<LeftOut> few = new ArrayList<>();
        for (int l = 0; l < labels.size(); l++) {
            int positive = LabelledFeatures.count(target, l, true);
            int negative = LabelledFeatures.count(target, l, false);
            if (positive < FEWEST || negative < FEWEST) {
                few.add(new LeftOut(labels.get(l), positive, negative));
            }
        }
        return few;
    }

    /** @throws IllegalArgumentException when every label would be left out */
    public static Trained train(LabelledFeatures all, Progress progress) {
        List<LeftOut> leftOut = leftOut(all);
        List<String> kept = all.labels().stream().filter(label -> leftOut.stream().noneMatch(out -> out.label().equals(label))).toList();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("No label has enough examples");
        }
        LabelledFeatures data = all.only(kept);
        Standardisation standardisation = Standardisation.of(data.features());
        double[][] rows = data.features().stream().map(standardisation::apply).toArray(double[][]::new);
        double[][] coefficients = new double[kept.size()][];
        double[] bias = new double[kept.size()];
        Map<String, Double> thresholds = new LinkedHashMap<>();
        Map<String, Double> lambdas = new LinkedHashMap<>();
        List<String> calibrated = new ArrayList<>();
        Map<Double, Curvature.Metric> metrics = metrics(rows, data.weight());
        List<LabelFit> fits = fits(rows, data, metrics, progress);
        for (int l = 0; l < kept.size(); l++) {
            LabelFit fit = fits.get(l);
            coefficients[l] = Arrays.copyOf(fit.coefficients(), fit.coefficients().length - 1);
            bias[l] = fit.coefficients()[fit.coefficients().length - 1];
            thresholds.put(kept.get(l), fit.threshold());
            lambdas.put(kept.get(l), fit.lambda());
            if (fit.calibrated()) {
                calibrated.add(kept.get(l));
            }
        }
        progress.at(kept.size(), kept.size(), "head");
        return new Trained(new LogisticHead(kept, standardisation, coefficients, bias), thresholds, lambdas, calibrated, leftOut);
    }

    /** One for each penalty. */
    private static Map<Double, Curvature.Metric> metrics(double[][] rows, double[] weight) {
        if (!Curvature.pays(rows)) {
            return Arrays.stream(LAMBDAS).boxed().collect(Collectors.toMap(lambda -> lambda, _ -> Curvature.Metric.NONE));
        }
        Curvature curvature = Curvature.of(rows, weight);
        return Arrays.stream(LAMBDAS).boxed().parallel().collect(Collectors.toMap(lambda -> lambda, curvature::at));
    }

    /** One label on each processor; which of them is first does not matter, as none hangs on another. */
    private static List<LabelFit> fits(double[][] rows, LabelledFeatures data, Map<Double, Curvature.Metric> metrics, Progress progress) {
        AtomicInteger done = new AtomicInteger();
        return IntStream.range(0, data.labels().size()).parallel().mapToObj(l -> {
            LabelFit fit = LabelFit.of(rows, data, l, metrics, progress);
            synchronized (done) {
                progress.at(done.incrementAndGet(), data.labels().size(), data.labels().get(l));
            }
            return fit;
        }).toList();
    }

    /** One label's fit. Coefficients end with the bias. */
    private record LabelFit(double[] coefficients, double lambda, double threshold, boolean calibrated) {

        static LabelFit of(double[][] allRows, LabelledFeatures data, int label, Map<Double, Curvature.Metric> metrics, Progress progress) {
            int[] judged = data.judged(label);
            double[][] rows = pick(allRows, judged);
            double[] target = Arrays.stream(judged).mapToDouble(i -> data.target()[i][label]).toArray();
            double[] weight = Arrays.stream(judged).mapToDouble(i -> data.weight()[i]).toArray();
            int[] group = Arrays.stream(judged).map(i -> data.group()[i]).toArray();
            if (data.balanced().length > 0) {
                Reweighing balanced = Reweighing.of(target, weight, Arrays.stream(judged).map(i -> data.balanced()[i]).toArray());
                target = balanced.target();
                weight = balanced.weight();
            }
            CrossValidation folds = CrossValidation.run(rows, target, weight, GroupedFolds.assign(group, target, FOLDS), metrics, progress);
            LogisticFit fit = new LogisticFit(rows, target, weight);
            double[] coefficients = fit.solve(folds.lambda(), metrics.get(folds.lambda()), folds.start().orElseGet(fit::start), LogisticFit.EXACT);
            double[] logits = folds.logits();
            boolean calibrate = LabelledFeatures.count(data.target(), label, true) >= FEWEST_FOR_CALIBRATION && LabelledFeatures.count(data.target(), label, false) >= FEWEST_FOR_CALIBRATION;
            if (calibrate) {
                double[] platt = platt(logits, target, weight);
                calibrate = platt[0] > 0;
                if (calibrate) {
                    logits = Arrays.stream(logits).map(z -> platt[0] * z + platt[1]).toArray();
                    Arrays.setAll(coefficients, j -> coefficients[j] * platt[0] + (j == coefficients.length - 1 ? platt[1] : 0));
                }
            }
            return new LabelFit(coefficients, folds.lambda(), Threshold.highestF1(logits, target, weight), calibrate);
        }

        /** Platt 1999: slope and offset that make the logits likeliest; rows no fold could score (NaN) stay out. */
        private static double[] platt(double[] logits, double[] target, double[] weight) {
            int[] scored = IntStream.range(0, logits.length).filter(i -> !Double.isNaN(logits[i])).toArray();
            double[][] rows = Arrays.stream(scored).mapToObj(i -> new double[] {logits[i]}).toArray(double[][]::new);
            return new LogisticFit(rows, pick(target, scored), pick(weight, scored)).solve(1e-6);
        }
    }

    /**
     * Penalties are tried from the strongest on until the loss rises: a weaker one fits the noise, and is the slowest to fit.
     *
     * @param lambda the penalty of the lowest log loss; 10 when no fold had both outcomes
     * @param logits per row, from the fit that had not seen its fold, under that penalty; NaN where there was none
     * @param start mean of the folds' coefficients, a good start for all rows; empty when there were none
     */
    record CrossValidation(double lambda, double[] logits, Optional<double[]> start) {

        static CrossValidation run(double[][] rows, double[] target, double[] weight, int[] fold, Map<Double, Curvature.Metric> metrics, Progress progress) {
            List<Fold> folds = IntStream.range(0, FOLDS).mapToObj(f -> Fold.of(rows, target, weight, fold, f)).filter(f -> f.fit().isPresent()).toList();
            double[][] found = folds.stream().map(f -> f.fit().get().start()).toArray(double[][]::new);
            CrossValidation best = new CrossValidation(LAMBDAS[2], filled(rows.length), Optional.empty());
            double lowest = Double.POSITIVE_INFINITY;
            for (int k = LAMBDAS.length - 1; k >= 0 && !folds.isEmpty(); k--) {
                double[] logits = filled(rows.length);
                for (int f = 0; f < found.length; f++) {
                    progress.stopIfCancelled();
                    found[f] = folds.get(f).fit().get().solve(LAMBDAS[k], metrics.get(LAMBDAS[k]), found[f], ROUGH);
                    for (int i : folds.get(f).held()) {
                        logits[i] = LogisticFit.logit(found[f], rows[i]);
                    }
                }
                double loss = logLoss(logits, target, weight);
                if (loss >= lowest) {
                    break;
                }
                lowest = loss;
                best = new CrossValidation(LAMBDAS[k], logits, Optional.of(mean(found)));
            }
            return best;
        }

        private static double[] filled(int n) {
            double[] unknown = new double[n];
            Arrays.fill(unknown, Double.NaN);
            return unknown;
        }

        private static double[] mean(double[][] found) {
            double[] mean = new double[found[0].length];
            for (double[] each : found) {
                for (int j = 0; j < mean.length; j++) {
                    mean[j] += each[j] / found.length;
                }
            }
            return mean;
        }

        /** @param fit of the rows of the other folds; empty when they have one outcome only */
        private record Fold(Optional<LogisticFit> fit, int[] held) {
            static Fold of(double[][] rows, double[] target, double[] weight, int[] fold, int f) {
                int[] seen = IntStream.range(0, rows.length).filter(i -> fold[i] != f).toArray();
                double[] seenTarget = pick(target, seen);
                boolean both = Arrays.stream(seenTarget).anyMatch(t -> t > 0.5) && Arrays.stream(seenTarget).anyMatch(t -> t < 0.5);
                return new Fold(both ? Optional.of(new LogisticFit(pick(rows, seen), seenTarget, pick(weight, seen))) : Optional.empty(),
                        IntStream.range(0, rows.length).filter(i -> fold[i] == f).toArray());
            }
        }

        private static double logLoss(double[] logits, double[] target, double[] weight) {
            double loss = 0;
            for (int i = 0; i < logits.length; i++) {
                if (!Double.isNaN(logits[i])) {
                    double z = logits[i];
                    loss += weight[i] * (Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - target[i] * z);
                }
            }
            return loss;
        }
    }

    private static double[][] pick(double[][] rows, int[] places) {
        return Arrays.stream(places).mapToObj(i -> rows[i]).toArray(double[][]::new);
    }

    private static double[] pick(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }
}
