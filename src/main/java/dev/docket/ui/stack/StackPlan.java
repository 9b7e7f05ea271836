package dev.docket.ui.stack;

import dev.docket.policy.Evidence;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Twin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a label would do to an open stack. A dry run.
 *
 * @param finding what would be found of the seed
 * @param spreads false for a label that never goes beyond its own item
 * @param kept of what the decision could go to, why it would not; empty where it would
 * @param missing what the policy requires of the label and a stack cannot give
 */
public record StackPlan(Label label, Finding finding, boolean spreads, Map<UUID, Optional<Twin.Kept>> kept, List<Evidence> missing) {
    public StackPlan {
        kept = Map.copyOf(kept);
        missing = List.copyOf(missing);
    }

    boolean takes(StackMember member) {
        return member.tie() == StackMember.Tie.SEED || kept.getOrDefault(member.id(), Optional.of(Twin.Kept.NOT_WAITING)).isEmpty();
    }
}
