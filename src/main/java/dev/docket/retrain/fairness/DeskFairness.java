package dev.docket.retrain.fairness;

import dev.docket.classify.ModelScore;
import dev.docket.export.DecisionSet;
import dev.docket.export.LabelledItem;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Proportions;
import dev.docket.metrics.fairness.FairnessReport;
import dev.docket.metrics.fairness.FairnessReport.Decided;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.ScoreRule;
import dev.docket.policy.Severity;
import dev.docket.retrain.GroupBy;
import dev.docket.retrain.PolicyScores;
import dev.docket.verdict.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Whether models and people of this desk treat groups of items alike. The favourable outcome is to be left up; what would have been
 * right is the verdict that counts, so that its makers' own bias is in the figures of models. Scores are those an item had
 * before it was decided. Groups are what feed and file say ({@link GroupBy}); nothing is inferred of anybody.
 */
public final class DeskFairness {
    /** Every verdict that counts: there is nothing to hold it against. */
    public static final String VERDICTS = "verdicts";
    /** The first verdict of items that were looked at more than once, against what counted in the end. */
    public static final String FIRST_VERDICTS = "first verdicts";
    /** Groups with fewer decisions have a count and no figure. */
    public static final int SMALLEST = 30;

    static final String LEFT_UP = "left up";
    private static final String RESTRICTED = "restricted";
    private static final double LEVEL = 0.95;

    /**
     * What is asked.
     *
     * @param subject of one maker of decisions alone; empty: of all
     * @param label of models, flags of this label alone; empty: of any label
     * @param reference the group the others are held against; empty, or where it does not occur: the one whose rate is in the middle
     */
    public record Question(GroupBy by, Optional<String> subject, Optional<String> label, Optional<String> reference, int smallest) {
        public static Question of(GroupBy by) {
            return new Question(by, Optional.empty(), Optional.empty(), Optional.empty(), SMALLEST);
        }
    }

    private final PolicyPack pack;

    public DeskFairness(PolicyPack pack) {
        this.pack = pack;
    }

    /** Of people first, then of models by name. Items decided with another one are left out: nobody looked at them. */
    public List<Study> of(DecisionSet set, Question question) {
        List<LabelledItem> items = set.items().stream().filter(item -> !item.propagated()).toList();
        List<Study> studies = new ArrayList<>();
        List<LabelledItem> again = items.stream().filter(item -> item.votes().size() > 1).toList();
        people(VERDICTS, "there is none beside the verdict itself", true, items, item -> item.finding(), question).ifPresent(studies::add);
        people(FIRST_VERDICTS, "the verdict that counts in the end, of items looked at more than once", false, again, DeskFairness::first, question).ifPresent(studies::add);
        models(items, question).forEach(studies::add);
        return studies.stream().filter(study -> question.subject().isEmpty() || study.subject().equals(question.subject().get())).toList();
    }

    private static Finding first(LabelledItem item) {
        return item.votes().stream().flatMap(vote -> vote.finding().stream()).findFirst().orElse(item.finding());
    }

    private static Optional<Study> people(String subject, String truth, boolean parityOnly, List<LabelledItem> items, Function<LabelledItem, Finding> decision, Question question) {
        List<Decided> decided = items.stream().map(item -> new Decided(question.by().of(item.item()), outcome(item.finding()), outcome(decision.apply(item)))).toList();
        Map<String, Study.Moderation> moderation = new TreeMap<>();
        Map<String, List<LabelledItem>> groups = new TreeMap<>();
        items.forEach(item -> groups.computeIfAbsent(question.by().of(item.item()), _ -> new ArrayList<>()).add(item));
        groups.forEach((group, of) -> moderation.put(group, moderation(of, question.smallest())));
        return study(subject, truth, parityOnly, decided, question, moderation);
    }

    private static Study.Moderation moderation(List<LabelledItem> items, int smallest) {
        Estimate few = Estimate.undefined("only " + items.size() + " items; fewer than " + smallest + " say nothing", items.size());
        if (items.size() < smallest) {
            return new Study.Moderation(items.size(), few, few);
        }
        List<LabelledItem> again = items.stream().filter(item -> item.votes().size() > 1).toList();
        long changed = again.stream().filter(item -> !first(item).label().equals(item.label())).count();
        double[] hours = items.stream().mapToDouble(item -> Math.max(0, Duration.between(item.item().receivedAt(), item.deciding().at()).toSeconds() / 3600.0)).sorted().toArray();
        double median = (hours[(hours.length - 1) / 2] + hours[hours.length / 2]) / 2;
        return new Study.Moderation(items.size(), again.size() < smallest ? Estimate.undefined("only " + again.size() + " items were looked at more than once", again.size()) : Proportions.rate(changed, again.size(), LEVEL),
                new Estimate(Figure.of(median), Optional.empty(), items.size()));
    }

    private static String outcome(Finding finding) {
        return finding.severity() == Severity.S0 ? LEFT_UP : RESTRICTED;
    }

    private List<Study> models(List<LabelledItem> items, Question question) {
        Map<String, List<Decided>> byScorer = new TreeMap<>();
        for (LabelledItem item : items) {
            Map<String, List<ModelScore>> scores = new TreeMap<>();
            item.scores().forEach(score -> scores.computeIfAbsent(score.model() + "@" + score.version(), _ -> new ArrayList<>()).add(score));
            scores.forEach((scorer, given) -> decided(item, given, question).ifPresent(each -> byScorer.computeIfAbsent(scorer, _ -> new ArrayList<>()).add(each)));
        }
        return byScorer.entrySet().stream().flatMap(scorer -> study(scorer.getKey(),
                "the verdict that counts" + question.label().map(label -> ", of " + label + " alone").orElse(""), false, scorer.getValue(), question, Map.of()).stream()).toList();
    }

    /** Empty where the pack reads nothing of what was scored. */
    private Optional<Decided> decided(LabelledItem item, List<ModelScore> scores, Question question) {
        boolean judged = false;
        boolean flagged = false;
        boolean there = false;
        for (ModelScore score : scores) {
            Optional<ScoreRule> rule = PolicyScores.rule(pack, score).filter(found -> question.label().isEmpty() || question.label().get().equals(found.label()));
            if (rule.isPresent()) {
                judged = true;
                flagged |= score.score() >= rule.get().review().orElse(score.threshold());
                there |= item.finding().label().equals(rule.get().label()) || item.finding().additional().contains(rule.get().label());
            }
        }
        return judged ? Optional.of(new Decided(question.by().of(item.item()), there ? RESTRICTED : LEFT_UP, flagged ? RESTRICTED : LEFT_UP)) : Optional.empty();
    }

    private static Optional<Study> study(String subject, String truth, boolean parityOnly, List<Decided> decided, Question question, Map<String, Study.Moderation> moderation) {
        if (decided.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> reference = question.reference().filter(group -> decided.stream().anyMatch(each -> each.group().equals(group))).or(() -> middle(decided, question.smallest()));
        return Optional.of(new Study(subject, truth, question.by(), parityOnly, decided.size(),
                FairnessReport.of(decided, LEFT_UP, reference, question.smallest(), LEVEL), moderation));
    }

    /** The large enough group whose items are left up at the rate in the middle: one odd group cannot be it while there are three. */
    static Optional<String> middle(List<Decided> decided, int smallest) {
        Map<String, int[]> counts = new TreeMap<>();
        decided.forEach(each -> {
            int[] of = counts.computeIfAbsent(each.group(), _ -> new int[2]);
            of[0]++;
            of[1] += each.decision().equals(LEFT_UP) ? 1 : 0;
        });
        List<String> large = counts.keySet().stream().filter(group -> counts.get(group)[0] >= smallest)
                .sorted(Comparator.<String>comparingDouble(group -> counts.get(group)[1] / (double) counts.get(group)[0]).thenComparing(Comparator.naturalOrder())).toList();
        return large.isEmpty() ? Optional.empty() : Optional.of(large.get((large.size() - 1) / 2));
    }
}
