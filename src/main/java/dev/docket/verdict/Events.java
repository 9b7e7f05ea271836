package dev.docket.verdict;

import dev.docket.audit.AuditLog;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The stored events as they are added: each with its line in the audit log. Several threads. */
final class Events {
    private final AuditLog audit;

    Events(AuditLog audit) {
        this.audit = audit;
    }

    /** Adds an event as the next of its task's round, and returns it so. */
    Verdict add(Handle tx, Verdict verdict) {
        return add(tx, verdict, nextRevision(tx, verdict.taskId(), verdict.round()));
    }

    /** The same for what was let go just now: nothing can have happened to a first look that was claimed once. */
    Verdict add(Handle tx, LeasedTask given, Verdict verdict) {
        boolean untouched = given.stage() == Stage.FIRST && given.epoch() == 1;
        return untouched ? add(tx, verdict, 0) : add(tx, verdict);
    }

    private Verdict add(Handle tx, Verdict verdict, int revision) {
        Verdict event = verdict.revised(revision);
        VerdictRow.insert(tx, event);
        Verdict kept = event.round() > 1 && event.finding().isPresent() ? asKept(tx, event) : event;
        audit.append(tx, kept.kind().line(), kept.id(), VerdictBody.of(kept));
        return kept;
    }

    /** A shared database compares a second look itself: with what somebody who looks blind cannot read. */
    private static Verdict asKept(Handle tx, Verdict event) {
        return tx.createQuery("select kind, about from verdict_event where verdict_id = :id").bind("id", event.id())
                .map((row, _) -> event.named(VerdictKind.valueOf(row.getString("kind")), Optional.ofNullable(row.getObject("about", UUID.class)))).one();
    }

    /** Adds the next events of many tasks, each task once. */
    void addAll(Handle tx, List<Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        Map<UUID, Integer> next = nextRevisions(tx, verdicts.stream().map(Verdict::taskId).toList());
        List<Verdict> added = verdicts.stream().map(verdict -> verdict.revised(next.getOrDefault(verdict.taskId(), 0))).toList();
        VerdictRow.insertAll(tx, added);
        audit.appendAll(tx, added.stream().map(event -> new AuditLog.Line(event.kind().line(), event.id(), VerdictBody.of(event))).toList());
    }

    private static Map<UUID, Integer> nextRevisions(Handle tx, List<UUID> tasks) {
        Map<UUID, Integer> next = new HashMap<>();
        tx.createQuery("select task_id, next_revision from task_round where task_id = any(:tasks)")
                .bindArray("tasks", UUID.class, tasks)
                .map((row, _) -> next.put(row.getObject("task_id", UUID.class), row.getInt("next_revision"))).list();
        return next;
    }

    static boolean isRecorded(Handle tx, UUID verdict) {
        return tx.createQuery("select 1 from verdict_event where verdict_id = :id").bind("id", verdict)
                .mapTo(Integer.class).findOne().isPresent();
    }

    /** Last event of a task, whatever round; empty when there is none or its item is quarantined. */
    static Optional<Verdict> last(Handle tx, UUID task) {
        return tx.createQuery("""
                        select v.* from verdict_event v join item i on i.item_id = v.item_id and i.state = 0
                         where v.task_id = :task order by v.revision desc limit 1""")
                .bind("task", task).map((row, _) -> VerdictRow.read(row)).findOne();
    }

    /** Next free revision number of a task's round. */
    static int nextRevision(Handle tx, UUID task, int round) {
        return tx.createQuery("select next_revision from task_round where task_id = :task and round = :round")
                .bind("task", task).bind("round", round).mapTo(Integer.class).findOne().orElse(0);
    }
}
