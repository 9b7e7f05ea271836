package dev.docket.verdict;

import dev.docket.policy.Evidence;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a finding has to be under a pack. Several threads. */
public final class FindingRules {
    private static final Pattern PLACE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    /** Asking somebody else, or leaving it open, needs no proof. */
    private static final List<String> UNPROVED = List.of(VerdictDesk.ESCALATE, "no_decision");

    private final PolicyPack pack;

    public FindingRules(PolicyPack pack) {
        this.pack = pack;
    }

    /** What the pack requires of the finding and it does not have yet, in the order of {@link Evidence}. */
    public List<Evidence> missing(Finding finding) {
        return missing(finding, false);
    }

    /** The same of a finding made on a report of provenance. @param stated whether that states AI by more than a hint, which is a {@link Evidence#BASIS} */
    public List<Evidence> missing(Finding finding, boolean stated) {
        return pack.find(finding.label()).filter(_ -> !UNPROVED.contains(finding.action())).stream()
                .flatMap(label -> Stream.of(Evidence.values()).filter(label::requires)).filter(evidence -> !has(finding, evidence) && !(stated && evidence == Evidence.BASIS)).toList();
    }

    /**
     * Accepts a finding made under this pack.
     *
     * @param stated as in {@link #missing(Finding, boolean)}; asked where it matters
     * @throws MissingEvidence with a sentence that says what is missing
     * @throws IllegalArgumentException when something in it is not what the pack allows, which no screen should offer
     */
    void check(Finding finding, BooleanSupplier stated) {
        wrong(finding).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        List<Evidence> missing = missing(finding);
        if (!missing.isEmpty() && !(missing.equals(List.of(Evidence.BASIS)) && stated.getAsBoolean())) {
            throw new MissingEvidence(pack.label(finding.label()).shortTitle(), missing);
        }
    }

    /** The same of one whose report states nothing. */
    void check(Finding finding) {
        check(finding, () -> false);
    }

    /** Whether it is written as ISO 3166 writes places: {@code DE}, {@code US-CA}. */
    public static boolean isPlace(String code) {
        return PLACE.matcher(code).matches();
    }

    private static boolean has(Finding finding, Evidence evidence) {
        return switch (evidence) {
            case BASIS -> has(finding, Evidence.ORIGIN) || has(finding, Evidence.RATIONALE) || has(finding, Evidence.NOTE);
            case REGION -> !finding.regions().isEmpty();
            case RATIONALE -> finding.rationale().isPresent();
            case ORIGIN -> finding.origin().isPresent();
            case NOTE -> finding.note().filter(note -> !note.isBlank()).isPresent();
        };
    }

    private Optional<String> wrong(Finding finding) {
        Optional<Label> known = pack.find(finding.label());
        if (known.isEmpty()) {
            return Optional.of("No label '" + finding.label() + "' in " + pack.ref().name());
        }
        Label label = known.get();
        if (label.id().equals(PolicyPack.MINORS_SAFETY)) {
            return Optional.of("Suspected child-safety material is quarantined, not decided");
        }
        if (!label.severityRange().contains(finding.severity())) {
            return Optional.of(label.id() + " is one of " + label.severityRange() + ", not " + finding.severity());
        }
        if (!label.allowedActions().contains(finding.action())) {
            return Optional.of(label.id() + " allows " + label.allowedActions() + ", not " + finding.action());
        }
        return wrongLabels(finding).or(() -> wrongPlaces(finding)).or(() -> wrongRationale(finding, label));
    }

    private Optional<String> wrongLabels(Finding finding) {
        List<String> labels = labels(finding);
        if (labels.stream().distinct().count() < labels.size()) {
            return Optional.of("A label stands in the finding twice: " + labels);
        }
        Optional<String> unknown = Stream.concat(labels.stream(), finding.regions().stream().map(Region::label))
                .filter(id -> pack.find(id).isEmpty()).findFirst();
        if (unknown.isPresent()) {
            return unknown.map(id -> "No label '" + id + "' in " + pack.ref().name());
        }
        return finding.regions().stream().map(Region::label).filter(id -> !labels.contains(id)).findFirst()
                .map(id -> "A region shows '" + id + "', which is none of the finding's labels " + labels);
    }

    private static List<String> labels(Finding finding) {
        return Stream.concat(Stream.of(finding.label()), finding.additional().stream()).toList();
    }

    private static Optional<String> wrongPlaces(Finding finding) {
        return finding.jurisdictions().stream().filter(code -> !isPlace(code)).findFirst()
                .map(code -> "'" + code + "' is not an ISO 3166 code such as DE or US-CA");
    }

    private static Optional<String> wrongRationale(Finding finding, Label label) {
        if (finding.rationale().isEmpty()) {
            return finding.parameters().isEmpty() ? Optional.empty() : Optional.of("Words are filled in, but no reason is chosen");
        }
        String id = finding.rationale().get();
        return label.rationales().containsKey(id) ? label.rationales().get(id).fault(finding.parameters())
                : Optional.of("No reason '" + id + "' of label " + label.id());
    }
}
