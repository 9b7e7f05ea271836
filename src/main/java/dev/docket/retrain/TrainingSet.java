package dev.docket.retrain;

import dev.docket.export.DecisionSet;
import dev.docket.export.ExportMode;
import dev.docket.export.LabelledItem;
import dev.docket.export.Split;
import dev.docket.item.ImageItem;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A decision set as a head learns from it. A verdict judges every label of the pack: those it names are there, all
 * others are not. Items in the test and gold splits are held out, never trained on.
 *
 * @param labels what can be learned: the pack's labels that may train and are not the benign one
 * @param examples in the order decided
 * @param forbidden items whose label no model may learn from
 */
public record TrainingSet(List<String> labels, List<Example> examples, int forbidden) {

    /**
     * One decided item.
     *
     * @param group its near-duplicate group
     * @param target per label, the share of the votes (unsure ones at half weight) that name it
     * @param weight 1 for a sure vote or several, 0.5 for a single unsure one
     */
    public record Example(ImageItem item, ContentHash group, boolean heldOut, double[] target, double weight) {
        public ContentHash picture() {
            return item.sha256();
        }
    }

    private static final double UNSURE = 0.5;

    public TrainingSet {
        labels = List.copyOf(labels);
        examples = List.copyOf(examples);
    }

    /** @param pack the pack in force, whose labels are learned */
    public static TrainingSet of(DecisionSet set, PolicyPack pack) {
        List<String> labels = learnable(pack);
        // what was decided with another item was not looked at by itself, and its likes are there already
        List<LabelledItem> judged = set.items().stream().filter(item -> !item.propagated()).toList();
        List<LabelledItem> allowed = judged.stream().filter(TrainingSet::mayTrain)
                .sorted(Comparator.comparing((LabelledItem i) -> i.deciding().at()).thenComparing(i -> i.item().id())).toList();
        return new TrainingSet(labels, allowed.stream().map(i -> example(i, labels)).toList(), judged.size() - allowed.size());
    }

    /** Ids of the labels a model may learn, in the pack's order. What is within policy is the absence of the others, not a thing to look for. */
    public static List<String> learnable(PolicyPack pack) {
        return pack.labels().stream()
                .filter(label -> label.training() && label.severity() != Severity.S0)
                .filter(label -> Stream.of(ExportMode.HASH_ONLY, ExportMode.NEVER).noneMatch(mode -> mode.word().equals(label.export())))
                .map(PolicyPack.Label::id).toList();
    }

    public List<Example> training() {
        return examples.stream().filter(example -> !example.heldOut()).toList();
    }

    public List<Example> heldOut() {
        return examples.stream().filter(Example::heldOut).toList();
    }

    private static boolean mayTrain(LabelledItem item) {
        return item.training() && (item.mode() == ExportMode.FULL || item.mode() == ExportMode.DERIVED);
    }

    private static Example example(LabelledItem item, List<String> labels) {
        List<Finding> votes = item.adjudicated()
                ? List.of(item.finding())
                : item.votes().stream().map(Verdict::finding).map(finding -> finding.orElseThrow()).toList();
        double total = votes.stream().mapToDouble(TrainingSet::weight).sum();
        double[] target = labels.stream()
                .mapToDouble(label -> votes.stream().filter(vote -> names(vote, label)).mapToDouble(TrainingSet::weight).sum() / total)
                .toArray();
        boolean heldOut = item.split() == Split.TEST || item.split() == Split.GOLD;
        return new Example(item.item(), item.group(), heldOut, target, Math.min(1, total));
    }

    private static boolean names(Finding vote, String label) {
        return vote.label().equals(label) || vote.additional().contains(label);
    }

    private static double weight(Finding vote) {
        return vote.sure() ? 1 : UNSURE;
    }
}
