package dev.docket.audit;

import dev.docket.storage.ContentHash;
import dev.docket.storage.StorageException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/**
 * One writer's chain on a database server. Where it ended last is kept in mind, so that an entry costs no more than its row: the server
 * stores none that does not follow from the last, and is asked where the chain ends only then. That is so when an append was rolled back,
 * or somebody else writes in the chain. The server also marks every sixteenth entry in the writer's row. Several threads.
 */
final class ServerChain {
    private static final int MOST_TRIES = 100;
    private static final String APPEND = AuditLog.INSERT + " on conflict do nothing";

    private final UUID writer;
    private final String name;
    private volatile AuditEntry.End end;

    ServerChain(UUID writer, String name) {
        this.writer = writer;
        this.name = name;
    }

    /** @param open an entry without its place */
    AuditEntry append(Handle tx, AuditEntry open) {
        AuditEntry.End known = end;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            AuditEntry entry = open.behind(known == null ? asked(tx) : known);
            try (Update insert = tx.createUpdate(APPEND)) {
                if (AuditLog.bind(insert, entry).execute() == 1) {
                    end = entry.end();
                    return entry;
                }
            }
            known = null;
        }
        throw refused();
    }

    /** One behind the other. @param open entries without their places */
    void appendAll(Handle tx, List<AuditEntry> open) {
        int done = 0;
        for (int tries = 0; done < open.size(); tries++) {
            if (tries == MOST_TRIES) {
                throw refused();
            }
            List<AuditEntry> offered = AuditEntry.chained(open.subList(done, open.size()), asked(tx));
            PreparedBatch batch = tx.prepareBatch(APPEND);
            offered.forEach(entry -> AuditLog.bind(batch, entry).add());
            // none is stored behind one that was not
            int taken = IntStream.of(batch.execute()).sum();
            if (taken > 0) {
                end = offered.get(taken - 1).end();
            }
            done += taken;
        }
    }

    private AuditEntry.End asked(Handle tx) {
        return tx.createQuery("select seq, leaf from docket_chain_end(:name, :writer)").bind("name", name).bind("writer", writer)
                .map((row, _) -> new AuditEntry.End(row.getLong("seq"), ContentHash.fromDigest(row.getBytes("leaf")))).one();
    }

    private StorageException refused() {
        return new StorageException("The database server takes no entry of the audit log from " + name + ". Nothing was stored. Tell whoever runs it.");
    }
}
