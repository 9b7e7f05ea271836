package dev.docket.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Whose work differs from the team's so far that chance is no explanation: for a talk about the policy, never for a list of best and worst.
 * Each person's share of right checks is held against the share over everybody's checks. Somebody stands out where the whole interval
 * lies under it, at a level that allows for as many comparisons as there are people (Bonferroni): 1 - (1 - level) / people.
 * Undefined for nobody; people with fewer than {@link #LEAST} checks never stand out.
 *
 * @param team the share over everybody's checks, Wilson interval
 * @param people by name, in order of names; their intervals are those of the level asked for
 * @param apart who stands out, in order of names
 */
public record TeamCheck(Estimate team, Map<String, Estimate> people, List<String> apart) {
    /** Checks of a person under which nothing is said of them. */
    public static final int LEAST = 20;

    /** One check of one person's vote: against what an item is known to be, or against what others found. */
    public record Check(String person, boolean right) {}

    public static TeamCheck of(List<Check> checks, double level) {
        Map<String, List<Check>> each = new TreeMap<>();
        checks.forEach(check -> each.computeIfAbsent(check.person(), _ -> new ArrayList<>()).add(check));
        Map<String, Estimate> people = new TreeMap<>();
        each.forEach((person, theirs) -> people.put(person, rate(theirs, level)));
        Estimate team = rate(checks, level);
        double comparing = 1 - (1 - level) / Math.max(1, people.size());
        Predicate<List<Check>> under = theirs -> theirs.size() >= LEAST
                && Proportions.wilson(right(theirs), theirs.size(), comparing).high() < team.figure().number().orElseThrow();
        return new TeamCheck(team, people, each.entrySet().stream().filter(entry -> under.test(entry.getValue())).map(Map.Entry::getKey).toList());
    }

    /**
     * Each vote on an item that several people judged, held against what most of the others found; where the others are evenly split, it is no check.
     */
    public static List<Check> overlaps(List<Rating> votes) {
        Map<String, List<Rating>> items = new TreeMap<>();
        votes.forEach(vote -> items.computeIfAbsent(vote.item(), _ -> new ArrayList<>()).add(vote));
        List<Check> checks = new ArrayList<>();
        items.values().stream().filter(all -> all.size() > 1).forEach(all -> all.forEach(vote -> {
            Map<String, Integer> others = new TreeMap<>();
            all.stream().filter(other -> other != vote).forEach(other -> others.merge(other.value(), 1, Integer::sum));
            int most = others.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            List<String> found = others.entrySet().stream().filter(entry -> entry.getValue() == most).map(Map.Entry::getKey).toList();
            if (found.size() == 1) {
                checks.add(new Check(vote.rater(), found.getFirst().equals(vote.value())));
            }
        }));
        return checks;
    }

    private static Estimate rate(List<Check> checks, double level) {
        return Proportions.rate(right(checks), checks.size(), level);
    }

    private static long right(List<Check> checks) {
        return checks.stream().filter(Check::right).count();
    }
}
