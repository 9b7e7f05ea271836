package dev.docket.classify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Whether a map shows what a model learned: that of the same graph with shuffled weights has to look otherwise. */
public final class HeatCheck {
    /** Maps whose cells are in so much the same order are the same map. A guess: of 16 cells in any order one in ten thousand pairs comes so far. */
    static final double ALIKE = 0.8;

    private HeatCheck() {}

    /** @param shuffled of the same picture on the same grid, by the model with shuffled weights */
    public static boolean showsTheModel(HeatMap map, HeatMap shuffled) {
        double[] one = ranks(map.drops());
        double[] other = ranks(shuffled.drops());
        return !(correlation(one, other) >= ALIKE);
    }

    /** Spearman's correlation; NaN where either has one value alone. */
    private static double correlation(double[] one, double[] other) {
        double meanOne = Arrays.stream(one).average().orElse(0);
        double meanOther = Arrays.stream(other).average().orElse(0);
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return both / Math.sqrt(squaresOne * squaresOther);
    }

    /** Of equal ones the mean rank. */
    private static double[] ranks(float[] values) {
        int[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i])).mapToInt(Integer::intValue).toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length;) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int k = from; k < to; k++) {
                ranks[order[k]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
