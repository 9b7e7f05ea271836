package dev.docket.retrain.watch;

import dev.docket.classify.ModelScore;
import dev.docket.export.DecisionSet;
import dev.docket.export.LabelledItem;
import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Calibration;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Proportions;
import dev.docket.metrics.ScoredSample;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.ScoreRule;
import dev.docket.registry.ModelVersion;
import dev.docket.retrain.PolicyScores;
import dev.docket.storage.Database;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
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

    /** A decided item as the version saw it before. @param right whether a label it flagged stood */
    private record Told(Instant decided, boolean flagged, boolean right, boolean[] truth, double[] score) {}

    /** @param set everything decided */
    public Watched of(ModelVersion version, DecisionSet set) {
        List<Told> told = set.items().stream().filter(item -> !item.propagated()).flatMap(item -> told(version, item).stream()).toList();
        RandomSlice slice = RandomSlice.of(database.inTransaction(RandomSlice::read), set);
        Estimate recall = slice.recall(item -> told(version, item).map(each -> new RandomSlice.Found(IntStream.range(0, each.truth().length).anyMatch(i -> each.truth()[i]), each.right())));
        return new Watched(version.name(), told.size(), reliability(told), overridden(told), recall, drift(version), history(told));
    }

    private Optional<Told> told(ModelVersion version, LabelledItem item) {
        List<ModelScore> own = item.scores().stream().filter(s -> s.model().equals(version.id()) && s.version().equals(version.version())).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<ModelScore> read = own.stream().filter(each -> PolicyScores.rule(pack, each).isPresent()).toList();
        boolean[] truth = new boolean[read.size()];
        double[] score = new double[truth.length];
        boolean flagged = false;
        boolean right = false;
        for (int i = 0; i < truth.length; i++) {
            ScoreRule rule = PolicyScores.rule(pack, read.get(i)).orElseThrow();
            truth[i] = item.finding().label().equals(rule.label()) || item.finding().additional().contains(rule.label());
            score[i] = read.get(i).score();
            boolean over = PolicyScores.flags(rule, read.get(i));
            flagged |= over;
            right |= over && truth[i];
        }
        return Optional.of(new Told(item.deciding().at(), flagged, right, truth, score));
    }

    private static Estimate overridden(List<Told> told) {
        return Proportions.rate(told.stream().filter(item -> item.flagged() && !item.right()).count(), told.stream().filter(Told::flagged).count(), LEVEL);
    }

    /** By week of the decision, oldest first, of weeks in which something was decided. */
    private static List<Watched.Week> history(List<Told> told) {
        Map<LocalDate, List<Told>> weeks = new TreeMap<>();
        told.forEach(item -> weeks.computeIfAbsent(LocalDate.ofInstant(item.decided(), ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), _ -> new ArrayList<>()).add(item));
        return weeks.entrySet().stream().map(week -> new Watched.Week(week.getKey(), week.getValue().size(), overridden(week.getValue()),
                week.getValue().size() < FEWEST ? Figure.undefined("under " + FEWEST + " items the calibration error is large by chance alone") : Calibration.ece(sample(week.getValue()), DriftWindow.BINS))).toList();
    }

    private static ScoredSample sample(List<Told> told) {
        int size = told.stream().mapToInt(item -> item.truth().length).sum();
        boolean[] truth = new boolean[size];
        double[] score = new double[size];
        int at = 0;
        for (Told item : told) {
            System.arraycopy(item.truth(), 0, truth, at, item.truth().length);
            System.arraycopy(item.score(), 0, score, at, item.score().length);
            at += item.truth().length;
        }
        return ScoredSample.of(truth, score);
    }

    /** Scores of one item hang together: they are drawn together. */
    private static Watched.Reliability reliability(List<Told> told) {
        ScoredSample sample = sample(told);
        int[] owner = IntStream.range(0, told.size()).flatMap(item -> IntStream.generate(() -> item).limit(told.get(item).truth().length)).toArray();
        Bootstrap bootstrap = Bootstrap.DEFAULT.within(20L * sample.size());
        Estimate ece = bootstrap.ofGroups(sample.size(), place -> owner[place], places -> Calibration.ece(sample.at(places), DriftWindow.BINS));
        Estimate brier = bootstrap.ofGroups(sample.size(), place -> owner[place], places -> Calibration.brier(sample.at(places)));
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
