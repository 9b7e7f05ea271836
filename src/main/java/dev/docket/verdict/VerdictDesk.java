package dev.docket.verdict;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.item.Items;
import dev.docket.policy.PolicyPack;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import dev.docket.storage.NaturalId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Where verdicts are recorded. Each method is one transaction: the event, the task's new state and the audit line are
 * stored together or not at all, and a repeated call with the same verdict id changes nothing. Several threads.
 */
public final class VerdictDesk {
    /** A third look is an adjudication: being unsure there asks nobody else. */
    private static final int LAST_UNSURE_ROUND = 2;

    /** The reason of an escalation that asks for a blind second look instead of a lead. */
    public static final String SECOND_OPINION = "second_opinion";

    /** The action of a finding that wants a lead to look too. */
    public static final String ESCALATE = "escalate";

    /** What became of a verdict. LATE: the lease had passed to someone else, kept as a second opinion. */
    public enum Outcome { ACCEPTED, DUPLICATE, LATE }

    private final Database database;
    private final ReviewQueue queue;
    private final Items items;
    private final AuditLog audit;
    private final Clock clock;
    private final Quarantine quarantine;
    private final PolicyPack pack;
    private final FindingRules rules;
    private final Verdicts verdicts = new Verdicts();

    /**
     * Also deletes what an earlier process quarantined and was killed before it could delete.
     *
     * @param pack the pack in force; findings made under it are held to it
     */
    public VerdictDesk(Database database, ReviewQueue queue, Items items, BlobStore blobs, PolicyPack pack, AuditLog audit, Clock clock) {
        this.database = database;
        this.queue = queue;
        this.items = items;
        this.pack = pack;
        this.rules = new FindingRules(pack);
        this.audit = audit;
        this.clock = clock;
        this.quarantine = new Quarantine(items, queue, blobs, audit);
        quarantine.tidy(database);
    }

    /**
     * Records a decision, an escalation, a skip or a quarantine, as {@code verdict.kind()} says. An unsure decision files
     * a second opinion. A quarantine takes effect even when it comes late.
     *
     * @throws MissingEvidence when the finding lacks what the pack requires of its label; nothing is recorded
     * @throws IllegalArgumentException when the verdict names another item or round than its task has, or its finding is
     *     none that the pack allows
     */
    public Outcome record(Verdict verdict) {
        if (verdict.kind() == VerdictKind.UNDONE) {
            throw new IllegalArgumentException("An event is taken back with undo");
        }
        // one made under an earlier pack was right when its key was pressed
        verdict.finding().filter(_ -> verdict.pack().equals(pack.ref())).ifPresent(rules::check);
        Outcome outcome = database.inTransaction(tx -> {
            if (giveUp(tx, verdict)) {
                return accept(tx, verdict);
            }
            return isRecorded(tx, verdict.id()) ? Outcome.DUPLICATE : keepLate(tx, verdict);
        });
        if (verdict.kind() == VerdictKind.QUARANTINED) {
            quarantine.erase(database);
        }
        return outcome;
    }

    /**
     * Takes back the reviewer's event and leases the task to them again; a second look or an escalation it filed is
     * withdrawn. Empty when it cannot be taken back: it is a quarantine, not the last event of its task, or somebody
     * else has acted on it since.
     *
     * @param verdict the event to take back, as it was recorded
     */
    public Optional<LeasedTask> undo(Verdict verdict) {
        UUID id = NaturalId.of("undo", verdict.id().toString());
        return database.inTransaction(tx -> {
            Optional<LeasedTask> task = queue.locked(tx, verdict.taskId());
            if (task.isEmpty() || isRecorded(tx, id)) {
                return task.flatMap(known -> queue.held(tx, verdict.reviewer(), known.taskId()));
            }
            if (!isLast(tx, verdict) || !queue.withdrawFiledBy(tx, verdict.id())) {
                return Optional.empty();
            }
            Optional<LeasedTask> again = queue.reopen(tx, verdict.reviewer(), verdict.taskId());
            again.ifPresent(mine -> write(tx, new Verdict(id, mine.taskId(), mine.itemId(), mine.round(), 0, VerdictKind.UNDONE,
                    verdict.reviewer(), mine.epoch(), Optional.empty(), Optional.empty(), verdict.pack(), verdict.shown(), clock.instant())));
            return again;
        });
    }

    /** What a finding has to be, for a screen that asks before it commits. */
    public FindingRules rules() {
        return rules;
    }

    /** Verdicts on an item that came after their lease had passed, oldest first. */
    public List<Verdict> late(UUID item) {
        return database.inTransaction(tx -> LateVerdicts.of(tx, item));
    }

    /** Lets go of the task as the kind asks. False when it was not held under the verdict's epoch. */
    private boolean giveUp(Handle tx, Verdict verdict) {
        return verdict.kind() == VerdictKind.SKIPPED
                ? queue.skip(tx, verdict.reviewer(), verdict.taskId(), verdict.leaseEpoch())
                : queue.close(tx, verdict.reviewer(), verdict.taskId(), verdict.leaseEpoch());
    }

    private Outcome accept(Handle tx, Verdict verdict) {
        LeasedTask task = queue.find(tx, verdict.taskId()).orElseThrow();
        if (!task.itemId().equals(verdict.itemId()) || task.round() != verdict.round()) {
            throw new IllegalArgumentException("Task " + task.taskId() + " is round " + task.round() + " of item " + task.itemId()
                    + ", not round " + verdict.round() + " of " + verdict.itemId());
        }
        write(tx, verdict);
        switch (verdict.kind()) {
            case DECIDED -> askAgain(tx, verdict);
            case ESCALATED -> handOn(tx, verdict);
            case QUARANTINED -> quarantine.impose(tx, verdict.itemId());
            default -> { }
        }
        return Outcome.ACCEPTED;
    }

    private void handOn(Handle tx, Verdict verdict) {
        if (verdict.reason().filter(SECOND_OPINION::equals).isPresent()) {
            queue.enqueueSecondOpinion(tx, verdict.itemId(), verdict.id(), judges(tx, verdict));
        } else {
            queue.enqueueEscalation(tx, verdict.itemId(), verdict.id());
        }
    }

    private void askAgain(Handle tx, Verdict verdict) {
        if (verdict.finding().orElseThrow().action().equals(ESCALATE) && verdict.round() <= LAST_UNSURE_ROUND) {
            queue.enqueueEscalation(tx, verdict.itemId(), verdict.id());
            return;
        }
        if (!verdict.finding().orElseThrow().sure() && verdict.round() <= LAST_UNSURE_ROUND) {
            queue.enqueueSecondOpinion(tx, verdict.itemId(), verdict.id(), judges(tx, verdict));
        }
    }

    /** Who has judged the item so far, this reviewer first. */
    private List<UUID> judges(Handle tx, Verdict verdict) {
        List<UUID> earlier = tx.createQuery("""
                        select distinct reviewer_id from verdict_event
                         where item_id = :item and kind = 'DECIDED' and reviewer_id <> :me order by reviewer_id""")
                .bind("item", verdict.itemId()).bind("me", verdict.reviewer()).mapTo(UUID.class).list();
        earlier.addFirst(verdict.reviewer());
        return earlier;
    }

    private Outcome keepLate(Handle tx, Verdict verdict) {
        boolean live = items.find(tx, verdict.itemId()).isPresent();
        Verdict kept = live ? verdict : Quarantine.bare(verdict);
        if (LateVerdicts.keep(tx, kept)) {
            audit.append(tx, AuditKind.VERDICT_CAME_LATE, kept.id(), VerdictBody.of(kept));
            if (verdict.kind() == VerdictKind.QUARANTINED) {
                quarantine.impose(tx, verdict.itemId());
            }
        }
        return Outcome.LATE;
    }

    private void write(Handle tx, Verdict verdict) {
        Verdict event = verdict.revised(verdicts.nextRevision(tx, verdict.taskId(), verdict.round()));
        VerdictRow.insert(tx, event);
        audit.append(tx, event.kind().line(), event.id(), VerdictBody.of(event));
    }

    private static boolean isRecorded(Handle tx, UUID verdict) {
        return tx.createQuery("select 1 from verdict_event where verdict_id = :id").bind("id", verdict)
                .mapTo(Integer.class).findOne().isPresent();
    }

    /** Whether this is the reviewer's own event, of a kind that can be taken back, and the last of its task. */
    private boolean isLast(Handle tx, Verdict verdict) {
        return verdict.kind() != VerdictKind.QUARANTINED && verdict.kind() != VerdictKind.UNDONE
                && tx.createQuery("""
                        select v.verdict_id from verdict_event v join item i on i.item_id = v.item_id and i.state = 0
                         where v.task_id = :task and v.reviewer_id = :me and v.kind = :kind
                           and not exists (select 1 from verdict_event later
                                            where later.task_id = v.task_id and later.revision > v.revision)""")
                .bind("task", verdict.taskId()).bind("me", verdict.reviewer()).bind("kind", verdict.kind().name())
                .mapTo(UUID.class).findOne().filter(verdict.id()::equals).isPresent();
    }
}
