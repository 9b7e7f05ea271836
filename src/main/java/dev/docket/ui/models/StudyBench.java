package dev.docket.ui.models;

import dev.docket.classify.ModelRejectedException;
import dev.docket.classify.ScoreCalibration;
import dev.docket.policy.PackApprovalException;
import dev.docket.policy.PackApprovals;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.registry.ModelVersion;
import dev.docket.retrain.calibration.CalibrationStudy;
import dev.docket.retrain.GroupBy;
import dev.docket.retrain.ShadowRun;
import dev.docket.retrain.fairness.Study;
import dev.docket.retrain.threshold.LabelScores;
import dev.docket.retrain.watch.Watched;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What can be looked at of a desk's models, beyond the registry. Slow, each of them: never on the JavaFX thread. */
public interface StudyBench {

    /**
     * What thresholds can be chosen by.
     *
     * @param releases whether the policy releases items that nothing flags, so that a threshold decides who is looked at at all
     */
    record Thresholds(List<LabelScores> labels, boolean releases) {
        public Thresholds {
            labels = List.copyOf(labels);
        }
    }

    ShadowRun.Outcome shadow(ModelVersion version, Progress progress) throws ModelRejectedException;

    Thresholds thresholds(Progress progress);

    /** Calibrations of each label of the version that the policy reads. */
    List<CalibrationStudy> calibrate(ModelVersion version, ScoreCalibration.Method method, Progress progress);

    /** Keeps calibrations as another version, a candidate. */
    ModelVersion keep(ModelVersion version, List<CalibrationStudy> studies) throws ModelRejectedException;

    List<Study> fairness(GroupBy by, Progress progress);

    /** Every version whose scores stood when something was decided, those in use first. */
    List<Watched> watch(Progress progress);

    /**
     * Who was asked to sign which pack.
     *
     * @param possible whether somebody else here could sign
     * @param self this person, by pseudonym
     */
    record Signatures(List<PackApprovals.Request> requests, boolean possible, String self) {
        static final Signatures NONE = new Signatures(List.of(), false, "");

        public Signatures {
            requests = List.copyOf(requests);
        }
    }

    Signatures signatures();

    /** Asks a second lead to sign the pack in force with another threshold. */
    void ask(LabelScores label, double threshold) throws PackApprovalException;

    void answer(PackApprovals.Request request, boolean approved) throws PackApprovalException;

    /** Writes what was signed. */
    void write(PackApprovals.Request request, Path file) throws IOException, PackApprovalException;

    /** The pack in force with another threshold for the model and label, written to a file. Returns it. */
    PolicyPack publish(LabelScores label, double threshold, Path file) throws IOException;
}
