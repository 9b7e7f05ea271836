package dev.docket.retrain;

import java.util.Arrays;
import java.util.List;

/**
 * How far labels hung on a group among the items learned from, before and after {@link Reweighing}.
 *
 * @param by what the groups are: {@link GroupBy#word}
 */
public record Balance(String by, List<Row> rows) {

    /**
     * One label.
     *
     * @param before largest difference between two groups' weighted share of it, 0..1, over groups that have items with it and without
     * @param after the same as it was trained on
     */
    public record Row(String label, double before, double after) {}

    public Balance {
        rows = List.copyOf(rows);
    }

    /** @param labels those of the head */
    static Balance of(GroupBy by, LabelledFeatures data, List<String> labels) {
        return new Balance(by.word(), labels.stream().map(label -> {
            int column = data.labels().indexOf(label);
            int[] judged = data.judged(column);
            Reweighing weights = Reweighing.of(Arrays.stream(judged).mapToDouble(i -> data.target()[i][column]).toArray(),
                    Arrays.stream(judged).mapToDouble(i -> data.weight()[i]).toArray(), Arrays.stream(judged).map(i -> data.balanced()[i]).toArray());
            return new Row(label, weights.before(), weights.after());
        }).toList());
    }
}
