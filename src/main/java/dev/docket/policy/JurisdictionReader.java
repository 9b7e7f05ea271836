package dev.docket.policy;

import dev.docket.policy.PolicyPack.Action;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Jurisdiction.Overlay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the section {@code jurisdictions}, merges what a place inherits, and refuses overlays that loosen. One reading each. */
final class JurisdictionReader {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final Map<String, Action> actions;
    private final Map<String, DisplayProfile> displays;
    private final Map<String, Jurisdiction> done = new LinkedHashMap<>();

    JurisdictionReader(List<Label> labels, Map<String, Action> actions, Map<String, DisplayProfile> displays) {
        labels.forEach(label -> this.labels.putIfAbsent(label.id(), label));
        this.actions = actions;
        this.displays = displays;
    }

    /** In the order of the file, each with what it inherits merged in. */
    Map<String, Jurisdiction> read(Fields top) {
        Optional<Fields> section = top.optional("jurisdictions");
        if (section.isEmpty()) {
            return Map.of();
        }
        Map<String, Fields> places = section.get().named(
                code -> CODE.matcher(code).matches(), "an ISO 3166 code such as DE or US-CA");
        Map<String, Jurisdiction> ordered = new LinkedHashMap<>();
        places.keySet().forEach(code -> ordered.put(code, place(code, places, new ArrayList<>())));
        Set<String> members = new TreeSet<>();
        places.forEach((code, fields) -> {
            for (String member : ordered.get(code).members()) {
                if (!members.add(member)) {
                    fields.fault("members", "'" + member + "' is a member of two places; which one binds it is not clear");
                }
            }
        });
        return ordered;
    }

    private Jurisdiction place(String code, Map<String, Fields> places, List<String> heirs) {
        if (done.containsKey(code)) {
            return done.get(code);
        }
        Fields fields = places.get(code);
        heirs.add(code);
        Optional<String> parent = fields.optionalOneOf("inherits", places.keySet(), "jurisdiction").filter(places::containsKey);
        if (parent.isPresent() && heirs.contains(parent.get())) {
            fields.fault("inherits", "goes round in a circle: " + String.join(", ", heirs));
            parent = Optional.empty();
        }
        Map<String, Overlay> inherited = parent.map(p -> place(p, places, heirs).labels()).orElse(Map.of());
        Map<String, Overlay> overlays = new LinkedHashMap<>(inherited);
        fields.optional("labels").ifPresent(section -> overlays.putAll(overlays(section, inherited)));
        List<String> members = fields.texts("members", 6);
        members.stream().filter(m -> !m.isEmpty() && !CODE.matcher(m).matches())
                .forEach(m -> fields.fault("members", "holds a code that is not ISO 3166, such as DE or US-CA"));
        Jurisdiction place = new Jurisdiction(code, fields.optionalText("note", 500).orElse(""), parent, members, overlays);
        fields.noMore();
        done.put(code, place);
        return place;
    }

    private Map<String, Overlay> overlays(Fields section, Map<String, Overlay> inherited) {
        Map<String, Overlay> overlays = new LinkedHashMap<>();
        section.named(labels::containsKey, "a label of this pack").forEach((id, fields) -> {
            Overlay own = new Overlay(
                    fields.optionalSeverity("severity"), fields.optionalOneOf("default_action", actions.keySet(), "action"),
                    fields.optionalOneOf("display", displays.keySet(), "display profile"),
                    fields.optionalOneOf("export", LabelReader.EXPORTS, "export mode"),
                    fields.optionalNumber("removal_hours", 0.1, 10_000), fields.optionalText("legal_ref", 200), fields.flag("illegal", false));
            if (own.illegal() && own.legalRef().isEmpty()) {
                fields.fault("illegal", "needs the law beside it, as legal_ref");
            }
            fields.noMore();
            Overlay above = inherited.get(id);
            if (labels.containsKey(id)) {
                onlyTightens(fields, own, above == null ? labels.get(id) : above.on(labels.get(id)));
            }
            overlays.put(id, above == null ? own : own.over(above));
        });
        return overlays;
    }

    /** Compares with the label as it stands without this place. */
    private void onlyTightens(Fields fields, Overlay own, Label label) {
        own.severity().ifPresent(severity -> {
            refuseIf(severity.compareTo(label.severity()) < 0, fields, "severity", "is milder than " + label.severity());
            if (!label.severityRange().contains(severity)) {
                fields.fault("severity", severity + " is not in the label's range " + label.severityRange());
            }
        });
        own.defaultAction().filter(actions::containsKey).ifPresent(id -> {
            refuseIf(strictness(id) < strictness(label.defaultAction()), fields, "default_action", "is milder than " + label.defaultAction());
            if (!label.allowedActions().contains(id)) {
                fields.fault("default_action", "'" + id + "' is not among the label's allowed_actions");
            }
        });
        own.display().filter(displays::containsKey).filter(_ -> displays.containsKey(label.display())).ifPresent(id -> refuseIf(
                displays.get(id).strictness() < displays.get(label.display()).strictness(), fields, "display", "covers less than " + label.display()));
        own.export().ifPresent(mode -> refuseIf(
                LabelReader.EXPORTS.indexOf(mode) < LabelReader.EXPORTS.indexOf(label.export()), fields, "export", "lets out more than " + label.export()));
        own.removalHours().ifPresent(hours -> refuseIf(
                label.removalHours().isPresent() && hours > label.removalHours().get(), fields, "removal_hours",
                "is longer than the " + Sentences.hours(label.removalHours().orElse(0.0)) + " that hold without it"));
    }

    private int strictness(String action) {
        return actions.containsKey(action) ? actions.get(action).strictness() : 0;
    }

    private static void refuseIf(boolean loosens, Fields fields, String name, String why) {
        if (loosens) {
            fields.fault(name, why + "; a place may only tighten");
        }
    }
}
