package dev.docket.metrics.issues;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How often items that were given one label seem to be of another. Threshold of a class: mean of its probability over the items given
 * it. An item counts for the class whose probability reaches its threshold, of several the one most probable; of
 * none, it is left out. Rows (labels given) are then scaled to how often each label was given, and rounded so that they add up.
 * Source: Northcutt, Jiang and Chuang 2021, "Confident learning" (arXiv 1911.00068), section 3.1. As cleanlab's
 * {@code compute_confident_joint}: thresholds are met within 1e-6, and each class counts one item as right at least.
 */
final class ConfidentJoint {
    static final double TOLERANCE = 1e-6;
    /** Above any probability: nobody was given the class. */
    static final double UNREACHED = 2;

    final double[] thresholds;
    /** Rows: label given; columns: label it seems to be. */
    final int[][] calibrated;
    /** Items that seem to be of another class. */
    final boolean[] offDiagonal;

    ConfidentJoint(Predictions predictions) {
        int k = predictions.k();
        int[] given = predictions.counts();
        thresholds = new double[k];
        for (int i = 0; i < predictions.size(); i++) {
            thresholds[predictions.label()[i]] += predictions.selfConfidence(i);
        }
        for (int c = 0; c < k; c++) {
            thresholds[c] = given[c] == 0 ? UNREACHED : Math.max(thresholds[c] / given[c], 2 * TOLERANCE);
        }
        double[][] joint = new double[k][k];
        offDiagonal = new boolean[predictions.size()];
        for (int i = 0; i < predictions.size(); i++) {
            int seems = seems(predictions, i);
            if (seems >= 0) {
                joint[predictions.label()[i]][seems]++;
                offDiagonal[i] = seems != predictions.label()[i];
            }
        }
        for (int c = 0; c < k; c++) {
            joint[c][c] = Math.max(joint[c][c], 1);
        }
        calibrated = calibrate(joint, given);
    }

    private int seems(Predictions predictions, int item) {
        int confident = 0;
        int first = -1;
        for (int c = 0; c < thresholds.length; c++) {
            if (predictions.p()[item][c] >= thresholds[c] - TOLERANCE) {
                confident++;
                first = first < 0 ? c : first;
            }
        }
        return confident > 1 ? predictions.predicted(item, 0) : first;
    }

    private static int[][] calibrate(double[][] joint, int[] given) {
        double sum = 0;
        for (int r = 0; r < joint.length; r++) {
            double row = Arrays.stream(joint[r]).sum();
            for (int c = 0; c < joint.length; c++) {
                joint[r][c] = joint[r][c] / row * given[r];
                sum += joint[r][c];
            }
        }
        int total = Arrays.stream(given).sum();
        double all = sum;
        return Arrays.stream(joint).map(row -> rounded(Arrays.stream(row).map(cell -> cell / all * total).toArray())).toArray(int[][]::new);
    }

    /** Whole numbers with the rounded sum of these: those that rounding changed most are changed back. */
    private static int[] rounded(double[] row) {
        double[] whole = Arrays.stream(row).map(Math::rint).toArray();
        double wanted = Math.rint(Arrays.stream(row).sum());
        for (double missing = wanted - Arrays.stream(whole).sum(); Math.abs(missing) > TOLERANCE; missing = wanted - Arrays.stream(whole).sum()) {
            int step = missing < 0 ? -1 : 1;
            double[] now = whole.clone();
            int[] order = IntStream.range(0, row.length).boxed().sorted(Comparator.comparingDouble(c -> row[c] - now[c])).mapToInt(Integer::intValue).toArray();
            int changes = (int) Math.min(Math.abs(Math.rint(missing)), row.length);
            for (int c = 0; c < changes; c++) {
                whole[order[step < 0 ? c : row.length - 1 - c]] += step;
            }
        }
        return Arrays.stream(whole).mapToInt(cell -> (int) cell).toArray();
    }
}
