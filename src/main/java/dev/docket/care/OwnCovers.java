package dev.docket.care;

import dev.docket.classify.ModelScore;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.Severity;
import dev.docket.settings.Covering;
import dev.docket.settings.Covering.From;
import dev.docket.settings.Covering.OfLabel;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How pixels start on one reviewer's screen: as the policy says or, where they want more covered than that, so. */
public final class OwnCovers {
    private static final int USUAL = 60;
    private static final int FULL = 100;

    private OwnCovers() {}

    /** Never less than the policy covers; scores are asked for only where they matter. A profile its pack does not know is taken as the strictest one that still draws. */
    public static DisplayProfile of(PolicyPack pack, PolicyDecision decision, Supplier<? extends Collection<ModelScore>> scores, Covering own) {
        DisplayProfile policy = pack.displayProfiles().getOrDefault(decision.display(), strict(decision.display()));
        Optional<OfLabel> wanted = ofLabels(decision, scores, own);
        if (!policy.render()) {
            return policy;
        }
        if (wanted.equals(Optional.of(OfLabel.STRICT))) {
            return strict(policy.id());
        }
        boolean more = wanted.isPresent() || own.from() != From.POLICY && decision.severity().compareTo(Severity.valueOf(own.from().name())) >= 0;
        return more && !policy.covered() ? new DisplayProfile(policy.id(), USUAL, true, "hold", decision.severity().compareTo(Severity.S3) >= 0, true) : policy;
    }

    private static DisplayProfile strict(String id) {
        return new DisplayProfile(id, FULL, true, "hold", true, true);
    }

    /** The strictest cover that is wanted for a label which is suspected, or whose score is high enough for this person. */
    private static Optional<OfLabel> ofLabels(PolicyDecision decision, Supplier<? extends Collection<ModelScore>> scores, Covering own) {
        Collection<ModelScore> asked = own.labels().isEmpty() || own.fromScore() == 100 ? List.of() : scores.get();
        return own.labels().entrySet().stream()
                .filter(label -> decision.suspected().contains(label.getKey())
                        || asked.stream().anyMatch(s -> s.label().equals(label.getKey()) && 100 * s.score() >= own.fromScore()))
                .map(label -> label.getValue()).max(Comparator.naturalOrder());
    }
}
