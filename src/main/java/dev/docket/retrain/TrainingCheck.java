package dev.docket.retrain;

import dev.docket.export.Changes;
import dev.docket.export.DecisionSet;
import dev.docket.export.LabelledItem;
import dev.docket.export.Split;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PerceptualHash;
import dev.docket.policy.PolicyPack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a training run would learn from, told before it begins: how many examples of each label there are, and whether anything that is held
 * out was seen in training.
 *
 * @param forbidden decided items whose label no model may learn from
 * @param changed how the set differs from the version it is made like; empty where it is made like none
 */
public record TrainingCheck(TrainingSource source, int training, int heldOut, int forbidden, List<LabelCount> labels, Leakage leakage, Optional<Changed> changed) {

    /**
     * Examples of one label.
     *
     * @param with items to train on that rather have it
     * @param without items to train on that rather have not
     * @param held held-out items that rather have it; with none it is learned and not measured
     */
    public record LabelCount(String label, int with, int without, int held) {
        /** Whether it is learned. */
        public boolean enough() {
            return with >= HeadTrainer.FEWEST && without >= HeadTrainer.FEWEST;
        }

        /** Whether its scores are calibrated. */
        public boolean calibrated() {
            return with >= HeadTrainer.FEWEST_FOR_CALIBRATION && without >= HeadTrainer.FEWEST_FOR_CALIBRATION;
        }
    }

    /**
     * What of the held-out items stands in training, too; judged from the items themselves, whatever their groups say.
     *
     * @param alike held-out items of the same group as one trained on, or with a PDQ hash within 31 bits of one's
     * @param ofUploader held-out items of an uploader who is trained on
     * @param uploaders how many uploaders stand on both sides
     */
    public record Leakage(int alike, int ofUploader, int uploaders) {}

    /** How many items differ from the version that was written. */
    public record Changed(int added, int changed, int gone) {
        static Changed of(Changes changes) {
            return new Changed(changes.added().size(), changes.relabelled().size() + changes.changed().size(), changes.removed().size() + changes.erased().size());
        }

        public boolean none() {
            return added + changed + gone == 0;
        }
    }

    public TrainingCheck {
        labels = List.copyOf(labels);
    }

    /** Whether a head would come of it. */
    public boolean enough() {
        return labels.stream().anyMatch(LabelCount::enough);
    }

    /** @param pack the pack in force, whose labels are learned */
    public static TrainingCheck of(TrainingSource source, DecisionSet set, PolicyPack pack, Optional<Changes> changes) {
        TrainingSet learned = TrainingSet.of(set, pack);
        double[][] training = learned.training().stream().map(TrainingSet.Example::target).toArray(double[][]::new);
        double[][] held = learned.heldOut().stream().map(TrainingSet.Example::target).toArray(double[][]::new);
        List<LabelCount> labels = new ArrayList<>();
        for (int l = 0; l < learned.labels().size(); l++) {
            labels.add(new LabelCount(learned.labels().get(l), LabelledFeatures.count(training, l, true), LabelledFeatures.count(training, l, false), LabelledFeatures.count(held, l, true)));
        }
        Set<UUID> used = learned.examples().stream().map(example -> example.item().id()).collect(Collectors.toSet());
        return new TrainingCheck(source, training.length, held.length, learned.forbidden(), labels,
                leakage(set.items().stream().filter(item -> used.contains(item.item().id())).toList()), changes.map(Changed::of));
    }

    private static Leakage leakage(List<LabelledItem> items) {
        List<LabelledItem> seen = items.stream().filter(item -> !heldOut(item)).toList();
        List<LabelledItem> held = items.stream().filter(TrainingCheck::heldOut).toList();
        Set<Object> groups = all(seen, item -> Optional.of(item.group()));
        Set<Object> uploaders = all(seen, TrainingCheck::uploader);
        List<PerceptualHash> hashes = seen.stream().flatMap(item -> hash(item).stream()).toList();
        int alike = (int) held.parallelStream().filter(item -> groups.contains(item.group())
                || hash(item).filter(mine -> hashes.stream().anyMatch(other -> mine.distance(other) <= NearDuplicates.MAX_DISTANCE)).isPresent()).count();
        List<Object> theirs = held.stream().flatMap(item -> uploader(item).stream()).filter(uploaders::contains).toList();
        return new Leakage(alike, theirs.size(), new HashSet<>(theirs).size());
    }

    private static Set<Object> all(List<LabelledItem> items, Function<LabelledItem, Optional<?>> key) {
        return items.stream().flatMap(item -> key.apply(item).stream()).collect(Collectors.toSet());
    }

    private static boolean heldOut(LabelledItem item) {
        return item.split() == Split.TEST || item.split() == Split.GOLD;
    }

    private static Optional<Object> uploader(LabelledItem item) {
        return item.item().facts().uploader().map(name -> List.of(item.item().source().name(), name));
    }

    private static Optional<PerceptualHash> hash(LabelledItem item) {
        return item.pdq().filter(hash -> hash.quality() >= NearDuplicates.MIN_QUALITY);
    }
}
