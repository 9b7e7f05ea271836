package dev.docket.crash;

import dev.docket.queue.LeasedTask;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import dev.docket.storage.Journal;
import dev.docket.storage.UnreachableException;
import dev.docket.verdict.Outbox;
import dev.docket.verdict.Recorder;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An outbox as somebody might write it who did not think of one thing. Sends in the background. */
final class FaultyOutbox implements Recorder {
    private static final int SYNCED_AT = 5;

    enum Fault { NO_JOURNAL, SYNCED_LATER, DROPPED_TAIL, NAIVE_REPLAY, LATE_WINS }

    private final Journal journal;
    private final Database database;
    private final VerdictDesk desk;
    private final Fault fault;
    private final List<Verdict> waiting = new ArrayList<>();
    private final List<Verdict> unwritten = new ArrayList<>();

    FaultyOutbox(Journal journal, Database database, VerdictDesk desk, Fault fault) throws IOException {
        this.journal = journal;
        this.database = database;
        this.desk = desk;
        this.fault = fault;
        List<Verdict> found = journal.found().stream().map(record -> CanonicalJson.read(new String(record, StandardCharsets.UTF_8), Verdict.class)).toList();
        int many = found.size() - (fault == Fault.DROPPED_TAIL && !found.isEmpty() ? 1 : 0);
        found.stream().limit(many).map(verdict -> fault == Fault.NAIVE_REPLAY ? anew(verdict) : verdict).forEach(this::deliver);
        journal.rewrite(List.of());
    }

    private static Verdict anew(Verdict old) {
        return new Verdict(UUID.randomUUID(), old.taskId(), old.itemId(), old.round(), 0, old.kind(), old.reviewer(), old.leaseEpoch(), old.finding(), old.reason(), old.pack(), old.shown(), old.at());
    }

    @Override
    public VerdictDesk.Outcome record(Verdict verdict) {
        unwritten.add(verdict);
        waiting.add(verdict);
        if (fault != Fault.NO_JOURNAL && unwritten.size() >= (fault == Fault.SYNCED_LATER ? SYNCED_AT : 1)) {
            unwritten.forEach(this::write);
            unwritten.clear();
        }
        return VerdictDesk.Outcome.PENDING;
    }

    private void write(Verdict verdict) {
        try {
            journal.append(CanonicalJson.bytes(verdict));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VerdictDesk.Outcome deliver(Verdict verdict) {
        VerdictDesk.Outcome outcome = desk.record(verdict);
        if (fault == Fault.LATE_WINS && outcome == VerdictDesk.Outcome.LATE) {
            database.transact(tx -> tx.createUpdate("update verdict_event set reviewer_id = :me, client_at = :at where task_id = :task")
                    .bind("me", verdict.reviewer()).bind("at", verdict.at()).bind("task", verdict.taskId()).execute());
        }
        return outcome;
    }

    @Override
    public Sent send() {
        List<Verdict> recorded = new ArrayList<>();
        List<Outbox.Left> refused = new ArrayList<>();
        try {
            while (!waiting.isEmpty()) {
                try {
                    if (deliver(waiting.getFirst()) != VerdictDesk.Outcome.LATE) {
                        recorded.add(waiting.getFirst());
                    }
                } catch (IllegalArgumentException e) {
                    refused.add(new Outbox.Left(waiting.getFirst(), e.getMessage()));
                }
                waiting.removeFirst();
            }
        } catch (UnreachableException e) {
            // the next time
        }
        return new Sent(recorded, List.of(), refused);
    }

    @Override
    public int waiting() {
        return waiting.size();
    }

    @Override
    public boolean revise(Verdict changed) {
        return desk.revise(changed);
    }

    @Override
    public Optional<LeasedTask> undo(Verdict verdict) {
        return desk.undo(verdict);
    }

    @Override
    public Optional<Verdict> redo(Verdict verdict) {
        return desk.redo(verdict);
    }
}
