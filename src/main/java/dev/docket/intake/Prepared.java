package dev.docket.intake;

import dev.docket.classify.ModelScore;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.HandOver.Grounds;
import dev.docket.item.ImageItem;
import dev.docket.policy.PolicyDecision;
import dev.docket.provenance.ProvenanceReport;
import java.util.List;
import java.util.UUID;

/**
 * A candidate with everything found out about it, ready to be filed.
 *
 * @param place where it was named
 * @param grounds what is noted where it must not be seen
 */
record Prepared(
        String place, byte[] bytes, ImageItem item, PerceptualHash hash, ProvenanceReport provenance,
        List<ModelScore> scores, PolicyDecision decision, Grounds grounds) implements Examined {

    @Override
    public UUID id() {
        return item.id();
    }
}
