package dev.docket.audit;

import dev.docket.progress.Progress;
import dev.docket.storage.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Re-computes every chain and the sealed tree, from the database or from an exported file alone. */
public final class AuditVerifier {
    private static final int TOLD_EVERY = 1000;

    private final Witnesses witnesses;
    private final List<CrossCheck> crossChecks;

    /**
     * @param sealed how many of the entries a checkpoint covers
     * @param firstBad a sentence naming the first bad entry ({@code desk-1a2b/9400: body does not match its leaf hash})
     */
    public record Outcome(long entries, long writers, long sealed, Optional<String> firstBad) {}

    public AuditVerifier(CrossCheck... crossChecks) {
        this(Witnesses.NONE, crossChecks);
    }

    public AuditVerifier(Witnesses witnesses, CrossCheck... crossChecks) {
        this.witnesses = witnesses;
        this.crossChecks = List.of(crossChecks);
    }

    /** Checks the chains and the tree, then the rows they vouch for. */
    public Outcome verify(Database database) {
        return verify(database, Progress.NONE);
    }

    /** As {@link #verify(Database)}, for somebody who watches. @throws dev.docket.progress.StoppedException when it was cancelled */
    public Outcome verify(Database database, Progress progress) {
        return database.inTransaction(tx -> {
            List<Chains.Head> longest = AuditEntries.longest(tx);
            List<SealedTree.Grown> grown = SealedTree.grown(tx);
            List<Chains.Head> marks = AuditEntries.marks(tx);
            List<Chains.Head> heads = AuditEntries.heads(tx);
            Chains chains = new Chains(heads, marks);
            SealCheck seals = new SealCheck(witnesses);
            Optional<String> firstBad = stored(tx, heads, chains, seals, progress)
                    .or(() -> unanswered(longest, heads))
                    .or(() -> sealed(grown, seals))
                    .or(() -> crossChecks.stream().flatMap(check -> check.firstFault(tx).stream()).findFirst());
            return new Outcome(chains.entries(), chains.writers(), seals.sealed(), firstBad);
        });
    }

    /**
     * Checks an export without a database.
     *
     * @throws IOException when the file cannot be read; what is wrong in it is an outcome
     */
    public Outcome verify(Path export) throws IOException {
        return AuditExport.verify(export, witnesses);
    }

    private static Optional<String> stored(Handle tx, List<Chains.Head> heads, Chains chains, SealCheck seals, Progress progress) {
        long total = heads.stream().mapToLong(Chains.Head::nextSeq).sum();
        for (Chains.Head head : heads) {
            try (Stream<AuditEntry> entries = AuditEntries.of(tx, head)) {
                for (Iterator<AuditEntry> each = entries.iterator(); each.hasNext();) {
                    AuditEntry entry = each.next();
                    if (chains.entries() % TOLD_EVERY == 0) {
                        progress.stopIfCancelled();
                        progress.at(chains.entries(), total, head.label());
                    }
                    Optional<String> fault = chains.follow(entry);
                    if (fault.isPresent()) {
                        return fault;
                    }
                    seals.entry(entry);
                }
            }
        }
        return chains.atTheEnd();
    }

    private static Optional<String> sealed(List<SealedTree.Grown> all, SealCheck seals) {
        for (SealedTree.Grown grown : all) {
            Optional<String> fault = seals.checkpoint(grown.note(), grown.runs());
            if (fault.isPresent()) {
                return fault;
            }
        }
        return seals.atTheEnd();
    }

    private static Optional<String> unanswered(List<Chains.Head> longest, List<Chains.Head> heads) {
        return longest.stream()
                .filter(there -> heads.stream().noneMatch(head -> head.writer().equals(there.writer()) && head.nextSeq() >= there.nextSeq()))
                .map(there -> "%s/%d: its writer does not answer for it".formatted(there.writer(), there.nextSeq() - 1))
                .findFirst();
    }
}
