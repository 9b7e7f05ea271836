package dev.docket.ui.policy;

import dev.docket.policy.PackChanges;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Background;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the policy screen shows: the pack in force, label by label, and what an earlier pack said otherwise. JavaFX thread. */
public final class PolicyViewModel {

    /** A pack set against the one in force. @param lines empty when the two say the same */
    public record Comparison(Policies.Kept with, List<PackChanges.Line> lines) {}

    private final PolicyShelf shelf;
    private final Background background;
    private final ObservableList<Label> labels = FXCollections.observableArrayList();
    private final ObservableList<Policies.Kept> earlier = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Label> selected = new ReadOnlyObjectWrapper<>(this, "selected");
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison = new ReadOnlyObjectWrapper<>(this, "comparison", Optional.empty());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");

    public PolicyViewModel(PolicyShelf shelf, Background background) {
        this.shelf = shelf;
        this.background = background;
        labels.setAll(shelf.pack().labels());
        selected.set(labels.isEmpty() ? null : labels.getFirst());
    }

    /** Reads which packs were in force here before. */
    public void refresh() {
        background.run(shelf::kept, kept -> earlier.setAll(kept.stream().filter(k -> !k.ref().equals(pack().ref())).toList()), this::failed);
    }

    /** Narrows the labels to those that have every one of these words somewhere. */
    public void search(String words) {
        List<String> wanted = Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).filter(w -> !w.isEmpty()).toList();
        labels.setAll(pack().labels().stream().filter(label -> {
            String text = text(label).toLowerCase(Locale.ROOT);
            return wanted.stream().allMatch(text::contains);
        }).toList());
        if (!labels.isEmpty() && !labels.contains(selected.get())) {
            selected.set(labels.getFirst());
        }
    }

    public void select(Label label) {
        selected.set(label);
    }

    public void compare(Policies.Kept with) {
        background.run(() -> new Comparison(with, PackChanges.between(shelf.text(with.ref()).orElse(""), pack().text())), done -> {
            failure.set("");
            comparison.set(Optional.of(done));
        }, this::failed);
    }

    /** Back to the labels. */
    public void endComparison() {
        comparison.set(Optional.empty());
    }

    private void failed(Exception reason) {
        failure.set(reason.getMessage() == null ? reason.toString() : reason.getMessage());
    }

    private static String text(Label label) {
        return String.join("\n", label.id(), label.title(), label.shortTitle(), label.definition(), String.join("\n", label.notThis()),
                label.severity().name(), label.defaultAction());
    }

    public PolicyPack pack() { return shelf.pack(); }

    /** Those that match the search, in the pack's order. */
    public ObservableList<Label> labels() { return labels; }

    /** Packs that were in force here before, the latest first. */
    public ObservableList<Policies.Kept> earlier() { return earlier; }

    public ReadOnlyObjectProperty<Label> selectedProperty() { return selected.getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() { return comparison.getReadOnlyProperty(); }

    /** Why something could not be read; empty text when it could. */
    public ReadOnlyStringProperty failureProperty() { return failure.getReadOnlyProperty(); }
}
