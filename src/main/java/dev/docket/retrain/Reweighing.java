package dev.docket.retrain;

import java.util.Arrays;

/**
 * Weights under which a label no longer depends on the group: P(group) P(label) / P(group, label) (Kamiran and Calders 2012; as AI
 * Fairness 360's {@code Reweighing}). A soft target counts as two rows, one with the label and one without, so that parity is exact for it too.
 *
 * @param target per row 0..1
 * @param weight per row, above 0
 * @param before largest difference between two groups' weighted share of the label as it was
 * @param after the same under the new weights: 0 but for rounding
 */
record Reweighing(double[] target, double[] weight, double before, double after) {

    /** @param group per row, any number. A group that has only one outcome keeps what it has: no weight can change its share */
    static Reweighing of(double[] target, double[] weight, int[] group) {
        int[] names = Arrays.stream(group).distinct().sorted().toArray();
        int[] place = Arrays.stream(group).map(g -> Arrays.binarySearch(names, g)).toArray();
        double[][] cells = cells(target, weight, place, names.length);
        // groups with one outcome only stay out of the balance, or the others could not be brought to one share
        double there = 0;
        double total = 0;
        for (double[] cell : cells) {
            if (mixed(cell)) {
                there += cell[1];
                total += cell[0] + cell[1];
            }
        }
        double[] newTarget = target.clone();
        double[] newWeight = weight.clone();
        for (int i = 0; i < target.length && total > 0; i++) {
            double[] cell = cells[place[i]];
            if (mixed(cell)) {
                double all = cell[0] + cell[1];
                double with = weight[i] * target[i] * (all * there / total / cell[1]);
                double without = weight[i] * (1 - target[i]) * (all * (total - there) / total / cell[0]);
                newWeight[i] = with + without;
                newTarget[i] = with / newWeight[i];
            }
        }
        return new Reweighing(newTarget, newWeight, spread(cells), spread(cells(newTarget, newWeight, place, names.length)));
    }

    private static boolean mixed(double[] cell) {
        return cell[0] > 0 && cell[1] > 0;
    }

    /** Per group the weight without the label, and with it. */
    private static double[][] cells(double[] target, double[] weight, int[] place, int groups) {
        double[][] cells = new double[groups][2];
        for (int i = 0; i < target.length; i++) {
            cells[place[i]][1] += weight[i] * target[i];
            cells[place[i]][0] += weight[i] * (1 - target[i]);
        }
        return cells;
    }

    /** Over the groups that have both outcomes. */
    private static double spread(double[][] cells) {
        double[] shares = Arrays.stream(cells).filter(Reweighing::mixed).mapToDouble(cell -> cell[1] / (cell[0] + cell[1])).toArray();
        return shares.length == 0 ? 0 : Arrays.stream(shares).max().getAsDouble() - Arrays.stream(shares).min().getAsDouble();
    }
}
