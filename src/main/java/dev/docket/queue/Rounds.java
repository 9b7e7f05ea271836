package dev.docket.queue;

import dev.docket.storage.InsertOnce;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The looks one item is given, first, second and further: one task each. */
final class Rounds {
    /** Rounds are few; what asks for more than this goes round in circles. */
    private static final int LAST_ROUND = 99;

    /** Priority of an item that never had a first look. */
    private static final int LEAST_URGENT = 1_000_000;

    /**
     * A task to be filed.
     *
     * @param filedBy the event that asked for it
     * @param notBy who will not be given it
     * @param slice why it is looked at beside its priority; of further looks none
     */
    record Filing(UUID item, int round, Stage stage, int lane, int priority, Optional<UUID> filedBy, List<UUID> notBy, Slice slice) {
        /** By priority alone. */
        Filing(UUID item, int round, Stage stage, int lane, int priority, Optional<UUID> filedBy, List<UUID> notBy) {
            this(item, round, stage, lane, priority, filedBy, notBy, Slice.PRIORITY);
        }

        UUID task() {
            return ReviewQueue.taskId(item, round);
        }
    }

    private Rounds() {}

    /** Files the task unless the item has one of that round, is quarantined or erased. Returns whether it did. */
    static boolean file(Handle tx, Filing filing) {
        return InsertOnce.run(tx, () -> tx.createUpdate("""
                        insert into review_task (task_id, item_id, round, stage, lane_id, priority, filed_by, not_by, slice, sampling)
                        select :task, :item, :round, :stage, :lane, :priority, cast(:filedBy as uuid), cast(:notBy as varchar(2000)), :slice, cast(:sampling as double precision)
                         where not exists (select 1 from review_task where task_id = :task)
                           and not exists (select 1 from item where item_id = :item and state <> 0)""")
                .bind("task", filing.task()).bind("item", filing.item()).bind("round", filing.round()).bind("stage", filing.stage().name())
                .bind("lane", filing.lane()).bind("priority", filing.priority())
                .bindByType("filedBy", filing.filedBy().orElse(null), UUID.class)
                .bindByType("notBy", notBy(filing.notBy()), String.class)
                .bind("slice", filing.slice().number()).bindByType("sampling", filing.slice() == Slice.RANDOM ? Slice.RANDOM_SHARE : null, Double.class).execute());
    }

    /**
     * Files a further look, as urgent as the first one was: in a round that was withdrawn before, else in a new one.
     * Returns its task; empty for an item that is quarantined or erased.
     */
    static Optional<LeasedTask> next(Handle tx, UUID item, Look look, int lane) {
        if (isGone(tx, item)) {
            return Optional.empty();
        }
        UUID first = ReviewQueue.taskId(item, 1);
        int priority = tx.createQuery("select priority from review_task where task_id = :task")
                .bind("task", first).mapTo(Integer.class).findOne().orElse(LEAST_URGENT) % ReviewQueue.SKIPPED_BACK;
        int calm = TaskClocks.calm(tx, first).map(known -> known % ReviewQueue.SKIPPED_BACK).orElse(priority);
        for (int round = 2; round <= LAST_ROUND; round++) {
            Filing filing = new Filing(item, round, look.stage(), lane, priority, Optional.of(look.filedBy()), look.notBy());
            if (revive(tx, filing) || file(tx, filing)) {
                TaskClocks.set(tx, filing.task(), first, look.clock(), calm);
                return Tasks.find(tx, filing.task());
            }
        }
        throw new IllegalStateException("Item " + item + " has been through " + LAST_ROUND + " rounds");
    }

    /** Keeps the item's other looks that judge others from somebody who has judged it meanwhile; decided ones may be opened again. */
    static void bar(Handle tx, LeasedTask judged, UUID reviewer) {
        tx.createUpdate("""
                        update review_task set not_by = concat(coalesce(concat(not_by, ' '), ''), :me)
                         where item_id = :item and task_id <> :task and state < 3 and stage in ('SECOND', 'ADJUDICATION', 'APPEAL')
                           and (not_by is null or not_by not like :like)""")
                .bind("me", reviewer.toString()).bind("like", like(reviewer)).bind("item", judged.itemId()).bind("task", judged.taskId()).execute();
    }

    /** The pattern that finds a person in {@code not_by}. */
    static String like(UUID reviewer) {
        return "%" + reviewer + "%";
    }

    static boolean withdrawFiledBy(Handle tx, UUID verdict) {
        List<Integer> states = tx.createQuery("select state from review_task where filed_by = :verdict for update")
                .bind("verdict", verdict).mapTo(Integer.class).list();
        if (states.contains(2)) {
            return false;
        }
        tx.createUpdate("update review_task set state = 3, lease_owner = null, lease_until = null where filed_by = :verdict")
                .bind("verdict", verdict).execute();
        return true;
    }

    static void withdraw(Handle tx, UUID item) {
        tx.createUpdate("""
                        update review_task set state = 3, lease_owner = null, lease_until = null
                         where item_id = :item and state in (0, 1)""")
                .bind("item", item).execute();
    }

    private static boolean isGone(Handle tx, UUID item) {
        return tx.createQuery("select 1 from item where item_id = :item and state <> 0").bind("item", item)
                .mapTo(Integer.class).findOne().isPresent();
    }

    private static boolean revive(Handle tx, Filing filing) {
        return tx.createUpdate("""
                        update review_task set state = 0, stage = :stage, lane_id = :lane, priority = :priority, filed_by = :filedBy,
                               not_by = :notBy, queued_at = current_timestamp
                         where task_id = :task and state = 3""")
                .bind("stage", filing.stage().name()).bind("lane", filing.lane()).bind("priority", filing.priority()).bind("task", filing.task())
                .bindByType("filedBy", filing.filedBy().orElse(null), UUID.class)
                .bindByType("notBy", notBy(filing.notBy()), String.class).execute() == 1;
    }

    private static String notBy(List<UUID> people) {
        return people.isEmpty() ? null : people.stream().map(UUID::toString).distinct().collect(Collectors.joining(" "));
    }
}
