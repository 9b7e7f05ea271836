package dev.docket.ui.review;

import dev.docket.classify.ModelScore;
import dev.docket.item.ImageItem;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.queue.LeasedTask;
import dev.docket.ui.ladder.Dossier;
import dev.docket.verdict.Shown;
import java.util.List;

/**
 * A task in hand with all that is known of its item.
 *
 * @param provenanceHash 64 hex digits of the stored report's canonical JSON
 * @param profile how the pixels start on screen
 * @param scores of every model that scored the item, shown or not
 * @param past current verdicts on near-duplicates, nearest first
 * @param stack how many pictures look like this one, itself included
 * @param mode what the reviewer is let see before deciding
 * @param blind whether scores, suspicion, provenance and past verdicts are hidden now
 * @param dossier what others found before, its clock, the pack it came under
 */
public record ReviewCase(
        LeasedTask task, ImageItem item, ProvenanceReport provenance, String provenanceHash, PolicyDecision decision,
        DisplayProfile profile, List<ModelScore> scores, List<PastVerdict> past, int stack, Shown.Mode mode, boolean blind, Dossier dossier) {
    public ReviewCase {
        scores = List.copyOf(scores);
        past = List.copyOf(past);
    }

    /** With everything shown from the start, or nothing until the verdict. */
    public ReviewCase(
            LeasedTask task, ImageItem item, ProvenanceReport provenance, String provenanceHash, PolicyDecision decision,
            DisplayProfile profile, List<ModelScore> scores, List<PastVerdict> past, int stack, boolean blind, Dossier dossier) {
        this(task, item, provenance, provenanceHash, decision, profile, scores, past, stack, blind ? Shown.Mode.BLIND : Shown.Mode.ASSISTED, blind, dossier);
    }

    /** Starting under another cover. */
    ReviewCase under(DisplayProfile cover) {
        return new ReviewCase(task, item, provenance, provenanceHash, decision, cover, scores, past, stack, mode, blind, dossier);
    }

    /** With everything that is known shown. */
    ReviewCase seen() {
        return new ReviewCase(task, item, provenance, provenanceHash, decision, profile, scores, past, stack,
                mode == Shown.Mode.BLIND ? Shown.Mode.ASSISTED : mode, false, dossier);
    }

    /** What the scores section may show. */
    public List<ModelScore> visibleScores() {
        return blind ? List.of() : scores;
    }

    public List<PastVerdict> visiblePast() {
        return blind ? List.of() : past;
    }

    /** {@code id@version} of every model that scored the item. */
    public List<String> models() {
        return scores.stream().map(s -> s.model() + "@" + s.version()).distinct().toList();
    }
}
