package dev.docket.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether scores rank well and can be read as probabilities, and where to put the threshold; each figure with a percentile
 * bootstrap interval over items.
 */
public final class CalibrationReport {
    private final ScoredSample sample;
    private final int bins;
    private final double clip;
    private final Optional<ThresholdChoice.Target> target;
    private final Bootstrap bootstrap;

    /** @param clip how far scores are kept from 0 and 1 in the log loss, 0 < clip < 0.5 */
    public CalibrationReport(ScoredSample sample, int bins, double clip, Optional<ThresholdChoice.Target> target, Bootstrap bootstrap) {
        this.sample = byScore(sample);
        this.bins = bins;
        this.clip = clip;
        this.target = target;
        this.bootstrap = bootstrap.within(20L * sample.size());
    }

    private static final List<String> NAMES = List.of("auc", "average_precision", "brier", "log_loss", "ece", "mce");

    /** For {@code --json}. */
    public Map<String, Object> json() {
        int[] each = IntStream.range(0, sample.size()).toArray();
        List<Estimate> estimates = bootstrap.ofKinds(each, sample.size(), times -> figures(drawn(times)));
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int f = 0; f < NAMES.size(); f++) {
            fields.put(NAMES.get(f), estimates.get(f).figure());
            fields.put(NAMES.get(f) + "_interval", estimates.get(f).intervalJson());
        }
        fields.put("threshold", threshold(estimates.getLast()));
        fields.put("bins", Calibration.bins(sample, bins).stream().map(this::bin).toList());
        fields.put("items", sample.size());
        fields.put("positives", sample.positives());
        fields.put("clip", clip);
        fields.put("resamples", bootstrap.resamples());
        return fields;
    }

    private List<Figure> figures(ScoredSample of) {
        return List.of(Ranking.rocAuc(of), Ranking.averagePrecision(of), Calibration.brier(of), Calibration.logLoss(of, clip), Calibration.ece(of, bins), Calibration.mce(of, bins),
                target.map(t -> ThresholdChoice.value(of, t)).orElse(NO_TARGET));
    }

    private static final Figure NO_TARGET = Figure.undefined("no target was given: --target-recall or --target-precision");

    private Object threshold(Estimate value) {
        if (target.isEmpty()) {
            return NO_TARGET;
        }
        Optional<ThresholdChoice> found = ThresholdChoice.of(sample, target.get(), bootstrap.level());
        if (found.isEmpty()) {
            return Figure.undefined(sample.positives() == 0 ? "no item is positive" : "no score reaches the target");
        }
        ThresholdChoice choice = found.get();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("value", choice.value());
        fields.put("value_interval", value.intervalJson());
        fields.put("precision", choice.precision());
        fields.put("precision_interval", choice.precisionInterval());
        fields.put("recall", choice.recall());
        fields.put("recall_interval", choice.recallInterval());
        fields.put("target", choice.target().isRecall() ? "recall" : "precision");
        fields.put("target_rate", choice.target().rate());
        fields.put("interval", choice.interval());
        fields.put("enough", choice.enough());
        fields.put("note", choice.enough() ? "the target is met with this confidence"
                : choice.more().map(more -> "not enough verdicts: about " + more + " more").orElse(
                        "not enough verdicts, and no number of them is: the rate is the target itself; aim a little higher"));
        return fields;
    }

    private Map<String, Object> bin(Calibration.Bin bin) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("low", bin.low());
        fields.put("high", bin.high());
        fields.put("n", bin.n());
        fields.put("score", bin.score());
        fields.put("rate", bin.rate());
        fields.put("rate_interval", Proportions.wilsonOfWeights(Math.clamp(bin.rate(), 0, 1), bin.effective(), bootstrap.level()));
        return fields;
    }

    /** Highest first, so that sorting a resample is one pass. */
    private static ScoredSample byScore(ScoredSample sample) {
        return sample.at(IntStream.range(0, sample.size()).boxed().sorted(Comparator.comparingDouble(i -> -sample.score()[i])).mapToInt(Integer::intValue).toArray());
    }

    private ScoredSample drawn(int[] times) {
        double[] weights = new double[times.length];
        Arrays.setAll(weights, i -> sample.weight()[i] * times[i]);
        return new ScoredSample(sample.truth(), sample.score(), weights);
    }
}
