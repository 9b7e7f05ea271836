package dev.docket.export;

import dev.docket.policy.PackRef;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packs that verdicts were made under, read once. What may leave is judged by them and by the pack in force, the
 * strictest counting. One thread, one transaction.
 */
final class PackShelf {
    private static final Logger LOG = LoggerFactory.getLogger(PackShelf.class);

    private final Handle tx;
    private final Policies policies;
    private final PolicyPack inForce;
    private final Map<PackRef, Optional<PolicyPack>> packs = new HashMap<>();

    PackShelf(Handle tx, Policies policies, PolicyPack inForce) {
        this.tx = tx;
        this.policies = policies;
        this.inForce = inForce;
        packs.put(inForce.ref(), Optional.of(inForce));
    }

    /** Empty when a label stands in none of the packs. */
    Optional<ExportMode> mode(List<Verdict> votes, LabelRule.Resolved resolved) {
        return ExportMode.strictest(labels(votes, resolved), packs(votes));
    }

    /** Whether anything of an item leaves, judged by every label that anybody gave. */
    boolean letsOut(List<Verdict> votes) {
        return ExportMode.strictest(votes.stream().flatMap(v -> labels(v.finding().orElseThrow())).distinct().toList(), packs(votes))
                .filter(mode -> mode != ExportMode.NEVER).isPresent();
    }

    /** Whether every label that binds, in every pack that knows it, lets the picture train a model. */
    boolean mayTrain(List<Verdict> votes, LabelRule.Resolved resolved) {
        List<String> labels = labels(votes, resolved);
        return packs(votes).stream().flatMap(p -> p.labels().stream()).filter(l -> labels.contains(l.id())).allMatch(PolicyPack.Label::training);
    }

    /** The adjudicator's labels, or everybody's: one reviewer who saw something that may not leave is enough. */
    private static List<String> labels(List<Verdict> votes, LabelRule.Resolved resolved) {
        Stream<Finding> binding = resolved.adjudicated() ? Stream.of(resolved.finding()) : votes.stream().map(v -> v.finding().orElseThrow());
        return binding.flatMap(PackShelf::labels).distinct().toList();
    }

    private static Stream<String> labels(Finding finding) {
        return Stream.concat(Stream.of(finding.label()), finding.additional().stream());
    }

    private List<PolicyPack> packs(List<Verdict> votes) {
        List<PolicyPack> known = new ArrayList<>(List.of(inForce));
        votes.stream().map(Verdict::pack).distinct().forEach(ref -> packs.computeIfAbsent(ref, this::read).ifPresent(known::add));
        return known;
    }

    private Optional<PolicyPack> read(PackRef ref) {
        Optional<String> text = policies.text(tx, ref);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PolicyFile.parse(ref.name(), text.get()));
        } catch (PolicyFormatException e) {
            LOG.warn("The kept text of pack {} can no longer be read; only the pack in force decides what may leave", ref.name(), e);
            return Optional.empty();
        }
    }
}
