package dev.docket.metrics.fairness;

import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.table.TableException;
import dev.docket.metrics.table.TableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How decisions fall on groups, as AI Fairness 360 computes it; differences are group less reference, rates are of the favourable
 * outcome. Parity difference and disparate impact: of the selection rates, difference and ratio. Equal opportunity:
 * difference of true positive rates. Average odds: mean of the differences of false and true positive rates; absolute: of their sizes.
 * Sources: Bellamy et al. 2018 (arXiv 1810.01943); Hardt, Price and Srebro 2016 (arXiv 1610.02413); Feldman et al. 2015 (arXiv
 * 1412.3756); Kamiran and Calders 2012 for reweighing; Speicher et al. 2018 (arXiv 1807.00787) for the entropy indices.
 */
public final class FairnessReport {
    private static final List<String> TESTED = List.of("statistical_parity_difference", "equal_opportunity_difference", "false_positive_rate_difference");

    private final Outcomes outcomes;
    private final int reference;
    private final int smallest;
    private final double level;
    private final List<Rates> rates = new ArrayList<>();

    private record Rates(Rate selection, Rate truePositive, Rate falsePositive, Rate base) {}

    private FairnessReport(Outcomes outcomes, int reference, int smallest, double level) {
        this.outcomes = outcomes;
        this.reference = reference;
        this.smallest = smallest;
        this.level = level;
        for (int g = 0; g < outcomes.groups().size(); g++) {
            rates.add(rates(g));
        }
    }

    /**
     * Reads a table with the columns group, truth, decision and, if there is one, weight.
     *
     * @param reference the group the others are held against; null for the largest
     * @param smallest groups with fewer rows get no figure but their count
     */
    public static FairnessReport read(TableFile file, String favourable, String reference, int smallest, double level) throws IOException {
        Outcomes outcomes = Outcomes.read(file, favourable);
        int place = reference == null ? IntStream.range(0, outcomes.groups().size()).boxed().max(Comparator.comparingLong(g -> outcomes.of(g, null, false).n())).orElseThrow()
                : outcomes.groups().indexOf(reference);
        if (place < 0) {
            throw new TableException(file.file().getFileName() + ": column group: is never the reference " + reference + "; there are "
                    + String.join(", ", outcomes.groups().stream().limit(12).toList()));
        }
        return new FairnessReport(outcomes, place, smallest, level);
    }

    /**
     * One decision.
     *
     * @param truth what would have been right
     * @param decision what was decided
     */
    public record Decided(String group, String truth, String decision) {}

    /**
     * As {@link #read}, of decisions at hand.
     *
     * @param decisions at least one
     * @param reference a group that occurs; empty: the one with the most decisions
     */
    public static FairnessReport of(List<Decided> decisions, String favourable, Optional<String> reference, int smallest, double level) {
        Outcomes outcomes = Outcomes.of(decisions, favourable);
        int place = outcomes.groups().indexOf(reference.orElse(""));
        return new FairnessReport(outcomes, place >= 0 ? place
                : IntStream.range(0, outcomes.groups().size()).boxed().max(Comparator.comparingLong(g -> outcomes.of(g, null, false).n())).orElseThrow(), smallest, level);
    }

    /**
     * A group held against the reference.
     *
     * @param figure such as {@code equal_opportunity_difference}
     * @param difference group less reference
     * @param holm probability of so large a difference by chance, corrected over the groups
     */
    public record Difference(String group, String figure, long n, Estimate difference, Figure holm) {

        /** Whether it is to be told: its interval lies on one side of 0, and by chance it would occur less than once in a hundred looks. */
        public boolean found() {
            return difference.interval().filter(interval -> !interval.contains(0)).isPresent() && holm.number().isPresent() && holm.number().getAsDouble() < FOUND;
        }
    }

    /** Under this corrected probability a difference is told. */
    public static final double FOUND = 0.01;

    /** The group the others are held against. */
    public String reference() {
        return outcomes.groups().get(reference);
    }

    /** The three differences that are tested, of every other group. */
    public List<Difference> differences() {
        List<Difference> all = new ArrayList<>();
        for (String figure : TESTED) {
            List<Integer> others = IntStream.range(0, rates.size()).filter(g -> g != reference).boxed().toList();
            List<Figure> holm = Holm.adjusted(others.stream().map(g -> tested(rates.get(g), figure).p(tested(rates.get(reference), figure))).toList());
            for (int i = 0; i < others.size(); i++) {
                int g = others.get(i);
                all.add(new Difference(outcomes.groups().get(g), figure, outcomes.of(g, null, false).n(), tested(rates.get(g), figure).minus(tested(rates.get(reference), figure)), holm.get(i)));
            }
        }
        return all;
    }

    private static Rate tested(Rates of, String figure) {
        return switch (TESTED.indexOf(figure)) {
            case 0 -> of.selection();
            case 1 -> of.truePositive();
            default -> of.falsePositive();
        };
    }

    private Rates rates(int g) {
        Outcomes.Cell all = outcomes.of(g, null, false);
        if (all.n() < smallest) {
            Rate few = Rate.suppressed("only " + all.n() + " rows; fewer than " + smallest + " say nothing", all.n());
            return new Rates(few, few, few, few);
        }
        Outcomes.Cell good = outcomes.of(g, true, false);
        return new Rates(Rate.of(outcomes.of(g, null, true), all, level, "all weights are 0"),
                Rate.of(outcomes.of(g, true, true), good, level, "nobody in the group deserves the favourable outcome"),
                Rate.of(outcomes.of(g, false, true), outcomes.of(g, false, false), level, "everybody in the group deserves the favourable outcome"),
                Rate.of(good, all, level, "all weights are 0"));
    }

    /** For {@code --json}. */
    public Map<String, Object> json() {
        Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
        Map<String, Map<String, Object>> byFigure = new LinkedHashMap<>();
        for (int g = 0; g < outcomes.groups().size(); g++) {
            Map<String, Object> fields = new LinkedHashMap<>();
            Outcomes.Cell all = outcomes.of(g, null, false);
            fields.put("n", all.n());
            fields.put("weight", all.weight());
            put(fields, "selection_rate", rates.get(g).selection().estimate());
            put(fields, "true_positive_rate", rates.get(g).truePositive().estimate());
            put(fields, "false_positive_rate", rates.get(g).falsePositive().estimate());
            fields.put("false_negative_rate", rates.get(g).truePositive().figure().map(rate -> 1 - rate));
            put(fields, "base_rate", rates.get(g).base().estimate());
            if (g != reference) {
                Map<String, Object> against = against(g);
                fields.putAll(against);
                String name = outcomes.groups().get(g);
                against.forEach((figure, value) -> byFigure.computeIfAbsent(figure, f -> new LinkedHashMap<>()).put(name, value));
            }
            groups.put(outcomes.groups().get(g), fields);
        }
        correct(groups);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reference", outcomes.groups().get(reference));
        fields.put("groups", groups);
        byFigure.forEach((figure, values) -> {
            if (!figure.endsWith("_interval") && !figure.endsWith("_p")) {
                fields.put(figure, values);
            }
        });
        fields.put("theil_index", entropy(1));
        fields.put("generalized_entropy_index", entropy(2));
        fields.put("reweighing", reweighing());
        fields.put("smallest", smallest);
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Estimate estimate) {
        fields.put(name, estimate.figure());
        fields.put(name + "_interval", estimate.intervalJson());
    }

    private Map<String, Object> against(int g) {
        Rates own = rates.get(g);
        Rates other = rates.get(reference);
        Map<String, Object> fields = new LinkedHashMap<>();
        Estimate truePositive = own.truePositive().minus(other.truePositive());
        Estimate falsePositive = own.falsePositive().minus(other.falsePositive());
        put(fields, TESTED.get(0), own.selection().minus(other.selection()));
        fields.put("disparate_impact", own.selection().over(other.selection()));
        put(fields, TESTED.get(1), truePositive);
        put(fields, TESTED.get(2), falsePositive);
        fields.put("average_odds_difference", mean(truePositive.figure(), falsePositive.figure()));
        fields.put("average_abs_odds_difference", mean(truePositive.figure().map(Math::abs), falsePositive.figure().map(Math::abs)));
        fields.put(TESTED.get(0) + "_p", own.selection().p(other.selection()));
        fields.put(TESTED.get(1) + "_p", own.truePositive().p(other.truePositive()));
        fields.put(TESTED.get(2) + "_p", own.falsePositive().p(other.falsePositive()));
        return fields;
    }

    private static Figure mean(Figure one, Figure other) {
        return other.number().isPresent() ? one.map(value -> (value + other.number().getAsDouble()) / 2) : one instanceof Figure.Undefined ? one : other;
    }

    /** Puts beside each probability the one corrected over the groups. */
    private static void correct(Map<String, Map<String, Object>> groups) {
        for (String tested : TESTED) {
            List<Map<String, Object>> of = groups.values().stream().filter(fields -> fields.containsKey(tested + "_p")).toList();
            List<Figure> adjusted = Holm.adjusted(of.stream().map(fields -> (Figure) fields.get(tested + "_p")).toList());
            for (int i = 0; i < of.size(); i++) {
                of.get(i).put(tested + "_p_holm", adjusted.get(i));
            }
        }
    }

    /**
     * The generalised entropy index over all rows of the benefit b = 1 + decided favourably - deserved it, with mean m: mean((b/m)^a - 1)
     * / (a (a - 1)), and for a = 1, Theil's index, mean(b/m ln b/m). Weights are not used, as in AI Fairness 360. Undefined where nobody has any benefit.
     */
    private Figure entropy(int alpha) {
        double[] rows = new double[3];
        for (int g = 0; g < outcomes.groups().size(); g++) {
            for (int t = 0; t < outcomes.truths().size(); t++) {
                int deserved = t == outcomes.favourable() ? 1 : 0;
                rows[1 - deserved] += outcomes.cells()[g][t][0].n();
                rows[2 - deserved] += outcomes.cells()[g][t][1].n();
            }
        }
        double n = rows[0] + rows[1] + rows[2];
        double mean = (rows[1] + 2 * rows[2]) / n;
        if (mean == 0) {
            return Figure.undefined("nobody was decided on favourably and everybody deserved it");
        }
        double sum = 0;
        for (int b = 0; b < 3; b++) {
            double share = b / mean;
            sum += rows[b] / n * (alpha == 1 ? (b == 0 ? 0 : share * Math.log(share)) : (Math.pow(share, alpha) - 1) / (alpha * (alpha - 1)));
        }
        return Figure.of(sum);
    }

    /** Weights P(group) P(truth) / P(group, truth) under which truth no longer depends on the group. Undefined for what does not occur. */
    private Map<String, Object> reweighing() {
        double[] byTruth = new double[outcomes.truths().size()];
        double[] byGroup = new double[outcomes.groups().size()];
        double total = 0;
        for (int g = 0; g < byGroup.length; g++) {
            for (int t = 0; t < byTruth.length; t++) {
                double weight = outcomes.cells()[g][t][0].weight() + outcomes.cells()[g][t][1].weight();
                byTruth[t] += weight;
                byGroup[g] += weight;
                total += weight;
            }
        }
        Map<String, Object> groups = new LinkedHashMap<>();
        for (int g = 0; g < byGroup.length; g++) {
            Map<String, Object> truths = new LinkedHashMap<>();
            for (int t = 0; t < byTruth.length; t++) {
                double weight = outcomes.cells()[g][t][0].weight() + outcomes.cells()[g][t][1].weight();
                truths.put(outcomes.truths().get(t), weight == 0 ? Figure.undefined("the group has no such row") : Figure.of(byGroup[g] / total * byTruth[t] / weight));
            }
            groups.put(outcomes.groups().get(g), truths);
        }
        return groups;
    }
}
