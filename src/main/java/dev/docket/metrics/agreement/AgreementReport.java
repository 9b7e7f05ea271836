package dev.docket.metrics.agreement;

import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All measures of agreement of some ratings, each with a percentile bootstrap interval over items.
 *
 * @param resamples how many were drawn: 2000, fewer for very large files
 */
public record AgreementReport(Ratings ratings, Level level, Weights weights, Map<String, Estimate> figures, int resamples) {

    public static AgreementReport of(Ratings ratings, Level level, Weights weights, Bootstrap bootstrap) {
        Map<String, Statistic> statistics = new LinkedHashMap<>();
        statistics.put("percent", new PercentAgreement(ratings));
        statistics.put("cohen_kappa", new CohenKappa(ratings, weights));
        statistics.put("fleiss_kappa", new FleissKappa(ratings));
        statistics.put("gwet_ac1", new GwetAc1(ratings));
        statistics.put("krippendorff_alpha", new KrippendorffAlpha(ratings, level));
        long pairs = level == Level.RATIO ? (long) Math.pow(Math.min(ratings.values().size(), KrippendorffAlpha.MOST_RATIOS), 2) : ratings.values().size();
        long cost = ratings.items() + pairs + 10 * ratings.kinds().stream().mapToLong(kind -> kind.counts().length).sum();
        Bootstrap fitting = bootstrap.within(cost);
        List<Estimate> estimates = ratings.items() == 0 ? statistics.values().stream().map(s -> Estimate.undefined("there are no values", 0)).toList()
                : fitting.ofKinds(ratings.kindOf(), ratings.kinds().size(), times -> statistics.values().stream().<Figure>map(s -> s.of(times)).toList());
        Map<String, Estimate> figures = new LinkedHashMap<>();
        statistics.keySet().forEach(name -> figures.put(name, estimates.get(figures.size())));
        return new AgreementReport(ratings, level, weights, figures, fitting.resamples());
    }

    /** For {@code --json}: each figure with its interval beside it. */
    public Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        figures.forEach((name, estimate) -> {
            fields.put(name, estimate.figure());
            fields.put(name + "_interval", estimate.intervalJson());
        });
        fields.put("items", ratings.items());
        fields.put("raters", ratings.raters());
        fields.put("values", ratings.given());
        fields.put("categories", ratings.values().size());
        fields.put("level", level.name().toLowerCase(java.util.Locale.ROOT));
        fields.put("weights", weights.name().toLowerCase(java.util.Locale.ROOT));
        fields.put("resamples", resamples);
        return fields;
    }
}
