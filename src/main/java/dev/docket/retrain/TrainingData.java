package dev.docket.retrain;

import dev.docket.classify.ModelScore;
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
 * @param unreadable examples left out because their picture is gone or cannot be decoded
 */
record TrainingData(LabelledFeatures training, int[] after, HeldOut heldOut, int unreadable) {

    /**
     * @param standing the scores that count for a held-out item now; empty when its picture cannot be read
     */
    static TrainingData of(
            TrainingSet set, Map<ContentHash, float[]> features, Function<TrainingSet.Example, Optional<StandingScores.Standing>> standing, PolicyPack pack) {
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
        int read = training.vectors.size() + held.vectors.size();
        return new TrainingData(training.features(set.labels()), after.stream().mapToInt(Integer::intValue).toArray(),
                held.heldOut(set.labels(), new HeldOut.Standing(array(before), array(without), array(fed),
                        names(models, pack), names(feeds, pack))),
                set.examples().size() - read);
    }

    private static double[][] array(List<double[]> rows) {
        return rows.toArray(double[][]::new);
    }

    private static String names(TreeSet<String> models, PolicyPack pack) {
        return models.isEmpty() ? "nothing" : String.join(", ", models) + ", read by " + pack.ref().name();
    }

    /** Rows being collected. Groups are numbered in order of appearance. */
    private static final class Rows {
        final List<float[]> vectors = new ArrayList<>();
        final List<double[]> targets = new ArrayList<>();
        final List<Double> weights = new ArrayList<>();
        final List<Integer> groups = new ArrayList<>();
        final Map<ContentHash, Integer> numbers = new HashMap<>();

        void add(TrainingSet.Example example, float[] vector) {
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
