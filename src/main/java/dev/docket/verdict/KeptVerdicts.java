package dev.docket.verdict;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import dev.docket.storage.Journal;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The verdicts on this machine's disk, in the order they were made, until the database has them on its own. Two kinds of
 * records: {@code made} with the verdict, {@code undone} with its id. Several threads; what the database is asked holds up nobody who keeps one.
 */
final class KeptVerdicts {
    private static final Logger LOG = LoggerFactory.getLogger(KeptVerdicts.class);
    /** As often the database is made to put on the disk what it has, and the journal begins anew. */
    private static final int MOST_ACKNOWLEDGED = 64;

    private final Journal journal;
    private final Database database;
    private final Map<UUID, Verdict> kept = new LinkedHashMap<>();
    /** Of those kept, what the database has said it has; an embedded one may not have it on the disk yet. */
    private final Set<UUID> acknowledged = new HashSet<>();

    /** What one record of the journal says. */
    private record Entry(String what, Verdict verdict, UUID id) {
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

    /** Begins with what an earlier sitting left there. */
    KeptVerdicts(Journal journal, Database database) {
        this.journal = journal;
        this.database = database;
        List<Entry> entries = journal.found().stream().map(Entry::read).toList();
        Set<UUID> undone = entries.stream().filter(entry -> entry.what().equals(Entry.UNDONE)).map(Entry::id).collect(Collectors.toSet());
        entries.stream().filter(entry -> entry.what().equals(Entry.MADE) && !undone.contains(entry.id())).forEach(entry -> kept.put(entry.id(), entry.verdict()));
        if (kept.size() < entries.size()) {
            beginAnew();
        }
    }

    /** In the order they were made. */
    synchronized List<Verdict> all() {
        return List.copyOf(kept.values());
    }

    /** Null where it is not kept. */
    synchronized Verdict get(UUID verdict) {
        return kept.get(verdict);
    }

    /** On the disk when this returns. */
    synchronized void keep(Verdict verdict) {
        if (!kept.containsKey(verdict.id())) {
            append(Entry.made(verdict), Stream.of(verdict));
            kept.put(verdict.id(), verdict);
        }
    }

    /** It was taken back, or will never be taken. */
    synchronized void drop(UUID verdict) {
        acknowledged.remove(verdict);
        if (kept.remove(verdict) != null) {
            append(Entry.undone(verdict), Stream.empty());
        }
    }

    /** Its item was erased: what the database has goes from here, the rest stays without words. */
    synchronized void forget(UUID item) {
        if (kept.values().stream().anyMatch(verdict -> verdict.itemId().equals(item))) {
            kept.values().removeIf(verdict -> verdict.itemId().equals(item) && acknowledged.remove(verdict.id()));
            kept.replaceAll((_, verdict) -> verdict.itemId().equals(item) ? verdict.bare().withoutImage() : verdict);
            beginAnew();
        }
    }

    /** The database has it; what people wrote about an item does not stay here once it is quarantined. */
    void acknowledge(Verdict verdict) {
        if (acknowledged(verdict) >= MOST_ACKNOWLEDGED) {
            settle();
        }
    }

    private synchronized int acknowledged(Verdict verdict) {
        acknowledged.add(verdict.id());
        if (verdict.kind() == VerdictKind.QUARANTINED && kept.values().removeIf(other -> other.itemId().equals(verdict.itemId()))) {
            beginAnew();
        }
        return acknowledged.size();
    }

    /** What the database has on its disk does not have to stay here. */
    void settle() {
        Set<UUID> there = acknowledged();
        if (!there.isEmpty()) {
            database.sync();
            settled(there);
        }
    }

    private synchronized Set<UUID> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    private synchronized void settled(Set<UUID> there) {
        kept.keySet().removeAll(there);
        acknowledged.removeAll(there);
        beginAnew();
    }

    /** The verdict is recorded whether or not there is room for that; the next one that is kept tries again. */
    private void beginAnew() {
        try {
            rewrite(Stream.empty());
        } catch (IOException e) {
            LOG.warn("The journal of verdicts could not begin anew, and is asked to with the next verdict: {}", e.getMessage());
        }
    }

    synchronized void close() {
        try {
            journal.close();
        } catch (IOException e) {
            throw new StorageException("The journal of verdicts could not be closed: " + e.getMessage(), e);
        }
    }

    /** @param made with it; a journal that takes nothing more, as the disk was full, is written anew with what is kept and this */
    private void append(Entry entry, Stream<Verdict> made) {
        try {
            if (journal.isBroken()) {
                rewrite(made);
            } else {
                journal.append(entry.bytes());
            }
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private void rewrite(Stream<Verdict> more) throws IOException {
        journal.rewrite(Stream.concat(kept.values().stream(), more).map(verdict -> Entry.made(verdict).bytes()).toList());
    }

    private static StorageException notWritten(IOException e) {
        return new StorageException("The verdict could not be put on this machine's disk: " + e.getMessage() + ". Make room there and try again; it is not lost.", e);
    }
}
