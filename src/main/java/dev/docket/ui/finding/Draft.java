package dev.docket.ui.finding;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Severity;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A verdict in the making: what was chosen so far, and nothing that was not. What is empty is the label's default once
 * it is committed.
 *
 * @param labels ids in the order they were chosen; the first is the primary one
 * @param places ISO 3166 codes
 * @param reason id of a reason of the primary label
 * @param parameters what is filled into the reason, by name
 */
public record Draft(
        List<String> labels, Optional<Severity> severity, Optional<String> action, Optional<OriginFinding> origin, List<String> places,
        Optional<String> reason, Map<String, String> parameters, Optional<String> note, List<Mark> marks) {
    public static final Draft EMPTY = new Draft(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
            Optional.empty(), Map.of(), Optional.empty(), List.of());

    public Draft {
        labels = List.copyOf(labels);
        places = List.copyOf(places);
        parameters = Map.copyOf(parameters);
        marks = List.copyOf(marks);
    }

    /** A finding as it was put together; EMPTY where it was a label with its defaults and nothing more. */
    public static Draft of(Finding finding, PolicyPack pack) {
        List<String> labels = Stream.concat(Stream.of(finding.label()), finding.additional().stream()).filter(id -> pack.find(id).isPresent()).toList();
        Draft bare = EMPTY.withLabels(labels.subList(0, Math.min(1, labels.size())));
        Draft whole = pack.find(finding.label()).map(label -> new Draft(labels,
                Optional.of(finding.severity()).filter(severity -> severity != label.severity()),
                Optional.of(finding.action()).filter(action -> !action.equals(label.defaultAction())),
                finding.origin(), finding.jurisdictions(), finding.rationale(), finding.parameters(), finding.note(),
                finding.regions().stream().map(region -> Mark.of(region, finding.label())).toList()).allowed(pack)).orElse(EMPTY);
        return whole.equals(bare) ? EMPTY : whole;
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    public Optional<String> primary() {
        return labels.stream().findFirst();
    }

    /** With the label as the primary one, the others behind it. */
    public Draft withPrimary(String label) {
        List<String> chosen = new ArrayList<>(labels);
        chosen.remove(label);
        chosen.addFirst(label);
        return withLabels(chosen);
    }

    /** With the label behind the others, or without it when it is there. */
    public Draft toggled(String label) {
        List<String> chosen = new ArrayList<>(labels);
        if (!chosen.remove(label)) {
            chosen.add(label);
        }
        return withLabels(chosen);
    }

    Draft without(String label) {
        return withLabels(labels.stream().filter(id -> !id.equals(label)).toList());
    }

    private Draft withLabels(List<String> chosen) {
        return new Draft(chosen, severity, action, origin, places, reason, parameters, note, marks);
    }

    public Draft withSeverity(Optional<Severity> chosen) {
        return new Draft(labels, chosen, action, origin, places, reason, parameters, note, marks);
    }

    public Draft withAction(Optional<String> chosen) {
        return new Draft(labels, severity, chosen, origin, places, reason, parameters, note, marks);
    }

    public Draft withOrigin(Optional<OriginFinding> found) {
        return new Draft(labels, severity, action, found, places, reason, parameters, note, marks);
    }

    public Draft withPlaces(List<String> codes) {
        return new Draft(labels, severity, action, origin, codes, reason, parameters, note, marks);
    }

    public Draft withReason(Optional<String> id, Map<String, String> values, Optional<String> words) {
        return new Draft(labels, severity, action, origin, places, id, values, words, marks);
    }

    public Draft withMarks(List<Mark> drawn) {
        return new Draft(labels, severity, action, origin, places, reason, parameters, note, drawn);
    }

    /** Without what the primary label does not allow: a severity out of its range, an action or a reason of another label. */
    public Draft allowed(PolicyPack pack) {
        Optional<Label> label = primary().flatMap(pack::find);
        if (label.isEmpty()) {
            return this;
        }
        boolean reasoned = reason.filter(id -> !label.get().rationales().containsKey(id)).isEmpty();
        return withSeverity(severity.filter(label.get().severityRange()::contains))
                .withAction(action.filter(label.get().allowedActions()::contains))
                .withReason(reasoned ? reason : Optional.empty(), reasoned ? parameters : Map.of(), note);
    }

    /** What it comes to; empty while no label is chosen. */
    public Optional<Finding> finding(PolicyPack pack, boolean sure) {
        return primary().flatMap(pack::find).map(label -> new Finding(label.id(), labels.subList(1, labels.size()),
                severity.orElse(label.severity()), action.orElse(label.defaultAction()), sure, reason, note, origin, places,
                marks.stream().map(mark -> mark.region(labels)).toList(), parameters));
    }
}
