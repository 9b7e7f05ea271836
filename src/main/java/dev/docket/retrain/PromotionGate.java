package dev.docket.retrain;

import dev.docket.retrain.Evaluation.LabelRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a candidate has to show before it goes live. A line that fails says by how much; a lead may still promote, with
 * a reason that is kept.
 */
public record PromotionGate(List<Line> lines) {
    /** How much worse the lower bound of a label's difference may be, in average precision. */
    public static final double TOLERANCE = -0.005;

    /** With fewer held-out items that have the label, a bootstrap interval is too narrow to be believed. */
    private static final int FEW = 5;

    /**
     * One thing asked for.
     *
     * @param detail figure and limit, a sentence
     * @param unmeasured whether there is too little to tell, with the reason in {@code detail}: the line neither passes nor stops
     */
    public record Line(String title, boolean passed, String detail, boolean unmeasured) {
        public Line(String title, boolean passed, String detail) {
            this(title, passed, detail, false);
        }

        static Line unmeasured(String title, String why) {
            return new Line(title, false, why, true);
        }

        /** Whether it was measured and does not hold. */
        public boolean failed() {
            return !passed && !unmeasured;
        }
    }

    public PromotionGate {
        lines = List.copyOf(lines);
    }

    public boolean passed() {
        return lines.stream().noneMatch(Line::failed);
    }

    /** @param others lines beside the one about the labels */
    static PromotionGate of(Evaluation evaluation, List<Line> others) {
        List<Line> lines = new ArrayList<>(List.of(noLabelGetsWorse(evaluation)));
        lines.addAll(others);
        return new PromotionGate(lines);
    }

    private static Line noLabelGetsWorse(Evaluation evaluation) {
        String title = "No label gets worse";
        if (evaluation.labels().isEmpty()) {
            return new Line(title, false, "nothing could be measured: no held-out item has any of the labels");
        }
        List<String> failed = new ArrayList<>();
        for (LabelRow row : evaluation.labels()) {
            if (row.difference().interval().isEmpty()) {
                failed.add(row.label() + " has no interval: " + row.positives() + " held-out items have it");
            } else if (lower(row) <= TOLERANCE) {
                failed.add(String.format(Locale.ROOT, "%s %+.3f", row.label(), lower(row)));
            }
        }
        if (!failed.isEmpty()) {
            return new Line(title, false, String.format(Locale.ROOT,
                    "lower 95 %% bound of the difference not above %.3f for %d of %d labels: %s%s",
                    TOLERANCE, failed.size(), evaluation.labels().size(), String.join(", ", failed), thin(evaluation)));
        }
        LabelRow closest = evaluation.labels().stream().min(Comparator.comparingDouble(PromotionGate::lower)).orElseThrow();
        return new Line(title, true, String.format(Locale.ROOT, "lower 95 %% bound of the difference above %.3f for all %d labels; closest %s %+.3f%s",
                TOLERANCE, evaluation.labels().size(), closest.label(), lower(closest), thin(evaluation)));
    }

    /** Says which labels are measured on so few items that their interval promises too much. */
    private static String thin(Evaluation evaluation) {
        List<String> few = evaluation.labels().stream().filter(row -> row.positives() < FEW)
                .map(row -> row.label() + " " + row.positives()).toList();
        return few.isEmpty() ? "" : ". Measured on few held-out items: " + String.join(", ", few);
    }

    private static double lower(LabelRow row) {
        return row.difference().interval().orElseThrow().low();
    }
}
