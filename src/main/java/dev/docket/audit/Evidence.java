package dev.docket.audit;

import dev.docket.audit.seal.Checkpoint;
import dev.docket.audit.seal.MerkleProof;
import dev.docket.audit.seal.NoteKey;
import dev.docket.storage.ContentHash;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * An entry and all that speaks for it, worked out anew.
 *
 * @param before the entry before it in its chain; empty for the first, and where it is missing
 * @param intact whether its hash is the one that its content gives
 * @param follows whether it names the hash of the entry before it
 * @param proof empty: it is not sealed yet
 */
public record Evidence(LoggedEntry logged, Optional<LoggedEntry> before, boolean intact, boolean follows, Optional<Proof> proof) {

    /**
     * That it is in the sealed tree.
     *
     * @param leaf its place among all leaves, from 0
     * @param first the first checkpoint that covers it
     * @param newest the one it is proved against
     * @param path from the leaf to the root; empty also where the tree cannot be read any more
     * @param included whether the path leads to the root of the newest checkpoint
     * @param signedBy whose signature on that was checked; empty: none of the known keys signed it, or none is known
     */
    public record Proof(long leaf, Sealing first, Sealing newest, List<ContentHash> path, boolean included, Optional<NoteKey> signedBy) {
        public Proof {
            path = List.copyOf(path);
        }
    }

    /** Whether everything fits, and somebody known signed for it. */
    public boolean isProved() {
        return intact && follows && proof.map(there -> there.included() && there.signedBy().isPresent()).orElse(false);
    }

    /** Whether something does not fit. */
    public boolean isBroken() {
        return !intact || !follows || proof.map(there -> !there.included()).orElse(false);
    }

    /**
     * Works it out from what lies in the database.
     *
     * @param keys whose signatures count
     * @return empty when there is no such entry
     */
    public static Optional<Evidence> of(Handle tx, UUID writer, long seq, Collection<NoteKey> keys) {
        LoggedEntry.Writer whose = AuditEntries.writers(tx).getOrDefault(writer, new LoggedEntry.Writer(writer, "?", Optional.empty()));
        return AuditEntries.find(tx, whose, seq).map(logged -> {
            Optional<LoggedEntry> before = seq == 0 ? Optional.empty() : AuditEntries.find(tx, whose, seq - 1);
            ContentHash expected = before.map(entry -> entry.entry().leaf()).orElse(AuditEntry.NONE);
            boolean follows = (seq == 0 || before.isPresent()) && logged.entry().previous().equals(expected);
            return new Evidence(logged, before, logged.entry().isIntact(), follows, proof(tx, logged.entry(), keys));
        });
    }

    private static Optional<Proof> proof(Handle tx, AuditEntry entry, Collection<NoteKey> keys) {
        OptionalLong leaf = SealedTree.leaf(tx, entry.writer(), entry.seq());
        if (leaf.isEmpty()) {
            return Optional.empty();
        }
        long place = leaf.getAsLong();
        return SealedTree.covering(tx, place).flatMap(first -> SealedTree.newestSealing(tx).map(newest -> {
            List<ContentHash> path = path(tx, place, newest.size());
            boolean included = newest.checkpoint().filter(signed -> signed.size() == newest.size()).map(Checkpoint::root)
                    .map(root -> MerkleProof.includes(entry.leaf(), place, newest.size(), path, root)).orElse(false);
            return new Proof(place, first, newest, path, included, newest.signedBy(keys));
        }));
    }

    private static List<ContentHash> path(Handle tx, long leaf, long size) {
        try {
            return Tiles.path(tx, leaf, size);
        } catch (IllegalArgumentException _) {
            // leaves are missing: there is no such path any more
            return List.of();
        }
    }
}
