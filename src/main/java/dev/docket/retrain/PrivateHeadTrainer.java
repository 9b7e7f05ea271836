package dev.docket.retrain;

import dev.docket.classify.ForensicBackbone;
import dev.docket.metrics.privacy.NoiseCalibration;
import dev.docket.metrics.privacy.RdpAccountant;
import dev.docket.progress.Progress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Trains a head that gives away no more of any uploader than its budget says ({@link DpSgd}). Nothing it needs is learned from the
 * desk: features are made comparable by the statistics of the generated pictures the starter model was made from, and steps,
 * rate and clipping are constants. Not the same bits twice, as the noise must not be.
 */
final class PrivateHeadTrainer {
    /** The head and what it promises. */
    record Private(HeadTrainer.Trained trained, PrivacyStatement statement) {}

    private final PrivacyBudget budget;
    private final Standardisation standardisation;
    private final SecureGaussian random;
    private final DpSgd.Plan plan;

    /** Over the backbone that ships with Docket. */
    PrivateHeadTrainer(PrivacyBudget budget) {
        this(budget, shipped(), new SecureGaussian(), DpSgd.Plan.DEFAULT);
    }

    /** @param standardisation known without looking at the data */
    PrivateHeadTrainer(PrivacyBudget budget, Standardisation standardisation, SecureGaussian random, DpSgd.Plan plan) {
        this.budget = budget;
        this.standardisation = standardisation;
        this.random = random;
        this.plan = plan;
    }

    private static Standardisation shipped() {
        ForensicBackbone.Spread spread = ForensicBackbone.spread();
        return new Standardisation(spread.mean(), spread.scale());
    }

    /**
     * @param unit per row, whose it is: rows of one number are protected together
     * @throws TooFewVerdictsException when there are too few units for the budget, or no label can be learned
     */
    Private train(LabelledFeatures all, int[] unit, Progress progress) throws TooFewVerdictsException {
        int units = (int) Arrays.stream(unit).distinct().count();
        if (units < budget.fewest()) {
            throw new TooFewVerdictsException("Too few to train privately: the items to learn from are of " + units + " uploaders (or, where the feed names none, groups of look-alikes); "
                    + "at least " + budget.fewest() + " are needed. With fewer, noise that hides one of them hides what there is to learn. Decide more items, or train without --private.");
        }
        List<HeadTrainer.LeftOut> leftOut = HeadTrainer.leftOut(all);
        List<String> kept = all.labels().stream().filter(label -> leftOut.stream().noneMatch(out -> out.label().equals(label))).toList();
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("No label has enough examples");
        }
        double delta = PrivacyBudget.delta(units);
        OptionalDouble noise = NoiseCalibration.noiseFor(budget.epsilon(), plan.samplingRate(), plan.steps(), delta);
        if (noise.isEmpty()) {
            throw new TooFewVerdictsException("No noise keeps training within epsilon " + budget.epsilon() + " at delta " + delta + "; allow a larger epsilon.");
        }
        LabelledFeatures data = all.only(kept);
        double shrink = 1 / Math.sqrt(standardisation.dimensions());
        double[][] rows = data.features().stream().map(vector -> row(vector, shrink)).toArray(double[][]::new);
        double[][] found = new DpSgd(rows, data.target(), data.weight(), unit).run(plan, noise.getAsDouble(), random, progress);
        double[][] coefficients = Arrays.stream(found).map(w -> Arrays.stream(w, 0, w.length - 1).map(c -> c * shrink).toArray()).toArray(double[][]::new);
        double[] bias = Arrays.stream(found).mapToDouble(w -> w[w.length - 1]).toArray();
        LogisticHead head = new LogisticHead(kept, standardisation, coefficients, bias);
        RdpAccountant.Spent spent = RdpAccountant.spent(plan.samplingRate(), noise.getAsDouble(), plan.steps(), delta);
        return new Private(new HeadTrainer.Trained(head, thresholds(head, data), Map.of(), List.of(), leftOut),
                new PrivacyStatement(spent.epsilon(), delta, units, plan.samplingRate(), plan.steps(), noise.getAsDouble(), plan.clip(), spent.order(), 0));
    }

    /** Standardised, of a norm near 1, and 1 for the bias. */
    private double[] row(float[] vector, double shrink) {
        double[] standard = standardisation.apply(vector);
        double[] row = Arrays.copyOf(standard, standard.length + 1);
        Arrays.setAll(row, j -> j < standard.length ? row[j] * shrink : 1);
        return row;
    }

    private static Map<String, Double> thresholds(LogisticHead head, LabelledFeatures data) {
        double[][] logits = data.features().stream().map(head::logits).toArray(double[][]::new);
        Map<String, Double> thresholds = new LinkedHashMap<>();
        for (int l = 0; l < head.labels().size(); l++) {
            int label = l;
            int[] judged = data.judged(l);
            thresholds.put(head.labels().get(l), Threshold.highestF1(Arrays.stream(judged).mapToDouble(i -> logits[i][label]).toArray(),
                    Arrays.stream(judged).mapToDouble(i -> data.target()[i][label]).toArray(), Arrays.stream(judged).mapToDouble(i -> data.weight()[i]).toArray()));
        }
        return thresholds;
    }
}
