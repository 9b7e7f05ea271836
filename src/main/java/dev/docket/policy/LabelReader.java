package dev.docket.policy;

import dev.docket.policy.PolicyPack.Action;
import dev.docket.policy.PolicyPack.Demand;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.PolicyPack.Ladder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the section {@code labels} and holds the rules between a label's fields. One reading each. */
final class LabelReader {
    /** How much of an item leaves the desk in a decision set, from most to least. */
    static final List<String> EXPORTS = List.of("full", "derived", "hash_only", "never");
    private static final List<String> DEMANDS = List.of("required", "recommended");
    private static final int MAX_SHORT_TITLE = 26;
    private static final Pattern HOTKEY = Pattern.compile("[1-9]|0 [a-z]|q");

    private final Map<String, Action> actions;
    private final Map<String, DisplayProfile> displays;
    private final Map<String, Ladder> ladders;

    LabelReader(Map<String, Action> actions, Map<String, DisplayProfile> displays, Map<String, Ladder> ladders) {
        this.actions = actions;
        this.displays = displays;
        this.ladders = ladders;
    }

    List<Label> read(Fields top) {
        List<Label> labels = new ArrayList<>();
        for (Fields fields : top.each("labels")) {
            Label label = label(fields);
            for (Label earlier : labels) {
                if (fields.has("id") && earlier.id().equals(label.id())) {
                    fields.fault("id", "'" + label.id() + "' is the id of an earlier label");
                }
                if (fields.has("hotkey") && earlier.hotkey().equals(label.hotkey())) {
                    fields.fault("hotkey", "'" + label.hotkey() + "' is already the key of label '" + earlier.id() + "'");
                }
            }
            labels.add(label);
        }
        if (top.has("labels") && labels.stream().noneMatch(l -> l.id().equals(PolicyPack.MINORS_SAFETY))) {
            top.fault("labels", "has no label '" + PolicyPack.MINORS_SAFETY + "', which every pack needs for quarantine");
        }
        return labels;
    }

    private Label label(Fields fields) {
        String title = fields.text("title", 120);
        Fields severity = fields.required("severity");
        String id = fields.text("id", PackReader.ID, PackReader.ID_FORM);
        Label label = new Label(
                id, title, shortTitle(fields, title),
                fields.text("hotkey", HOTKEY, "a key: \"1\" to \"9\", \"0 a\" to \"0 z\", or \"q\""),
                fields.optionalText("definition", 2000).orElse(""), fields.texts("not_this", 200),
                severity.severity("default"), severity.severityList("range"),
                fields.oneOf("default_action", actions.keySet(), "action"), fields.someWords("allowed_actions", actions.keySet(), "action"),
                fields.oneOf("display", displays.keySet(), "display profile"), fields.oneOf("export", EXPORTS, "export mode"),
                fields.flag("training", true), fields.optionalOneOf("escalate_ladder", ladders.keySet(), "ladder"),
                fields.optional("rationales").map(RationaleReader::read).orElse(Map.of()),
                evidence(fields), propagation(fields, id), fields.optionalNumber("removal_hours", 0.1, 10_000), Optional.empty(), StatementGrounds.read(fields));
        fields.noMore();
        severity.noMore();
        rules(fields, severity, label);
        return label;
    }

    private static Map<Evidence, Demand> evidence(Fields fields) {
        Map<Evidence, Demand> demands = new EnumMap<>(Evidence.class);
        fields.optional("evidence").ifPresent(section -> {
            for (Evidence evidence : Evidence.values()) {
                section.optionalOneOf(evidence.word(), DEMANDS, "demand").ifPresent(word ->
                        demands.put(evidence, word.equals("recommended") ? Demand.RECOMMENDED : Demand.REQUIRED));
            }
            section.noMore();
        });
        return demands;
    }

    private static PropagationRule propagation(Fields fields, String id) {
        return fields.optionalOneOf("propagate", PropagationRule.WORDS, "rule").flatMap(PropagationRule::of)
                .orElse(id.equals(PolicyPack.MINORS_SAFETY) ? PropagationRule.EXACT_QUARANTINE : PropagationRule.NEVER);
    }

    private String shortTitle(Fields fields, String title) {
        Optional<String> given = fields.optionalText("short_title", MAX_SHORT_TITLE);
        if (given.isEmpty() && title.length() > MAX_SHORT_TITLE) {
            fields.fault("short_title", "is missing; it is needed where the title has more than " + MAX_SHORT_TITLE + " characters");
        }
        return given.orElse(title);
    }

    private void rules(Fields fields, Fields severity, Label label) {
        if (severity.has("default") && severity.has("range") && !label.severityRange().contains(label.severity())) {
            severity.fault("default", label.severity() + " is not in the range " + label.severityRange());
        }
        if (fields.has("default_action") && fields.has("allowed_actions") && !label.allowedActions().contains(label.defaultAction())) {
            fields.fault("default_action", "'" + label.defaultAction() + "' is not among allowed_actions");
        }
        if (label.requires(Evidence.RATIONALE) && label.rationales().isEmpty()) {
            fields.fault("evidence", "requires a reason, but the label has no rationales to choose from");
        }
        if (label.id().equals(PolicyPack.MINORS_SAFETY)) {
            quarantineOnly(fields, label);
        } else {
            forQuarantineOnly(fields, label);
        }
    }

    private static void forQuarantineOnly(Fields fields, Label label) {
        if (label.hotkey().equals("q")) {
            fields.fault("hotkey", "'q' is kept for " + PolicyPack.MINORS_SAFETY);
        }
        if (label.propagation() == PropagationRule.EXACT_QUARANTINE) {
            fields.fault("propagate", "'exact_quarantine' is kept for " + PolicyPack.MINORS_SAFETY);
        }
    }

    /** Reviewers never see, classify or comment on such a picture, and nothing of it leaves. */
    private void quarantineOnly(Fields fields, Label label) {
        if (!label.defaultAction().equals("quarantine") || !label.allowedActions().equals(List.of("quarantine"))) {
            fields.fault("allowed_actions", "of " + PolicyPack.MINORS_SAFETY + " has to be [quarantine], and default_action quarantine");
        }
        DisplayProfile display = displays.get(label.display());
        if (display != null && display.render()) {
            fields.fault("display", "of " + PolicyPack.MINORS_SAFETY + " has to be a profile with render: never");
        }
        if (!label.export().equals("never")) {
            fields.fault("export", "of " + PolicyPack.MINORS_SAFETY + " has to be never");
        }
        if (label.training()) {
            fields.fault("training", "of " + PolicyPack.MINORS_SAFETY + " has to be false");
        }
        if (label.severityRange().size() != 1 || label.severity() != Severity.S4) {
            fields.fault("severity", "of " + PolicyPack.MINORS_SAFETY + " has to be {default: S4, range: [S4]}");
        }
        if (!label.hotkey().equals("q")) {
            fields.fault("hotkey", "of " + PolicyPack.MINORS_SAFETY + " has to be \"q\"");
        }
        if (label.propagation() != PropagationRule.EXACT_QUARANTINE) {
            fields.fault("propagate", "of " + PolicyPack.MINORS_SAFETY + " has to be exact_quarantine");
        }
        if (!label.evidence().isEmpty()) {
            fields.fault("evidence", "of " + PolicyPack.MINORS_SAFETY + " has to be left out: nobody annotates such a picture");
        }
    }
}
