package dev.docket.dsa;

import dev.docket.item.ItemFacts;
import dev.docket.item.ItemFacts.FlaggedBy;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Action;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Rationale;
import dev.docket.policy.Restriction;
import dev.docket.policy.StatementGrounds;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import dev.docket.verdict.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a decision did, under the pack it was made by: the facts that a statement and the notice to the user are both worded from.
 *
 * @param places where it holds, as codes of the pack: never empty
 * @param territory the same as codes of the EEA; empty: nowhere there
 * @param source how it came in, where a person told of it
 */
record Measure(
        Verdict decision, PolicyPack pack, ItemFacts facts, Optional<Label> label, Restriction restriction, String actionTitle,
        StatementGrounds grounds, List<String> places, List<String> territory) {
    private static final List<OriginFinding> AI = List.of(OriginFinding.AI_CONFIRMED, OriginFinding.AI_SUSPECTED, OriginFinding.AI_EDITED_REAL);
    private static final String UNPUBLISHED = "[…]";

    /** @param decision with a finding */
    static Measure of(Verdict decision, PolicyPack pack, ItemFacts facts) {
        Finding finding = decision.finding().orElseThrow();
        List<String> places = finding.jurisdictions().isEmpty() ? List.of(facts.jurisdiction()) : finding.jurisdictions();
        List<String> inEea = places.stream().filter(place -> !Territory.of(List.of(place)).isEmpty()).toList();
        Optional<Label> label = pack.find(finding.label()).map(_ -> labelIn(pack, finding.label(), inEea));
        Optional<Action> action = Optional.ofNullable(pack.actions().get(finding.action()));
        return new Measure(decision, pack, facts, label, action.map(Action::restriction).orElse(Restriction.NONE),
                action.map(Action::title).orElse(finding.action()),
                label.flatMap(Label::statement).orElseGet(() -> StatementGrounds.unsaid(label.map(Label::title).orElse(finding.label()))),
                places, Territory.of(places));
    }

    /** A law is the ground only where it holds in every one of the places: the first place that names none, or another, decides. */
    private static Label labelIn(PolicyPack pack, String id, List<String> places) {
        List<Label> labels = places.stream().map(place -> pack.label(id, place)).toList();
        boolean alike = labels.stream().map(Label::statement).distinct().count() == 1;
        return alike ? labels.getFirst() : pack.label(id);
    }

    String title() {
        return label.map(Label::title).orElse(decision.finding().orElseThrow().label());
    }

    /** Whether AI made or changed the picture, by the finding. */
    boolean synthetic() {
        return grounds.synthetic() || decision.finding().flatMap(Finding::origin).filter(AI::contains).isPresent();
    }

    /** The reason that was chosen, without what was typed into it: free text may name people. */
    Optional<String> reason() {
        Finding finding = decision.finding().orElseThrow();
        return finding.rationale().flatMap(id -> label.map(Label::rationales).map(all -> all.get(id))).map(reason -> {
            Map<String, String> values = new HashMap<>();
            reason.parameters().forEach((name, parameter) -> values.put(name, parameter.type() == Rationale.Type.TEXT
                    ? UNPUBLISHED : finding.parameters().getOrDefault(name, UNPUBLISHED)));
            return reason.filled(values);
        });
    }

    /** Which of the terms it is against. */
    String clause() {
        return grounds.clause().orElseGet(() -> "Policy " + pack.ref().id() + ", version " + pack.ref().version() + ": " + title());
    }

    /** Why it is against them, the reason that was chosen included. */
    String explanation() {
        String why = grounds.explanation().or(() -> label.map(Label::definition).filter(text -> !text.isBlank())).orElse(title());
        return reason().map(reason -> sentence(why) + " " + reason).orElse(sentence(why));
    }

    private static String sentence(String words) {
        return words.matches("(?s).*[.!?]") ? words : words + ".";
    }

    /** How it came in: by a notice or a report, or by the platform's own means. */
    Optional<FlaggedBy> toldBy() {
        return facts.flaggedBy().filter(by -> by == FlaggedBy.NOTICE || by == FlaggedBy.TRUSTED_FLAGGER || by == FlaggedBy.REPORT)
                .or(() -> facts.flaggedBy().isEmpty() && !facts.reports().isEmpty() ? Optional.of(FlaggedBy.REPORT) : Optional.empty());
    }
}
