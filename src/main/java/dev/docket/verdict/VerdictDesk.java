package dev.docket.verdict;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.item.Items;
import dev.docket.policy.PolicyPack;
import dev.docket.provenance.Reports;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.queue.Stage;
import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import dev.docket.storage.NaturalId;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Where verdicts are recorded. Each method is one transaction: the event, the task's new state and the audit line are
 * stored together or not at all, and a repeated call with the same verdict id changes nothing. Several threads.
 */
public final class VerdictDesk implements Recorder {
    /** The reason of an escalation that asks for a blind second look instead of a lead. */
    public static final String SECOND_OPINION = "second_opinion";

    /**
     * The reason of a skip for one's own sake. It is never an event: whoever leaves an item for it gives its lease back, and
     * nothing says who did.
     */
    public static final String WELLBEING = "wellbeing_skip";

    /** The action of a finding that wants a lead to look too. */
    public static final String ESCALATE = "escalate";

    /** What a key on a task may make; what it is by the task's stage, the desk says. */
    private static final Set<VerdictKind> RECORDED = EnumSet.of(
            VerdictKind.DECIDED, VerdictKind.SKIPPED, VerdictKind.ESCALATED, VerdictKind.QUARANTINED, VerdictKind.ADJUDICATED);

    /** What its reviewer cannot take back. */
    private static final Set<VerdictKind> FINAL = EnumSet.of(
            VerdictKind.QUARANTINED, VerdictKind.UNDONE, VerdictKind.APPEALED, VerdictKind.PROPAGATED, VerdictKind.REVERSED);

    /**
     * What became of a verdict. LATE: the lease had passed to someone else, kept as a second opinion. PENDING: on this
     * machine's disk, to be sent once the database answers.
     */
    public enum Outcome { ACCEPTED, DUPLICATE, LATE, PENDING }

    private final Database database;
    private final ReviewQueue queue;
    private final Items items;
    private final AuditLog audit;
    private final Clock clock;
    private final Quarantine quarantine;
    private final PolicyPack pack;
    private final FindingRules rules;
    private final Looks looks;
    private final Events events;
    private final AtOnce atOnce;

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
        this.looks = new Looks(queue, pack, new Verdicts());
        this.events = new Events(audit);
        this.atOnce = new AtOnce(audit, pack);
        quarantine.tidy(database);
    }

    /**
     * Records a decision, an escalation, a skip, a quarantine, or that an adjudication is left grey, as
     * {@code verdict.kind()} says. A decision is kept as what it is at its task's stage: a second look agrees or
     * disagrees, an adjudication adjudicates, the hearing of an appeal upholds or overturns. An unsure first decision
     * files a second opinion, two findings that differ an adjudication. A quarantine takes effect even when it comes late.
     *
     * @throws MissingEvidence when the finding lacks what the pack requires of its label; nothing is recorded
     * @throws IllegalArgumentException when the verdict names another item or round than its task has, its finding is
     *     none that the pack allows, or the reviewer would judge a finding of their own
     */
    @Override
    public Outcome record(Verdict verdict) {
        if (!RECORDED.contains(verdict.kind())) {
            throw new IllegalArgumentException(verdict.kind() + " is not made with a key on a task");
        }
        if (verdict.reason().equals(Optional.of(WELLBEING))) {
            throw new IllegalArgumentException("A skip for one's own sake is not recorded: give the lease back");
        }
        check(verdict);
        Outcome outcome = database.inTransaction(tx -> {
            if (atOnce.record(tx, verdict)) {
                return Outcome.ACCEPTED;
            }
            Optional<LeasedTask> task = giveUp(tx, verdict);
            if (task.isPresent()) {
                accept(tx, task.get(), verdict);
                return Outcome.ACCEPTED;
            }
            return Events.isRecorded(tx, verdict.id()) ? Outcome.DUPLICATE : keepLate(tx, verdict);
        });
        if (verdict.kind() == VerdictKind.QUARANTINED) {
            quarantine.erase(database);
        }
        return outcome;
    }

    /**
     * Takes back the reviewer's event and leases the task to them again; a further look it filed is withdrawn. Empty when
     * it cannot be taken back: it is a quarantine, not the last event of its task, or somebody else has acted on it
     * since. What it spread to is not taken back with it: see {@link Propagation#descendants}.
     *
     * @param verdict the event to take back, as it was recorded
     */
    @Override
    public Optional<LeasedTask> undo(Verdict verdict) {
        UUID id = undoOf(verdict.id());
        return database.inTransaction(tx -> {
            Optional<LeasedTask> task = queue.locked(tx, verdict.taskId());
            if (task.isEmpty() || Events.isRecorded(tx, id)) {
                return task.flatMap(known -> queue.held(tx, verdict.reviewer(), known.taskId()));
            }
            Optional<Verdict> last = ownLast(tx, verdict).filter(event -> !isAppealed(tx, event.id()));
            if (last.isEmpty() || !queue.withdrawFiledBy(tx, verdict.id())) {
                return Optional.empty();
            }
            Optional<LeasedTask> again = queue.reopen(tx, verdict.reviewer(), verdict.taskId());
            again.ifPresent(mine -> events.add(tx, last.get().followedBy(id, VerdictKind.UNDONE, verdict.reviewer(), mine.epoch(), clock.instant())));
            return again;
        });
    }

    /**
     * Makes an event anew that its reviewer took back, and returns it as it counts now. Empty when something else has
     * happened to its task since.
     *
     * @param verdict the event that was taken back, as it was recorded
     */
    @Override
    public Optional<Verdict> redo(Verdict verdict) {
        UUID undone = undoOf(verdict.id());
        UUID id = NaturalId.of("redo", undone.toString());
        return database.inTransaction(tx -> {
            Optional<LeasedTask> task = queue.locked(tx, verdict.taskId());
            if (task.isEmpty() || Events.isRecorded(tx, id)) {
                return task.flatMap(_ -> Events.last(tx, verdict.taskId())).filter(last -> last.id().equals(id));
            }
            boolean next = Events.last(tx, verdict.taskId()).filter(last -> last.id().equals(undone)).isPresent();
            Optional<LeasedTask> mine = next ? queue.reopen(tx, verdict.reviewer(), verdict.taskId()) : Optional.empty();
            return mine.map(again -> {
                Verdict anew = verdict.anew(id, again.epoch(), clock.instant());
                return accept(tx, giveUp(tx, anew).orElseThrow(), anew);
            });
        });
    }

    /**
     * Changes a first decision that was made blind, once the reviewer has seen what was hidden: a second stage. False when
     * it cannot be changed any more: it was taken back, changed already, or somebody else has acted on it.
     *
     * @param changed made by {@link Verdict#changed}
     */
    @Override
    public boolean revise(Verdict changed) {
        if (changed.kind() != VerdictKind.REVISED) {
            throw new IllegalArgumentException("A change is REVISED, not " + changed.kind());
        }
        check(changed);
        return database.inTransaction(tx -> {
            Optional<LeasedTask> task = queue.locked(tx, changed.taskId());
            if (task.isEmpty() || Events.isRecorded(tx, changed.id())) {
                return task.isPresent();
            }
            Optional<Verdict> blind = Events.last(tx, changed.taskId()).filter(last -> changed.about().equals(Optional.of(last.id()))
                    && last.reviewer().equals(changed.reviewer()) && last.kind() == VerdictKind.DECIDED && last.shown().blind()
                    && task.get().stage() == Stage.FIRST && !isAppealed(tx, last.id()));
            if (blind.isEmpty() || !queue.withdrawFiledBy(tx, blind.get().id())) {
                return false;
            }
            Verdict event = events.add(tx, changed);
            looks.follow(tx, task.get(), event);
            Propagation.later(tx, pack, event);
            return true;
        });
    }

    /** The same key once more, after it was taken back before it was recorded: its lease was never let go of. */
    Verdict underTheSameLease(Verdict withdrawn) {
        return withdrawn.anew(NaturalId.of("redo", undoOf(withdrawn.id()).toString()), withdrawn.leaseEpoch(), clock.instant());
    }

    /** Whether this verdict is stored, as an event or as a second opinion that came late. */
    boolean knows(UUID verdict) {
        return database.inTransaction(tx -> Events.isRecorded(tx, verdict) || LateVerdicts.has(tx, verdict));
    }

    /** What a finding has to be, for a screen that asks before it commits. */
    public FindingRules rules() {
        return rules;
    }

    /** Verdicts on an item that came after their lease had passed, oldest first. */
    public List<Verdict> late(UUID item) {
        return database.inTransaction(tx -> LateVerdicts.of(tx, item));
    }

    /** One made under an earlier pack was right when its key was pressed. */
    private void check(Verdict verdict) {
        verdict.finding().filter(_ -> verdict.pack().equals(pack.ref())).ifPresent(finding -> rules.check(finding, () -> wasStated(verdict)));
    }

    /** Whether the report that was on the screen states AI by more than a hint. */
    private boolean wasStated(Verdict verdict) {
        return !verdict.shown().provenanceHash().equals(Shown.HIDDEN) && database.inTransaction(tx -> new Reports().of(tx, verdict.itemId())).stream()
                .anyMatch(kept -> kept.hash().hex().equals(verdict.shown().provenanceHash()) && kept.report().disclosesAi());
    }

    /** Lets go of the task as the kind asks, and returns it. Empty when it was not held under the verdict's epoch. */
    private Optional<LeasedTask> giveUp(Handle tx, Verdict verdict) {
        if (verdict.kind() == VerdictKind.SKIPPED) {
            boolean given = queue.skip(tx, verdict.reviewer(), verdict.taskId(), verdict.leaseEpoch());
            return given ? queue.find(tx, verdict.taskId()) : Optional.empty();
        }
        return queue.close(tx, verdict.reviewer(), verdict.taskId(), verdict.leaseEpoch());
    }

    private Verdict accept(Handle tx, LeasedTask task, Verdict verdict) {
        if (!task.itemId().equals(verdict.itemId()) || task.round() != verdict.round()) {
            throw new IllegalArgumentException("Task " + task.taskId() + " is round " + task.round() + " of item " + task.itemId()
                    + ", not round " + verdict.round() + " of " + verdict.itemId());
        }
        if (verdict.finding().isPresent() || verdict.kind() == VerdictKind.ADJUDICATED) {
            looks.refuseOwn(tx, task, verdict);
        }
        Verdict event = events.add(tx, task, looks.named(tx, task, verdict));
        looks.follow(tx, task, event);
        Propagation.later(tx, pack, event);
        if (event.kind() == VerdictKind.QUARANTINED) {
            quarantine.impose(tx, event);
        }
        return event;
    }

    private Outcome keepLate(Handle tx, Verdict verdict) {
        // whoever lost the lease may not be able to see the item any more; that it is quarantined or erased, everybody sees
        Verdict kept = items.withheld(tx, List.of(verdict.itemId())).isEmpty() ? verdict : verdict.bare();
        if (LateVerdicts.keep(tx, kept)) {
            audit.append(tx, AuditKind.VERDICT_CAME_LATE, kept.id(), VerdictBody.of(kept));
            if (verdict.kind() == VerdictKind.QUARANTINED) {
                quarantine.impose(tx, verdict);
            }
        }
        return Outcome.LATE;
    }

    private static UUID undoOf(UUID verdict) {
        return NaturalId.of("undo", verdict.toString());
    }

    /** The event as it is stored, if it is the reviewer's own, the last of its task and can be taken back. */
    private static Optional<Verdict> ownLast(Handle tx, Verdict verdict) {
        return Events.last(tx, verdict.taskId()).filter(last -> last.id().equals(verdict.id())
                && last.reviewer().equals(verdict.reviewer()) && !FINAL.contains(last.kind()));
    }

    /** Whether an appeal against it is pending or was heard. */
    private static boolean isAppealed(Handle tx, UUID verdict) {
        return tx.createQuery("""
                        select 1 from verdict_event a where a.about = :id
                           and (a.kind in ('UPHELD', 'OVERTURNED') or a.kind = 'APPEALED'
                                and not exists (select 1 from verdict_event u where u.about = a.verdict_id and u.kind = 'UNDONE')) limit 1""")
                .bind("id", verdict).mapTo(Integer.class).findOne().isPresent();
    }
}
