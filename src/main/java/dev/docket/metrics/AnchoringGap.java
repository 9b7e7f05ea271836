package dev.docket.metrics;

import java.util.List;

/**
 * How much more often reviewers agree with a model whose score they see than with one whose score they do not: agreement assisted less
 * agreement blind. Items are blind at random, so that the gap is what seeing does.
 *
 * @param assisted share of verdicts that agree with the model, its score in sight, Wilson interval
 * @param blind the same with the score hidden
 * @param gap their difference, Newcombe interval; undefined without verdicts of both kinds
 */
public record AnchoringGap(Estimate assisted, Estimate blind, Estimate gap) {

    /** A first verdict, before anything hidden was shown, and whether it says what the model says. */
    public record Seen(boolean blind, boolean agrees) {}

    public static AnchoringGap of(List<Seen> verdicts, double level) {
        long blind = verdicts.stream().filter(Seen::blind).count();
        long blindAgreeing = verdicts.stream().filter(seen -> seen.blind() && seen.agrees()).count();
        long agreeing = verdicts.stream().filter(Seen::agrees).count() - blindAgreeing;
        long assisted = verdicts.size() - blind;
        return new AnchoringGap(Proportions.rate(agreeing, assisted, level), Proportions.rate(blindAgreeing, blind, level),
                Proportions.difference(agreeing, assisted, blindAgreeing, blind, level));
    }
}
