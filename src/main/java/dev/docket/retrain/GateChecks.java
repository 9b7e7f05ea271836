package dev.docket.retrain;

import dev.docket.item.ImageItem;
import dev.docket.metrics.Bootstrap;
import dev.docket.metrics.Calibration;
import dev.docket.metrics.ScoredSample;
import dev.docket.metrics.WrongFlags;
import dev.docket.retrain.PromotionGate.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lines of the promotion gate beside average precision: whether groups are wrongly flagged alike, and whether scores come true. On held-out items. */
final class GateChecks {
    /** How much more often, as a share, one group may be wrongly flagged than the one in the middle. */
    static final double GROUP_LIMIT = 0.05;
    /** Over this the scores are no probabilities. */
    static final double ECE_LIMIT = 0.05;
    /** With fewer held-out items the calibration error is large by chance alone. */
    static final int FEWEST = 200;
    private static final int SMALLEST = 30;
    private static final int BINS = 10;

    private GateChecks() {}

    /** @param items those held out, in their order */
    static List<Line> of(HeldOut held, List<ImageItem> items, HeadTrainer.Trained trained, Bootstrap bootstrap) {
        double[][] scores = held.scoredBy(trained.head());
        return List.of(groups(held, items, trained, scores, bootstrap.within(100L * held.size())), calibrated(held, trained, scores));
    }

    private static Line groups(HeldOut held, List<ImageItem> items, HeadTrainer.Trained trained, double[][] scores, Bootstrap bootstrap) {
        String title = "No group beyond its limit";
        List<String> beyond = new ArrayList<>();
        int compared = 0;
        int small = 0;
        for (GroupBy by : GroupBy.values()) {
            List<WrongFlags.Counted> counted = new ArrayList<>();
            for (int i = 0; i < held.size(); i++) {
                counted.add(counted(held, i, by.of(items.get(i)), trained, scores[i]));
            }
            Optional<String> middle = WrongFlags.middle(counted, SMALLEST);
            if (middle.isEmpty()) {
                continue;
            }
            for (WrongFlags.Row row : WrongFlags.byGroup(counted, middle.get(), bootstrap, SMALLEST)) {
                small += row.items() < SMALLEST ? 1 : 0;
                if (row.difference().interval().isPresent()) {
                    compared++;
                    if (row.difference().interval().get().low() > 0 && row.difference().figure().number().orElse(0) > GROUP_LIMIT) {
                        beyond.add(by.word() + " " + row.group() + " " + row.difference().text());
                    }
                }
            }
        }
        String left = small == 0 ? "" : "; " + small + " groups of fewer than " + SMALLEST + " items left out";
        if (compared == 0) {
            return Line.unmeasured(title, "no two groups have " + SMALLEST + " held-out items each" + left);
        }
        return new Line(title, beyond.isEmpty(), beyond.isEmpty()
                ? String.format(Locale.ROOT, "wrong flags of all %d compared at most %.2f more often than in the group in the middle%s", compared, GROUP_LIMIT, left)
                : String.format(Locale.ROOT, "wrongly flagged more than %.2f more often than the group in the middle: %s%s", GROUP_LIMIT, String.join(", ", beyond), left));
    }

    private static WrongFlags.Counted counted(HeldOut held, int item, String group, HeadTrainer.Trained trained, double[] scores) {
        int chances = 0;
        int wrong = 0;
        for (String label : trained.head().labels()) {
            int column = held.labels().indexOf(label);
            if (held.truth()[item][column] == 0) {
                chances++;
                wrong += scores[column] >= trained.thresholds().get(label) ? 1 : 0;
            }
        }
        return new WrongFlags.Counted(group, held.group()[item], chances, wrong);
    }

    private static Line calibrated(HeldOut held, HeadTrainer.Trained trained, double[][] scores) {
        String title = "Scores come true";
        if (held.size() < FEWEST) {
            return Line.unmeasured(title, "only " + held.size() + " held-out items; the calibration error of fewer than " + FEWEST + " is large by chance alone");
        }
        List<Boolean> truth = new ArrayList<>();
        List<Double> given = new ArrayList<>();
        for (String label : trained.head().labels()) {
            int column = held.labels().indexOf(label);
            for (int i = 0; i < held.size(); i++) {
                if (!Double.isNaN(held.truth()[i][column])) {
                    truth.add(held.truth()[i][column] == 1);
                    given.add(scores[i][column]);
                }
            }
        }
        boolean[] truths = new boolean[truth.size()];
        double[] values = new double[truths.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = truth.get(i);
            values[i] = given.get(i);
        }
        double ece = Calibration.ece(ScoredSample.of(truths, values), BINS).number().orElse(1);
        return new Line(title, ece <= ECE_LIMIT, String.format(Locale.ROOT, "calibration error %.3f over %d held-out items and all labels learned, limit %.2f", ece, held.size(), ECE_LIMIT));
    }
}
