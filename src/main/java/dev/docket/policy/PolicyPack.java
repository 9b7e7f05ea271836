package dev.docket.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A written policy, loaded, checked and frozen. Data only: it holds no code.
 *
 * @param text the exact file, which {@code ref.sha256} hashes
 * @param labels in the pack's order
 * @param lanes where items for review go, in the pack's order; the last one takes what no other does
 */
public record PolicyPack(
        PackRef ref,
        String text,
        List<Label> labels,
        Map<String, Action> actions,
        Map<String, DisplayProfile> displayProfiles,
        List<LaneRule> lanes,
        List<ScoreRule> scoreRules,
        Map<String, Jurisdiction> jurisdictions,
        List<String> noDecisionReasons) {

    public PolicyPack {
        labels = List.copyOf(labels);
        lanes = List.copyOf(lanes);
        scoreRules = List.copyOf(scoreRules);
        noDecisionReasons = List.copyOf(noDecisionReasons);
    }

    /** @throws IllegalArgumentException when the pack has no such label */
    public Label label(String id) {
        return labels.stream().filter(l -> l.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No label '" + id + "' in " + ref.name()));
    }

    /**
     * A finding a reviewer can make.
     *
     * @param hotkey {@code "1"}.. {@code "9"}, {@code "0 a"} for the palette, {@code "q"} for quarantine
     * @param shortTitle at most 26 characters, for the verdict rows
     * @param definition what it is; empty text when the title says all
     * @param notThis what looks like it and is not
     * @param display name of the display profile
     * @param export full, derived, hash_only or never
     * @param training whether its images may train a model
     * @param ladder who gets it when escalated, if the pack says
     */
    public record Label(
            String id, String title, String shortTitle, String hotkey, String definition, List<String> notThis,
            Severity severity, List<Severity> severityRange, String defaultAction, List<String> allowedActions,
            String display, String export, boolean training, Optional<String> ladder, Map<String, String> rationales) {}

    /** What a verdict asks the platform to do. {@code title} is for people: "Label as AI". */
    public record Action(String id, String title, boolean reversible) {}

    /**
     * How pixels may be put on screen.
     *
     * @param blur 0..100 percent
     * @param reveal none (open), or hold (seen only while a key is held)
     * @param textOnlyThumbnail whether the thumbnail shows words instead of a picture
     * @param render false: no pixels, ever
     */
    public record DisplayProfile(String id, int blur, boolean grey, String reveal, boolean textOnlyThumbnail, boolean render) {
        public boolean covered() {
            return blur > 0 || !render;
        }
    }

    /**
     * A lane of work.
     *
     * @param labels ids of the labels whose suspicion routes an item here
     */
    public record LaneRule(String id, String title, Severity severity, String skill, List<String> labels) {}

    /**
     * How a model's label is read as suspicion of a policy label.
     *
     * @param model id of the model, or {@code *}
     * @param modelLabel the model's label
     * @param weight 0..1: how much of the calibrated score counts for priority
     * @param review score at or over which a person looks; empty: the model's own threshold
     */
    public record ScoreRule(String model, String modelLabel, String label, double weight, Optional<Double> review, String reason) {}

    /** What a place tightens. */
    public record Jurisdiction(String id, String note, Map<String, Double> removalHours) {}
}
