package dev.docket.policy;

import dev.docket.classify.ModelScore;
import dev.docket.hash.Match;
import dev.docket.item.ItemFacts;
import dev.docket.provenance.ProvenanceReport;
import java.time.Instant;
import java.util.List;

/** Decides by a pack what becomes of an item. Pure: the same input gives the same decision. Several threads. */
public final class Policy {

    public Policy(PolicyPack pack) {
        throw new UnsupportedOperationException();
    }

    public PolicyPack pack() {
        throw new UnsupportedOperationException();
    }

    public PolicyDecision decide(List<ModelScore> scores, ProvenanceReport provenance, List<Match> matches, ItemFacts facts, Instant now) {
        throw new UnsupportedOperationException();
    }
}
