package dev.docket.ui.models;

import dev.docket.classify.ScoreCalibration.Method;
import dev.docket.registry.ModelVersion;
import dev.docket.retrain.calibration.CalibrationStudy;
import dev.docket.ui.common.Text;
import dev.docket.ui.models.ModelsViewModel.Notice;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Calibrations of one version that are tried, and kept as another. Shares the screen's one job. JavaFX thread. */
final class CalibrateViewModel {

    /** What was fitted. */
    record Fitted(ModelVersion version, List<CalibrationStudy> studies) {}

    private final StudyBench bench;
    private final OneJob work;
    private final ReadOnlyObjectWrapper<Optional<Fitted>> fitted = new ReadOnlyObjectWrapper<>(this, "fitted", Optional.empty());

    CalibrateViewModel(StudyBench bench, OneJob work) {
        this.bench = bench;
        this.work = work;
    }

    /** Fits every label of the version that the policy reads. */
    void fit(ModelVersion version, Method method) {
        work.start(Text.of("models.job.calibrate"), () -> bench.calibrate(version, method, work.job()), (List<CalibrationStudy> found) -> fitted.set(Optional.of(new Fitted(version, found))), () -> {});
    }

    /** Fits one label anew by another method. */
    void refit(CalibrationStudy study, Method method) {
        work.start(Text.of("models.job.calibrate"), () -> CalibrationStudy.of(study.label(), method), (CalibrationStudy found) -> fitted.get().ifPresent(now -> fitted.set(Optional.of(
                new Fitted(now.version(), now.studies().stream().map(each -> each == study ? found : each).toList())))), () -> {});
    }

    /** Keeps these as another version. @param then once it is there */
    void keep(List<CalibrationStudy> chosen, Runnable then) {
        fitted.get().ifPresent(now -> work.start(Text.of("models.job.checking"), () -> bench.keep(now.version(), chosen), (ModelVersion made) -> {
            then.run();
            work.say(new Notice(Text.of("models.cal.kept", made.name()), false));
        }, () -> {}));
    }

    void forget() {
        fitted.set(Optional.empty());
    }

    ReadOnlyObjectProperty<Optional<Fitted>> fittedProperty() {
        return fitted.getReadOnlyProperty();
    }
}
