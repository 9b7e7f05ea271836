package dev.docket.metrics.aggregate;

import dev.docket.metrics.Rating;
import dev.docket.metrics.table.Names;
import dev.docket.metrics.table.TableException;
import dev.docket.metrics.table.TableFile;
import dev.docket.metrics.table.TableRow;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Who gave which item which label; one entry a vote in each of the last three. Items and raters stand in the order they were met,
 * labels in order: of numbers where all are, else of text. Read-only.
 */
public record Votes(List<String> items, List<String> raters, List<String> labels, int[] item, int[] rater, int[] label) {
    /** Cells of the largest table that a method keeps: items by labels, or raters by labels by labels. */
    static final long MOST_CELLS = 50_000_000;

    /** From a table with the columns item, rater and value. A row without a value is a missing vote. */
    public static Votes read(TableFile file) throws IOException {
        Gathering votes = new Gathering();
        file.read(TableFile.needing("item", "rater", "value"), row -> {
            String who = row.text("rater");
            String what = row.text("item");
            if (row.has("value") && !votes.add(what, who, row.text("value"))) {
                throw row.fault("rater", TableRow.shown(who) + " already gave item " + TableRow.shown(what) + " a value");
            }
        });
        if (votes.seen.isEmpty()) {
            throw new TableException(file.file().getFileName() + ": column value: is empty in every row");
        }
        if (votes.tooMany()) {
            throw new TableException(file.file().getFileName() + ": " + votes.extent() + " are more than fit in memory; are the values labels?");
        }
        return votes.all();
    }

    /**
     * The same of votes at hand, one at least.
     *
     * @throws IllegalArgumentException when a rater gave an item two, when there is none, and when they are more than fit in memory
     */
    public static Votes of(Iterable<Rating> given) {
        Gathering votes = new Gathering();
        for (Rating rating : given) {
            if (!votes.add(rating.item(), rating.rater(), rating.value())) {
                throw new IllegalArgumentException("Rater " + rating.rater() + " gave item " + rating.item() + " two values");
            }
        }
        if (votes.seen.isEmpty() || votes.tooMany()) {
            throw new IllegalArgumentException(votes.seen.isEmpty() ? "There are no votes" : votes.extent() + " are more than fit in memory");
        }
        return votes.all();
    }

    /** Votes as they come in. */
    private static final class Gathering {
        private final Names items = new Names();
        private final Names raters = new Names();
        private final Names labels = new Names();
        private final Set<Long> seen = new HashSet<>();
        private final IntStream.Builder item = IntStream.builder();
        private final IntStream.Builder rater = IntStream.builder();
        private final IntStream.Builder label = IntStream.builder();

        /** False when this rater gave this item one already. */
        boolean add(String what, String who, String value) {
            if (!seen.add((long) items.number(what) << 32 | raters.number(who))) {
                return false;
            }
            item.add(items.number(what));
            rater.add(raters.number(who));
            label.add(labels.number(value));
            return true;
        }

        boolean tooMany() {
            long k = labels.size();
            return items.size() * k > MOST_CELLS || raters.size() * k * k > MOST_CELLS;
        }

        String extent() {
            return items.size() + " items, " + raters.size() + " raters and " + labels.size() + " labels";
        }

        Votes all() {
            List<String> sorted = labels.all().stream().sorted(labels.all().stream().allMatch(Votes::isNumber)
                    ? java.util.Comparator.comparingDouble(Double::parseDouble) : java.util.Comparator.naturalOrder()).toList();
            int[] rank = new int[sorted.size()];
            for (int r = 0; r < rank.length; r++) {
                rank[labels.number(sorted.get(r))] = r;
            }
            return new Votes(items.all(), raters.all(), sorted, item.build().toArray(), rater.build().toArray(),
                    Arrays.stream(label.build().toArray()).map(each -> rank[each]).toArray());
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?");
    }

    int size() {
        return item.length;
    }

    /** Of each item, the share of its votes that each label got. */
    double[][] shares() {
        double[][] shares = new double[items.size()][labels.size()];
        for (int v = 0; v < size(); v++) {
            shares[item[v]][label[v]]++;
        }
        for (double[] row : shares) {
            double total = Arrays.stream(row).sum();
            for (int c = 0; c < row.length; c++) {
                row[c] /= total;
            }
        }
        return shares;
    }
}
