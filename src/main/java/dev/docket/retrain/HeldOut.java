package dev.docket.retrain;

import dev.docket.metrics.ScoredSample;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Items nothing was trained on, with what is known of them and what was scored before.
 *
 * @param labels names of the columns
 * @param features per item
 * @param truth per item and label: 1 there, 0 not there, NaN not known
 * @param standing what is said of the items without a new head
 * @param group per item; items of one group look alike and are drawn together when resampling
 */
public record HeldOut(List<String> labels, List<float[]> features, double[][] truth, Standing standing, int[] group) {

    /**
     * Scores of the policy's labels, per item and label, 0..1; 0 where nothing scores the label.
     *
     * @param before by the models in use
     * @param without by them but for any head trained here: what is left of a label a new head lacks
     * @param fed by what came with the items
     * @param beforeIs which models gave {@code before}, for people
     * @param fedIs which gave {@code fed}
     */
    public record Standing(double[][] before, double[][] without, double[][] fed, String beforeIs, String fedIs) {}

    public HeldOut {
        labels = List.copyOf(labels);
        features = List.copyOf(features);
        int n = features.size();
        if (truth.length != n || standing.before().length != n || standing.without().length != n || standing.fed().length != n || group.length != n) {
            throw new IllegalArgumentException(n + " items, " + truth.length + " truths, " + standing.before().length + " scores, " + group.length + " groups");
        }
    }

    public int size() {
        return features.size();
    }

    /** How many items surely have the label. */
    public int positives(int label) {
        return (int) IntStream.range(0, size()).filter(i -> truth[i][label] == 1).count();
    }

    /** Labels that occur among the items, and are missing from some: only those can be ranked. */
    List<String> rankable() {
        return IntStream.range(0, labels.size())
                .filter(l -> positives(l) > 0 && IntStream.range(0, size()).anyMatch(i -> truth[i][l] == 0))
                .mapToObj(labels::get).toList();
    }

    /** What a head says of each item and label; for a label the head lacks, what stands without a head. */
    double[][] scoredBy(LogisticHead head) {
        double[][] scores = new double[size()][];
        for (int i = 0; i < size(); i++) {
            scores[i] = standing.without()[i].clone();
            double[] given = head.scores(features.get(i));
            for (int l = 0; l < given.length; l++) {
                scores[i][labels.indexOf(head.labels().get(l))] = given[l];
            }
        }
        return scores;
    }

    /** The drawn items of which the label is known, with one column of scores. */
    ScoredSample sample(double[][] scores, int label, int[] places) {
        int[] known = IntStream.of(places).filter(i -> !Double.isNaN(truth[i][label])).toArray();
        boolean[] truths = new boolean[known.length];
        double[] column = new double[known.length];
        for (int k = 0; k < known.length; k++) {
            truths[k] = truth[known[k]][label] == 1;
            column[k] = scores[known[k]][label];
        }
        return ScoredSample.of(truths, column);
    }
}
