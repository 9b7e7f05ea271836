package dev.docket.metrics.aggregate;

import dev.docket.metrics.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Labels put together from several raters' votes.
 *
 * @param posterior of each item, the probability of each label, in the votes' order
 * @param skill of each rater; what it means, the method says
 * @param logLikelihood of the votes under the model, natural logarithm, after each iteration; none for the majority
 * @param objective what the method stops by, after each iteration
 * @param converged whether it stopped by itself
 */
public record Aggregation(Votes votes, double[][] posterior, Figure[] skill, List<Double> logLikelihood, List<Double> objective, boolean converged) {

    /** The label of highest probability, of equals the first in order. */
    public int label(int item) {
        int best = 0;
        for (int c = 1; c < posterior[item].length; c++) {
            best = posterior[item][c] > posterior[item][best] ? c : best;
        }
        return best;
    }

    /** For {@code --json}; the lists are made as they are read. */
    public Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("items", IntStream.range(0, posterior.length).mapToObj(this::item).toList());
        fields.put("raters", IntStream.range(0, skill.length).mapToObj(this::rater).toList());
        fields.put("log_likelihood", logLikelihood);
        fields.put("objective", objective);
        fields.put("iterations", objective.size());
        fields.put("converged", converged);
        fields.put("votes", votes.size());
        return fields;
    }

    private Map<String, Object> item(int item) {
        Map<String, Object> posteriors = new LinkedHashMap<>();
        for (int c = 0; c < posterior[item].length; c++) {
            posteriors.put(votes.labels().get(c), posterior[item][c]);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("item", votes.items().get(item));
        fields.put("label", votes.labels().get(label(item)));
        fields.put("posterior", posteriors);
        return fields;
    }

    private Map<String, Object> rater(int rater) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rater", votes.raters().get(rater));
        fields.put("skill", skill[rater]);
        return fields;
    }

    /** The share of its votes that each rater gave as the majority did: nobody's posterior, only counts. Ties go to the first label in order. */
    static Aggregation majority(Votes votes) {
        Aggregation shares = new Aggregation(votes, votes.shares(), new Figure[0], List.of(), List.of(), true);
        double[] right = new double[votes.raters().size()];
        double[] given = new double[right.length];
        for (int v = 0; v < votes.size(); v++) {
            given[votes.rater()[v]]++;
            right[votes.rater()[v]] += votes.label()[v] == shares.label(votes.item()[v]) ? 1 : 0;
        }
        List<Figure> skills = new ArrayList<>();
        for (int w = 0; w < right.length; w++) {
            skills.add(Figure.of(right[w] / given[w]));
        }
        return new Aggregation(votes, shares.posterior(), skills.toArray(Figure[]::new), List.of(), List.of(), true);
    }
}
