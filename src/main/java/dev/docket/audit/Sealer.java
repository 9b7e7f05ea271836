package dev.docket.audit;

import dev.docket.audit.seal.BadNote;
import dev.docket.audit.seal.Checkpoint;
import dev.docket.audit.seal.Frontier;
import dev.docket.audit.seal.SealerKey;
import dev.docket.audit.seal.SignedNote;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.StorageException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Seals the log: puts what the writers appended since into one tree and signs how large it is and what its root is. Who
 * has such a note can tell later that nothing before it was changed, whatever became of the database. Seals only what
 * follows from what it sealed before. Several at once wait for one another.
 */
public final class Sealer {
    private static final long MOST_AT_ONCE = 50_000;

    private final SealerKey key;
    private final Witnesses known;

    /** What was signed, and by how many entries the tree had grown. */
    public record Sealed(Checkpoint checkpoint, SignedNote note, long entries) {}

    public Sealer(SealerKey key) {
        this(key, Witnesses.NONE);
    }

    /** @param kept keys that signed before this one took over, and notes that the log must have grown out of */
    public Sealer(SealerKey key, Witnesses kept) {
        this.key = key;
        known = kept.with(key.open());
    }

    /**
     * Seals at most 50 000 entries; empty when there is nothing new.
     *
     * @throws StorageException when the log is broken, or the tree is not the one that was signed last: nothing is sealed then
     */
    public Optional<Sealed> seal(Database database) {
        return database.inTransaction(this::seal);
    }

    private Optional<Sealed> seal(Handle tx) {
        Frontier tree = SealedTree.locked(tx);
        known.contradict(() -> SealedTree.checkpoints(tx)).ifPresent(fault -> {
            throw broken(fault);
        });
        String origin = origin(tx, tree);
        long before = tree.size();
        Tiles.Laying tiles = new Tiles.Laying(tx, tree);
        Map<UUID, Long> sealed = SealedTree.next(tx);
        for (Chains.Head head : AuditEntries.heads(tx)) {
            long from = sealed.getOrDefault(head.writer(), 0L);
            long room = MOST_AT_ONCE - (tree.size() - before);
            if (from < head.nextSeq() && room > 0) {
                append(tx, tree, tiles, head, from, Math.min(head.nextSeq(), from + room));
            }
        }
        if (tree.size() == before) {
            return Optional.empty();
        }
        Checkpoint checkpoint = new Checkpoint(origin, tree.size(), tree.root());
        SignedNote note = key.sign(checkpoint);
        SealedTree.store(tx, tree);
        SealedTree.add(tx, tree, note);
        return Optional.of(new Sealed(checkpoint, note, tree.size() - before));
    }

    private static void append(Handle tx, Frontier tree, Tiles.Laying tiles, Chains.Head head, long from, long to) {
        SealedTree.add(tx, new Run(tree.size(), head.writer(), from, to - from));
        ContentHash previous = from == 0 ? AuditEntry.NONE : AuditEntries.leaf(tx, head.writer(), from - 1);
        long expected = from;
        try (Stream<AuditEntry> entries = AuditEntries.of(tx, head.writer(), from, to)) {
            for (Iterator<AuditEntry> each = entries.iterator(); each.hasNext(); expected++) {
                AuditEntry entry = each.next();
                if (entry.seq() != expected || !entry.isIntact() || !entry.previous().equals(previous)) {
                    throw broken(head.label() + "/" + expected + " is missing, changed, or does not follow from the entry before it");
                }
                tree.add(entry.leaf());
                tiles.add(entry.leaf());
                previous = entry.leaf();
            }
        }
        if (expected != to) {
            throw broken(head.label() + "/" + expected + " is missing");
        }
    }

    private String origin(Handle tx, Frontier tree) {
        Optional<SealedTree.Noted> newest = SealedTree.newest(tx);
        if (newest.isEmpty() && tree.size() == 0) {
            return "docket-audit/" + UUID.randomUUID();
        }
        SealedTree.Noted noted = newest.orElseThrow(() -> broken("the note on its tree is missing"));
        try {
            SignedNote note = noted.signed();
            Checkpoint last = Checkpoint.of(note);
            known.unsigned(note).ifPresent(fault -> {
                throw broken("the note on " + last.size() + " entries " + fault);
            });
            if (last.size() != tree.size() || !last.root().equals(tree.root())) {
                throw broken("its tree has " + tree.size() + " entries and is not the one that was signed with " + last.size());
            }
            return last.origin();
        } catch (BadNote e) {
            throw broken("the note on " + noted.size() + " entries cannot be read: " + e.getMessage());
        }
    }

    private static StorageException broken(String fault) {
        return new StorageException("The log is not sealed: " + fault + ". Run docket audit verify, and restore the database from a backup that verifies.");
    }
}
