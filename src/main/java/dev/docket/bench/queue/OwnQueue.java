package dev.docket.bench.queue;

import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import dev.docket.team.Team;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The queue of a desk of one's own, in its encrypted file. */
public final class OwnQueue {
    private OwnQueue() {}

    /** Makes one with so many queued, and its one person. */
    public static Crew open(Path folder, int queued, BlobStore images) {
        Database database = Database.openEmbedded(folder, new byte[32]);
        PolicyPack pack = PolicyFile.shipped();
        UUID me = database.inTransaction(tx -> new Team().self(tx).id());
        List<Integer> lanes = database.inTransaction(tx -> {
            new ReviewQueue().openLanes(tx, pack);
            return BenchLanes.open(tx, pack.ref().id());
        });
        database.transact(tx -> tx.createUpdate("insert into image_blob (sha256, byte_len, media_type, width, height) select hash('SHA-256', x), 250000, 'image/jpeg', 1600, 1200 from system_range(1, :n)")
                .bind("n", queued).execute());
        database.transact(tx -> tx.createUpdate("insert into item (item_id, source, external_id, sha256, flagged_at, facts_json, provenance_json) "
                + "select random_uuid(), 'bench', cast(x as varchar), hash('SHA-256', x), current_timestamp, '{}', '{}' from system_range(1, :n)").bind("n", queued).execute());
        database.transact(tx -> tx.createUpdate("insert into review_task (task_id, item_id, round, lane_id, priority) "
                + "select random_uuid(), item_id, 1, cast(:first + mod(cast(external_id as int), :lanes) as int), cast(rand() * 1000000 as int) from item")
                .bind("first", lanes.getFirst()).bind("lanes", Load.LANES).execute());
        return new Crew("H2", List.of(new DocketHands(database, me, lanes, pack, images)));
    }
}
