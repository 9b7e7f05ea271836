package dev.docket.ui.finding;

import dev.docket.policy.Evidence;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Severity;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Finding;
import dev.docket.verdict.FindingRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The verdict that the reviewer is putting together on the case on screen, and what it still lacks. It is committed by a
 * key and never by itself. JavaFX thread.
 */
public final class PendingVerdict {
    private final PolicyPack pack;
    private final FindingRules rules;
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(this, "draft", Draft.EMPTY);
    private final ReadOnlyStringWrapper advice = new ReadOnlyStringWrapper(this, "advice", "");
    private String afterwards = "";
    private final StringProperty stated = new SimpleStringProperty(this, "stated", "");
    private final ReadOnlyLongWrapper drops = new ReadOnlyLongWrapper(this, "drops");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    /** The primary label of a verdict that was taken back: another label takes its place. */
    private Optional<String> givenUp = Optional.empty();
    private Runnable dropped = () -> {};
    private Consumer<Evidence> wanted = evidence -> {};

    public PendingVerdict(PolicyPack pack) {
        this.pack = pack;
        rules = new FindingRules(pack);
    }

    /** Who leads the reviewer to a piece of evidence that is missing. To be called once. */
    public void onWanted(Consumer<Evidence> step) {
        wanted = step;
    }

    /** Who ends what goes on beside it when everything is dropped. To be called once. */
    void onDropped(Runnable step) {
        dropped = step;
    }

    /** A sentence for the reviewer. */
    void advise(String sentence) {
        advice.set(sentence);
    }

    /** A sentence that goes before what is said already, until {@link #adviseNoLonger}. */
    void adviseFirst(String sentence) {
        if (!advice.get().equals(sentence)) {
            afterwards = advice.get();
            advice.set(sentence);
        }
    }

    /** The reviewer did what this sentence says, and what waited behind it is said; another one stays. */
    void adviseNoLonger(String sentence) {
        if (advice.get().equals(sentence)) {
            advice.set(afterwards);
        }
    }

    /** Drops everything: another case, or the reviewer thought better of it. */
    public void drop() {
        givenUp = Optional.empty();
        draft.set(Draft.EMPTY);
        advice.set("");
        open.set(false);
        dropped.run();
        drops.set(drops.get() + 1);
    }

    /** Pending is what was taken back a moment ago, regions and all. */
    public void recall(Draft before) {
        draft.set(before);
        givenUp = before.primary();
        advice.set(Text.of("finding.recalled"));
    }

    /** Whether anything is pending. */
    public boolean isPending() {
        return !draft.get().isEmpty();
    }

    /** Adds a further label, or takes it out again. The first one chosen is the primary one. */
    public void toggle(Label label) {
        change(now -> now.toggled(label.id()));
    }

    /** @param severity the same once more: the label's default again */
    public void severity(Severity severity) {
        Optional<Label> label = label();
        if (label.isPresent() && !label.get().severityRange().contains(severity)) {
            advice.set(Text.of("finding.severity.range", label.get().shortTitle(), range(label.get()), severity.name()));
        } else {
            change(now -> now.withSeverity(now.severity().equals(Optional.of(severity)) ? Optional.empty() : Optional.of(severity)));
        }
    }

    /** Changes something else of it. What the primary label does not allow falls away. */
    public void change(UnaryOperator<Draft> step) {
        Draft chosen = step.apply(draft.get());
        Draft allowed = chosen.allowed(pack);
        advice.set(allowed.equals(chosen) ? "" : Text.of("finding.fell.away", label(allowed).map(Label::shortTitle).orElse("")));
        draft.set(allowed);
    }

    /**
     * The finding that a key on a label makes of it: the label is the primary one, everything else is as it was chosen. Empty
     * when something is missing or fell away: then it is pending, the advice says why, and the reviewer is led to it.
     */
    public Optional<Finding> decided(Label label, boolean sure) {
        Draft chosen = under(draft.get(), label);
        if (chosen.allowed(pack).equals(chosen)) {
            Optional<Finding> finding = chosen.finding(pack, sure);
            if (finding.filter(this::isComplete).isPresent()) {
                return finding;
            }
        }
        change(now -> under(now, label));
        givenUp = Optional.empty();
        if (advice.get().isEmpty()) {
            ask();
        }
        return Optional.empty();
    }

    private Draft under(Draft now, Label label) {
        return givenUp.map(now::without).orElse(now).withPrimary(label.id());
    }

    /** The pending finding, to be committed; empty when it lacks something, as the advice says. */
    public Optional<Finding> committed(boolean sure) {
        Optional<Finding> finding = draft.get().finding(pack, sure);
        if (finding.isEmpty()) {
            advice.set(Text.of("finding.no.label"));
            return finding;
        }
        if (!isComplete(finding.get())) {
            ask();
            return Optional.empty();
        }
        return finding;
    }

    private boolean isComplete(Finding finding) {
        return missing(finding).isEmpty();
    }

    private List<Evidence> missing(Finding finding) {
        return rules.missing(finding, !stated.get().isEmpty());
    }

    private void ask() {
        List<Evidence> missing = draft.get().finding(pack, true).map(this::missing).orElse(List.of());
        if (!missing.isEmpty()) {
            advice.set(FindingWords.missing(label().map(Label::shortTitle).orElse(""), missing));
            wanted.accept(missing.getFirst());
        }
    }

    /** What a severity may be, in a few words: {@code S1 to S3}. */
    static String range(Label label) {
        Severity least = label.severityRange().getFirst();
        Severity most = label.severityRange().getLast();
        return least == most ? least.name() : Text.of("finding.range", least.name(), most.name());
    }

    /** The primary label; empty while none is chosen. */
    public Optional<Label> label() {
        return label(draft.get());
    }

    private Optional<Label> label(Draft of) {
        return of.primary().flatMap(pack::find);
    }

    public PolicyPack pack() {
        return pack;
    }

    public ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** What is missing, or what became of a choice, in a sentence; empty text when there is nothing to say. */
    public ReadOnlyStringProperty adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** What the file on screen states of AI, to stand beside the reviewer's own finding of origin and never in its place; empty text for nothing, and where it is hidden. */
    public StringProperty statedProperty() {
        return stated;
    }

    /** Counts up whenever it is dropped: what was about it is about nothing then. */
    public ReadOnlyLongProperty dropsProperty() {
        return drops.getReadOnlyProperty();
    }

    /** Whether its parts are shown although nothing is pending yet. */
    public BooleanProperty openProperty() {
        return open;
    }
}
