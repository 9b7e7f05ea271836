package dev.docket.retrain;

import dev.docket.metrics.Estimate;
import dev.docket.registry.ModelCard;
import dev.docket.retrain.Evaluation.LabelRow;
import java.util.ArrayList;
import java.util.List;

/** Writes the card of a trained head out of what was measured; says nothing that was not. */
final class HeadCard {
    private HeadCard() {}

    static ModelCard of(TrainingReport report, HeadTrainer.Trained trained, String parent, int dimensions, String dataset) {
        List<String> limits = new ArrayList<>();
        limits.add("Learned from " + report.trainedOn() + " decided items of this desk; it knows what their reviewers flagged, and nothing of what was never flagged");
        limits.add("Its backbone measures low-level statistics of a picture, not what it shows: heavy recompression, sharpening and screenshots mislead it");
        report.leftOut().stream().map(HeadTrainer.LeftOut::sentence).map(s -> "Not scored: " + s).forEach(limits::add);
        report.evaluation().notMeasured().forEach(label -> limits.add("Not measured: " + label + " occurs in no held-out item, or in every one"));
        if (report.calibrated().size() < trained.head().labels().size()) {
            limits.add("Scores of labels with fewer than 50 examples of either kind are not calibrated: they order items, they are no probabilities");
        }
        limits.addAll(report.privacySentences());
        report.balance().ifPresent(balance -> limits.add("Trained with labels balanced over " + balance.by() + ": on the items it learned from, none hangs on that any more. What it does on others is measured, not promised"));
        return new ModelCard(
                "One score for each of " + trained.head().labels().size() + " labels of the policy pack; a score, never a verdict",
                dimensions + "-number backbone of " + parent + ", frozen; one logistic regression a label, " + (report.privacy().isPresent() ? "by DP-SGD" : "L2 penalty chosen by five folds over near-duplicate groups"),
                report.verdicts() + " decided items, " + report.trainedOn() + " trained on, " + report.evaluation().items()
                        + " held out; manifest " + dataset + " (" + report.writtenBy().orElse(TrainingSource.EVERYTHING.command()) + " gives it)",
                figures(report), limits,
                List.of("Deciding without a person", "Child safety: no model of a desk is trained on such material"),
                "As the pictures it learned from");
    }

    private static List<ModelCard.Figure> figures(TrainingReport report) {
        Evaluation evaluation = report.evaluation();
        List<ModelCard.Figure> figures = new ArrayList<>();
        add(figures, "mean average precision before", evaluation, evaluation.meanBefore());
        add(figures, "mean average precision", evaluation, evaluation.meanAfter());
        for (LabelRow row : evaluation.labels()) {
            if (row.trained()) {
                add(figures, "average precision, " + row.label(), evaluation, row.after());
            }
        }
        return figures;
    }

    private static void add(List<ModelCard.Figure> figures, String name, Evaluation evaluation, Estimate estimate) {
        String on = evaluation.items() + " held-out items of this desk";
        estimate.figure().number().ifPresent(value -> figures.add(new ModelCard.Figure(name, on, value,
                estimate.interval().map(i -> i.low()).orElse(Double.NaN), estimate.interval().map(i -> i.high()).orElse(Double.NaN),
                (int) estimate.n())));
    }
}
