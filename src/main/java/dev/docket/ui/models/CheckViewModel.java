package dev.docket.ui.models;

import dev.docket.retrain.TrainingCheck;
import dev.docket.retrain.TrainingSource;
import dev.docket.ui.common.Background;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What a training run could learn from, and what it would find there. JavaFX thread. */
final class CheckViewModel {
    private final ModelBench bench;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<TrainingSource>> sources = new ReadOnlyObjectWrapper<>(this, "sources", List.of());
    private final ReadOnlyObjectWrapper<Optional<TrainingCheck>> check = new ReadOnlyObjectWrapper<>(this, "check", Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private TrainingSource asked = TrainingSource.EVERYTHING;

    CheckViewModel(ModelBench bench, Background background) {
        this.bench = bench;
        this.background = background;
    }

    /** Reads what there is to learn from, as when somebody is about to train. */
    void open() {
        check(TrainingSource.EVERYTHING);
        background.run(bench::sources, sources::set, reason -> failure.set(OneJob.words(reason)));
    }

    /** Reads what a run would find; what was asked first and comes later is not shown. */
    void check(TrainingSource source) {
        asked = source;
        check.set(Optional.empty());
        failure.set("");
        background.run(() -> bench.check(source), found -> {
            if (source.equals(asked)) {
                check.set(Optional.of(found));
            }
        }, reason -> {
            if (source.equals(asked)) {
                failure.set(OneJob.words(reason));
            }
        });
    }

    ReadOnlyObjectProperty<List<TrainingSource>> sourcesProperty() {
        return sources.getReadOnlyProperty();
    }

    /** Empty while it is read, or where it could not be. */
    ReadOnlyObjectProperty<Optional<TrainingCheck>> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** Why there is no check; empty when nothing is wrong. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
