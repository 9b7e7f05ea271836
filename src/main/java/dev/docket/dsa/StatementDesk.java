package dev.docket.dsa;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.export.StagingFolder;
import dev.docket.export.TargetFolderException;
import dev.docket.item.Items;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.verdict.PublishHold;
import dev.docket.verdict.Verdicts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Statements of reasons for the EU's DSA Transparency Database, and the notices to users that go with them: written to files,
 * never sent. A lead's to do. Several threads.
 */
public final class StatementDesk {
    /** Statements looked up in one query. */
    private static final int CHUNK = 500;

    private final Database database;
    private final StatementReader reader;
    private final Items items;
    private final StatementLog log = new StatementLog();
    private final AuditLog audit;
    private final Member self;

    public StatementDesk(Database database, Items items, Verdicts verdicts, Policies policies, PolicyPack inForce, PublishHold hold, AuditLog audit, Member self) {
        this.database = database;
        this.items = items;
        this.reader = new StatementReader(items, verdicts, policies, inForce, hold, log);
        this.audit = audit;
        this.self = self;
    }

    /** Refuses a target that could not be written to, before any work is done. */
    public static void requireFree(Path target) throws IOException, TargetFolderException {
        StagingFolder.requireFree(target);
    }

    /**
     * What would be written now. Writes nothing.
     *
     * @param since first day (UTC) of the decisions; empty: all
     * @throws FaultyStatementsException when any would be refused by the database
     * @throws dev.docket.progress.StoppedException when cancelled
     */
    public Batch read(Optional<LocalDate> since, Progress progress) throws FaultyStatementsException {
        return database.inTransaction(tx -> {
            try {
                return new Read(reader.read(tx, since, progress), null);
            } catch (FaultyStatementsException e) {
                return new Read(null, e);
            }
        }).orThrow();
    }

    private record Read(Batch batch, FaultyStatementsException fault) {
        Batch orThrow() throws FaultyStatementsException {
            if (fault != null) {
                throw fault;
            }
            return batch;
        }
    }

    /**
     * Writes the batch. The folder appears whole or not at all; log and audit line are stored before it appears.
     *
     * @param target a folder that does not exist, or is empty
     * @throws TargetFolderException when it is something else
     * @throws IOException when the disk is full, or somebody wrote one of the statements meanwhile; nothing is left behind
     * @throws dev.docket.progress.StoppedException when cancelled; nothing is left behind
     */
    public void write(Batch batch, Path target, Progress progress) throws IOException, TargetFolderException {
        StatementFolder.write(batch, target, progress, files -> note(batch, files));
    }

    private void note(Batch batch, ContentHash files) throws IOException {
        Optional<String> refused = database.inTransaction(tx -> {
            Optional<String> changed = changed(tx, batch);
            if (changed.isEmpty()) {
                UUID id = UUID.randomUUID();
                StatementLog.Export export = new StatementLog.Export(id, self.id(), audit.append(tx, AuditKind.STATEMENTS_EXPORTED, line(batch, id, files)).at());
                log.add(tx, export, batch.statements());
                log.change(tx, export, batch.byHand());
            }
            return changed;
        });
        if (refused.isPresent()) {
            throw new IOException(refused.get() + "; nothing was left behind. Run the export again.");
        }
    }

    /** What happened since the batch was read that would make it untrue. */
    private Optional<String> changed(Handle tx, Batch batch) {
        Map<UUID, List<StatementLog.Kept>> written = log.all(tx);
        Set<UUID> puids = new HashSet<>();
        written.values().forEach(all -> all.forEach(kept -> puids.add(kept.puid())));
        boolean twice = batch.statements().stream().anyMatch(each -> puids.contains(each.puid()))
                || batch.byHand().stream().anyMatch(each -> written.getOrDefault(each.item(), List.of()).stream()
                        .noneMatch(kept -> kept.puid().equals(each.puid()) && kept.steps() == each.step()));
        if (twice) {
            return Optional.of("Somebody wrote some of these statements meanwhile");
        }
        List<UUID> named = batch.statements().stream().map(Prepared::item).toList();
        for (int from = 0; from < named.size(); from += CHUNK) {
            if (!items.withheld(tx, named.subList(from, Math.min(named.size(), from + CHUNK))).isEmpty()) {
                return Optional.of("An item was withdrawn while its statement was written");
            }
        }
        return Optional.empty();
    }

    private Map<String, Object> line(Batch batch, UUID export, ContentHash files) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("export", export.toString());
        line.put("statements", batch.statements().size());
        line.put("by_hand", batch.byHand().size());
        line.put("files", batch.files());
        line.put("files_sha256", files.hex());
        line.put("by", self.pseudonym());
        return line;
    }
}
