package dev.docket.metrics.fairness;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Interval;
import dev.docket.metrics.Proportions;
import dev.docket.metrics.SpecialFunctions;
import java.util.Optional;

/**
 * The share of favourable decisions among some rows of a group.
 *
 * @param estimate by weight, with its Wilson interval (Kish's effective number of rows where weights differ)
 * @param effective that number
 */
record Rate(Estimate estimate, double effective) {

    /** @param nothing why there is no rate where there are no rows */
    static Rate of(Outcomes.Cell favourable, Outcomes.Cell all, double level, String nothing) {
        if (all.weight() <= 0) {
            return new Rate(Estimate.undefined(nothing, 0), 0);
        }
        double rate = Math.clamp(favourable.weight() / all.weight(), 0, 1);
        return new Rate(new Estimate(Figure.of(rate), Optional.of(Proportions.wilsonOfWeights(rate, all.effective(), level)), all.n()), all.effective());
    }

    static Rate suppressed(String reason, long n) {
        return new Rate(Estimate.undefined(reason, n), 0);
    }

    Figure figure() {
        return estimate.figure();
    }

    /** This rate less the reference's, with Newcombe's interval. */
    Estimate minus(Rate reference) {
        Figure difference = figure().minus(reference.figure());
        Optional<Interval> interval = estimate.interval().flatMap(own -> reference.estimate.interval().map(other ->
                Proportions.newcombe(figure().number().orElseThrow(), own, reference.figure().number().orElseThrow(), other)));
        return new Estimate(difference, interval, estimate.n() + reference.estimate.n());
    }

    /** This rate over the reference's. */
    Figure over(Rate reference) {
        if (figure().number().isPresent() && reference.figure().equals(Figure.of(0))) {
            return Figure.undefined("the reference group's rate is 0");
        }
        return reference.figure().number().isPresent() ? figure().map(rate -> rate / reference.figure().number().getAsDouble())
                : figure() instanceof Figure.Undefined ? figure() : reference.figure();
    }

    /**
     * Probability of so large a difference if both rates were the same: the two-sided z test of two proportions with the pooled variance, as
     * statsmodels' {@code proportions_ztest}. Undefined where both are 0 or both 1.
     */
    Figure p(Rate reference) {
        Figure difference = figure().minus(reference.figure());
        if (difference instanceof Figure.Undefined) {
            return difference;
        }
        double one = figure().number().orElseThrow();
        double other = reference.figure().number().orElseThrow();
        double pooled = (one * effective + other * reference.effective) / (effective + reference.effective);
        double variance = pooled * (1 - pooled) * (1 / effective + 1 / reference.effective);
        return variance <= 0 ? Figure.undefined("both rates are " + (pooled < 0.5 ? "0" : "1") + ", so that nothing varies")
                : Figure.of(SpecialFunctions.normalTails((one - other) / Math.sqrt(variance)));
    }
}
