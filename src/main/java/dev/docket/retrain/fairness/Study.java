package dev.docket.retrain.fairness;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.fairness.FairnessReport;
import dev.docket.metrics.fairness.FairnessReport.Difference;
import dev.docket.retrain.GroupBy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One maker of decisions, held against itself over one grouping.
 *
 * @param subject {@code id@version} of a model or feed, {@link DeskFairness#VERDICTS} or {@link DeskFairness#FIRST_VERDICTS}
 * @param truth where what would have been right comes from, a clause
 * @param parityOnly whether nothing else says what would have been right, so that only rates of decisions can be compared
 * @param items decisions
 * @param moderation per group what moderation counts beside the rates; of verdicts only
 */
public record Study(String subject, String truth, GroupBy by, boolean parityOnly, int items, FairnessReport report, Map<String, Moderation> moderation) {

    /**
     * Of one group's verdicts.
     *
     * @param changed share of the items looked at more than once whose first label did not stand, Wilson interval
     * @param medianHours from receipt to the decision that counts
     */
    public record Moderation(int items, Estimate changed, Estimate medianHours) {}

    /** Differences that are worth a look, of what can be compared. */
    public List<Difference> differences() {
        return report.differences().stream().filter(difference -> !parityOnly || difference.figure().equals("statistical_parity_difference")).toList();
    }

    /** Those that are told. */
    public List<Difference> found() {
        return differences().stream().filter(Difference::found).toList();
    }

    public Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("subject", subject);
        fields.put("truth", truth);
        fields.put("by", by.word());
        fields.put("items", items);
        fields.put("parity_only", parityOnly);
        fields.put("found", found().stream().map(difference -> Map.of("group", difference.group(), "figure", difference.figure(),
                "difference", difference.difference().json(), "p_holm", difference.holm())).toList());
        Map<String, Object> figures = report.json();
        if (parityOnly) {
            figures.keySet().removeIf(name -> name.startsWith("equal_") || name.startsWith("average_") || name.startsWith("false_") || name.startsWith("theil") || name.startsWith("generalized") || name.equals("reweighing"));
            ((Map<?, ?>) figures.get("groups")).values().forEach(group -> ((Map<?, ?>) group).keySet().removeIf(name ->
                    !name.equals("n") && !name.toString().startsWith("selection_rate") && !name.toString().startsWith("statistical_parity") && !name.equals("disparate_impact")));
        }
        fields.putAll(figures);
        Map<String, Object> beside = new LinkedHashMap<>();
        moderation.forEach((group, of) -> beside.put(group, Map.of("items", of.items(), "first_label_changed", of.changed().json(), "median_hours_to_decision", of.medianHours().json())));
        fields.put("moderation", beside);
        return fields;
    }
}
