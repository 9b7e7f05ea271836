package dev.docket.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Deals the slots of claims: seven in ten to what is most urgent, two to what models are undecided about, one to what was drawn at random when it came in, the
 * oldest of each first. Only where a lane holds more than {@link #BACKLOG} tasks: of a short one everything is looked at soon, and its order stays that of
 * priority. A slot that finds nothing of its kind goes to what is most urgent. Several threads.
 */
final class Slices {
    /** Tasks that wait in a lane before slots are dealt. */
    static final int BACKLOG = 200;
    private static final long KNOWN_NANOS = Duration.ofMinutes(1).toNanos();

    /** One slice each, written out, as the server's index of them is for what the statement itself names. */
    private static final String OLDEST = """
            select task_id from review_task
             where lane_id = :lane and state = 0 and slice = %d and (not_by is null or not_by not like :likeMe)
             order by lane_id, slice, queued_at limit :n""";
    private static final String LONG = "select task_id from review_task where lane_id = :lane and state = 0 order by lane_id, state, priority, task_id limit 1 offset :backlog";

    private record Known(boolean isLong, long at) {}

    private final DoubleSupplier chance;
    private final Map<Integer, Known> lanes = new ConcurrentHashMap<>();

    /** @param chance even in 0..1, 1 excluded */
    Slices(DoubleSupplier chance) {
        this.chance = chance;
    }

    /** Every item by itself, so that what was drawn is a sample of all that came in, each with the same probability (Poisson sampling). */
    Slice draw(boolean undecided) {
        return chance.getAsDouble() < Slice.RANDOM_SHARE ? Slice.RANDOM : undecided ? Slice.UNCERTAIN : Slice.PRIORITY;
    }

    /** What the slots of this claim that are not for priority find; often nothing. */
    List<LeasedTask> claim(Handle tx, UUID reviewer, int laneId, int n, Duration lease) {
        int random = 0;
        int uncertain = 0;
        for (int slot = 0; slot < n; slot++) {
            double drawn = chance.getAsDouble();
            random += drawn < Slice.RANDOM_SHARE ? 1 : 0;
            uncertain += drawn >= Slice.RANDOM_SHARE && drawn < Slice.RANDOM_SHARE + Slice.UNCERTAIN_SHARE ? 1 : 0;
        }
        if (random + uncertain == 0 || !isLong(tx, laneId)) {
            return List.of();
        }
        List<UUID> chosen = new ArrayList<>(oldest(tx, reviewer, laneId, Slice.RANDOM, random));
        chosen.addAll(oldest(tx, reviewer, laneId, Slice.UNCERTAIN, uncertain));
        return chosen.isEmpty() ? List.of() : Leases.take(tx, reviewer, chosen, lease);
    }

    /** Asked once a minute: it need not be exact. */
    private boolean isLong(Handle tx, int laneId) {
        long now = System.nanoTime();
        Known known = lanes.get(laneId);
        if (known == null || now - known.at() > KNOWN_NANOS) {
            known = new Known(tx.createQuery(LONG).bind("lane", laneId).bind("backlog", BACKLOG).mapTo(UUID.class).findOne().isPresent(), now);
            lanes.put(laneId, known);
        }
        return known.isLong();
    }

    private static List<UUID> oldest(Handle tx, UUID reviewer, int laneId, Slice slice, int n) {
        return n == 0 ? List.of() : tx.createQuery(OLDEST.formatted(slice.number())).bind("lane", laneId).bind("likeMe", Rounds.like(reviewer)).bind("n", n).mapTo(UUID.class).list();
    }
}
