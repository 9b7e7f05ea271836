package dev.docket.ui.models;

import dev.docket.metrics.ThresholdChoice.Target;
import dev.docket.policy.PackApprovals;
import dev.docket.registry.ModelVersion;
import dev.docket.retrain.GroupBy;
import dev.docket.retrain.ShadowRun;
import dev.docket.retrain.fairness.Study;
import dev.docket.retrain.threshold.LabelScores;
import dev.docket.retrain.watch.Watched;
import dev.docket.ui.common.Text;
import dev.docket.ui.models.ModelsViewModel.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was looked at of the models beyond the registry, each once it was asked for. Shares the screen's one job. JavaFX thread. */
public final class StudiesViewModel {

    /** Studies over one grouping. */
    public record Fairness(GroupBy by, List<Study> studies) {}

    /**
     * A label whose threshold is tried.
     *
     * @param threshold that is tried, 0..1
     * @param target a proposal was asked for; empty: none was
     * @param proposal empty where none was asked for, or nothing meets it
     */
    public record Trial(LabelScores label, double threshold, Optional<Target> target, Optional<LabelScores.Proposal> proposal) {}

    private final StudyBench bench;
    private final OneJob work;
    private final CalibrateViewModel calibrating;
    private final ReadOnlyObjectWrapper<Optional<ShadowRun.Outcome>> shadow = new ReadOnlyObjectWrapper<>(this, "shadow", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StudyBench.Thresholds>> thresholds = new ReadOnlyObjectWrapper<>(this, "thresholds", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Trial>> trial = new ReadOnlyObjectWrapper<>(this, "trial", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Fairness>> fairness = new ReadOnlyObjectWrapper<>(this, "fairness", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<List<Watched>>> watched = new ReadOnlyObjectWrapper<>(this, "watched", Optional.empty());

    private final ReadOnlyObjectWrapper<StudyBench.Signatures> signatures = new ReadOnlyObjectWrapper<>(this, "signatures", StudyBench.Signatures.NONE);

    StudiesViewModel(StudyBench bench, OneJob work) {
        this.bench = bench;
        this.work = work;
        this.calibrating = new CalibrateViewModel(bench, work);
    }

    /** Scores the desk's items with the version and with what is in use. */
    public void runShadow(ModelVersion version) {
        work.start(Text.of("models.job.shadow"), () -> bench.shadow(version, work.job()), outcome -> shadow.set(Optional.of(outcome)), () -> {});
    }

    public void readThresholds() {
        work.start(Text.of("models.job.thresholds"), () -> bench.thresholds(work.job()), (StudyBench.Thresholds read) -> {
            thresholds.set(Optional.of(read));
            trial.set(read.labels().stream().findFirst().map(StudiesViewModel::asItIs));
        }, () -> {});
    }

    private static Trial asItIs(LabelScores label) {
        return new Trial(label, label.now(), Optional.empty(), Optional.empty());
    }

    public void choose(LabelScores label) {
        trial.set(Optional.of(asItIs(label)));
    }

    /** Nothing is put in force by it. */
    public void tryThreshold(double threshold) {
        trial.get().filter(now -> now.threshold() != threshold).ifPresent(now -> trial.set(Optional.of(new Trial(now.label(), threshold, now.target(), now.proposal()))));
    }

    /** Looks for the threshold that meets the target, and tries it. */
    public void propose(Target target) {
        trial.get().ifPresent(now -> work.start(Text.of("models.job.propose"), () -> now.label().propose(target), (Optional<LabelScores.Proposal> found) ->
                trial.set(Optional.of(new Trial(now.label(), found.map(proposal -> proposal.choice().value()).orElse(now.threshold()), Optional.of(target), found))), () -> {}));
    }

    /** Writes the pack with the threshold that is tried into a file, which puts nothing in force. */
    public void publish(Path file) {
        trial.get().ifPresent(now -> work.start(Text.of("models.job.publish"), () -> bench.publish(now.label(), now.threshold(), file),
                pack -> work.say(new Notice(Text.of("models.published", pack.ref().name(), file), false)), () -> {}));
    }

    /** Who was asked to sign what. */
    public void readSignatures() {
        work.quietly(bench::signatures, signatures::set);
    }

    /** Asks a second lead to sign the pack with the threshold that is tried. */
    public void ask() {
        trial.get().ifPresent(now -> signed(() -> bench.ask(now.label(), now.threshold()), "models.sign.asked"));
    }

    /** Signs, or refuses, what another lead asked for. */
    public void answer(PackApprovals.Request request, boolean approved) {
        signed(() -> bench.answer(request, approved), approved ? "models.sign.signed" : "models.sign.refused");
    }

    /** Writes a signed pack, which puts nothing in force. */
    public void writeSigned(PackApprovals.Request request, Path file) {
        signed(() -> bench.write(request, file), "models.sign.written");
    }

    /** Tries what was asked for, where its label was read. */
    public void tryAsked(PackApprovals.Change change) {
        thresholds.get().flatMap(read -> read.labels().stream().filter(label -> label.id().equals(change.model()) && label.rule().modelLabel().equals(change.modelLabel())).findFirst())
                .ifPresent(label -> trial.set(Optional.of(new Trial(label, change.threshold(), Optional.empty(), Optional.empty()))));
    }

    private interface Signing {
        void run() throws Exception;
    }

    private void signed(Signing act, String said) {
        work.start(Text.of("models.job.sign"), () -> {
            act.run();
            return bench.signatures();
        }, (StudyBench.Signatures now) -> {
            signatures.set(now);
            work.say(new Notice(Text.of(said), false));
        }, () -> {});
    }

    public void compare(GroupBy by) {
        work.start(Text.of("models.job.fairness"), () -> bench.fairness(by, work.job()), (List<Study> found) -> fairness.set(Optional.of(new Fairness(by, found))), () -> {});
    }

    public void watch() {
        work.start(Text.of("models.job.watch"), () -> bench.watch(work.job()), (List<Watched> found) -> watched.set(Optional.of(found)), () -> {});
    }

    /** What the models did to each other is over: what was looked at before no longer holds. */
    void forget() {
        shadow.set(Optional.empty());
        thresholds.set(Optional.empty());
        trial.set(Optional.empty());
        fairness.set(Optional.empty());
        watched.set(Optional.empty());
        calibrating.forget();
    }

    CalibrateViewModel calibrating() {
        return calibrating;
    }

    public ReadOnlyObjectProperty<Optional<ShadowRun.Outcome>> shadowProperty() {
        return shadow.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<StudyBench.Thresholds>> thresholdsProperty() {
        return thresholds.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<StudyBench.Signatures> signaturesProperty() {
        return signatures.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Trial>> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Fairness>> fairnessProperty() {
        return fairness.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<List<Watched>>> watchedProperty() {
        return watched.getReadOnlyProperty();
    }

    OneJob work() {
        return work;
    }
}
