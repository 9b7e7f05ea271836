package dev.docket.policy;

import dev.docket.classify.ModelScore;
import dev.docket.hash.Match;
import dev.docket.item.HandOver.Grounds;
import dev.docket.item.ItemFacts;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.PolicyPack.LaneRule;
import dev.docket.policy.PolicyPack.Release;
import dev.docket.provenance.ProvenanceReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decides by a pack what becomes of an item. Pure: the same input gives the same decision. Several threads. */
public final class Policy {
    /** Most sentences a decision keeps; a feed may bring thousands of scores. */
    private static final int MAX_REASONS = 30;

    private final PolicyPack pack;
    private final ConceptMap concepts;
    private final ScoreRules rules;

    public Policy(PolicyPack pack) {
        this(pack, ConceptMap.NONE);
    }

    /** @param concepts by which vendors' scores are read, where the pack has no rule as close */
    public Policy(PolicyPack pack, ConceptMap concepts) {
        this.pack = pack;
        this.concepts = concepts;
        rules = new ScoreRules(pack.scoreRules(), concepts.rules(pack));
    }

    /** How vendors' concepts are read. */
    public ConceptMap concepts() {
        return concepts;
    }

    /** Of these scores, those whose label neither the pack nor the map of concepts knows: shown, and counted for nothing. */
    public List<ModelScore> unread(List<ModelScore> scores) {
        return scores.stream().filter(score -> !rules.isRead(score) && pack.find(score.label()).isEmpty()).toList();
    }

    public PolicyPack pack() {
        return pack;
    }

    /** As the longer form, for an item flagged just now. */
    public PolicyDecision decide(List<ModelScore> scores, ProvenanceReport provenance, List<Match> matches, ItemFacts facts, Instant now) {
        return decide(scores, provenance, matches, facts, now, now);
    }

    /** @param flagged when the item was flagged: legal clocks run from then, also when it is scored again later */
    public PolicyDecision decide(
            List<ModelScore> scores, ProvenanceReport provenance, List<Match> matches, ItemFacts facts, Instant flagged, Instant now) {
        String place = pack.overlayFor(facts.jurisdiction());
        List<Suspicion> evidence = Suspicion.of(pack, rules, place, scores, provenance, matches);
        List<Suspicion> binding = evidence.stream().filter(Suspicion::binding).sorted(mostLikelyFirst()).toList();
        Collection<Label> suspected = new LinkedHashSet<>(binding.stream().map(Suspicion::label).toList());
        Optional<Deadline> deadline = Deadline.of(facts, suspected, place, flagged);
        Urgency urgency = new Urgency(pack.priority()).suspicion(evidence, facts).deadline(deadline.map(Deadline::at), now)
                .reports(facts.reports().size(), facts.reporterCredibility()).contradictions(provenance.contradictions());
        Disposition disposition = disposition(suspected, provenance, matches, facts);

        List<String> reasons = new ArrayList<>(binding.stream().map(Suspicion::sentence).distinct().toList());
        matches.stream().filter(m -> pack.find(m.label()).isEmpty()).map(Sentences::unknownMatch).forEach(reasons::add);
        unread(scores).stream().filter(ModelScore::over).map(Sentences::unread).forEach(reasons::add);
        if (!facts.reports().isEmpty()) {
            reasons.add(Sentences.reports(facts.reports()));
        }
        provenance.contradictions().stream().map(Sentences::contradiction).forEach(reasons::add);
        deadline.map(d -> Sentences.due(d.at(), d.because())).ifPresent(reasons::add);
        if (reasons.size() > MAX_REASONS) {
            reasons.subList(MAX_REASONS, reasons.size()).clear();
        }
        reasons.add(because(disposition, suspected));
        return new PolicyDecision(
                pack.ref(), disposition, lane(suspected), place, suspected.stream().map(Label::id).toList(), display(suspected),
                suspected.stream().map(Label::severity).max(Comparator.naturalOrder()).orElse(Severity.S0),
                deadline.map(Deadline::at), urgency.sum(), urgency.parts(), reasons);
    }

    private static Comparator<Suspicion> mostLikelyFirst() {
        return Comparator.comparingDouble(Suspicion::likelihood).reversed()
                .thenComparing(s -> s.label().severity(), Comparator.reverseOrder())
                .thenComparing(s -> s.label().id()).thenComparing(Suspicion::sentence);
    }

    /** Why an item goes unseen: for its hand-over record. */
    public Grounds unseen(PolicyDecision decision, List<Match> matches) {
        String banks = matches.stream().filter(match -> isNeverDrawn(match.label())).map(Match::bank).distinct().collect(Collectors.joining(", "));
        String label = decision.suspected().stream().filter(this::isNeverDrawn).findFirst().orElse("unknown");
        return Grounds.unseen(banks, label, decision.pack().name(), decision.pack().sha256(), decision.jurisdiction());
    }

    /** Whether a picture with these matches must not be seen by anybody, whatever else is found. */
    public boolean forbids(List<Match> matches) {
        return matches.stream().anyMatch(match -> isNeverDrawn(match.label()));
    }

    private boolean isNeverDrawn(String label) {
        return pack.find(label).filter(this::isNeverDrawn).isPresent();
    }

    private boolean isNeverDrawn(Label label) {
        return !pack.displayProfiles().get(label.display()).render();
    }

    private Disposition disposition(Collection<Label> suspected, ProvenanceReport provenance, List<Match> matches, ItemFacts facts) {
        if (suspected.stream().anyMatch(this::isNeverDrawn)) {
            return Disposition.QUARANTINE;
        }
        if (suspected.stream().anyMatch(label -> label.severity() == Severity.S4)) {
            return Disposition.WITHHOLD;
        }
        boolean nothing = suspected.isEmpty() && matches.isEmpty() && facts.reports().isEmpty()
                && !provenance.statesAi() && provenance.contradictions().isEmpty();
        return nothing && pack.defaults().release() == Release.NOTHING_SUSPECTED ? Disposition.RELEASE : Disposition.REVIEW;
    }

    private String because(Disposition disposition, Collection<Label> suspected) {
        return switch (disposition) {
            case RELEASE -> "Nothing is suspected and nobody reported it: released, as " + pack.ref().name() + " allows";
            case REVIEW -> suspected.isEmpty()
                    ? "Nothing is suspected, but it was flagged, so a person looks" : "A person decides, by " + pack.ref().name();
            case WITHHOLD -> "Withheld until a person decides: " + first(suspected, label -> label.severity() == Severity.S4) + " is critical (S4)";
            case QUARANTINE -> "Quarantined unseen: " + first(suspected, this::isNeverDrawn);
        };
    }

    private static String first(Collection<Label> labels, Predicate<Label> wanted) {
        return labels.stream().filter(wanted).map(Label::shortTitle).findFirst().orElseThrow();
    }

    /** The first lane that names the gravest suspected label, among equals the likeliest; else the last lane. */
    private String lane(Collection<Label> suspected) {
        Optional<Label> gravest = suspected.stream().reduce((a, b) -> b.severity().compareTo(a.severity()) > 0 ? b : a);
        return gravest.flatMap(label -> pack.lanes().stream().filter(lane -> lane.labels().contains(label.id())).findFirst())
                .map(LaneRule::id).orElse(pack.lanes().getLast().id());
    }

    private String display(Collection<Label> suspected) {
        return suspected.stream().map(label -> pack.displayProfiles().get(label.display()))
                .max(Comparator.comparingInt(DisplayProfile::strictness)).map(DisplayProfile::id).orElse(pack.defaults().display());
    }
}
