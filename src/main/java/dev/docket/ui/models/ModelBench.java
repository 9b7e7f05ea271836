package dev.docket.ui.models;

import dev.docket.classify.ModelRejectedException;
import dev.docket.export.SelectionException;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
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

/** What the models screen asks of a desk. Slow: never on the JavaFX thread. */
public interface ModelBench {

    /** A version with the report of the run that made it, if one of this desk did. */
    record Entry(ModelVersion version, Optional<TrainingReport> report) {}

    /**
     * Everything the screen shows, read in one go.
     *
     * @param entries as the registry orders them
     * @param rates wrong flags by source, per scorer
     * @param decided how many items are decided
     * @param pending undecided items that some model in use has not scored
     */
    record Reading(List<Entry> entries, List<SourceRates.Rates> rates, int decided, int pending) {
        public Reading {
            entries = List.copyOf(entries);
            rates = List.copyOf(rates);
        }
    }

    PolicyPack pack();

    /** What of the models in use waits to be seen, the newest first. Quick. */
    List<ModelAlerts.Open> alerts();

    void seen(ModelAlerts.Open alert);

    Reading read();

    /** What can be learned from: everything decided first, then what is made like a written set. */
    List<TrainingSource> sources();

    /** @throws SelectionException when the set names something that is not there any more */
    TrainingCheck check(TrainingSource source) throws SelectionException;

    RetrainingRun.Outcome train(RetrainingRun.Choices choices, Progress progress) throws TooFewVerdictsException;

    void promote(ModelVersion version, Optional<String> despite) throws GateNotPassedException;

    Optional<ModelVersion> rollBack(String id);

    Rescoring.Outcome rescore(Progress progress);

    ModelVersion add(Path folder) throws ModelRejectedException;
}
