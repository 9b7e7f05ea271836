package dev.docket.desk;

import dev.docket.policy.PolicyPack;
import dev.docket.queue.LeasedTask;
import dev.docket.storage.ContentHash;
import dev.docket.team.Role;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Others at a desk, whose verdicts a test needs. */
public final class Colleagues {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Desk desk;

    public Colleagues(Desk desk) {
        this.desk = desk;
    }

    public UUID person(String pseudonym, Role role) {
        return desk.database.inTransaction(tx -> desk.team.add(tx, pseudonym, role)).id();
    }

    /** The person's next task of this item, whatever lane it is in; empty when none is to be had. */
    public Optional<LeasedTask> claim(UUID person, UUID item) {
        return desk.database.inTransaction(tx -> {
            List<LeasedTask> all = desk.queue.lanes(tx).stream().flatMap(lane -> desk.queue.claim(tx, person, lane.id(), 64).stream()).toList();
            Optional<LeasedTask> mine = all.stream().filter(task -> task.itemId().equals(item)).findFirst();
            desk.queue.release(tx, person, all.stream().map(LeasedTask::taskId).filter(id -> mine.filter(task -> task.taskId().equals(id)).isEmpty()).toList());
            return mine;
        });
    }

    /** Claims and decides by the label's defaults. */
    public Verdict decide(UUID person, UUID item, String label, boolean sure) {
        PolicyPack.Label known = desk.policy.pack().label(label);
        return decide(person, item, Finding.of(label, known.severity(), known.defaultAction()).withSure(sure));
    }

    public Verdict decide(UUID person, UUID item, Finding finding) {
        return record(person, item, VerdictKind.DECIDED, Optional.of(finding), Optional.empty());
    }

    /** Passes the item up, or on for a second opinion. */
    public Verdict escalate(UUID person, UUID item, String ladder) {
        return record(person, item, VerdictKind.ESCALATED, Optional.empty(), Optional.of(ladder));
    }

    private Verdict record(UUID person, UUID item, VerdictKind kind, Optional<Finding> finding, Optional<String> reason) {
        LeasedTask task = awaited(person, item);
        ContentHash picture = desk.database.inTransaction(tx -> desk.items.find(tx, item)).orElseThrow().sha256();
        Verdict verdict = new Verdict(UUID.randomUUID(), task.taskId(), item, task.round(), 0, kind, person, task.epoch(), finding, reason,
                desk.policy.pack().ref(), shown(picture), desk.clock.instant());
        desk.verdictDesk.record(verdict);
        return desk.database.inTransaction(tx -> desk.verdicts.find(tx, verdict.id())).orElseThrow();
    }

    /** A window that lets the item go does so on a thread of its own: the lease may come back a moment later. */
    private LeasedTask awaited(UUID person, UUID item) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        Optional<LeasedTask> task = claim(person, item);
        while (task.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            task = claim(person, item);
        }
        return task.orElseThrow();
    }

    private static Shown shown(ContentHash picture) {
        return new Shown(picture, true, List.of(), List.of(), "ab".repeat(32), "open", true, List.of(), 4000);
    }

    /** What happened to the item, oldest first. */
    public List<Verdict> history(UUID item) {
        return desk.database.inTransaction(tx -> desk.verdicts.history(tx, item));
    }
}
