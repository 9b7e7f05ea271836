package dev.docket.ui.models;

import dev.docket.classify.ModelRejectedException;
import dev.docket.export.Recipe;
import dev.docket.export.Version;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Figure;
import dev.docket.metrics.Interval;
import dev.docket.metrics.Proportions;
import dev.docket.metrics.WrongFlags;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.retrain.Balance;
import dev.docket.retrain.Evaluation;
import dev.docket.retrain.GateNotPassedException;
import dev.docket.retrain.HeadTrainer;
import dev.docket.retrain.LearningCurve;
import dev.docket.retrain.MembershipAttack;
import dev.docket.retrain.PrivacyStatement;
import dev.docket.retrain.PromotionGate;
import dev.docket.retrain.Rescoring;
import dev.docket.retrain.RetrainingRun;
import dev.docket.retrain.SourceRates;
import dev.docket.retrain.TooFewVerdictsException;
import dev.docket.retrain.TrainingCheck;
import dev.docket.retrain.TrainingCheck.LabelCount;
import dev.docket.retrain.TrainingReport;
import dev.docket.retrain.TrainingSource;
import dev.docket.retrain.watch.ModelAlerts;
import dev.docket.storage.ContentHash;
import dev.docket.storage.StorageException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registry made up for the tests, with a starter and the versions that training adds. */
final class PaintedBench implements ModelBench {
    static final Instant NOW = Instant.parse("2026-11-21T15:06:00Z");

    private final PolicyPack pack = PolicyFile.shipped();
    final List<Entry> entries = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<ModelAlerts.Open> alerts = new ArrayList<>();
    int pending;
    boolean gatePasses;
    boolean tooFew;
    String silent = "";
    private RetrainingRun.Choices last = RetrainingRun.Choices.PLAIN;
    private int runs;

    PaintedBench() {
        entries.add(new Entry(version("forensic-starter", "1.0.0", Stage.ACTIVE, Map.of("resampling_trace", 0.5, "overlay", 0.5, "render_like", 0.5)), Optional.empty()));
    }

    @Override
    public PolicyPack pack() {
        return pack;
    }

    @Override
    public List<ModelAlerts.Open> alerts() {
        return List.copyOf(alerts);
    }

    @Override
    public void seen(ModelAlerts.Open alert) {
        told.add("seen " + alert.cause());
        alerts.remove(alert);
    }

    @Override
    public Reading read() {
        if (!silent.isEmpty()) {
            throw new StorageException(silent);
        }
        return new Reading(entries, List.of(rates("sample-vendor@1.0"), rates("forensic-starter@1.0.0")), 100, pending);
    }

    @Override
    public List<TrainingSource> sources() {
        return List.of(TrainingSource.EVERYTHING, new TrainingSource(Optional.of(new Version("eu-flags", 6)), Recipe.USUAL));
    }

    @Override
    public TrainingCheck check(TrainingSource source) {
        return new TrainingCheck(source, tooFew ? 3 : 72, tooFew ? 1 : 28, 2, tooFew ? List.of(new LabelCount("spam_scam", 2, 1, 1))
                : List.of(new LabelCount("undisclosed_synthetic", 61, 59, 7), new LabelCount("civic_deception", 14, 58, 5), new LabelCount("spam_scam", 12, 60, 0), new LabelCount("likeness", 2, 70, 2)),
                new TrainingCheck.Leakage(0, source.uploadersTogether() ? 0 : 6, source.uploadersTogether() ? 0 : 3), source.like().map(_ -> new TrainingCheck.Changed(4, 2, 1)));
    }

    @Override
    public RetrainingRun.Outcome train(RetrainingRun.Choices choices, Progress progress) throws TooFewVerdictsException {
        progress.at(1, 2, "training");
        progress.stopIfCancelled();
        if (tooFew) {
            throw new TooFewVerdictsException("Too few verdicts to learn from: 4 decided items.");
        }
        Map<String, Double> thresholds = new LinkedHashMap<>();
        thresholds.put("undisclosed_synthetic", 0.412);
        thresholds.put("civic_deception", 0.355);
        choices.source().like().ifPresent(version -> told.add("train like " + version));
        choices.balance().ifPresent(by -> told.add("train balanced over " + by));
        choices.privacy().ifPresent(budget -> told.add("train with epsilon " + budget.epsilon()));
        last = choices;
        ModelVersion made = version("desk-head", "1." + runs++ + ".0", Stage.CANDIDATE, thresholds);
        entries.addFirst(new Entry(made, Optional.of(report())));
        return new RetrainingRun.Outcome(made, true, report());
    }

    @Override
    public void promote(ModelVersion version, Optional<String> despite) throws GateNotPassedException {
        if (!gatePasses && despite.isEmpty()) {
            throw new GateNotPassedException(version, report().gate());
        }
        told.add("promote " + version.name() + despite.map(reason -> " despite: " + reason).orElse(""));
        entries.replaceAll(entry -> !entry.version().id().equals(version.id()) ? entry
                : staged(entry, entry.version().equals(version) ? Stage.ACTIVE : entry.version().stage() == Stage.ACTIVE ? Stage.RETIRED : entry.version().stage()));
    }

    @Override
    public Optional<ModelVersion> rollBack(String id) {
        told.add("roll back " + id);
        entries.replaceAll(entry -> entry.version().id().equals(id) && entry.version().stage() == Stage.ACTIVE ? staged(entry, Stage.RETIRED) : entry);
        return Optional.empty();
    }

    @Override
    public Rescoring.Outcome rescore(Progress progress) {
        told.add("rescore");
        pending = 0;
        return new Rescoring.Outcome(100, 31, 0);
    }

    @Override
    public ModelVersion add(Path folder) throws ModelRejectedException {
        throw new ModelRejectedException("model.onnx is missing; looked for model.onnx and onnx/model.onnx");
    }

    private static Entry staged(Entry entry, Stage stage) {
        ModelVersion v = entry.version();
        return new Entry(new ModelVersion(v.id(), v.version(), stage, v.sha256(), v.thresholds(), v.parent(), v.dataset(), v.card(), v.addedAt()), entry.report());
    }

    private static ModelVersion version(String id, String version, Stage stage, Map<String, Double> thresholds) {
        ModelCard card = new ModelCard("One score for each of its labels; a score, never a verdict", "446-number backbone of forensic-starter@1.0.0, frozen; one logistic regression a label",
                "100 decided items, 72 trained on, 28 held out", List.of(new ModelCard.Figure("mean average precision", "28 held-out items of this desk", .823, .737, .908, 28)),
                List.of("Its backbone measures low-level statistics of a picture, not what it shows", "Not scored: 2 items with likeness and 70 without; a label needs at least 3 of each"),
                List.of("Deciding without a person", "Child safety"), "As the pictures it learned from");
        return new ModelVersion(id, version, stage, ContentHash.of((id + version).getBytes()), thresholds,
                id.equals("desk-head") ? Optional.of("forensic-starter@1.0.0") : Optional.empty(),
                id.equals("desk-head") ? Optional.of(ContentHash.of(new byte[] {1})) : Optional.empty(), card, NOW);
    }

    TrainingReport report() {
        List<Evaluation.LabelRow> rows = List.of(
                row("undisclosed_synthetic", 7, .571, .402, .861, .21, .66, true), row("civic_deception", 5, .404, .143, .760, .31, .83, true),
                row("spam_scam", 4, .533, .301, .905, .22, .81, true), row("hate_symbols", 3, .310, .107, .352, gatePasses ? .01 : -.21, .55, true),
                row("likeness", 2, .288, .071, .071, 0, 0, false));
        Evaluation evaluation = new Evaluation(28, 24, "forensic-starter@1.0.0, read by default-synthetic-media@1.0.0", "sample-vendor@1.0, read by default-synthetic-media@1.0.0",
                rows, estimate(.503, .39, .70), estimate(.267, .231, .371), estimate(.823, .737, .908), estimate(.556, .41, .64), List.of("graphic_violence"));
        List<LearningCurve.Point> curve = List.of(point(0, 0, .267), point(20, 15, .343), point(40, 29, .336), point(60, 44, .489), point(80, 57, .641), point(100, 72, .823));
        PromotionGate gate = new PromotionGate(List.of(new PromotionGate.Line("No label gets worse", gatePasses, gatePasses
                ? "lower 95 % bound of the difference above -0.005 for all 5 labels; closest hate_symbols +0.010"
                : "lower 95 % bound of the difference not above -0.005 for 1 of 5 labels: hate_symbols -0.210")));
        return new TrainingReport(100, 72, 0, 0, Map.of("undisclosed_synthetic", 1.0), List.of(), List.of(new HeadTrainer.LeftOut("likeness", 2, 70)), evaluation, curve, gate,
                last.balance().map(by -> new Balance(by.word(), List.of(new Balance.Row("undisclosed_synthetic", .183, 0), new Balance.Row("spam_scam", .071, 0)))),
                last.privacy().map(budget -> new PrivacyStatement(budget.epsilon(), 8.5e-5, 5000, .064, 470, 2.03, 1, 7.5, 0)),
                Optional.of(new MembershipAttack(estimate(.53, .50, .56), estimate(.06, .02, .11), 72, 28)), Optional.empty());
    }

    private static Evaluation.LabelRow row(String label, int positives, double fed, double before, double after, double low, double high, boolean trained) {
        return new Evaluation.LabelRow(label, positives, 28, trained, estimate(fed, fed - .1, fed + .1), estimate(before, before / 2, before + .1),
                estimate(after, after - .1, Math.min(1, after + .1)), estimate(after - before, low, high), trained ? Optional.of(.412) : Optional.empty(),
                trained ? Proportions.rate(positives - 1, positives + 1, .95) : Estimate.undefined("the head does not score the label", 0), trained ? Proportions.rate(positives - 1, positives, .95) : Estimate.undefined("the head does not score the label", 0));
    }

    private static LearningCurve.Point point(int verdicts, int trained, double value) {
        return new LearningCurve.Point(verdicts, trained, List.of(), estimate(value, value - .1, Math.min(1, value + .09)));
    }

    private static SourceRates.Rates rates(String scorer) {
        return new SourceRates.Rates(scorer, "partner-feed", List.of(
                new WrongFlags.Row("news-desk", 20, 110, 15, estimate(.140, .086, .204), estimate(.013, -.07, .095)),
                new WrongFlags.Row("partner-feed", 21, 118, 15, estimate(.127, .075, .191), Estimate.undefined("it is the reference group", 21)),
                new WrongFlags.Row("upload-scan", 35, 194, 75, estimate(.387, .317, .458), estimate(.260, .169, .352)),
                new WrongFlags.Row("user-report", 12, 60, 7, Estimate.undefined("only 12 items", 12), Estimate.undefined("only 12 items", 12))));
    }

    static Estimate estimate(double value, double low, double high) {
        return new Estimate(Figure.of(value), Optional.of(new Interval(Math.min(low, high), Math.max(low, high), .95, "bootstrap-percentile")), 28);
    }
}
