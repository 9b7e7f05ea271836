package dev.docket.desk;

import dev.docket.policy.PriorityWeights;
import dev.docket.quality.DoubleReviews;
import dev.docket.quality.GoldenStream;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Database;
import dev.docket.verdict.Propagation;

/**
 * What has to be done as time passes and nobody presses a key: lapsed leases freed, tasks moved forward as their
 * deadlines come nearer, decisions carried over once their hold is over, golden items dealt, second looks drawn, items erased whose time is up,
 * decision sets begun that are written by themselves. Several threads, on any desk of a team.
 */
public final class Caretaker {

    /**
     * What a round did.
     *
     * @param freed leases that had lapsed
     * @param ranked clocks that were looked at
     * @param carried items decided with another
     * @param erased items of which something was erased
     */
    public record Round(int freed, int ranked, int carried, int erased) {}

    private final Database database;
    private final ReviewQueue queue;
    private final Propagation propagation;
    private final GoldenStream golden;
    private final DoubleReviews doubles;
    private final PriorityWeights weights;
    private final boolean inCharge;
    private final boolean onlyReads;
    private final DailyRetention retention;
    private final DailyExports exports;

    /**
     * @param inCharge false where others see to deadlines and to what spreads: an intake, a lead
     * @param onlyReads whether nothing at all may be done from here
     */
    Caretaker(Database database, ReviewQueue queue, Propagation propagation, GoldenStream golden, DoubleReviews doubles, PriorityWeights weights, boolean inCharge, boolean onlyReads,
            DailyRetention retention, DailyExports exports) {
        this.database = database;
        this.queue = queue;
        this.propagation = propagation;
        this.golden = golden;
        this.doubles = doubles;
        this.weights = weights;
        this.inCharge = inCharge;
        this.onlyReads = onlyReads;
        this.retention = retention;
        this.exports = exports;
    }

    /** Once around; to be called every fifteen seconds or so. Cheap while there is nothing to do. */
    public Round round() {
        if (onlyReads) {
            return new Round(0, 0, 0, 0);
        }
        int freed = database.inTransaction(queue::reap);
        exports.round();
        if (!inCharge) {
            return new Round(freed, 0, 0, 0);
        }
        int ranked = database.inTransaction(tx -> queue.rank(tx, weights));
        int carried = propagation.spread().stream().mapToInt(Propagation.Batch::size).sum();
        golden.round();
        doubles.round();
        return new Round(freed, ranked, carried, retention.round());
    }
}
