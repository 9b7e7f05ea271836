package dev.docket.retrain.threshold;

import dev.docket.classify.ModelScore;
import dev.docket.export.DecisionSet;
import dev.docket.export.LabelledItem;
import dev.docket.metrics.ScoredSample;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.ScoreRule;
import dev.docket.retrain.PolicyScores;
import dev.docket.storage.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what thresholds are chosen by: every model's scores for every label the pack reads, of what was decided and of what waits. Several threads. */
public final class Thresholds {
    /** The most urgent items that are looked at, of those that wait. */
    public static final int MOST_WAITING = 50_000;

    private static final String WAITING = """
            select s.item_id, s.model_id, s.model_ver, s.label, s.score, s.threshold from score s
              join (select item_id from review_task where round = 1 and state in (0, 1) order by priority, task_id fetch first :most rows only) w on w.item_id = s.item_id
             order by s.item_id, s.model_id, s.model_ver, s.label
            """;

    private record Scored(UUID item, ModelScore score) {}

    private final Database database;
    private final PolicyPack pack;

    public Thresholds(Database database, PolicyPack pack) {
        this.database = database;
        this.pack = pack;
    }

    /** @param set everything decided. By model, then label; those that nothing was decided under and nothing waits under are left out */
    public List<LabelScores> of(DecisionSet set) {
        Map<String, Reader> readers = new TreeMap<>();
        List<String> groups = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (LabelledItem item : set.items()) {
            if (!item.propagated()) {
                int group = numbers.computeIfAbsent(item.group().hex(), hex -> {
                    groups.add(hex);
                    return groups.size() - 1;
                });
                item.scores().forEach(score -> reader(readers, score).ifPresent(reader -> reader.decided(item, score, group)));
            }
        }
        byItem(database.inTransaction(this::waiting)).values().forEach(scores -> waits(readers, scores));
        return readers.values().stream().map(Reader::read).toList();
    }

    /** Whether a threshold decides who is looked at at all: else it decides lane and order alone. */
    public boolean releases() {
        return pack.defaults().release() == PolicyPack.Release.NOTHING_SUSPECTED;
    }

    private void waits(Map<String, Reader> readers, List<ModelScore> scores) {
        List<ModelScore> flagging = scores.stream().filter(score -> PolicyScores.rule(pack, score).filter(rule -> PolicyScores.flags(rule, score)).isPresent()).toList();
        for (ModelScore score : scores) {
            reader(readers, score).ifPresent(reader -> reader.waiting(score.score(), flagging.stream().anyMatch(other -> other != score)));
        }
    }

    private Optional<Reader> reader(Map<String, Reader> readers, ModelScore score) {
        return PolicyScores.rule(pack, score).map(rule -> readers.computeIfAbsent(score.model() + "@" + score.version() + " " + score.label(),
                _ -> new Reader(score.model() + "@" + score.version(), rule, rule.review().orElse(score.threshold()))));
    }

    private List<Scored> waiting(Handle tx) {
        return tx.createQuery(WAITING).bind("most", MOST_WAITING).map((row, _) -> new Scored(row.getObject(1, UUID.class),
                new ModelScore(row.getString(2), row.getString(3), row.getString(4), row.getDouble(5), row.getDouble(6)))).list();
    }

    private static Map<UUID, List<ModelScore>> byItem(List<Scored> scored) {
        Map<UUID, List<ModelScore>> items = new LinkedHashMap<>();
        scored.forEach(each -> items.computeIfAbsent(each.item(), _ -> new ArrayList<>()).add(each.score()));
        return items;
    }

    /** Collects one model's scores for one label. */
    private static final class Reader {
        private final String model;
        private final ScoreRule rule;
        private final double now;
        private final List<Boolean> truth = new ArrayList<>();
        private final List<Double> score = new ArrayList<>();
        private final List<Integer> group = new ArrayList<>();
        private final List<Double> waiting = new ArrayList<>();
        private final List<Boolean> otherwise = new ArrayList<>();

        private Reader(String model, ScoreRule rule, double now) {
            this.model = model;
            this.rule = rule;
            this.now = now;
        }

        private void decided(LabelledItem item, ModelScore given, int ofGroup) {
            truth.add(item.finding().label().equals(rule.label()) || item.finding().additional().contains(rule.label()));
            score.add(given.score());
            group.add(ofGroup);
        }

        private void waiting(double given, boolean otherFlags) {
            waiting.add(given);
            otherwise.add(otherFlags);
        }

        private LabelScores read() {
            return new LabelScores(model, rule, now, ScoredSample.of(booleans(truth), score.stream().mapToDouble(Double::doubleValue).toArray()),
                    group.stream().mapToInt(Integer::intValue).toArray(), waiting.stream().mapToDouble(Double::doubleValue).toArray(), booleans(otherwise));
        }

        private static boolean[] booleans(List<Boolean> list) {
            boolean[] array = new boolean[list.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = list.get(i);
            }
            return array;
        }
    }
}
