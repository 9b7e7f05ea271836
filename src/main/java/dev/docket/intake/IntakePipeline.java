package dev.docket.intake;

import dev.docket.audit.AuditLog;
import dev.docket.classify.ActiveModels;
import dev.docket.classify.Scores;
import dev.docket.decode.ImageDecoder;
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
import java.time.Clock;

/** The one way in: decode, hash, provenance, scores, policy, queue. Each item is one transaction, so that a killed intake is completed by running it again. */
public final class IntakePipeline {

    /** What an image passes through before anything is stored, in order. */
    public record Stages(ImageDecoder decoder, PdqHasher hasher, ProvenanceReader provenance, ActiveModels models, Policy policy) {}

    /** Where what was found is stored, in one transaction. */
    public record Stores(
            Database database, BlobStore blobs, Items items, NearDuplicates nearDuplicates, Scores scores,
            Policies policies, ReviewQueue queue, AuditLog audit) {}

    public IntakePipeline(Stages stages, Stores stores, Clock clock) {
        throw new UnsupportedOperationException();
    }

    /** Admits everything the source offers. */
    public IntakeResult admitAll(IntakeSource source, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
