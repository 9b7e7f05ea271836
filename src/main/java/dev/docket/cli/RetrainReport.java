package dev.docket.cli;

import dev.docket.metrics.Estimate;
import dev.docket.retrain.Evaluation;
import dev.docket.retrain.HeadTrainer;
import dev.docket.retrain.LearningCurve;
import dev.docket.retrain.PrivacyBudget;
import dev.docket.retrain.PrivacyStatement;
import dev.docket.retrain.PromotionGate;
import dev.docket.retrain.RetrainingRun;
import dev.docket.retrain.TrainingReport;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A training run's result, for people and as JSON. */
final class RetrainReport {
    private static final String ROW = "%-26s %9s  %-22s %-22s %-22s %s%n";

    private final RetrainingRun.Outcome outcome;
    private final TrainingReport report;
    private final Evaluation evaluation;

    RetrainReport(RetrainingRun.Outcome outcome) {
        this.outcome = outcome;
        this.report = outcome.report();
        this.evaluation = report.evaluation();
    }

    void print(PrintWriter out) {
        out.println(outcome.candidate().name() + (outcome.isNew() ? ", new candidate" : ", known already: these verdicts gave the same model before")
                + ": " + report.verdicts() + " decided items, " + report.trainedOn() + " trained on, " + evaluation.items() + " held out ("
                + evaluation.groups() + " groups of look-alikes)");
        left(out);
        out.println();
        out.printf(Locale.ROOT, ROW, "average precision, 95 %", "held out", "before", "after", "difference", "feed");
        for (Evaluation.LabelRow row : evaluation.labels()) {
            out.printf(Locale.ROOT, ROW, row.label(), row.positives() + " of " + row.items(), row.before().text(),
                    row.trained() ? row.after().text() : "not learned", row.trained() ? signed(row.difference()) : "", row.fed().text());
        }
        out.printf(Locale.ROOT, ROW, "mean", "", evaluation.meanBefore().text(), evaluation.meanAfter().text(), signed(evaluation.meanDifference()), evaluation.meanFed().text());
        out.println();
        out.println("Before: " + evaluation.beforeIs() + ". Feed, which stays beside any model: " + evaluation.fedIs());
        out.println("Learning curve: " + report.curve().stream().map(p -> p.verdicts() + " verdicts " + p.meanPrecision().figure().text())
                .collect(Collectors.joining(", ")));
        for (PromotionGate.Line line : report.gate().lines()) {
            out.println("Gate: " + line.title() + (line.passed() ? ", passed: " : line.failed() ? ", not passed: " : ", not measured: ") + line.detail());
        }
        report.balance().ifPresent(balance -> balance.rows().forEach(row -> out.printf(Locale.ROOT, "Balanced over %s: %s differed by %.3f between groups, and by %.1e as trained on%n",
                balance.by(), row.label(), row.before(), row.after())));
        report.privacySentences().forEach(out::println);
        warnFew(out);
        out.println("Trained on manifest " + outcome.candidate().dataset().map(Object::toString).orElse("none"));
    }

    private void warnFew(PrintWriter out) {
        report.privacy().filter(privacy -> privacy.units() < PrivacyBudget.FEW).ifPresent(privacy -> out.println(
                "Only " + privacy.units() + " uploaders: under " + PrivacyBudget.FEW + " the noise costs much of what could be learned; compare with a plain head"));
    }

    private void left(PrintWriter out) {
        List<HeadTrainer.LeftOut> seen = report.leftOut().stream().filter(label -> label.positive() > 0).toList();
        seen.forEach(label -> out.println("Not learned: " + label.sentence()));
        int unseen = report.leftOut().size() - seen.size();
        if (unseen > 0) {
            out.println("Not learned: " + unseen + " labels of which there is no example");
        }
        if (report.forbidden() > 0) {
            out.println(report.forbidden() + " decided items were left out: no model may learn from their label");
        }
        if (report.unreadable() > 0) {
            out.println(report.unreadable() + " decided items were left out: their picture cannot be read");
        }
    }

    private static String signed(Estimate estimate) {
        String text = estimate.text();
        return estimate.figure().number().orElse(0) > 0 ? "+" + text : text;
    }

    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", outcome.candidate().name());
        fields.put("sha256", outcome.candidate().sha256().hex());
        fields.put("dataset_manifest_sha256", outcome.candidate().dataset().map(Object::toString).orElse(null));
        fields.put("new", outcome.isNew());
        fields.put("verdicts", report.verdicts());
        fields.put("trained_on", report.trainedOn());
        fields.put("forbidden", report.forbidden());
        fields.put("unreadable", report.unreadable());
        fields.put("left_out", report.leftOut());
        fields.put("evaluation", evaluation.json());
        fields.put("learning_curve", report.curve().stream().map(RetrainReport::json).toList());
        fields.put("gate", Map.of("passed", report.gate().passed(), "lines", report.gate().lines()));
        fields.put("balance", report.balance().orElse(null));
        fields.put("privacy", report.privacy().map(RetrainReport::json).orElse(null));
        fields.put("membership_attack", report.membership().map(attack -> Map.of("auc", attack.auc().json(), "advantage", attack.advantage().json(),
                "members", attack.members(), "others", attack.others())).orElse(null));
        fields.put("promoted", false);
        return fields;
    }

    private static Map<String, Object> json(PrivacyStatement privacy) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("epsilon", privacy.epsilon());
        fields.put("delta", privacy.delta());
        fields.put("unit", PrivacyStatement.UNIT);
        fields.put("units", privacy.units());
        fields.put("accountant", "rdp");
        fields.put("order", privacy.order());
        fields.put("sampling_rate", privacy.samplingRate());
        fields.put("steps", privacy.steps());
        fields.put("noise_multiplier", privacy.noiseMultiplier());
        fields.put("clip", privacy.clip());
        fields.put("epsilon_of_earlier_heads", privacy.earlier());
        fields.put("not_covered", PrivacyStatement.NOT_COVERED);
        return fields;
    }

    private static Map<String, Object> json(LearningCurve.Point point) {
        return Map.of("verdicts", point.verdicts(), "trained_on", point.trainedOn(), "labels", point.labels(),
                "mean_average_precision", point.meanPrecision().json());
    }
}
