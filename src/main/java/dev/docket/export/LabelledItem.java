package dev.docket.export;

import dev.docket.classify.ModelScore;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.provenance.KeptReport;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * One item of a decision set with the label that counts, as the desk knows it: real ids and names. What leaves the
 * desk is the {@link ExportRow} made of it.
 *
 * @param lane id of the lane rule that routed it to its first look
 * @param group name of its near-duplicate group
 * @param deciding the verdict whose finding counts
 * @param votes every decision on it that stands, oldest first
 * @param shares soft label: each label's share of the votes' weights, summing to 1
 * @param agreement share of the votes that gave the label that counts, 0..1
 * @param adjudications ids of the votes that settle: a lead's after an escalation, and third looks
 * @param scores of every model the item had scores of when it was first decided, shown or not
 * @param reports on its provenance, oldest first
 * @param training whether the policy lets its picture train a model
 * @param earlier events that votes are about: the seed of a propagated one, the blind decision before a changed one
 * @param late ids of the votes that came after their lease had passed
 */
public record LabelledItem(
        ImageItem item, String lane, Optional<PerceptualHash> pdq, ContentHash group, Verdict deciding, List<Verdict> votes,
        SortedMap<String, Double> shares, double agreement, Set<UUID> adjudications, List<ModelScore> scores,
        List<KeptReport> reports, ExportMode mode, boolean training, Split split, List<Verdict> earlier, Set<UUID> late) {

    /** One on which no vote is about another event. */
    public LabelledItem(
            ImageItem item, String lane, Optional<PerceptualHash> pdq, ContentHash group, Verdict deciding, List<Verdict> votes,
            SortedMap<String, Double> shares, double agreement, Set<UUID> adjudications, List<ModelScore> scores,
            List<KeptReport> reports, ExportMode mode, boolean training, Split split) {
        this(item, lane, pdq, group, deciding, votes, shares, agreement, adjudications, scores, reports, mode, training, split, List.of(), Set.of());
    }

    public LabelledItem {
        adjudications = Set.copyOf(adjudications);
        votes = List.copyOf(votes);
        scores = List.copyOf(scores);
        reports = List.copyOf(reports);
        earlier = List.copyOf(earlier);
        late = Set.copyOf(late);
    }

    /** What is known of its provenance now. */
    public ProvenanceReport provenance() {
        return reports.isEmpty() ? ProvenanceReport.NONE : reports.getLast().report();
    }

    /** The event a vote is about, where it is known. */
    Optional<Verdict> before(Verdict vote) {
        return earlier.stream().filter(event -> vote.about().equals(Optional.of(event.id()))).findFirst();
    }

    /** Whether it was decided with another item. */
    public boolean propagated() {
        return deciding.kind() == VerdictKind.PROPAGATED;
    }

    public Finding finding() {
        return deciding.finding().orElseThrow();
    }

    /** The label that counts. */
    public String label() {
        return finding().label();
    }

    public boolean adjudicated() {
        return !adjudications.isEmpty();
    }

    /** Whether the first verdict was made with the scores hidden. */
    public boolean blind() {
        return votes.getFirst().shown().blind();
    }
}
