package dev.docket.report;

import dev.docket.classify.ModelScore;
import dev.docket.metrics.AnchoringGap;
import dev.docket.metrics.AnchoringGap.Seen;
import dev.docket.metrics.Proportions;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.ScoreRule;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Type;
import dev.docket.retrain.PolicyScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Models against people. An item has the scores that it had before it was decided, so that no model is measured on what it learned from.
 */
final class ModelSheets {
    private record Place(String model, String label) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int models = model.compareTo(other.model);
            return models != 0 ? models : label.compareTo(other.label);
        }
    }

    private static final class Tally {
        private long flags;
        private long confirmed;
        private long other;
        private long found;
        private long missed;
    }

    private ModelSheets() {}

    /** By model version and label: flags, what people made of them, and what they found that was not flagged. */
    static Sheet against(Gathered all, PolicyPack pack) {
        Map<Place, Tally> tallies = new TreeMap<>();
        for (Reviewed item : all.settled()) {
            Vote vote = item.deciding().orElseThrow();
            for (ModelScore score : all.scores.getOrDefault(item.item(), List.of())) {
                PolicyScores.rule(pack, score).ifPresent(rule -> count(tallies.computeIfAbsent(new Place(score.model() + "@" + score.version(), rule.label()), _ -> new Tally()),
                        PolicyScores.flags(rule, score), vote, rule, pack));
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        tallies.forEach((place, tally) -> rows.add(List.of(new Cell.Words(place.model()), new Cell.Words(ErrorSheet.title(pack, place.label())), new Cell.Count(tally.flags),
                new Cell.Count(tally.confirmed), new Cell.Count(tally.other), new Cell.Count(tally.flags - tally.confirmed - tally.other),
                Cell.of(Proportions.rate(tally.flags - tally.confirmed, tally.flags, Sheet.LEVEL)), Cell.of(Proportions.rate(tally.missed, tally.found, Sheet.LEVEL)))));
        return new Sheet(Sheet.Kind.MODELS, List.of(Sheet.column("model", Type.WORDS), Sheet.column("label", Type.WORDS), Sheet.column("flags", Type.COUNT), Sheet.column("confirmed", Type.COUNT),
                Sheet.column("other_label", Type.COUNT), Sheet.column("within_policy", Type.COUNT), Sheet.column("overridden", Type.RATE), Sheet.column("missed", Type.RATE)), rows);
    }

    private static void count(Tally tally, boolean flagged, Vote vote, ScoreRule rule, PolicyPack pack) {
        boolean found = vote.labels().contains(rule.label());
        tally.flags += flagged ? 1 : 0;
        tally.confirmed += flagged && found ? 1 : 0;
        tally.other += flagged && !found && !ErrorSheet.isHarmless(vote.label(), pack) ? 1 : 0;
        tally.found += found ? 1 : 0;
        tally.missed += found && !flagged ? 1 : 0;
    }

    /** How often first looks agree with what is flagged, with scores in sight and without. */
    static Sheet anchoring(Gathered all, PolicyPack pack) {
        AnchoringGap gap = gap(all, pack);
        return new Sheet(Sheet.Kind.ANCHORING, List.of(Sheet.column("looks", Type.WORDS), Sheet.column("verdicts", Type.COUNT), Sheet.column("agrees", Type.RATE), Sheet.column("difference", Type.DIFFERENCE)), List.of(
                List.of(new Cell.Term("assisted"), new Cell.Count(gap.assisted().n()), Cell.of(gap.assisted()), new Cell.None()),
                List.of(new Cell.Term("blind"), new Cell.Count(gap.blind().n()), Cell.of(gap.blind()), new Cell.None()),
                // of few on either side the difference says nothing, however many there are on the other
                List.of(new Cell.Term("gap"), new Cell.None(), new Cell.None(),
                        Math.min(gap.assisted().n(), gap.blind().n()) < Sheet.LEAST ? new Cell.TooFew(Math.min(gap.assisted().n(), gap.blind().n())) : Cell.of(gap.gap()))));
    }

    private static AnchoringGap gap(Gathered all, PolicyPack pack) {
        List<Seen> seen = new ArrayList<>();
        for (Reviewed item : all.first()) {
            Vote vote = item.first().orElseThrow();
            List<ScoreRule> flagged = new ArrayList<>();
            boolean scored = false;
            for (ModelScore score : all.scores.getOrDefault(item.item(), List.of())) {
                Optional<ScoreRule> rule = PolicyScores.rule(pack, score);
                scored |= rule.isPresent();
                rule.filter(each -> PolicyScores.flags(each, score)).ifPresent(flagged::add);
            }
            if (scored && (vote.blind() || vote.assisted())) {
                seen.add(new Seen(vote.blind(), flagged.isEmpty() ? ErrorSheet.isHarmless(vote.label(), pack) : flagged.stream().anyMatch(rule -> vote.labels().contains(rule.label()))));
            }
        }
        return AnchoringGap.of(seen, Sheet.LEVEL);
    }
}
