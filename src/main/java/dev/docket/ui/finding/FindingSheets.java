package dev.docket.ui.finding;

import dev.docket.policy.Evidence;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Severity;
import dev.docket.ui.common.ChoiceSheet;
import dev.docket.ui.common.ChoiceSheet.Choice;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.verdict.OriginFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** The sheets in which the parts of a pending verdict are chosen; they go with it. JavaFX thread. */
public final class FindingSheets {
    private final PendingVerdict pending;
    private final Overlays overlays;
    private final RegionPen pen;
    private final FindingWords words;

    public FindingSheets(PendingVerdict pending, Overlays overlays, RegionPen pen) {
        this.pending = pending;
        this.overlays = overlays;
        this.pen = pen;
        words = new FindingWords(pending.pack());
        pending.onWanted(this::lead);
    }

    /** Opens what a command asks for. */
    public void open(KeyCommand command) {
        switch (command) {
            case ADD_LABEL, LABELS -> labels();
            case SEVERITY -> withLabel(this::severity);
            case ACTION -> withLabel(this::action);
            case ORIGIN -> origin();
            case PLACES -> overlays.open(new PlacesSheet(pending, overlays), pending.dropsProperty());
            case REASON -> reason();
            case REGION -> pen.toggle();
            case OUTLINE -> pen.outline();
            default -> throw new IllegalArgumentException(command + " is no part of a finding");
        }
    }

    private void lead(Evidence missing) {
        switch (missing) {
            case REGION -> {
                if (!pen.drawingProperty().get()) {
                    pen.toggle();
                }
            }
            case BASIS, ORIGIN -> origin();
            case RATIONALE, NOTE -> reason();
        }
    }

    private void reason() {
        overlays.open(new ReasonSheet(pending, overlays), pending.dropsProperty());
    }

    private void labels() {
        List<Choice<Label>> choices = pending.pack().labels().stream().filter(l -> !l.id().equals(PolicyPack.MINORS_SAFETY))
                .map(l -> new Choice<>(l.hotkey().substring(l.hotkey().length() - 1).toUpperCase(Locale.ROOT), l.shortTitle(),
                        Optional.of((Node) SeverityTag.plainWord(l.severity())), pending.draftProperty().get().labels().contains(l.id()) ? Text.of("finding.chosen") : "", l))
                .toList();
        ChoiceSheet.open(overlays, pending.dropsProperty(), Text.of("finding.choose.label"), choices, pending::toggle);
    }

    /** What the selected region shows, or that it goes. */
    public void region(int number) {
        List<Choice<Optional<String>>> choices = new ArrayList<>();
        for (String id : pending.draftProperty().get().labels()) {
            choices.add(new Choice<>(Integer.toString(choices.size() + 1), words.label(id), Optional.empty(), "", Optional.of(id)));
        }
        choices.add(new Choice<>("0", Text.of("finding.region.delete"), Optional.empty(), "", Optional.empty()));
        ChoiceSheet.open(overlays, pending.dropsProperty(), Text.of("finding.choose.region", number + 1), choices, label -> {
            pen.select(number);
            label.ifPresentOrElse(pen::label, pen::back);
        });
    }

    private void severity(Label label) {
        List<Choice<Severity>> choices = label.severityRange().stream().map(s -> new Choice<>(Integer.toString(s.ordinal() + 1), SeverityTag.title(s),
                Optional.of((Node) SeverityTag.plainWord(s)), s == label.severity() ? Text.of("finding.default") : "", s)).toList();
        ChoiceSheet.open(overlays, pending.dropsProperty(), Text.of("finding.choose.severity", label.shortTitle()), choices,
                severity -> pending.change(draft -> draft.withSeverity(Optional.of(severity))));
    }

    private void action(Label label) {
        List<Choice<String>> choices = numbered(label.allowedActions(), words::action, id -> id.equals(label.defaultAction()) ? Text.of("finding.default") : "");
        ChoiceSheet.open(overlays, pending.dropsProperty(), Text.of("finding.choose.action", label.shortTitle()), choices,
                action -> pending.change(draft -> draft.withAction(Optional.of(action))));
    }

    private void origin() {
        List<Choice<Optional<OriginFinding>>> choices = new ArrayList<>();
        for (OriginFinding found : OriginFinding.values()) {
            choices.add(new Choice<>(Integer.toString(choices.size() + 1), words.origin(found), Optional.empty(), "", Optional.of(found)));
        }
        choices.add(new Choice<>("0", Text.of("finding.none.origin"), Optional.empty(), "", Optional.empty()));
        String stated = pending.statedProperty().get();
        ChoiceSheet.open(overlays, pending.dropsProperty(), stated.isEmpty() ? Text.of("finding.choose.origin") : Text.of("finding.choose.origin.stated", stated), choices, found -> pending.change(draft -> draft.withOrigin(found)));
    }

    private static List<Choice<String>> numbered(List<String> ids, java.util.function.UnaryOperator<String> title, java.util.function.UnaryOperator<String> aside) {
        List<Choice<String>> choices = new ArrayList<>();
        for (String id : ids.subList(0, Math.min(9, ids.size()))) {
            choices.add(new Choice<>(Integer.toString(choices.size() + 1), title.apply(id), Optional.empty(), aside.apply(id), id));
        }
        return choices;
    }

    /** Severities and actions are a label's; without one it is asked for first. */
    private void withLabel(Consumer<Label> step) {
        pending.label().ifPresentOrElse(step, this::labels);
    }
}
