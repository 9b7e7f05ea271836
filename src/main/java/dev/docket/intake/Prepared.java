package dev.docket.intake;

import dev.docket.classify.ModelScore;
import dev.docket.classify.vendor.VendorScores;
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
 * @param scores of the models in use here and finished ones that came with it
 * @param answered of vendors' answers that came with it, calibrated
 * @param grounds what is noted where it must not be seen
 */
record Prepared(
        String place, byte[] bytes, ImageItem item, PerceptualHash hash, ProvenanceReport provenance,
        List<ModelScore> scores, List<VendorScores.Kept> answered, PolicyDecision decision, Grounds grounds) implements Examined {

    @Override
    public UUID id() {
        return item.id();
    }
}
