package dev.docket.retrain.calibration;

import dev.docket.classify.CalibratedParts;
import dev.docket.classify.ModelFolder;
import dev.docket.classify.ModelRejectedException;
import dev.docket.classify.ScoreCalibration;
import dev.docket.metrics.Estimate;
import dev.docket.registry.ModelCard;
import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelRegistry;
import dev.docket.registry.ModelVersion;
import dev.docket.storage.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps calibrations as another version of the model they were fitted for: a candidate like any other, that is promoted, and gone back from, by a switch. What was scored
 * before keeps the scores it had.
 */
public final class CalibratedVersion {
    private final Database database;
    private final ModelRegistry registry;
    private final Clock clock;

    public CalibratedVersion(Database database, ModelRegistry registry, Clock clock) {
        this.database = database;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * @param studies of labels of this version, each with a calibration, at least one
     * @return the candidate; the one that is there where these calibrations were kept before
     * @throws ModelRejectedException when the version is calibrated already
     * @throws IllegalArgumentException when one of them found no calibration, or is of another version
     */
    public ModelVersion add(ModelVersion version, List<CalibrationStudy> studies) throws ModelRejectedException {
        Map<String, ScoreCalibration> byLabel = new LinkedHashMap<>();
        for (CalibrationStudy study : studies) {
            if (!study.label().model().equals(version.name()) || study.calibration().isEmpty()) {
                throw new IllegalArgumentException("No calibration of " + version.name() + ": " + study.label().model() + " " + study.refusal());
            }
            byLabel.put(study.label().rule().modelLabel(), study.calibration().get());
        }
        ModelParts parts = CalibratedParts.of(version, registry.parts(version), byLabel, card(version, studies));
        ModelVersion calibrated = ModelFolder.check(parts, clock.instant());
        return database.inTransaction(tx -> registry.add(tx, calibrated, parts));
    }

    private static ModelCard card(ModelVersion version, List<CalibrationStudy> studies) {
        ModelCard card = version.card();
        List<ModelCard.Figure> figures = new ArrayList<>(card.figures());
        List<String> limits = new ArrayList<>(card.limits());
        for (CalibrationStudy study : studies) {
            String label = study.label().rule().modelLabel();
            String on = study.before().items() + " held-out items of this desk";
            figure(figures, "calibration error before, " + label, on, study.before().ece());
            figure(figures, "calibration error, " + label, on, study.after().orElseThrow().ece());
            limits.add("Scores of " + label + " are calibrated (" + study.method().word() + ") on " + study.fitted() + " decided items of this desk: what came in by other ways may come true less or more often");
        }
        return new ModelCard(card.gives(), card.madeOf() + "; calibrated scores of " + version.name(), card.data(), figures, limits, card.notFor(), card.licence());
    }

    private static void figure(List<ModelCard.Figure> figures, String name, String on, Estimate estimate) {
        estimate.figure().number().ifPresent(value -> figures.add(new ModelCard.Figure(name, on, value,
                estimate.interval().map(i -> i.low()).orElse(Double.NaN), estimate.interval().map(i -> i.high()).orElse(Double.NaN), (int) estimate.n())));
    }
}
