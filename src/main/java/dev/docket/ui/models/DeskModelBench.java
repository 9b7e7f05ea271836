package dev.docket.ui.models;

import dev.docket.classify.ModelFolder;
import dev.docket.classify.ModelRejectedException;
import dev.docket.desk.Desk;
import dev.docket.export.DecisionSet;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
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
import dev.docket.retrain.TrainingReport;
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
    public Reading read() {
        List<Entry> entries = desk.database.inTransaction(desk.registry::all).stream()
                .map(version -> new Entry(version, TrainingReport.of(desk.registry.parts(version)))).toList();
        DecisionSet set = decisions();
        return new Reading(entries, SourceRates.of(set, pack(), Bootstrap.DEFAULT), set.items().size(), desk.rescoring.pending());
    }

    private DecisionSet decisions() {
        try {
            return desk.exports.preview(Selection.ALL.withGold(true), Splits.Grouping.NEAR_DUPLICATES);
        } catch (SelectionException e) {
            throw new IllegalStateException("A selection of everything names nothing that could be missing", e);
        }
    }

    @Override
    public RetrainingRun.Outcome train(Progress progress) throws TooFewVerdictsException {
        return desk.retraining.run(progress);
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
