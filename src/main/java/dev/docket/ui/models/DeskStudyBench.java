package dev.docket.ui.models;

import dev.docket.classify.ModelRejectedException;
import dev.docket.classify.ScoreCalibration;
import dev.docket.desk.Desk;
import dev.docket.export.DecisionSet;
import dev.docket.export.Selection;
import dev.docket.export.SelectionException;
import dev.docket.export.Splits;
import dev.docket.policy.PackApprovalException;
import dev.docket.policy.PackApprovals;
import dev.docket.policy.PackThreshold;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.retrain.calibration.CalibratedVersion;
import dev.docket.retrain.calibration.CalibrationStudy;
import dev.docket.retrain.GroupBy;
import dev.docket.retrain.ShadowRun;
import dev.docket.retrain.fairness.DeskFairness;
import dev.docket.retrain.fairness.Study;
import dev.docket.retrain.threshold.LabelScores;
import dev.docket.retrain.watch.ModelWatch;
import dev.docket.retrain.watch.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Over an open desk. */
final class DeskStudyBench implements StudyBench {
    private final Desk desk;

    DeskStudyBench(Desk desk) {
        this.desk = desk;
    }

    @Override
    public ShadowRun.Outcome shadow(ModelVersion version, Progress progress) throws ModelRejectedException {
        return desk.shadow.run(version, progress);
    }

    @Override
    public Thresholds thresholds(Progress progress) {
        dev.docket.retrain.threshold.Thresholds thresholds = new dev.docket.retrain.threshold.Thresholds(desk.database, desk.policy.pack());
        List<LabelScores> labels = thresholds.of(decisions(desk));
        progress.stopIfCancelled();
        return new Thresholds(labels, thresholds.releases());
    }

    @Override
    public List<CalibrationStudy> calibrate(ModelVersion version, ScoreCalibration.Method method, Progress progress) {
        List<LabelScores> labels = new dev.docket.retrain.threshold.Thresholds(desk.database, desk.policy.pack()).of(decisions(desk)).stream().filter(label -> label.model().equals(version.name())).toList();
        List<CalibrationStudy> studies = new ArrayList<>();
        for (LabelScores label : labels) {
            progress.stopIfCancelled();
            progress.at(studies.size(), labels.size(), label.rule().modelLabel());
            studies.add(CalibrationStudy.of(label, method));
        }
        return studies;
    }

    @Override
    public ModelVersion keep(ModelVersion version, List<CalibrationStudy> studies) throws ModelRejectedException {
        return new CalibratedVersion(desk.database, desk.registry, desk.clock).add(version, studies);
    }

    @Override
    public List<Study> fairness(GroupBy by, Progress progress) {
        DecisionSet set = decisions(desk);
        progress.stopIfCancelled();
        return new DeskFairness(desk.policy.pack()).of(set, DeskFairness.Question.of(by));
    }

    @Override
    public List<Watched> watch(Progress progress) {
        DecisionSet set = decisions(desk);
        ModelWatch watch = new ModelWatch(desk.database, desk.policy.pack());
        List<ModelVersion> versions = desk.database.inTransaction(desk.registry::all).stream()
                .sorted(Comparator.comparing(version -> version.stage() != Stage.ACTIVE)).toList();
        List<Watched> watched = new ArrayList<>();
        for (ModelVersion version : versions) {
            progress.stopIfCancelled();
            progress.at(watched.size(), versions.size(), "versions");
            watched.add(watch.of(version, set));
        }
        return watched.stream().filter(each -> each.items() > 0 || versions.stream().anyMatch(v -> v.name().equals(each.model()) && v.stage() == Stage.ACTIVE)).toList();
    }

    @Override
    public Signatures signatures() {
        return new Signatures(desk.packApprovals.all(), desk.packApprovals.possible(), desk.packApprovals.self());
    }

    @Override
    public void ask(LabelScores label, double threshold) throws PackApprovalException {
        desk.packApprovals.ask(desk.policy.pack(), new PackApprovals.Change(label.id(), label.rule().modelLabel(), label.now(), threshold));
    }

    @Override
    public void answer(PackApprovals.Request request, boolean approved) throws PackApprovalException {
        desk.packApprovals.answer(request.id(), approved);
    }

    @Override
    public void write(PackApprovals.Request request, Path file) throws IOException, PackApprovalException {
        Files.writeString(file, desk.packApprovals.text(request.id()));
    }

    @Override
    public PolicyPack publish(LabelScores label, double threshold, Path file) throws IOException {
        PolicyPack pack = PackThreshold.set(desk.policy.pack(), label.id(), label.rule().modelLabel(), threshold);
        Files.writeString(file, pack.text());
        return pack;
    }

    /** Everything decided, golden items included. */
    static DecisionSet decisions(Desk desk) {
        try {
            return desk.exports.preview(Selection.ALL.withGold(true), Splits.Grouping.NEAR_DUPLICATES);
        } catch (SelectionException e) {
            throw new IllegalStateException("A selection of everything names nothing that could be missing", e);
        }
    }
}
