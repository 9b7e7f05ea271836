package dev.docket.policy;

import dev.docket.item.ItemFacts;
import dev.docket.policy.PolicyDecision.PriorityPart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a priority, each in thousandths of a point, so that they add up exactly. Sources: severity x score x reach,
 * deadline, reports, contradiction; see docs/policy-format.md.
 */
final class Urgency {
    private static final double THOUSANDTHS = 1000;
    private static final double MAX_VIEWS_PER_HOUR = 1e12;

    private final PriorityWeights weights;
    private final List<PriorityPart> parts = new ArrayList<>();
    private long thousandths;

    Urgency(PriorityWeights weights) {
        this.weights = weights;
    }

    /** The gravest evidence counts, not the sum: ten weak models are not one strong one. Evidence under its threshold counts too. */
    Urgency suspicion(List<Suspicion> suspicions, ItemFacts facts) {
        double gravest = suspicions.stream()
                .mapToDouble(s -> weights.severity().get(s.label().worst()) * s.likelihood()).max().orElse(0);
        return add("Severity, score and reach", gravest * log2(1 + viewsPerHour(facts)));
    }

    Urgency deadline(Optional<Instant> deadline, Instant now) {
        return deadline.map(at -> add(PolicyDecision.DEADLINE, weights.deadlineThousandths(Duration.between(now, at)) / THOUSANDTHS)).orElse(this);
    }

    /**
     * Half the weight for two reports, three quarters for four. Of reporters who are known each report counts as 2c reports, c being the share of their earlier ones
     * that were right: as one for those right half of the time, and what more it is stands as a part of its own.
     *
     * @param credibility 0..1; empty: not known, as 0.5
     */
    Urgency reports(int count, Optional<Double> credibility) {
        double each = 2 * credibility.orElse(0.5);
        double plain = points(count * Math.min(1, each));
        return add("Reports", plain).add("Reporters' credibility", points(count * each) - plain);
    }

    private double points(double reports) {
        return weights.reports() * (1 - Math.pow(2, -reports / 2));
    }

    Urgency contradictions(List<String> contradictions) {
        return contradictions.isEmpty() ? this : add("Sources disagree", weights.contradiction());
    }

    List<PriorityPart> parts() {
        return parts;
    }

    double sum() {
        return thousandths / THOUSANDTHS;
    }

    private Urgency add(String name, double points) {
        long rounded = Math.round(points * THOUSANDTHS);
        if (rounded > 0) {
            parts.add(new PriorityPart(name, rounded / THOUSANDTHS));
            thousandths += rounded;
        }
        return this;
    }

    /** At least one: an item of unknown reach still has to be found. */
    private static double viewsPerHour(ItemFacts facts) {
        double views = facts.views().orElse(0L);
        double hours = facts.viewHours().filter(h -> h > 0).orElse(1.0);
        return Math.clamp(views / hours, 1, MAX_VIEWS_PER_HOUR);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
