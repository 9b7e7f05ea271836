package dev.docket.ui.review;

import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.SeverityGlyph;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Text;
import dev.docket.ui.finding.PendingPane;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The verdict keys: a row for each of the nine labels, then what hands the case over. Nothing in it is ever preselected. */
public final class VerdictBlock extends VBox {
    private final VBox rows = new VBox();
    private ObservableValue<KeyMap> keys;
    private final Label blanks = new Label(Text.of("review.hand.quarantine.aside"));

    public VerdictBlock() {
        getStyleClass().add("verdict-block");
    }

    /** To be called once. */
    void fill(PolicyPack pack, ObservableValue<KeyMap> live, Consumer<PolicyPack.Label> decide, Consumer<KeyCommand> hand, PendingPane pending) {
        keys = live;
        rows.getChildren().setAll(pack.labels().stream().filter(l -> l.hotkey().matches("[1-9]"))
                .map(l -> row(l, pack.actions().get(l.defaultAction()).title(), decide)).toList());
        Flow over = new Flow();
        over.getStyleClass().add("hand-over");
        for (KeyCommand command : List.of(KeyCommand.MORE_LABELS, KeyCommand.ESCALATE, KeyCommand.SECOND_OPINION, KeyCommand.SKIP)) {
            over.getChildren().add(small(command, hand));
        }
        getChildren().setAll(head(), rows, over, quarantine(hand), pending);
    }

    /** Narrow windows leave out what the key sheet says too. */
    void fold(boolean compact) {
        blanks.setVisible(!compact);
        blanks.setManaged(!compact);
    }

    /** A picture that cannot be shown cannot be judged, only passed on. */
    void allowVerdicts(boolean allowed) {
        rows.setDisable(!allowed);
    }

    private static Node head() {
        Label title = new Label(Text.of("review.verdict"));
        title.getStyleClass().add("section-head");
        Label unsure = new Label(Text.of("review.verdict.unsure"));
        unsure.getStyleClass().addAll("caption", "muted");
        Ends head = new Ends(List.of(title), List.of(Keycap.named("shift"), unsure));
        head.getStyleClass().add("verdict-head");
        return head;
    }

    private Button row(PolicyPack.Label label, String actionTitle, Consumer<PolicyPack.Label> decide) {
        Label title = new Label(label.shortTitle());
        title.getStyleClass().addAll("strong", "verdict-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        SeverityTag severity = new SeverityTag(label.severity());
        severity.getStyleClass().add("verdict-severity");
        Label action = new Label(actionTitle);
        action.getStyleClass().add("verdict-action");
        HBox cells = new HBox(KeyHint.of(keys, map -> map.caps(label), Keycap::new), title, severity, action);
        cells.getStyleClass().add("verdict-cells");
        Button row = new Button(null, cells);
        row.setId("verdict-" + label.hotkey());
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        row.getStyleClass().setAll("verdict-row", Integer.parseInt(label.hotkey()) % 2 == 0 ? "alternate" : "plain");
        keys.subscribe(map -> row.setAccessibleText(Text.of("review.verdict.accessible", String.join(" ", map.caps(label)), label.title(), label.severity().name(), actionTitle)));
        row.setOnAction(e -> decide.accept(label));
        cells.prefWidthProperty().bind(row.widthProperty().subtract(12));
        return row;
    }

    private Button small(KeyCommand command, Consumer<KeyCommand> hand) {
        String name = command.id();
        Button button = new Button(Text.of("review.hand." + name), KeyHint.of(keys, command));
        button.setId("hand-" + name);
        button.getStyleClass().setAll("hand-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> hand.accept(command));
        return button;
    }

    private Node quarantine(Consumer<KeyCommand> hand) {
        HBox graphic = new HBox(KeyHint.of(keys, KeyCommand.QUARANTINE), new SeverityGlyph(dev.docket.policy.Severity.S4));
        graphic.getStyleClass().add("quarantine-graphic");
        Button button = new Button(Text.of("review.hand.quarantine"), graphic);
        button.setId("hand-quarantine");
        button.getStyleClass().setAll("hand-button", "quarantine-button");
        button.setWrapText(true);
        button.setOnAction(e -> hand.accept(KeyCommand.QUARANTINE));
        blanks.getStyleClass().setAll("label", "caption", "muted");
        blanks.setMinWidth(USE_PREF_SIZE);
        button.setMinHeight(USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(8, button, blanks);
        line.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(button, Priority.ALWAYS);
        line.getStyleClass().add("hand-over");
        return line;
    }
}
