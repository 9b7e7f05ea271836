package dev.docket.retrain.watch;

import dev.docket.metrics.Figure;
import dev.docket.metrics.drift.Drift;
import dev.docket.metrics.drift.MeanDiscrepancy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores of a window held against those of a reference: each label by itself (stability index; Kolmogorov and Smirnov) and all
 * together (mean discrepancy with a permutation test).
 *
 * @param reference items in it
 * @param window items in it
 * @param together mean discrepancy of the rows of scores
 * @param p its permutation probability
 * @param drifted whether it is to be told
 */
public record DriftWindow(int reference, int window, List<OfLabel> labels, Figure together, Figure p, boolean drifted) {
    /** How often a window without any shift is told at most. Half of it is for the labels, corrected by their number (Bonferroni), half for all together. */
    public static final double FALSE_ALARMS = 0.005;
    static final int BINS = 10;

    /**
     * One label.
     *
     * @param psi bins of equal width over the reference; under 1000 items it is large without any shift, so that nothing is told by it
     * @param ks largest distance of the distribution functions
     * @param p probability of so large a one without a shift
     */
    public record OfLabel(String label, Figure psi, double ks, double p) {}

    /**
     * @param reference per item the scores of the labels, at least two items
     * @param window the same
     * @param permutations 399 at least, or the test could never tell
     */
    public static DriftWindow of(List<String> labels, double[][] reference, double[][] window, int permutations) {
        List<OfLabel> each = new ArrayList<>();
        boolean drifted = false;
        for (int l = 0; l < labels.size(); l++) {
            double[] was = column(reference, l);
            double[] is = column(window, l);
            double p = Drift.kolmogorovSmirnovP(was, is);
            each.add(new OfLabel(labels.get(l), Drift.stability(was, is, BINS), Drift.kolmogorovSmirnov(was, is), p));
            drifted |= p <= FALSE_ALARMS / 2 / labels.size();
        }
        MeanDiscrepancy all = MeanDiscrepancy.of(reference, window, permutations, 1);
        drifted |= all.p().number().isPresent() && all.p().number().getAsDouble() <= FALSE_ALARMS / 2;
        return new DriftWindow(reference.length, window.length, each, all.value(), all.p(), drifted);
    }

    private static double[] column(double[][] rows, int column) {
        double[] values = new double[rows.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i][column];
        }
        return values;
    }

    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reference", reference);
        fields.put("window", window);
        fields.put("drifted", drifted);
        fields.put("mmd2", together);
        fields.put("p", p);
        fields.put("labels", labels.stream().map(label -> Map.of("label", label.label(), "psi", label.psi(), "ks", label.ks(), "ks_p", label.p())).toList());
        return fields;
    }
}
