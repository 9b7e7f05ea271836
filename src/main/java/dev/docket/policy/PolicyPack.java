package dev.docket.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A written policy, loaded, checked and frozen. Data only: it holds no code. Fields are explained in docs/policy-format.md.
 *
 * @param text the exact file, which {@code ref.sha256} hashes
 * @param notes what the pack says about itself: draft or approved, advice or not
 * @param labels in the pack's order
 * @param actions by id, in the pack's order
 * @param doubleReview which decisions somebody else looks at again, drawn by rule
 * @param lanes where items for review go, in the pack's order; the last one takes what no other does
 * @param aiStatements how statements that AI made a picture are read, at most one rule per strength
 * @param provenanceRules how states of credentials, disclosures, watermarks and contradictions are read
 * @param jurisdictions by ISO 3166 code; what a place inherits is already merged into it
 * @param notices what the pack itself says in notices to users, by language
 */
public record PolicyPack(
        PackRef ref,
        String text,
        String notes,
        Defaults defaults,
        PriorityWeights priority,
        List<Label> labels,
        Map<String, Action> actions,
        Map<String, DisplayProfile> displayProfiles,
        Map<String, Ladder> ladders,
        Clocks clocks,
        DoubleReview doubleReview,
        List<LaneRule> lanes,
        List<ScoreRule> scoreRules,
        List<AiStatementRule> aiStatements,
        List<ProvenanceRule> provenanceRules,
        Map<String, Jurisdiction> jurisdictions,
        List<String> noDecisionReasons,
        Map<String, NoticeWords> notices) {

    /** The one label whose pictures nobody may see: quarantine, never drawn, never exported. */
    public static final String MINORS_SAFETY = "minors_safety";

    /** The ladder that every desk has, also where its pack names none. */
    public static final String LEAD = "lead";

    /** The overlay that changes nothing, for places the pack does not mention. */
    public static final String EVERYWHERE = "*";

    public PolicyPack {
        labels = List.copyOf(labels);
        actions = ordered(actions);
        displayProfiles = ordered(displayProfiles);
        ladders = ordered(ladders);
        lanes = List.copyOf(lanes);
        scoreRules = List.copyOf(scoreRules);
        aiStatements = List.copyOf(aiStatements);
        provenanceRules = List.copyOf(provenanceRules);
        jurisdictions = ordered(jurisdictions);
        noDecisionReasons = List.copyOf(noDecisionReasons);
        notices = ordered(notices);
    }

    /** @throws IllegalArgumentException when the pack has no such label */
    public Label label(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No label '" + id + "' in " + ref.name()));
    }

    public Optional<Label> find(String id) {
        return labels.stream().filter(l -> l.id().equals(id)).findFirst();
    }

    /** The label as it stands in a place: never milder than without the place. */
    public Label label(String id, String jurisdiction) {
        Label label = label(id);
        Jurisdiction place = jurisdictions.get(overlayFor(jurisdiction));
        Jurisdiction.Overlay overlay = place == null ? null : place.labels().get(id);
        return overlay == null ? label : overlay.on(label);
    }

    /** Whose overlay binds in a place: its own, else that of the union it is a member of, else {@link #EVERYWHERE}. */
    public String overlayFor(String jurisdiction) {
        if (jurisdictions.containsKey(jurisdiction)) {
            return jurisdiction;
        }
        return jurisdictions.values().stream().filter(j -> j.members().contains(jurisdiction)).map(Jurisdiction::id)
                .findFirst().orElse(EVERYWHERE);
    }

    /** How long items of a lane are kept, by the lane's rule; of none, or of one that this pack does not know, as the defaults say. */
    public Keeping keeping(String lane) {
        return lanes.stream().filter(rule -> rule.id().equals(lane)).findFirst().flatMap(LaneRule::keeping).orElse(defaults.keeping());
    }

    static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * What holds where nothing else is said.
     *
     * @param release whether an item of which nothing is suspected may go without a person looking
     * @param display id of the display profile of an item of which nothing is suspected
     * @param keeping of items in lanes that say nothing else, and of those released unseen
     */
    public record Defaults(Release release, String display, Keeping keeping) {}

    /** When an item may be released unseen. */
    public enum Release { NEVER, NOTHING_SUSPECTED }

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
     * @param rationales reasons to choose from, by id
     * @param evidence what a finding of it has to bring, or should
     * @param propagation how its decisions spread to look-alikes
     * @param removalHours hours from being flagged until it has to be decided, where a clock runs
     * @param legalRef the law that a place's overlay names
     * @param statement what statements of reasons say of it, if the pack says
     */
    public record Label(
            String id, String title, String shortTitle, String hotkey, String definition, List<String> notThis,
            Severity severity, List<Severity> severityRange, String defaultAction, List<String> allowedActions,
            String display, String export, boolean training, Optional<String> ladder, Map<String, Rationale> rationales,
            Map<Evidence, Demand> evidence, PropagationRule propagation, Optional<Double> removalHours, Optional<String> legalRef,
            Optional<StatementGrounds> statement) {
        public Label {
            notThis = List.copyOf(notThis);
            severityRange = List.copyOf(severityRange);
            allowedActions = List.copyOf(allowedActions);
            rationales = ordered(rationales);
            evidence = ordered(evidence);
        }

        public boolean requires(Evidence one) {
            return evidence.get(one) == Demand.REQUIRED;
        }

        /** The gravest it can be. */
        public Severity worst() {
            return Collections.max(severityRange);
        }
    }

    /**
     * What a verdict asks the platform to do. {@code title} is for people: "Label as AI".
     *
     * @param strictness 0..100, higher is harder on the uploader; overlays may only go up
     * @param restriction what it does to how the picture can be seen
     */
    public record Action(String id, String title, int strictness, boolean reversible, Restriction restriction) {}

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

        /** Higher covers more: never drawn, then held, then words for a thumbnail, then blur, then grey. */
        public int strictness() {
            return (render ? 0 : 10_000) + (reveal.equals("hold") ? 4_000 : 0) + (textOnlyThumbnail ? 2_000 : 0) + blur * 10 + (grey ? 1 : 0);
        }
    }

    /** Whether a finding is refused without a piece of evidence, or the reviewer is only asked for it. */
    public enum Demand { REQUIRED, RECOMMENDED }

    /**
     * Who takes over an escalated item.
     *
     * @param hours within which it has to be decided
     * @param fourEyes whether it is kept from whoever passed it up
     */
    public record Ladder(String id, String toRole, double hours, boolean fourEyes) {
        public Duration clock() {
            return Clocks.of(hours);
        }
    }

    /** Within how many hours further looks that no ladder names have to be decided. */
    public record Clocks(Duration secondOpinion, Duration adjudication, Duration appeal) {
        static Duration of(double hours) {
            return Duration.ofSeconds(Math.round(hours * 3600));
        }
    }

    /**
     * A lane of work.
     *
     * @param labels ids of the labels whose suspicion routes an item here; empty for the last lane, which takes the rest
     * @param keeping of its items; empty: as the defaults say
     */
    public record LaneRule(String id, String title, Severity severity, String skill, List<String> labels, Optional<Keeping> keeping) {
        public LaneRule {
            labels = List.copyOf(labels);
        }

        /** One that keeps its items as the defaults say. */
        public LaneRule(String id, String title, Severity severity, String skill, List<String> labels) {
            this(id, title, severity, skill, labels, Optional.empty());
        }
    }

    /**
     * How a model's label is read as suspicion of a policy label.
     *
     * @param model id of the model, or {@code *}
     * @param modelLabel the model's label
     * @param weight 0..1: how much of the calibrated score counts for priority
     * @param review score at or over which a person looks; empty: the model's own threshold
     */
    public record ScoreRule(String model, String modelLabel, String label, double weight, Optional<Double> review, String reason) {}

    /**
     * How a statement that AI made or changed a picture is read.
     *
     * @param strength signed, disclosure, metadata or hint
     * @param likelihood 0..1, counted for priority like a score
     */
    public record AiStatementRule(String strength, String label, double likelihood) {}
}
