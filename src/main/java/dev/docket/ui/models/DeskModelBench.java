package dev.docket.ui.models;

import dev.docket.classify.ModelFolder;
import dev.docket.classify.ModelRejectedException;
import dev.docket.desk.Desk;
import dev.docket.export.DecisionSet;
import dev.docket.export.SelectionException;
import dev.docket.metrics.Bootstrap;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelVersion;
import dev.docket.retrain.GateNotPassedException;
import dev.docket.retrain.Rescoring;
import dev.docket.retrain.RetrainingRun;
import dev.docket.retrain.SourceRates;
import dev.docket.retrain.TooFewVerdictsException;
import dev.docket.retrain.TrainingCheck;
import dev.docket.retrain.TrainingReport;
import dev.docket.retrain.TrainingSource;
import dev.docket.retrain.watch.ModelAlerts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The models of an open desk. */
final class DeskModelBench implements ModelBench {
    private final Desk desk;

    DeskModelBench(Desk desk) {
        this.desk = desk;
    }

    @Override
    public PolicyPack pack() {
        return desk.policy.pack();
    }

    @Override
    public List<ModelAlerts.Open> alerts() {
        return desk.alerts.open();
    }

    @Override
    public void seen(ModelAlerts.Open alert) {
        desk.alerts.seen(alert, desk.self);
    }

    @Override
    public Reading read() {
        List<Entry> entries = desk.database.inTransaction(desk.registry::all).stream()
                .map(version -> new Entry(version, TrainingReport.of(desk.registry.parts(version)))).toList();
        DecisionSet set = DeskStudyBench.decisions(desk);
        return new Reading(entries, SourceRates.of(set, pack(), Bootstrap.DEFAULT), set.items().size(), desk.rescoring.pending());
    }

    @Override
    public List<TrainingSource> sources() {
        return TrainingSource.of(desk.exports);
    }

    @Override
    public TrainingCheck check(TrainingSource source) throws SelectionException {
        return desk.retraining.check(source);
    }

    @Override
    public RetrainingRun.Outcome train(RetrainingRun.Choices choices, Progress progress) throws TooFewVerdictsException {
        return desk.retraining.run(choices, progress);
    }

    @Override
    public void promote(ModelVersion version, Optional<String> despite) throws GateNotPassedException {
        desk.promotion.promote(version, desk.self, despite);
    }

    @Override
    public Optional<ModelVersion> rollBack(String id) {
        return desk.promotion.rollBack(id, desk.self);
    }

    @Override
    public Rescoring.Outcome rescore(Progress progress) {
        return desk.rescoring.run(progress);
    }

    @Override
    public ModelVersion add(Path folder) throws ModelRejectedException {
        ModelVersion version = ModelFolder.check(ModelParts.in(folder), desk.clock.instant());
        return desk.database.inTransaction(tx -> desk.registry.add(tx, version, ModelParts.in(folder)));
    }
}
