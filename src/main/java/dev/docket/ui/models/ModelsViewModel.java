package dev.docket.ui.models;

import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.retrain.PromotionGate;
import dev.docket.retrain.Rescoring;
import dev.docket.retrain.RetrainingRun;
import dev.docket.retrain.SourceRates;
import dev.docket.retrain.watch.ModelAlerts;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Text;
import dev.docket.ui.models.ModelBench.Entry;
import dev.docket.ui.models.ModelBench.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the models screen shows and does: one version at a time, and one long job at a time. JavaFX thread. */
public final class ModelsViewModel {

    /** Something the screen has to say. @param warning whether it did not go as wished */
    public record Notice(String words, boolean warning) {
        static final Notice NONE = new Notice("", false);
    }

    private final ModelBench bench;
    private final Background background;
    private final OneJob work;
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(this, "reading", new Reading(List.of(), List.of(), 0, 0));
    private final ReadOnlyObjectWrapper<Entry> selected = new ReadOnlyObjectWrapper<>(this, "selected");

    private final ReadOnlyObjectWrapper<List<ModelAlerts.Open>> alerts = new ReadOnlyObjectWrapper<>(this, "alerts", List.of());

    private final CheckViewModel check;

    public ModelsViewModel(ModelBench bench, Background background) {
        this.bench = bench;
        this.background = background;
        this.work = new OneJob(background);
        this.check = new CheckViewModel(bench, background);
    }

    /** Reads the registry anew, as when the screen comes to the front. */
    public void refresh() {
        readAlerts();
        if (!isBusy()) {
            read(selected.get() == null ? null : selected.get().version().name());
        }
    }

    /** @param name {@code id@version} */
    public void select(String name) {
        reading.get().entries().stream().filter(entry -> entry.version().name().equals(name)).findFirst().ifPresent(selected::set);
    }

    /** A new training run; what it makes is selected. */
    public void train(RetrainingRun.Choices choices) {
        start(Text.of("models.job.training"), () -> bench.train(choices, job()), (RetrainingRun.Outcome outcome) -> {
            work.say(new Notice(Text.of(outcome.isNew() ? "models.trained" : "models.trained.known", outcome.candidate().name()), false));
            read(outcome.candidate().name());
        });
    }

    /** @param despite why, where the gate has not passed */
    public void promote(Optional<String> despite) {
        if (canPromote()) {
            ModelVersion version = selected.get().version();
            start(Text.of("models.job.rescoring"), () -> {
                bench.promote(version, despite);
                return bench.rescore(job());
            }, outcome -> tellRescored(Text.of("models.promoted", version.name()), outcome, version.name()));
        }
    }

    public void rollBack() {
        if (canRollBack()) {
            ModelVersion version = selected.get().version();
            start(Text.of("models.job.rescoring"), () -> {
                Optional<ModelVersion> now = bench.rollBack(version.id());
                return new RolledBack(now, bench.rescore(job()));
            }, (RolledBack outcome) -> tellRescored(
                    outcome.now().map(former -> Text.of("models.rolledback", former.name())).orElseGet(() -> Text.of("models.rolledback.none", version.id())),
                    outcome.rescored(), outcome.now().map(ModelVersion::name).orElse(version.name())));
        }
    }

    private record RolledBack(Optional<ModelVersion> now, Rescoring.Outcome rescored) {}

    /** Completes a re-scoring that was stopped or killed. */
    public void rescore() {
        start(Text.of("models.job.rescoring"), () -> bench.rescore(job()), outcome -> tellRescored("", outcome, null));
    }

    public void add(Path folder) {
        start(Text.of("models.job.checking"), () -> bench.add(folder), (ModelVersion added) -> {
            work.say(new Notice(Text.of("models.added", added.name()), false));
            read(added.name());
        });
    }

    /** What waits to be seen; shown on the tab, too. */
    public void readAlerts() {
        background.run(bench::alerts, alerts::set, reason -> work.say(new Notice(OneJob.words(reason), true)));
    }

    /** Puts an alert away. */
    public void seen(ModelAlerts.Open alert) {
        background.run(() -> {
            bench.seen(alert);
            return bench.alerts();
        }, alerts::set, reason -> work.say(new Notice(OneJob.words(reason), true)));
    }

    public void cancel() {
        job().cancel();
    }

    private void tellRescored(String first, Rescoring.Outcome outcome, String select) {
        String rest = Text.of("models.rescored", outcome.items(), outcome.moved());
        work.say(new Notice(first.isEmpty() ? rest : first + " " + rest, false));
        read(select == null && selected.get() != null ? selected.get().version().name() : select);
    }

    private <T> void start(String title, Callable<T> task, Consumer<T> then) {
        // what was finished before it failed stays finished
        work.start(title, task, then, () -> read(selected.get() == null ? null : selected.get().version().name()));
    }

    private boolean isBusy() {
        return work.busyProperty().get();
    }

    private void read(String select) {
        background.run(bench::read, found -> {
            reading.set(found);
            Optional<Entry> wanted = found.entries().stream().filter(entry -> entry.version().name().equals(select)).findFirst();
            selected.set(wanted.or(() -> first(found)).orElse(null));
        }, reason -> work.say(new Notice(OneJob.words(reason), true)));
    }

    /** What a lead comes for: a candidate that waits, else what is in use. */
    private static Optional<Entry> first(Reading found) {
        return found.entries().stream().filter(entry -> entry.version().stage() == Stage.CANDIDATE).findFirst()
                .or(() -> found.entries().stream().filter(entry -> entry.version().stage() == Stage.ACTIVE).findFirst())
                .or(() -> found.entries().stream().findFirst());
    }

    // ---- what is shown

    public boolean canPromote() {
        return !isBusy() && selected.get() != null && selected.get().version().stage() != Stage.ACTIVE;
    }

    public boolean canRollBack() {
        return !isBusy() && selected.get() != null && selected.get().version().stage() == Stage.ACTIVE;
    }

    /** Whether promoting takes a reason, because the gate has not passed. */
    public boolean needsReason() {
        return gate().map(gate -> !gate.passed()).orElse(false);
    }

    /** The gate of the selected version; empty for a model that was not trained here. */
    public Optional<PromotionGate> gate() {
        return Optional.ofNullable(selected.get()).flatMap(Entry::report).map(report -> report.gate());
    }

    /** The active version of the selected version's id, if it is another. */
    public Optional<ModelVersion> inUse() {
        return Optional.ofNullable(selected.get()).flatMap(entry -> reading.get().entries().stream().map(Entry::version)
                .filter(v -> v.stage() == Stage.ACTIVE && v.id().equals(entry.version().id()) && !v.equals(entry.version())).findFirst());
    }

    /** Wrong flags by source of the selected version; empty when no item was decided after it had scored it. */
    public Optional<SourceRates.Rates> rates() {
        return Optional.ofNullable(selected.get()).flatMap(entry -> reading.get().rates().stream()
                .filter(rates -> rates.scorer().equals(entry.version().name())).findFirst());
    }

    /** The same of scores that came with the items, one entry a vendor. */
    public List<SourceRates.Rates> fed() {
        List<String> own = reading.get().entries().stream().map(entry -> entry.version().name()).toList();
        return reading.get().rates().stream().filter(rates -> !own.contains(rates.scorer())).toList();
    }

    public ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<ModelAlerts.Open>> alertsProperty() {
        return alerts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Entry> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return work.noticeProperty();
    }

    /** Whether a job is running; nothing else can be started then. */
    public ReadOnlyBooleanProperty busyProperty() {
        return work.busyProperty();
    }

    public Job job() {
        return work.job();
    }

    /** What a run would learn from. */
    CheckViewModel check() {
        return check;
    }

    /** The job that all of the screen shares. */
    OneJob work() {
        return work;
    }

    public ModelBench bench() {
        return bench;
    }
}
