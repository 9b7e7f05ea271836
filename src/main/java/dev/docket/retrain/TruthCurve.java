package dev.docket.retrain;

import dev.docket.classify.ForensicBackbone;
import dev.docket.export.DecisionSet;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.metrics.Bootstrap;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.retrain.TrainingSet.Example;
import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A learning curve against labels known from elsewhere, as sample data know theirs: the verdicts teach, and every item
 * whose near-duplicate group taught nothing is measured on. So the measure does not depend on the reviewers who taught.
 */
public final class TruthCurve {
    private final RetrainingRun.Stores stores;
    private final Items items;
    private final PolicyPack pack;

    public TruthCurve(RetrainingRun.Stores stores, Items items, PolicyPack pack) {
        this.stores = stores;
        this.items = items;
        this.pack = pack;
    }

    /**
     * @param set the verdicts, in which gold and test items are held out
     * @param truth label of an item; items without one are not measured on
     * @param counts numbers of verdicts to measure at, rising
     */
    public List<LearningCurve.Point> measure(DecisionSet set, Function<ImageItem, Optional<String>> truth, List<Integer> counts, Progress progress) {
        TrainingSet judged = TrainingSet.of(set, pack);
        List<Example> examples = new ArrayList<>();
        Set<ContentHash> taught = new HashSet<>();
        Set<UUID> seen = new HashSet<>();
        for (Example example : judged.examples()) {
            seen.add(example.item().id());
            if (!example.heldOut()) {
                taught.add(example.group());
            }
            examples.add(example.heldOut() ? known(judged, example.item(), example.group(), truth).orElse(example) : example);
        }
        groups().forEach((item, group) -> {
            if (!seen.contains(item.id()) && !taught.contains(group)) {
                known(judged, item, group, truth).ifPresent(examples::add);
            }
        });
        TrainingSet all = new TrainingSet(judged.labels(), examples, judged.forbidden());
        try (ForensicBackbone backbone = ForensicBackbone.load()) {
            Map<ContentHash, float[]> features = stores.embeddings().embed(examples.stream().map(Example::picture).toList(), backbone, progress);
            TrainingData data = TrainingData.of(all, features, held -> stores.standing().of(held.item()), pack);
            return LearningCurve.measure(new LearningCurve.Verdicts(data.training(), data.after()), data.heldOut(), counts, Bootstrap.DEFAULT, progress);
        }
    }

    private static Optional<Example> known(TrainingSet judged, ImageItem item, ContentHash group, Function<ImageItem, Optional<String>> truth) {
        return truth.apply(item).map(label -> new Example(item, group, true,
                judged.labels().stream().mapToDouble(each -> each.equals(label) ? 1 : 0).toArray(), 1));
    }

    private Map<ImageItem, ContentHash> groups() {
        return stores.database().inTransaction(tx -> {
            Map<ImageItem, ContentHash> groups = new LinkedHashMap<>();
            for (UUID id : items.ids(tx)) {
                items.find(tx, id).ifPresent(item -> groups.put(item, tx.createQuery("select cluster_id from image_blob where sha256 = :sha256")
                        .bind("sha256", item.sha256()).mapTo(ContentHash.class).findOne().orElse(item.sha256())));
            }
            return groups;
        });
    }
}
