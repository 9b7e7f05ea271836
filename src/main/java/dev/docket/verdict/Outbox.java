package dev.docket.verdict;

import dev.docket.queue.LeasedTask;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import dev.docket.storage.Journal;
import dev.docket.storage.StorageException;
import dev.docket.storage.UnreachableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's verdicts on this machine's disk before they are at the database, so that no crash, full disk or cut cable
 * takes one with it. What was kept is sent again at the next start; whatever was there already is told as that.
 *
 * <p>Two kinds of records: {@code made} with the verdict, {@code undone} with its id. Several threads.
 */
public final class Outbox implements Recorder, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** What one entry of the journal says. */
    record Entry(String what, Verdict verdict, UUID id) {
        private static final String MADE = "made";
        private static final String UNDONE = "undone";

        static Entry made(Verdict verdict) {
            return new Entry(MADE, verdict, verdict.id());
        }

        static Entry undone(UUID id) {
            return new Entry(UNDONE, null, id);
        }

        byte[] bytes() {
            return CanonicalJson.bytes(this);
        }

        static Entry read(byte[] record) {
            return CanonicalJson.read(new String(record, StandardCharsets.UTF_8), Entry.class);
        }
    }

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

    /** As often the database is made to put on the disk what it has, and the journal begins anew. */
    private static final int MOST_KEPT = 64;

    private final Journal journal;
    private final Database database;
    private final VerdictDesk desk;
    private final Map<UUID, Verdict> kept = new LinkedHashMap<>();
    /** Of those kept, what the database has said it has; an embedded one may not have it on the disk yet. */
    private final Set<UUID> acknowledged = new HashSet<>();
    /** Of those kept, what is yet to be sent, in order. */
    private final Set<UUID> waiting = new LinkedHashSet<>();
    private final Replayed replayed;

    /**
     * Sends what an earlier sitting kept. To be opened before leases are given back.
     *
     * @throws StorageException when the journal cannot be written
     */
    public Outbox(Journal journal, Database database, VerdictDesk desk) {
        this.journal = journal;
        this.database = database;
        this.desk = desk;
        replayed = replay();
    }

    /** What became of what an earlier sitting had kept. */
    public Replayed replayed() {
        return replayed;
    }

    /** On the disk first; what the desk will never take is not kept. Where the database does not answer, it is PENDING, and all after it. */
    @Override
    public synchronized VerdictDesk.Outcome record(Verdict verdict) {
        keep(verdict);
        if (!waiting.isEmpty()) {
            waiting.add(verdict.id());
            return VerdictDesk.Outcome.PENDING;
        }
        try {
            VerdictDesk.Outcome outcome = desk.record(verdict);
            recorded(verdict);
            return outcome;
        } catch (UnreachableException e) {
            waiting.add(verdict.id());
            return VerdictDesk.Outcome.PENDING;
        } catch (IllegalArgumentException | MissingEvidence e) {
            drop(verdict.id());
            throw e;
        }
    }

    private void recorded(Verdict verdict) {
        acknowledged.add(verdict.id());
        if (verdict.kind() == VerdictKind.QUARANTINED) {
            // what people wrote about the item does not stay here either
            kept.values().removeIf(other -> other.itemId().equals(verdict.itemId()));
            rewrite();
        } else if (acknowledged.size() >= MOST_KEPT) {
            settle();
        }
    }

    @Override
    public synchronized Sent send() {
        List<Verdict> recorded = new ArrayList<>();
        List<Verdict> late = new ArrayList<>();
        List<Left> refused = new ArrayList<>();
        try {
            for (UUID id : List.copyOf(waiting)) {
                Verdict verdict = kept.get(id);
                if (verdict == null) {
                    // its item was quarantined since, with all that was said of it
                    waiting.remove(id);
                    continue;
                }
                try {
                    (sent(verdict) == VerdictDesk.Outcome.LATE ? late : recorded).add(verdict);
                    recorded(verdict);
                } catch (IllegalArgumentException | MissingEvidence e) {
                    refused.add(new Left(verdict, String.valueOf(e.getMessage())));
                }
                waiting.remove(id);
            }
            if (waiting.isEmpty()) {
                settle();
            }
        } catch (UnreachableException e) {
            LOG.debug("{} verdicts wait for the database", waiting.size(), e);
        }
        return new Sent(recorded, late, refused);
    }

    @Override
    public synchronized int waiting() {
        return waiting.size();
    }

    @Override
    public synchronized boolean revise(Verdict changed) {
        keep(changed);
        try {
            boolean revised = desk.revise(changed);
            if (revised) {
                acknowledged.add(changed.id());
            } else {
                drop(changed.id());
            }
            return revised;
        } catch (IllegalArgumentException | MissingEvidence e) {
            drop(changed.id());
            throw e;
        }
    }

    @Override
    public synchronized Optional<LeasedTask> undo(Verdict verdict) {
        Optional<LeasedTask> again = desk.undo(verdict);
        if (again.isPresent()) {
            drop(verdict.id());
        }
        return again;
    }

    @Override
    public synchronized Optional<Verdict> redo(Verdict verdict) {
        Optional<Verdict> anew = desk.redo(verdict);
        anew.ifPresent(event -> {
            keep(event);
            acknowledged.add(event.id());
        });
        return anew;
    }

    /** What the database did not take stays on the disk, for the next start. To be closed before the database. */
    @Override
    public synchronized void close() {
        try (journal) {
            if (waiting.isEmpty()) {
                settle();
            }
        } catch (IOException e) {
            throw new StorageException("The journal of verdicts could not be closed: " + e.getMessage(), e);
        }
    }

    private void keep(Verdict verdict) {
        if (!kept.containsKey(verdict.id())) {
            append(Entry.made(verdict));
            kept.put(verdict.id(), verdict);
        }
    }

    private void drop(UUID verdict) {
        acknowledged.remove(verdict);
        if (kept.remove(verdict) != null) {
            append(Entry.undone(verdict));
        }
    }

    private void append(Entry entry) {
        try {
            journal.append(entry.bytes());
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** What the database has on its disk does not have to stay here. */
    private void settle() {
        if (!acknowledged.isEmpty()) {
            database.sync();
            kept.keySet().removeAll(acknowledged);
            acknowledged.clear();
            rewrite();
        }
    }

    private void rewrite() {
        try {
            journal.rewrite(kept.values().stream().map(verdict -> Entry.made(verdict).bytes()).toList());
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private static StorageException notWritten(IOException e) {
        return new StorageException("The verdict could not be put on this machine's disk: " + e.getMessage() + ". Make room there and try again; it is not lost.", e);
    }

    private Replayed replay() {
        List<Entry> entries = journal.found().stream().map(Entry::read).toList();
        Set<UUID> undone = entries.stream().filter(entry -> entry.what().equals(Entry.UNDONE)).map(Entry::id).collect(Collectors.toSet());
        List<Verdict> made = entries.stream().filter(entry -> entry.what().equals(Entry.MADE) && !undone.contains(entry.id())).map(Entry::verdict).toList();
        if (entries.isEmpty()) {
            return new Replayed(0, 0, List.of(), journal.aside());
        }
        int recorded = 0;
        int late = 0;
        List<Left> left = new ArrayList<>();
        for (Verdict verdict : made) {
            try {
                switch (sent(verdict)) {
                    case ACCEPTED -> recorded++;
                    case LATE -> late++;
                    case DUPLICATE -> { }
                }
            } catch (IllegalArgumentException | MissingEvidence | StorageException e) {
                left.add(new Left(verdict, String.valueOf(e.getMessage())));
            }
        }
        // only what is synced there may go from here
        database.sync();
        left.forEach(each -> kept.put(each.verdict().id(), each.verdict()));
        rewrite();
        return new Replayed(recorded, late, left, journal.aside());
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
