package dev.docket.verdict;

import dev.docket.queue.LeasedTask;
import dev.docket.storage.Database;
import dev.docket.storage.Journal;
import dev.docket.storage.StorageException;
import dev.docket.storage.UnreachableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's verdicts on this machine's disk before they are at the database, so that no crash, full disk or cut cable
 * takes one with it. What was kept is sent again at the next start; whatever was there already is told as that. Several
 * threads.
 */
public final class Outbox implements Recorder, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** A verdict that the database did not take, and why. */
    public record Left(Verdict verdict, String reason) {}

    /**
     * What became of what an earlier sitting had kept.
     *
     * @param recorded were not at the database yet, and are now
     * @param late came after their lease had passed, and are kept there as second opinions
     * @param left are still only here
     * @param aside where a part of the journal was put that could not be read
     */
    public record Replayed(int recorded, int late, List<Left> left, Optional<Path> aside) {
        public Replayed {
            left = List.copyOf(left);
        }

        /** Whether there is anything to tell. */
        public boolean isWorthTelling() {
            return recorded > 0 || late > 0 || !left.isEmpty() || aside.isPresent();
        }
    }

    private final KeptVerdicts kept;
    private final VerdictDesk desk;
    /** Of those kept, what is yet to be sent, in order. */
    private final Set<UUID> waiting = new LinkedHashSet<>();
    /** Of those waiting, what may have been recorded just as the connection broke. */
    private final Set<UUID> inDoubt = new HashSet<>();
    /** Taken back before they were sent: the database has never heard of them. */
    private final Set<UUID> withdrawn = new HashSet<>();
    private final List<Verdict> recordedSince = new ArrayList<>();
    private final List<Verdict> lateSince = new ArrayList<>();
    private final List<Left> refusedSince = new ArrayList<>();
    private final Replayed replayed;

    /**
     * Sends what an earlier sitting kept. To be opened before leases are given back.
     *
     * @throws StorageException when the journal cannot be written
     */
    public Outbox(Journal journal, Database database, VerdictDesk desk) {
        this.kept = new KeptVerdicts(journal, database);
        this.desk = desk;
        replayed = replay(journal.aside());
    }

    /** What became of what an earlier sitting had kept. */
    public Replayed replayed() {
        return replayed;
    }

    @Override
    public void keep(Verdict verdict) {
        kept.keep(verdict);
    }

    /** On the disk first; what the desk will never take is not kept. Where the database does not answer, it is PENDING, and all after it. */
    @Override
    public synchronized VerdictDesk.Outcome record(Verdict verdict) {
        kept.keep(verdict);
        if (!waiting.isEmpty()) {
            waiting.add(verdict.id());
            return VerdictDesk.Outcome.PENDING;
        }
        try {
            VerdictDesk.Outcome outcome = desk.record(verdict);
            kept.acknowledge(verdict);
            return outcome;
        } catch (UnreachableException e) {
            await(verdict, e);
            return VerdictDesk.Outcome.PENDING;
        } catch (IllegalArgumentException | MissingEvidence e) {
            kept.drop(verdict.id());
            throw e;
        }
    }

    private void await(Verdict verdict, UnreachableException why) {
        waiting.add(verdict.id());
        if (why.isInDoubt()) {
            inDoubt.add(verdict.id());
        }
    }

    /** The item was erased: what was said of it does not stay here either. What the database does not have yet stays, without the words. */
    public void forget(UUID item) {
        kept.forget(item);
    }

    /** One that the database refuses stays on this disk, and is sent again at the next start. */
    @Override
    public synchronized Sent send() {
        try {
            deliver();
        } catch (UnreachableException e) {
            LOG.debug("{} verdicts wait for the database", waiting.size(), e);
        }
        Sent sent = new Sent(recordedSince, lateSince, refusedSince);
        recordedSince.clear();
        lateSince.clear();
        refusedSince.clear();
        return sent;
    }

    private void deliver() {
        for (UUID id : List.copyOf(waiting)) {
            Verdict verdict = kept.get(id);
            // one that is gone: its item was quarantined since, with all that was said of it
            if (verdict != null) {
                deliver(verdict);
            }
            waiting.remove(id);
            inDoubt.remove(id);
        }
        kept.settle();
    }

    private void deliver(Verdict verdict) {
        try {
            (sent(verdict) == VerdictDesk.Outcome.LATE ? lateSince : recordedSince).add(verdict);
            kept.acknowledge(verdict);
        } catch (UnreachableException e) {
            await(verdict, e);
            throw e;
        } catch (RuntimeException e) {
            // whatever it is, the next one may go through
            refusedSince.add(left(verdict, e));
        }
    }

    private static Left left(Verdict verdict, RuntimeException why) {
        LOG.warn("Verdict {} was not taken", verdict.id(), why);
        return new Left(verdict, String.valueOf(why.getMessage()));
    }

    @Override
    public synchronized int waiting() {
        return waiting.size();
    }

    /** Where the database does not answer, the change waits with the others. */
    @Override
    public synchronized boolean revise(Verdict changed) {
        kept.keep(changed);
        if (!waiting.isEmpty()) {
            waiting.add(changed.id());
            return true;
        }
        try {
            boolean revised = desk.revise(changed);
            if (revised) {
                kept.acknowledge(changed);
            } else {
                kept.drop(changed.id());
            }
            return revised;
        } catch (UnreachableException e) {
            await(changed, e);
            return true;
        } catch (IllegalArgumentException | MissingEvidence e) {
            kept.drop(changed.id());
            throw e;
        }
    }

    @Override
    public synchronized boolean withdraw(Verdict verdict) {
        if (inDoubt.contains(verdict.id()) || !waiting.remove(verdict.id())) {
            return false;
        }
        kept.drop(verdict.id());
        withdrawn.add(verdict.id());
        return true;
    }

    /** What waits goes first. */
    @Override
    public synchronized Optional<LeasedTask> undo(Verdict verdict) {
        deliver();
        Optional<LeasedTask> again = desk.undo(verdict);
        if (again.isPresent()) {
            kept.drop(verdict.id());
        }
        return again;
    }

    @Override
    public synchronized Optional<Verdict> redo(Verdict verdict) {
        if (withdrawn.contains(verdict.id())) {
            Verdict anew = desk.underTheSameLease(verdict);
            record(anew);
            return Optional.of(anew);
        }
        deliver();
        Optional<Verdict> anew = desk.redo(verdict);
        anew.ifPresent(event -> {
            kept.keep(event);
            kept.acknowledge(event);
        });
        return anew;
    }

    /** What the database did not take stays on the disk, for the next start. To be closed before the database. */
    @Override
    public synchronized void close() {
        try {
            if (waiting.isEmpty()) {
                kept.settle();
            }
        } finally {
            kept.close();
        }
    }

    private Replayed replay(Optional<Path> aside) {
        int recorded = 0;
        int late = 0;
        List<Left> left = new ArrayList<>();
        for (Verdict verdict : kept.all()) {
            try {
                switch (sent(verdict)) {
                    case ACCEPTED -> recorded++;
                    case LATE -> late++;
                    case DUPLICATE, PENDING -> { }
                }
                kept.acknowledge(verdict);
            } catch (RuntimeException e) {
                left.add(left(verdict, e));
            }
        }
        kept.settle();
        return new Replayed(recorded, late, left, aside);
    }

    private VerdictDesk.Outcome sent(Verdict verdict) {
        if (desk.knows(verdict.id())) {
            return VerdictDesk.Outcome.DUPLICATE;
        }
        if (verdict.kind() != VerdictKind.REVISED) {
            return desk.record(verdict);
        }
        if (!desk.revise(verdict)) {
            throw new IllegalArgumentException("What it changes was taken back, or somebody has acted on it since");
        }
        return VerdictDesk.Outcome.ACCEPTED;
    }
}
