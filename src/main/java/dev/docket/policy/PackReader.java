package dev.docket.policy;

import dev.docket.policy.PolicyPack.Action;
import dev.docket.policy.PolicyPack.AiStatementRule;
import dev.docket.policy.PolicyPack.Clocks;
import dev.docket.policy.PolicyPack.Defaults;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.PolicyPack.Ladder;
import dev.docket.policy.PolicyPack.LaneRule;
import dev.docket.policy.PolicyPack.Release;
import dev.docket.policy.PolicyPack.ScoreRule;
import dev.docket.storage.ContentHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the sections of a pack in the order in which they refer to each other, whatever their order in the file. One reading each. */
final class PackReader {
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    static final String ID_FORM = "an id (a small letter, then small letters, digits and _, at most 40)";
    /** Actions that Docket itself acts on; a pack cannot do without them. */
    static final List<String> NEEDED_ACTIONS = List.of("allow", "escalate", "quarantine", "no_decision");
    /** Lanes of further looks, made by the queue. */
    private static final List<String> OWN_LANES = List.of("escalated", "adjudication", "appeals");
    private static final double DAY = 24;
    static final Pattern PACK_ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    static final Pattern VERSION = Pattern.compile("[0-9]{1,5}\\.[0-9]{1,5}\\.[0-9]{1,5}(-[0-9A-Za-z.-]{1,20})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");

    /** A pack but for its hash. */
    record Content(
            String id, String version, String notes, Defaults defaults, PriorityWeights priority, List<Label> labels,
            Map<String, Action> actions, Map<String, DisplayProfile> displayProfiles, Map<String, Ladder> ladders,
            Clocks clocks, DoubleReview doubleReview, List<LaneRule> lanes, List<ScoreRule> scores, List<AiStatementRule> aiStatements,
            List<ProvenanceRule> provenance, Map<String, Jurisdiction> jurisdictions, List<String> noDecisionReasons,
            Map<String, NoticeWords> notices) {
        PolicyPack pack(ContentHash sha256, String text) {
            return new PolicyPack(
                    new PackRef(id, version, sha256), text, notes, defaults, priority, labels, actions, displayProfiles, ladders,
                    clocks, doubleReview, lanes, scores, aiStatements, provenance, jurisdictions, noDecisionReasons, notices);
        }
    }

    private final Faults faults;

    PackReader(Faults faults) {
        this.faults = faults;
    }

    /** Null when the text is not YAML, which is then among the faults; not to be used when there are any faults. */
    Content read(String yaml) {
        return YamlText.nodes(yaml, faults).map(node -> read(new Fields(node, "", "", faults))).orElse(null);
    }

    private Content read(Fields top) {
        Fields about = top.required("pack");
        String id = about.text("id", PACK_ID, "an id (small letters, digits and -, at most 60)");
        String version = about.text("version", VERSION, "a version such as 1.0.0");
        about.optional("effective_from", DATE, "a date such as 2026-12-01");
        about.optionalText("owner", 200);
        String notes = about.optionalText("notes", 2000).orElse("");
        about.noMore();

        Map<String, Action> actions = actions(top.required("actions"));
        Map<String, DisplayProfile> displays = displays(top.required("display_profiles"));
        Map<String, Ladder> ladders = top.optional("ladders").map(this::ladders).orElse(Map.of());
        List<Label> labels = new LabelReader(actions, displays, ladders).read(top);
        Set<String> labelIds = new LinkedHashSet<>();
        labels.forEach(label -> labelIds.add(label.id()));
        Content content = new Content(
                id, version, notes, defaults(top.required("defaults"), displays), priority(top.required("priority")), labels,
                actions, displays, ladders, clocks(top), DoubleReview.read(top.orEmpty("double_review")), lanes(top, labelIds), scores(top, labelIds), aiStatements(top, labelIds),
                ProvenanceRuleReader.read(top, labelIds), new JurisdictionReader(labels, actions, displays).read(top), reasons(top), NoticeWords.read(top));
        top.noMore();
        return content;
    }

    private Defaults defaults(Fields fields, Map<String, DisplayProfile> displays) {
        Defaults defaults = new Defaults(
                fields.oneOf("release", List.of("never", "nothing_suspected"), "release rule").equals("never")
                        ? Release.NEVER : Release.NOTHING_SUSPECTED,
                fields.oneOf("display", displays.keySet(), "display profile"), Keeping.read(fields.orEmpty("keep_days")));
        fields.noMore();
        return defaults;
    }

    private PriorityWeights priority(Fields fields) {
        Fields points = fields.required("severity");
        Map<Severity, Double> severity = new EnumMap<>(Severity.class);
        double before = 0;
        for (Severity s : Severity.values()) {
            double value = points.number(s.name(), 0, 100);
            if (value < before && points.has(s.name())) {
                points.fault(s.name(), "weighs less than a milder severity");
            }
            before = Math.max(before, value);
            severity.put(s, value);
        }
        points.noMore();
        PriorityWeights weights = new PriorityWeights(
                severity, fields.number("deadline", 0, 100), fields.number("deadline_hours", 0.1, 10_000),
                fields.number("reports", 0, 100), fields.number("contradiction", 0, 100));
        fields.noMore();
        return weights;
    }

    private Map<String, Action> actions(Fields section) {
        Map<String, Action> actions = new LinkedHashMap<>();
        section.named(id -> ID.matcher(id).matches(), ID_FORM).forEach((id, fields) -> {
            int strictness = (int) fields.number("strictness", 0, 100);
            actions.put(id, new Action(id, fields.text("title", 40), strictness, fields.flag("reversible", true), restriction(id, strictness, fields)));
            fields.noMore();
        });
        for (String needed : NEEDED_ACTIONS) {
            if (!actions.containsKey(needed)) {
                section.fault(needed, "is missing; Docket itself needs this action");
            }
        }
        return actions;
    }

    private static Restriction restriction(String id, int strictness, Fields fields) {
        Restriction said = fields.optionalOneOf("restriction", Restriction.WORDS, "restriction").filter(Restriction.WORDS::contains)
                .map(Restriction::of).orElseGet(() -> Restriction.usual(id, strictness));
        if (said != Restriction.NONE && !Restriction.mayRestrict(id)) {
            fields.fault("restriction", "of " + id + " has to be none: it decides nothing for whoever posted the picture");
        }
        return said;
    }

    private Map<String, DisplayProfile> displays(Fields section) {
        Map<String, DisplayProfile> displays = new LinkedHashMap<>();
        section.named(id -> ID.matcher(id).matches(), ID_FORM).forEach((id, fields) -> {
            boolean never = fields.optionalOneOf("render", List.of("yes", "never"), "way to render").orElse("yes").equals("never");
            int blur = fields.optionalNumber("blur", 0, 100).orElse(never ? 100.0 : 0.0).intValue();
            boolean grey = fields.flag("grey", never);
            String reveal = fields.optionalOneOf("reveal", List.of("none", "hold"), "way to reveal").orElse(never ? "hold" : "none");
            String thumbnail = fields.optionalOneOf("thumbnail", List.of("picture", "text_only"), "thumbnail")
                    .orElse(never ? "text_only" : "picture");
            if (blur > 0 && reveal.equals("none")) {
                fields.fault("reveal", "has to be hold where blur is above 0, or nobody could look");
            }
            if (never && (fields.has("reveal") || fields.has("blur") || fields.has("grey") || fields.has("thumbnail"))) {
                fields.fault("render", "is never: no other field applies");
            }
            displays.put(id, new DisplayProfile(id, blur, grey, reveal, thumbnail.equals("text_only"), !never));
            fields.noMore();
        });
        return displays;
    }

    private Map<String, Ladder> ladders(Fields section) {
        Map<String, Ladder> ladders = new LinkedHashMap<>();
        section.named(id -> ID.matcher(id).matches(), ID_FORM).forEach((id, fields) -> {
            ladders.put(id, new Ladder(id, fields.text("to_role", 40), fields.number("hours", 0.1, 10_000), fields.flag("four_eyes", false)));
            fields.noMore();
        });
        return ladders;
    }

    private static Clocks clocks(Fields top) {
        Optional<Fields> section = top.optional("clocks");
        Clocks clocks = new Clocks(hours(section, "second_opinion", DAY), hours(section, "adjudication", DAY), hours(section, "appeal", 7 * DAY));
        section.ifPresent(Fields::noMore);
        return clocks;
    }

    private static Duration hours(Optional<Fields> section, String name, double unlessSaid) {
        return Clocks.of(section.flatMap(fields -> fields.optionalNumber(name, 0.1, 10_000)).orElse(unlessSaid));
    }

    private List<LaneRule> lanes(Fields top, Set<String> labelIds) {
        List<Fields> all = top.each("lanes");
        Map<String, String> laneOf = new LinkedHashMap<>();
        List<LaneRule> lanes = new ArrayList<>();
        for (Fields fields : all) {
            String id = fields.text("id", ID, ID_FORM);
            List<String> labels = fields.words("labels", labelIds, "label");
            for (String label : labels) {
                if (laneOf.putIfAbsent(label, id) != null && !laneOf.get(label).equals(id)) {
                    fields.fault("labels", "'" + label + "' is already routed to lane '" + laneOf.get(label) + "'");
                }
            }
            boolean last = fields == all.getLast();
            if (last && !labels.isEmpty()) {
                fields.fault("labels", "the last lane takes everything else; it names no labels");
            } else if (!last && labels.isEmpty()) {
                fields.fault("labels", "names no label; only the last lane takes everything else");
            }
            if (OWN_LANES.contains(id)) {
                fields.fault("id", "'" + id + "' is the name of a lane that every desk has");
            }
            if (lanes.stream().anyMatch(lane -> lane.id().equals(id))) {
                fields.fault("id", "'" + id + "' is the id of an earlier lane");
            }
            lanes.add(new LaneRule(id, fields.text("title", 80), fields.severity("severity"), fields.text("skill", 40), labels,
                    Optional.of(Keeping.read(fields.orEmpty("keep_days"))).filter(_ -> fields.has("keep_days"))));
            fields.noMore();
        }
        if (top.has("lanes") && all.isEmpty()) {
            top.fault("lanes", "is empty; a pack needs at least one lane");
        }
        return lanes;
    }

    private List<ScoreRule> scores(Fields top, Set<String> labelIds) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<ScoreRule> rules = new ArrayList<>();
        for (Fields fields : top.each("scores")) {
            ScoreRule rule = new ScoreRule(
                    fields.text("model", 80), fields.text("model_label", 60), fields.oneOf("label", labelIds, "label"),
                    fields.number("weight", 0, 1), fields.optionalNumber("review", 0, 1), fields.optionalText("reason", 200).orElse(""));
            Integer earlier = seen.putIfAbsent(rule.model() + "\n" + rule.modelLabel(), fields.line());
            if (earlier != null) {
                fields.fault("model_label", "'" + rule.modelLabel() + "' of model '" + rule.model() + "' is already read by the rule on line " + earlier);
            }
            rules.add(rule);
            fields.noMore();
        }
        return rules;
    }

    private List<AiStatementRule> aiStatements(Fields top, Set<String> labelIds) {
        List<AiStatementRule> rules = new ArrayList<>();
        for (Fields fields : top.each("ai_statements")) {
            AiStatementRule rule = new AiStatementRule(
                    fields.oneOf("strength", List.of("signed", "disclosure", "metadata", "hint"), "strength"),
                    fields.oneOf("label", labelIds, "label"), fields.number("likelihood", 0, 1));
            if (rules.stream().anyMatch(r -> r.strength().equals(rule.strength()))) {
                fields.fault("strength", "'" + rule.strength() + "' has a rule already");
            }
            rules.add(rule);
            fields.noMore();
        }
        return rules;
    }

    private List<String> reasons(Fields top) {
        List<String> reasons = top.texts("no_decision_reasons", 40);
        if (reasons.isEmpty()) {
            top.fault("no_decision_reasons", top.has("no_decision_reasons") ? "is empty" : "is missing");
        }
        return reasons;
    }
}
