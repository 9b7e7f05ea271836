package dev.docket.retrain.watch;

import dev.docket.export.DecisionSet;
import dev.docket.export.LabelledItem;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Proportions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * What came in and was drawn at random, whatever models said of it: the only items that tell what was never flagged. Shares of it are weighed by one over
 * the probability each was drawn by (Horvitz and Thompson 1952, as the ratio of two such sums).
 *
 * @param drawn oldest first
 */
record RandomSlice(List<Drawn> drawn, Map<UUID, LabelledItem> decided) {
    /** Of the oldest that were drawn, this share is to be decided: else those that were decided first, the urgent ones, would stand for all. */
    static final double COMPLETE = 0.95;
    private static final int MOST = 50_000;
    private static final double LEVEL = 0.95;

    /** @param probability 0 excluded to 1 */
    record Drawn(UUID item, double probability) {}

    /** The newest fifty thousand. */
    static List<Drawn> read(Handle tx) {
        return tx.createQuery("select item_id, sampling from review_task where slice = 2 and round = 1 and state <> 3 order by queued_at desc, task_id fetch first :most rows only")
                .bind("most", MOST).map((row, _) -> new Drawn(row.getObject(1, UUID.class), row.getDouble(2))).list().reversed();
    }

    /** @param set everything decided */
    static RandomSlice of(List<Drawn> drawn, DecisionSet set) {
        Map<UUID, LabelledItem> decided = new HashMap<>();
        set.items().forEach(item -> decided.put(item.item().id(), item));
        return new RandomSlice(drawn, decided);
    }

    /** The longest beginning of what was drawn that is nearly all decided. */
    private List<Drawn> complete() {
        int longest = 0;
        int done = 0;
        for (int i = 0; i < drawn.size(); i++) {
            done += decided.containsKey(drawn.get(i).item()) ? 1 : 0;
            longest = done >= COMPLETE * (i + 1) ? i + 1 : longest;
        }
        return drawn.subList(0, longest).stream().filter(each -> decided.containsKey(each.item())).toList();
    }

    /**
     * Share of the items with a label that are flagged for it.
     *
     * @param told whether an item has such a label, and is rightly flagged; empty: it was not scored
     */
    Estimate recall(Function<LabelledItem, Optional<Found>> told) {
        if (drawn.isEmpty()) {
            return Estimate.undefined("no item that came in has been drawn at random yet", 0);
        }
        List<Drawn> complete = complete();
        double[] found = new double[2];
        double squares = 0;
        long n = 0;
        for (Drawn each : complete) {
            Optional<Found> item = told.apply(decided.get(each.item()));
            if (item.isPresent() && item.get().there()) {
                double weight = 1 / each.probability();
                found[0] += item.get().flagged() ? weight : 0;
                found[1] += weight;
                squares += weight * weight;
                n++;
            }
        }
        if (n == 0) {
            return Estimate.undefined("of " + drawn.size() + " items drawn at random " + complete.size() + " can be counted, and none of them has a label it looks for", 0);
        }
        double rate = found[0] / found[1];
        return new Estimate(Figure.of(rate), Optional.of(Proportions.wilsonOfWeights(rate, found[1] * found[1] / squares, LEVEL)), n);
    }

    /**
     * Of one item.
     *
     * @param there whether the verdict gave it a label the version looks for
     * @param flagged whether the version flags such a one
     */
    record Found(boolean there, boolean flagged) {}
}
