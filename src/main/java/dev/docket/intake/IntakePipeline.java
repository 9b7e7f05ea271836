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
import java.util.function.Consumer;

/**
 * The one way in: decode, hash, provenance, scores, policy, queue. Items are filed in small batches, each in one
 * transaction after their bytes are durable, so that a killed intake is completed by running it again. Several intakes
 * may run at once.
 */
public final class IntakePipeline {

    /** What an image passes through before anything is stored, in order. */
    public record Stages(
            ImageDecoder decoder, PdqHasher hasher, HashBanks banks, ProvenanceReader provenance, ActiveModels models, Policy policy) {}

    /** Where what was found is stored, in one transaction. */
    public record Stores(
            Database database, BlobStore blobs, Items items, NearDuplicates nearDuplicates, Scores scores,
            Policies policies, ReviewQueue queue, Refusals refusals, AuditLog audit) {}

    private final Stages stages;
    private final Stores stores;
    private final Clock clock;
    private final IntakeLimits limits;

    public IntakePipeline(Stages stages, Stores stores, Clock clock) {
        this(stages, stores, clock, IntakeLimits.ofMachine());
    }

    IntakePipeline(Stages stages, Stores stores, Clock clock, IntakeLimits limits) {
        this.stages = stages;
        this.stores = stores;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Admits everything the source offers. The source is read, images are examined and what was found is filed at the
     * same time, within {@link IntakeLimits}; filing is in the source's order, on the calling thread.
     *
     * @throws StorageException when the desk can store no more (a full disk); running again completes it
     * @throws IntakeStoppedException when the progress was cancelled; what was admitted stays
     */
    public IntakeResult admitAll(IntakeSource source, Progress progress) {
        return admitAll(source, progress, outcome -> {});
    }

    /** As {@link #admitAll(IntakeSource, Progress)}, and tells what became of each thing offered, in the source's order and on the calling thread. */
    public IntakeResult admitAll(IntakeSource source, Progress progress, Consumer<Outcome> told) {
        Steps steps = new Steps(progress);
        KnownItems known = new KnownItems(stores.database(), stores.items());
        Examination examination = new Examination(stages, known, steps, new Budget(limits.pixelBytes()), clock);
        try (Offers offers = new Offers(examination, limits)) {
            offers.read(source);
            return new IntakeRun(offers, new Filing(stores, known, stages.provenance().tools()), steps, source.expected(), progress, told).run();
        }
    }
}
