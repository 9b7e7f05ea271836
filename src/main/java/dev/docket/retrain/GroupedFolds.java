package dev.docket.retrain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts rows into folds so that no group is in two and positives are spread evenly. Deterministic. */
public final class GroupedFolds {
    private GroupedFolds() {}

    private static final class Group {
        final List<Integer> rows = new ArrayList<>();
        double positive;
    }

    /**
     * @param group per row
     * @param target per row, 0..1
     * @return the fold of each row, 0..folds-1
     */
    public static int[] assign(int[] group, double[] target, int folds) {
        Map<Integer, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < group.length; i++) {
            Group of = groups.computeIfAbsent(group[i], g -> new Group());
            of.rows.add(i);
            of.positive += target[i];
        }
        // largest first, as they are the hardest to place; the sort is stable, so ties keep the order of the rows
        List<Group> order = new ArrayList<>(groups.values());
        order.sort(Comparator.<Group>comparingDouble(g -> -g.positive).thenComparingInt(g -> -g.rows.size()));
        double[] positives = new double[folds];
        int[] sizes = new int[folds];
        int[] fold = new int[group.length];
        for (Group of : order) {
            int to = lightest(positives, sizes, of.positive > 0);
            positives[to] += of.positive;
            sizes[to] += of.rows.size();
            of.rows.forEach(row -> fold[row] = to);
        }
        return fold;
    }

    private static int lightest(double[] positives, int[] sizes, boolean byPositives) {
        int best = 0;
        for (int f = 1; f < sizes.length; f++) {
            int byPositive = byPositives ? Double.compare(positives[f], positives[best]) : 0;
            if (byPositive < 0 || byPositive == 0 && sizes[f] < sizes[best]) {
                best = f;
            }
        }
        return best;
    }
}
