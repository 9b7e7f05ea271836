package dev.docket.metrics.issues;

import dev.docket.metrics.table.TableException;
import dev.docket.metrics.table.TableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Items with the label they were given and what a model that did not see that label thinks of them. Read-only.
 *
 * @param classes in the order of the file's columns
 * @param label the number of the class given
 * @param p of each item, a probability for each class, 0..1
 */
public record Predictions(List<String> items, List<String> classes, int[] label, double[][] p) {
    /** Begins the name of a class's column. */
    public static final String PREFIX = "p:";
    private static final long MOST_CELLS = 50_000_000;

    /** From a table with the columns item, label and one {@code p:CLASS} for each class. */
    public static Predictions read(TableFile file) throws IOException {
        List<String> classes = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        List<String> items = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        file.read((name, columns) -> {
            TableFile.needing("item", "label").of(name, columns);
            columns.stream().filter(column -> column.startsWith(PREFIX)).forEach(column -> {
                numbers.put(column.substring(PREFIX.length()), classes.size());
                classes.add(column.substring(PREFIX.length()));
            });
            if (classes.size() < 2) {
                throw new TableException(name + ":1: column p:CLASS is missing; there has to be one for each class, and two classes at least");
            }
        }, row -> {
            Integer label = numbers.get(row.text("label"));
            if (label == null) {
                throw row.fault("label", "there is no column p:" + row.text("label").replaceAll("\\p{C}", "?") + " for it");
            }
            if ((rows.size() + 1L) * classes.size() > MOST_CELLS) {
                throw row.fault("label", "there are more than " + MOST_CELLS + " probabilities; take a sample of the rows");
            }
            double[] p = new double[classes.size()];
            for (int c = 0; c < p.length; c++) {
                p[c] = row.number(PREFIX + classes.get(c), 0, 1);
            }
            items.add(row.text("item"));
            labels.add(label);
            rows.add(p);
        });
        return new Predictions(items, classes, labels.stream().mapToInt(Integer::intValue).toArray(), rows.toArray(double[][]::new));
    }

    int size() {
        return label.length;
    }

    int k() {
        return classes.size();
    }

    /** How many items were given each class. */
    int[] counts() {
        int[] counts = new int[k()];
        for (int each : label) {
            counts[each]++;
        }
        return counts;
    }

    /** The probability of the label given. */
    double selfConfidence(int item) {
        return p[item][label[item]];
    }

    /** (p of the label given - the highest of the others + 1) / 2: 0..1. */
    double normalizedMargin(int item) {
        double others = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < k(); c++) {
            others = c == label[item] ? others : Math.max(others, p[item][c]);
        }
        return (selfConfidence(item) - others + 1) / 2;
    }

    /** The class of highest probability, of equals the first. @param more added to the label given first */
    int predicted(int item, double more) {
        int best = 0;
        for (int c = 1; c < k(); c++) {
            best = p[item][c] + (c == label[item] ? more : 0) > p[item][best] + (best == label[item] ? more : 0) ? c : best;
        }
        return best;
    }
}
