package dev.docket.retrain;

import dev.docket.classify.ForensicBackbone;
import dev.docket.export.DecisionSet;
import dev.docket.export.ExportDesk;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Split;
import dev.docket.export.Splits;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Estimate;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The learning curve of a desk whose held-out items are known from outside, as on sample data: verdicts made so far
 * train, all items in the test and gold splits measure, decided or not. Trains nothing that is kept.
 */
public final class KnownTruthCurve {

    /**
     * The curve and what it is held against.
     *
     * @param startsFrom the models whose scores stand at 0 verdicts
     * @param heldOut how many items measure
     * @param fed mean average precision of the scores that came with the items, which need no verdict
     * @param fedIs what those scores are
     */
    public record Curve(List<LearningCurve.Point> points, String startsFrom, int heldOut, Estimate fed, String fedIs) {
        public Curve {
            points = List.copyOf(points);
        }

        /** Last point less first; empty when either is undefined. */
        public Optional<Double> rise() {
            var rise = points.getLast().meanPrecision().figure().minus(points.getFirst().meanPrecision().figure());
            return rise.number().stream().boxed().findFirst();
        }
    }

    /** Where verdicts, items and pictures come from. */
    public record Stores(Database database, Items items, ExportDesk export, EmbeddingCache embeddings, StandingScores standing) {}

    private final Stores stores;
    private final PolicyPack pack;

    public KnownTruthCurve(Stores stores, PolicyPack pack) {
        this.stores = stores;
        this.pack = pack;
    }

    /**
     * @param truth label of items by id; items that are not in it do not measure
     * @param counts numbers of verdicts to measure at, rising, such as 0, 20 ... 100
     */
    public Curve measure(Map<UUID, String> truth, List<Integer> counts, Progress progress) {
        TrainingSet decided = TrainingSet.of(decisions(), pack);
        TrainingSet known = heldOut(truth);
        try (ForensicBackbone backbone = ForensicBackbone.load()) {
            Map<ContentHash, float[]> features = stores.embeddings().embed(
                    Stream.concat(decided.examples().stream(), known.examples().stream()).map(TrainingSet.Example::picture).toList(), backbone, progress);
            TrainingData learned = TrainingData.of(decided, features, _ -> Optional.empty(), pack);
            HeldOut held = TrainingData.of(known, features, example -> stores.standing().of(example.item()), pack).heldOut();
            List<LearningCurve.Point> points = LearningCurve.measure(
                    new LearningCurve.Verdicts(learned.training(), learned.after()), held, counts, Bootstrap.DEFAULT, progress);
            return new Curve(points, held.standing().beforeIs(), held.size(),
                    Evaluation.draw(held, Bootstrap.DEFAULT, places -> Evaluation.meanPrecision(held, held.standing().fed(), held.rankable(), places)),
                    held.standing().fedIs());
        }
    }

    private DecisionSet decisions() {
        try {
            return stores.export().preview(Selection.ALL.withGold(true), Splits.Grouping.NEAR_DUPLICATES);
        } catch (SelectionException e) {
            throw new IllegalStateException("A selection of everything names nothing that could be missing", e);
        }
    }

    private TrainingSet heldOut(Map<UUID, String> truth) {
        List<String> labels = TrainingSet.learnable(pack);
        List<TrainingSet.Example> examples = new ArrayList<>();
        stores.export().dealt(Splits.Grouping.NEAR_DUPLICATES).forEach((id, place) -> {
            boolean measures = (place.split() == Split.TEST || place.split() == Split.GOLD) && truth.containsKey(id);
            Optional<ImageItem> item = measures ? stores.database().inTransaction(tx -> stores.items().find(tx, id)) : Optional.empty();
            double[] target = labels.stream().mapToDouble(label -> label.equals(truth.get(id)) ? 1 : 0).toArray();
            item.ifPresent(known -> examples.add(new TrainingSet.Example(known, place.group(), true, target, 1)));
        });
        return new TrainingSet(labels, examples, 0);
    }
}
