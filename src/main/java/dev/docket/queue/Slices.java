package dev.docket.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Deals claims: seven in ten to what is most urgent, two to what models are undecided about, one to what was drawn at random when it came in, the oldest of each
 * first; so that these are their shares of what is looked at, too. Only where a lane holds more than {@link #BACKLOG} tasks: of a short one everything is looked at soon, and its order stays that of
 * priority. What a claim does not find of its kind is filled with what is most urgent. Several threads.
 */
final class Slices {
    /** Tasks that wait in a lane before claims are dealt. */
    static final int BACKLOG = 200;
    private static final long KNOWN_NANOS = Duration.ofMinutes(1).toNanos();

    /** The oldest of a slice, in the order of its index. */
    static final String PEEK = """
            select task_id from review_task
             where lane_id = :lane and state = 0 and slice = %d
               and (not_by is null or not_by not like :likeMe)
             order by lane_id, state, slice, queued_at limit :peek""";
    /** As {@link Leases#LOCK}, by age. One slice each, written out, as the server's index of them is for what the statement itself names. */
    private static final String OLDEST = """
            select task_id, item_id, round, lane_id, lease_epoch, priority, stage from review_task
             where task_id = any(array(""" + PEEK + """
            ))
               and state + 0 = 0
             order by queued_at, task_id limit :n
             for update skip locked""";
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

    /** What a claim that is not for priority finds; of seven claims in ten nothing, and nothing is asked. */
    List<LeasedTask> claim(Handle tx, UUID reviewer, int laneId, int n, Duration lease) {
        double drawn = chance.getAsDouble();
        if (drawn >= Slice.RANDOM_SHARE + Slice.UNCERTAIN_SHARE || !isLong(tx, laneId)) {
            return List.of();
        }
        Slice slice = drawn < Slice.RANDOM_SHARE ? Slice.RANDOM : Slice.UNCERTAIN;
        List<LeasedTask> free = tx.createQuery(OLDEST.formatted(slice.number()))
                .bind("lane", laneId).bind("likeMe", Rounds.like(reviewer)).bind("peek", Leases.PEEKED * n).bind("n", n).map((row, _) -> Tasks.of(row)).list();
        if (!free.isEmpty()) {
            Leases.lease(tx, reviewer, free, lease);
        }
        return free.stream().map(LeasedTask::claimed).toList();
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
}
