package dev.docket.metrics.agreement;

import java.util.List;

/**
 * Who said what of which items. Items that got the same values are of one kind, so that statistics cost as much as there are
 * kinds. Read-only.
 *
 * @param values the categories that occur: in the order of the numbers where values are numbers, else of the text
 * @param numbers the categories as numbers, or all 0 where they are text
 * @param kindOf the kind of each item
 * @param raters how many raters gave a value
 * @param given how many values were given
 */
public record Ratings(List<String> values, double[] numbers, List<Kind> kinds, int[] kindOf, int raters, long given) {

    /**
     * The values of an item.
     *
     * @param first what the first rater said, -1 for nothing; only of use where there are two raters
     * @param second what the second rater said
     * @param categories the categories it got, each once
     * @param counts how often it got each
     * @param size how many values it got
     */
    public record Kind(int first, int second, int[] categories, int[] counts, int size) {

        /** Whether there is anything to agree on. */
        boolean paired() {
            return size >= 2;
        }

        /** Pairs of two different raters' values that are equal, of all such pairs: 0..1. */
        double agreeing() {
            double pairs = 0;
            for (int count : counts) {
                pairs += (double) count * (count - 1);
            }
            return pairs / ((double) size * (size - 1));
        }
    }

    /** How many items got at least one value. */
    public int items() {
        return kindOf.length;
    }
}
