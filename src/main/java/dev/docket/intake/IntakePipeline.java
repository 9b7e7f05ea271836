package dev.docket.intake;

import dev.docket.audit.AuditLog;
import dev.docket.classify.ActiveModels;
import dev.docket.classify.Scores;
import dev.docket.decode.ImageDecoder;
import dev.docket.hash.HashBanks;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PdqHasher;
import dev.docket.item.Items;
import dev.docket.policy.Policies;
import dev.docket.policy.Policy;
import dev.docket.progress.Progress;
import dev.docket.provenance.ProvenanceReader;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import dev.docket.storage.StorageException;
import java.time.Clock;

/**
 * The one way in: decode, hash, provenance, scores, policy, queue. Each item is filed in one transaction after its
 * bytes are durable, so that a killed intake is completed by running it again. Several intakes may run at once.
 */
public final class IntakePipeline {

    /** What an image passes through before anything is stored, in order. */
    public record Stages(
            ImageDecoder decoder, PdqHasher hasher, HashBanks banks, ProvenanceReader provenance, ActiveModels models, Policy policy) {}

    /** Where what was found is stored, in one transaction. */
    public record Stores(
            Database database, BlobStore blobs, Items items, NearDuplicates nearDuplicates, Scores scores,
            Policies policies, ReviewQueue queue, Refusals refusals, AuditLog audit) {}

    private final Examination examination;
    private final Stores stores;

    public IntakePipeline(Stages stages, Stores stores, Clock clock) {
        this.examination = new Examination(stages, clock);
        this.stores = stores;
    }

    /**
     * Admits everything the source offers. Examining runs on all cores, filing on the calling thread in the source's
     * order. When stopped, what was admitted stays.
     *
     * @throws StorageException when the desk can store no more (a full disk); running again completes it
     * @throws dev.docket.progress.StoppedException when the progress was cancelled
     */
    public IntakeResult admitAll(IntakeSource source, Progress progress) {
        try (IntakeRun run = new IntakeRun(examination, new Filing(stores), source.expected(), progress)) {
            source.forEach(run::offer, run::refuse);
            return run.finish();
        }
    }
}
