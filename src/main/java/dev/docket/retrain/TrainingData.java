package dev.docket.retrain;

import dev.docket.classify.ModelScore;
import dev.docket.item.ImageItem;
import dev.docket.policy.PolicyPack;
import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A training set joined with its pictures' features: what is learned from and what is measured on.
 *
 * @param after per training row, how many verdicts had been made with it, 1..
 * @param unit per training row, whose it is: what a private head protects together
 * @param heldItems those of {@code heldOut}, in their order
 * @param unreadable examples left out because their picture is gone or cannot be decoded
 */
record TrainingData(LabelledFeatures training, int[] after, int[] unit, HeldOut heldOut, List<ImageItem> heldItems, int unreadable) {

    /**
     * @param standing the scores that count for a held-out item now; empty when its picture cannot be read
     */
    static TrainingData of(
            TrainingSet set, Map<ContentHash, float[]> features, Function<TrainingSet.Example, Optional<StandingScores.Standing>> standing, PolicyPack pack) {
        return of(set, features, standing, pack, Optional.empty());
    }

    /** @param balance what labels are balanced over, by {@link Reweighing} */
    static TrainingData of(TrainingSet set, Map<ContentHash, float[]> features, Function<TrainingSet.Example, Optional<StandingScores.Standing>> standing,
            PolicyPack pack, Optional<GroupBy> balance) {
        Rows training = new Rows();
        Rows held = new Rows();
        List<Integer> after = new ArrayList<>();
        List<double[]> before = new ArrayList<>();
        List<double[]> without = new ArrayList<>();
        List<double[]> fed = new ArrayList<>();
        TreeSet<String> models = new TreeSet<>();
        TreeSet<String> feeds = new TreeSet<>();
        int made = 0;
        for (TrainingSet.Example example : set.examples()) {
            made++;
            float[] vector = features.get(example.picture());
            if (vector == null) {
                continue;
            }
            if (!example.heldOut()) {
                training.add(example, vector);
                after.add(made);
                continue;
            }
            Optional<StandingScores.Standing> scores = standing.apply(example);
            if (scores.isPresent()) {
                List<ModelScore> own = scores.get().own();
                held.add(example, vector);
                before.add(PolicyScores.of(pack, set.labels(), own));
                without.add(PolicyScores.of(pack, set.labels(), own.stream().filter(s -> !s.model().equals(ModelFolderWriter.ID)).toList()));
                fed.add(PolicyScores.of(pack, set.labels(), scores.get().fed()));
                own.forEach(score -> models.add(StandingScores.name(score)));
                scores.get().fed().forEach(score -> feeds.add(StandingScores.name(score)));
            }
        }
        int[] unit = numbers(training.examples.stream().map(TrainingData::owner).toList());
        int read = training.vectors.size() + held.vectors.size();
        int[] balanced = balance.map(by -> numbers(training.examples.stream().map(example -> by.of(example.item())).toList())).orElseGet(() -> new int[0]);
        return new TrainingData(training.features(set.labels()).balancedBy(balanced), after.stream().mapToInt(Integer::intValue).toArray(), unit,
                held.heldOut(set.labels(), new HeldOut.Standing(array(before), array(without), array(fed),
                        names(models, pack), names(feeds, pack))),
                held.examples.stream().map(TrainingSet.Example::item).toList(),
                set.examples().size() - read);
    }

    /** Its uploader; where the feed names none, its group of look-alikes. */
    private static String owner(TrainingSet.Example example) {
        return example.item().facts().uploader().map(uploader -> "u\n" + example.item().source().name() + "\n" + uploader).orElseGet(() -> "g\n" + example.group().hex());
    }

    /** Equal names have equal numbers, in order of appearance. */
    private static int[] numbers(List<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        return names.stream().mapToInt(name -> numbers.computeIfAbsent(name, _ -> numbers.size())).toArray();
    }

    private static double[][] array(List<double[]> rows) {
        return rows.toArray(double[][]::new);
    }

    private static String names(TreeSet<String> models, PolicyPack pack) {
        return models.isEmpty() ? "nothing" : String.join(", ", models) + ", read by " + pack.ref().name();
    }

    /** Rows being collected. Groups are numbered in order of appearance. */
    private static final class Rows {
        final List<TrainingSet.Example> examples = new ArrayList<>();
        final List<float[]> vectors = new ArrayList<>();
        final List<double[]> targets = new ArrayList<>();
        final List<Double> weights = new ArrayList<>();
        final List<Integer> groups = new ArrayList<>();
        final Map<ContentHash, Integer> numbers = new HashMap<>();

        void add(TrainingSet.Example example, float[] vector) {
            examples.add(example);
            vectors.add(vector);
            targets.add(example.target());
            weights.add(example.weight());
            groups.add(numbers.computeIfAbsent(example.group(), g -> numbers.size()));
        }

        LabelledFeatures features(List<String> labels) {
            return new LabelledFeatures(labels, vectors, targets.toArray(double[][]::new),
                    weights.stream().mapToDouble(Double::doubleValue).toArray(), groupNumbers());
        }

        HeldOut heldOut(List<String> labels, HeldOut.Standing standing) {
            return new HeldOut(labels, vectors, targets.stream().map(Rows::truth).toArray(double[][]::new), standing, groupNumbers());
        }

        /** Votes that are evenly split say nothing. */
        private static double[] truth(double[] target) {
            return java.util.Arrays.stream(target).map(t -> t > 0.5 ? 1 : t < 0.5 ? 0 : Double.NaN).toArray();
        }

        private int[] groupNumbers() {
            return groups.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
