package dev.docket.ui.finding;

import dev.docket.policy.Evidence;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Reveal;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The pending verdict, a line a part: what it is now, and the key and the click that change it. Folded to one row of
 * buttons while nothing is pending.
 */
public final class PendingPane extends VBox {
    private final PendingVerdict pending;
    private final FindingWords words;
    private final ObservableValue<KeyMap> keys;
    private final Consumer<KeyCommand> run;
    private final VBox lines = new VBox();
    private final javafx.scene.control.Label advice = new javafx.scene.control.Label();

    /** @param run what a line's key does */
    public PendingPane(PendingVerdict pending, ObservableValue<KeyMap> keys, Consumer<KeyCommand> run) {
        this.pending = pending;
        this.words = new FindingWords(pending.pack());
        this.keys = keys;
        this.run = run;
        getStyleClass().add("pending-pane");
        advice.getStyleClass().addAll("pending-advice");
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        lines.getStyleClass().add("pending-lines");
        Node folded = folded();
        Node commit = commit();
        getChildren().setAll(folded, lines, advice, commit);
        pending.adviceProperty().subscribe(sentence -> {
            advice.setText(sentence);
            present(advice, !sentence.isEmpty());
        });
        Runnable draw = () -> {
            boolean shown = pending.isPending() || pending.openProperty().get();
            present(folded, !shown);
            present(lines, shown);
            present(commit, shown);
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("pending"), shown);
            if (shown) {
                draw(pending.draftProperty().get());
                Reveal.soon(this);
            }
        };
        pending.draftProperty().subscribe(draft -> draw.run());
        pending.openProperty().subscribe(open -> draw.run());
    }

    private void draw(Draft draft) {
        Optional<Label> label = pending.label();
        String labels = draft.labels().stream().map(words::label).collect(Collectors.joining(" + "));
        String action = draft.action().or(() -> label.map(Label::defaultAction)).map(words::action).orElse("");
        lines.getChildren().setAll(
                line(KeyCommand.ADD_LABEL, labels.isEmpty() ? Text.of("finding.none.label") : labels, !labels.isEmpty(), Optional.empty()),
                line(KeyCommand.SEVERITY, "", draft.severity().isPresent(), draft.severity().or(() -> label.map(Label::severity)).map(severity -> {
                    HBox both = new HBox(6, new SeverityTag(severity), new javafx.scene.control.Label(SeverityTag.title(severity)));
                    both.getStyleClass().add("pending-severity");
                    return both;
                })),
                line(KeyCommand.ACTION, action, draft.action().isPresent(), Optional.empty()),
                line(KeyCommand.ORIGIN, draft.origin().map(words::origin).orElse(originOf(label)), draft.origin().isPresent(), Optional.empty()),
                stated(label),
                line(KeyCommand.PLACES, draft.places().isEmpty() ? Text.of("finding.none.places") : String.join(", ", draft.places()),
                        !draft.places().isEmpty(), Optional.empty()),
                line(KeyCommand.REASON, words.reason(draft, label).orElse(none("finding.none", label, Evidence.RATIONALE, Evidence.NOTE)), draft.reason().isPresent() || draft.note().isPresent(), Optional.empty()),
                line(KeyCommand.REGION, draft.marks().isEmpty() ? none("finding.none", label, Evidence.REGION) : Text.of("finding.regions", draft.marks().size()), !draft.marks().isEmpty(), Optional.empty()));
    }

    private String originOf(Optional<Label> label) {
        boolean byTheFile = label.filter(known -> known.requires(Evidence.BASIS)).isPresent() && !pending.statedProperty().get().isEmpty();
        return byTheFile ? Text.of("finding.origin.file") : none("finding.none.origin", label, Evidence.ORIGIN, Evidence.BASIS);
    }

    /** What the file says of its origin, whole, where a label asks for that; takes no room elsewhere. */
    private Node stated(Optional<Label> label) {
        javafx.scene.control.Label what = new javafx.scene.control.Label(Text.of("finding.origin.stated", pending.statedProperty().get()));
        what.getStyleClass().addAll("secondary", "muted", "pending-stated");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        present(what, !pending.statedProperty().get().isEmpty()
                && label.filter(known -> known.evidence().containsKey(Evidence.ORIGIN) || known.evidence().containsKey(Evidence.BASIS)).isPresent());
        return what;
    }

    /** What is not there, and whether the policy asks for it. */
    private static String none(String key, Optional<Label> label, Evidence... kinds) {
        boolean required = label.isPresent() && Stream.of(kinds).anyMatch(label.get()::requires);
        boolean asked = label.isPresent() && Stream.of(kinds).anyMatch(label.get().evidence()::containsKey);
        String none = Text.of(key);
        return required ? Text.of("finding.required", none) : asked ? Text.of("finding.recommended", none) : none;
    }

    /** @param chosen whether the reviewer said so, or it is what would be taken */
    private Button line(KeyCommand command, String value, boolean chosen, Optional<? extends Node> sign) {
        javafx.scene.control.Label name = new javafx.scene.control.Label(Text.of("finding.part." + command.id()));
        name.getStyleClass().addAll("secondary", "muted", "pending-name");
        javafx.scene.control.Label what = new javafx.scene.control.Label(value);
        what.getStyleClass().addAll("secondary", chosen ? "pending-chosen" : "muted");
        what.setTooltip(new Tooltip(value));
        name.setTooltip(new Tooltip(name.getText()));
        what.setMinWidth(0);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox cells = new HBox(name);
        sign.ifPresent(cells.getChildren()::add);
        cells.getChildren().addAll(what, KeyHint.of(keys, map -> caps(map, command), dev.docket.ui.common.Keycap::small));
        HBox.setHgrow(what, Priority.ALWAYS);
        cells.getStyleClass().add("pending-cells");
        Button line = new Button(null, cells);
        line.setId("pending-" + command.id());
        line.getStyleClass().setAll("pending-line");
        line.setMaxWidth(Double.MAX_VALUE);
        line.setAccessibleText(Text.of("finding.line.accessible", name.getText(), value));
        line.setOnAction(e -> run.accept(command));
        cells.prefWidthProperty().bind(line.widthProperty().subtract(12));
        return line;
    }

    /** Of a row of keys the held ones and how far the row goes. */
    private static List<String> caps(KeyMap map, KeyCommand command) {
        List<KeyMap.Binding> drawn = map.drawn(command);
        if (drawn.size() < 2 || command != KeyCommand.ADD_LABEL && command != KeyCommand.SEVERITY) {
            return map.caps(command);
        }
        List<String> first = drawn.getFirst().caps();
        String last = drawn.getLast().caps().getLast();
        List<String> caps = new java.util.ArrayList<>(first.subList(0, first.size() - 1));
        caps.add(first.getLast() + "\u2026" + last);
        return caps;
    }

    private Node folded() {
        Ends row = new Ends(List.of(button(KeyCommand.REASON), button(KeyCommand.REGION), button(KeyCommand.ORIGIN)), List.of(more()));
        row.getStyleClass().add("hand-over");
        return row;
    }

    private Node more() {
        Button more = new Button(null, new org.kordamp.ikonli.javafx.FontIcon("mdal-expand_more"));
        more.setAccessibleText(Text.of("finding.more"));
        more.setTooltip(new Tooltip(Text.of("finding.more")));
        more.setId("pending-more");
        more.getStyleClass().setAll("hand-button", "hand-more");
        more.setOnAction(e -> pending.openProperty().set(true));
        return more;
    }

    private Button button(KeyCommand command) {
        Button button = new Button(Text.of("finding.part." + command.id()), KeyHint.of(keys, command));
        button.setId("hand-" + command.id());
        button.getStyleClass().setAll("hand-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> run.accept(command));
        return button;
    }

    private Node commit() {
        Button decide = new Button(Text.of("finding.commit"), KeyHint.of(keys, KeyCommand.GO_ON));
        decide.getStyleClass().addAll("commit", "success", "pending-commit");
        decide.setId("pending-commit");
        decide.setMinWidth(USE_PREF_SIZE);
        decide.setOnAction(e -> run.accept(KeyCommand.GO_ON));
        Button unsure = button(KeyCommand.COMMIT_UNSURE);
        Button drop = new Button(Text.of("finding.drop"));
        drop.setId("pending-drop");
        drop.getStyleClass().setAll("hand-button");
        drop.setMinWidth(USE_PREF_SIZE);
        drop.setOnAction(e -> pending.drop());
        Ends row = new Ends(List.of(decide, unsure), List.of(drop));
        row.getStyleClass().add("pending-foot");
        return row;
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
