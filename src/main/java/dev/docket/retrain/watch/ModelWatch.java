package dev.docket.retrain.watch;

import dev.docket.classify.ModelScore;
import dev.docket.export.DecisionSet;
import dev.docket.export.LabelledItem;
import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Calibration;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Proportions;
import dev.docket.metrics.ScoredSample;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.ScoreRule;
import dev.docket.registry.ModelVersion;
import dev.docket.retrain.PolicyScores;
import dev.docket.storage.Database;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * How a version in use keeps: whether its scores come true, how often people override its flags, and whether what it is shown has moved.
 * Reliability and overrides are of scores an item had before it was decided. Several threads.
 */
public final class ModelWatch {
    /** Items of a window. */
    public static final int WINDOW = 500;
    /** With fewer nothing is said of drift. */
    static final int FEWEST = 100;
    private static final int PERMUTATIONS = 999;
    private static final double LEVEL = 0.95;

    /** Scores of the same items in order of receipt, oldest first, at most so many from either end. */
    private static final String SCORES = """
            select s.item_id, s.label, s.score from score s
              join (select i.item_id, i.received_at from item i
                     where i.state = 0 and exists (select 1 from score x where x.item_id = i.item_id and x.model_id = :model and x.model_ver = :version)
                     order by i.received_at %1$s, i.item_id %1$s fetch first :most rows only) chosen on chosen.item_id = s.item_id
             where s.model_id = :model and s.model_ver = :version
             order by chosen.received_at, s.item_id
            """;

    private final Database database;
    private final PolicyPack pack;

    public ModelWatch(Database database, PolicyPack pack) {
        this.database = database;
        this.pack = pack;
    }

    /** @param set everything decided */
    public Watched of(ModelVersion version, DecisionSet set) {
        List<Boolean> truth = new ArrayList<>();
        List<Double> score = new ArrayList<>();
        List<Integer> owner = new ArrayList<>();
        int items = 0;
        long flagged = 0;
        long overridden = 0;
        for (LabelledItem item : set.items()) {
            List<ModelScore> own = item.propagated() ? List.of()
                    : item.scores().stream().filter(s -> s.model().equals(version.id()) && s.version().equals(version.version())).toList();
            if (own.isEmpty()) {
                continue;
            }
            items++;
            boolean any = false;
            boolean right = false;
            for (ModelScore each : own) {
                Optional<ScoreRule> rule = PolicyScores.rule(pack, each);
                if (rule.isPresent()) {
                    boolean there = item.finding().label().equals(rule.get().label()) || item.finding().additional().contains(rule.get().label());
                    truth.add(there);
                    score.add(each.score());
                    owner.add(items);
                    boolean over = each.score() >= rule.get().review().orElse(each.threshold());
                    any |= over;
                    right |= over && there;
                }
            }
            flagged += any ? 1 : 0;
            overridden += any && !right ? 1 : 0;
        }
        return new Watched(version.name(), items, reliability(truth, score, owner), Proportions.rate(overridden, flagged, LEVEL), drift(version));
    }

    /** Scores of one item hang together: they are drawn together. */
    private static Watched.Reliability reliability(List<Boolean> truth, List<Double> score, List<Integer> owner) {
        boolean[] truths = new boolean[truth.size()];
        double[] scores = new double[truths.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = truth.get(i);
            scores[i] = score.get(i);
        }
        ScoredSample sample = ScoredSample.of(truths, scores);
        Bootstrap bootstrap = Bootstrap.DEFAULT.within(20L * truths.length);
        Estimate ece = bootstrap.ofGroups(truths.length, owner::get, places -> Calibration.ece(sample.at(places), DriftWindow.BINS));
        Estimate brier = bootstrap.ofGroups(truths.length, owner::get, places -> Calibration.brier(sample.at(places)));
        return new Watched.Reliability(ece, brier, Calibration.bins(sample, DriftWindow.BINS));
    }

    private Watched.Moved drift(ModelVersion version) {
        List<String> labels = List.copyOf(version.thresholds().keySet());
        double[][] first = database.inTransaction(tx -> rows(tx, version, labels, "asc", WINDOW));
        double[][] last = database.inTransaction(tx -> rows(tx, version, labels, "desc", 2 * WINDOW));
        int window = Math.min(WINDOW, last.length / 3);
        if (window < FEWEST) {
            return new Watched.Moved(Optional.empty(), Optional.empty());
        }
        double[][] newest = Arrays.copyOfRange(last, last.length - window, last.length);
        double[][] before = Arrays.copyOfRange(last, last.length - 2 * window, last.length - window);
        double[][] reference = Arrays.copyOf(first, window);
        return new Watched.Moved(Optional.of(DriftWindow.of(labels, reference, before, PERMUTATIONS)), Optional.of(DriftWindow.of(labels, reference, newest, PERMUTATIONS)));
    }

    /** Items that were given every label, oldest first. */
    private static double[][] rows(Handle tx, ModelVersion version, List<String> labels, String order, int most) {
        Map<UUID, double[]> rows = new LinkedHashMap<>();
        Map<UUID, Integer> counts = new HashMap<>();
        tx.createQuery(SCORES.formatted(order)).bind("model", version.id()).bind("version", version.version()).bind("most", most)
                .map((row, _) -> {
                    UUID item = row.getObject(1, UUID.class);
                    int label = labels.indexOf(row.getString(2));
                    if (label >= 0) {
                        rows.computeIfAbsent(item, _ -> new double[labels.size()])[label] = row.getDouble(3);
                        counts.merge(item, 1, Integer::sum);
                    }
                    return item;
                }).list();
        return rows.entrySet().stream().filter(row -> counts.get(row.getKey()) == labels.size()).map(Map.Entry::getValue).toArray(double[][]::new);
    }
}
