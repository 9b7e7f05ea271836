package dev.docket.retrain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a head learns from: features and, per label, whether it is there.
 *
 * @param labels names of the columns of {@code target}
 * @param features one vector per row, all of the same length
 * @param target per row and label 0..1, or NaN where nobody judged
 * @param weight per row, above 0
 * @param group per row; rows of one group look alike and never stand on both sides of a comparison
 * @param balanced per row, the group over which labels are balanced by {@link Reweighing}; empty for no balancing
 */
public record LabelledFeatures(List<String> labels, List<float[]> features, double[][] target, double[] weight, int[] group, int[] balanced) {
    public LabelledFeatures {
        labels = List.copyOf(labels);
        features = List.copyOf(features);
        int n = features.size();
        if (target.length != n || weight.length != n || group.length != n || balanced.length != n && balanced.length != 0) {
            throw new IllegalArgumentException(n + " rows, " + target.length + " targets, " + weight.length + " weights, " + group.length + " groups");
        }
        for (double[] row : target) {
            if (row.length != labels.size()) {
                throw new IllegalArgumentException(row.length + " targets for " + labels.size() + " labels");
            }
        }
    }

    /** Nothing is balanced. */
    public LabelledFeatures(List<String> labels, List<float[]> features, double[][] target, double[] weight, int[] group) {
        this(labels, features, target, weight, group, new int[0]);
    }

    /** The same rows, balanced over these groups. */
    LabelledFeatures balancedBy(int[] groups) {
        return new LabelledFeatures(labels, features, target, weight, group, groups);
    }

    public int size() {
        return features.size();
    }

    /** Rows where the label was judged. */
    int[] judged(int label) {
        return IntStream.range(0, size()).filter(i -> !Double.isNaN(target[i][label])).toArray();
    }

    /** Rows where the label was found rather there ({@code there}) or rather not; a target of exactly a half is neither. */
    static int count(double[][] target, int label, boolean there) {
        int count = 0;
        for (double[] row : target) {
            count += there ? (row[label] > 0.5 ? 1 : 0) : (row[label] < 0.5 ? 1 : 0);
        }
        return count;
    }

    /** The same rows with only these labels. */
    LabelledFeatures only(List<String> kept) {
        int[] columns = kept.stream().mapToInt(labels::indexOf).toArray();
        double[][] targets = new double[size()][columns.length];
        for (int i = 0; i < size(); i++) {
            for (int c = 0; c < columns.length; c++) {
                targets[i][c] = target[i][columns[c]];
            }
        }
        return new LabelledFeatures(kept, features, targets, weight, group, balanced);
    }

    /** These rows, in this order. */
    LabelledFeatures rows(int[] places) {
        List<float[]> vectors = new ArrayList<>();
        double[][] targets = new double[places.length][];
        double[] weights = new double[places.length];
        int[] groups = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            vectors.add(features.get(places[i]));
            targets[i] = target[places[i]];
            weights[i] = weight[places[i]];
            groups[i] = group[places[i]];
        }
        return new LabelledFeatures(labels, vectors, targets, weights, groups, balanced.length == 0 ? balanced : IntStream.of(places).map(i -> balanced[i]).toArray());
    }
}
