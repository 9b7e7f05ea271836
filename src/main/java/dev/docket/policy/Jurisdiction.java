package dev.docket.policy;

import dev.docket.policy.PolicyPack.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a place tightens.
 *
 * @param members ISO 3166 codes of places without an overlay of their own that this one binds
 * @param labels by id of the label
 */
public record Jurisdiction(String id, String note, Optional<String> inherits, List<String> members, Map<String, Overlay> labels) {
    public Jurisdiction {
        members = List.copyOf(members);
        labels = PolicyPack.ordered(labels);
    }

    /** Hours within which an item has to be decided, by label, where this place sets a clock. */
    public Map<String, Double> removalHours() {
        Map<String, Double> hours = new LinkedHashMap<>();
        labels.forEach((label, overlay) -> overlay.removalHours().ifPresent(h -> hours.put(label, h)));
        return hours;
    }

    /**
     * What a place changes on one label; empty leaves it as it is.
     *
     * @param illegal whether {@code legalRef} forbids what the label says, for statements of reasons
     */
    public record Overlay(
            Optional<Severity> severity, Optional<String> defaultAction, Optional<String> display, Optional<String> export,
            Optional<Double> removalHours, Optional<String> legalRef, boolean illegal) {

        /** This over that: fields of this one win. */
        Overlay over(Overlay that) {
            return new Overlay(
                    severity.or(that::severity), defaultAction.or(that::defaultAction), display.or(that::display),
                    export.or(that::export), removalHours.or(that::removalHours), legalRef.or(that::legalRef), illegal || that.illegal);
        }

        Label on(Label l) {
            return new Label(
                    l.id(), l.title(), l.shortTitle(), l.hotkey(), l.definition(), l.notThis(),
                    severity.orElse(l.severity()), l.severityRange(), defaultAction.orElse(l.defaultAction()), l.allowedActions(),
                    display.orElse(l.display()), export.orElse(l.export()), l.training(), l.ladder(), l.rationales(),
                    l.evidence(), l.propagation(), removalHours.or(l::removalHours), legalRef.or(l::legalRef),
                    illegal ? Optional.of(l.statement().orElseGet(() -> StatementGrounds.unsaid(l.title())).under(legalRef.orElseThrow())) : l.statement());
        }
    }
}
