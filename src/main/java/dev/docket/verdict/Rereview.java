package dev.docket.verdict;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.policy.PolicyPack;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.Look;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Sends an item whose label is doubted back for a blind second look: a task like any other second opinion, never served to whoever judged
 * the item, with the earlier finding hidden. What it comes to agrees, or asks for an adjudication. It is taken
 * back while nobody has it in hand. Leads'. Several threads.
 */
public final class Rereview {
    /** What became of the wish. */
    public enum Outcome {
        /** The look waits in its lane. */
        FILED,
        /** Something else counts by now. */
        CHANGED,
        /** A further look at the item waits already, or is being taken. */
        UNDER_WAY,
        /** Everybody here who decides has judged it: nobody could take the look. */
        NOBODY_LEFT
    }

    /** What became of the wish to have it back. */
    public enum Back {
        /** Nobody looks again. */
        TAKEN_BACK,
        /** Somebody has it in hand. */
        IN_HAND,
        /** The look was made meanwhile, or is gone. */
        OVER
    }

    private final Database database;
    private final ReviewQueue queue;
    private final PolicyPack pack;
    private final AuditLog audit;
    private final Verdicts verdicts = new Verdicts();

    public Rereview(Database database, ReviewQueue queue, PolicyPack pack, AuditLog audit) {
        this.database = database;
        this.queue = queue;
        this.pack = pack;
        this.audit = audit;
    }

    /**
     * @param verdict the finding that is doubted; it has to count still
     * @param by the lead
     * @param why codes of what raised the doubt, such as {@code model}; in the log, never shown to who looks again
     */
    public Outcome ask(UUID verdict, UUID by, List<String> why) {
        return database.inTransaction(tx -> {
            Optional<Verdict> doubted = verdicts.find(tx, verdict);
            if (doubted.isEmpty()) {
                return Outcome.CHANGED;
            }
            UUID item = doubted.get().itemId();
            queue.locked(tx, ReviewQueue.taskId(item, 1));
            if (isOpen(tx, item)) {
                return Outcome.UNDER_WAY;
            }
            Standing standing = verdicts.standing(tx, item);
            if (standing.state() != Standing.State.DECIDED || standing.deciding().filter(counts -> counts.id().equals(verdict)).isEmpty()) {
                return Outcome.CHANGED;
            }
            List<UUID> judges = Looks.judges(tx, item);
            if (!deciders(tx).stream().anyMatch(person -> !judges.contains(person))) {
                return Outcome.NOBODY_LEFT;
            }
            Optional<LeasedTask> task = queue.file(tx, item, Look.second(verdict, judges, pack.clocks().secondOpinion()));
            task.ifPresent(filed -> audit.append(tx, AuditKind.LABEL_SENT_BACK, item, Map.of(
                    "item", item.toString(), "verdict", verdict.toString(), "task", filed.taskId().toString(), "by", by.toString(), "why", List.copyOf(why))));
            return task.isPresent() ? Outcome.FILED : Outcome.CHANGED;
        });
    }

    /**
     * Takes the look back while nobody has it in hand; the label stands as it did.
     *
     * @param verdict as sent back with {@link #ask}
     * @param by the lead
     */
    public Back takeBack(UUID verdict, UUID by) {
        return database.inTransaction(tx -> {
            Optional<LeasedTask> filed = tx.createQuery("select task_id from review_task where filed_by = :verdict and stage = 'SECOND' and state in (0, 1)")
                    .bind("verdict", verdict).mapTo(UUID.class).findOne().filter(task -> wasSentBack(tx, task, verdict)).flatMap(task -> queue.locked(tx, task));
            Optional<Integer> state = filed.flatMap(task -> tx.createQuery("select state from review_task where task_id = :task").bind("task", task.taskId()).mapTo(Integer.class).findOne());
            if (state.filter(now -> now == 0 || now == 1).isEmpty()) {
                return Back.OVER;
            }
            if (state.get() == 1) {
                return Back.IN_HAND;
            }
            queue.withdrawFiledBy(tx, verdict);
            audit.append(tx, AuditKind.LABEL_TAKEN_BACK, filed.get().itemId(), Map.of(
                    "item", filed.get().itemId().toString(), "verdict", verdict.toString(), "task", filed.get().taskId().toString(), "by", by.toString()));
            return Back.TAKEN_BACK;
        });
    }

    /** What somebody unsure asked for is not a lead's to take back. */
    private static boolean wasSentBack(Handle tx, UUID task, UUID verdict) {
        return tx.createQuery("select 1 from audit_entry where kind = 'LABEL_SENT_BACK' and body_json like :task and body_json like :verdict limit 1")
                .bind("task", "%" + task + "%").bind("verdict", "%" + verdict + "%").mapTo(Integer.class).findOne().isPresent();
    }

    private static boolean isOpen(Handle tx, UUID item) {
        return tx.createQuery("select 1 from review_task where item_id = :item and state in (0, 1) limit 1").bind("item", item).mapTo(Integer.class).findOne().isPresent();
    }

    private static Set<UUID> deciders(Handle tx) {
        return tx.createQuery("select principal_id from principal where active and app_role in ('REVIEWER', 'LEAD')").mapTo(UUID.class).set();
    }
}
