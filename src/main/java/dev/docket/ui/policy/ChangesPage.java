package dev.docket.ui.policy;

import dev.docket.policy.PackChanges.Kind;
import dev.docket.policy.PackChanges.Line;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the pack in force says otherwise than an earlier one, line by line; the sign before a line says what its colour says. */
final class ChangesPage extends VBox {
    ChangesPage() {
        getStyleClass().add("policy-page");
    }

    void show(PolicyViewModel.Comparison comparison, Runnable back) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = new Button(Text.of("policy.changes.back"));
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(_ -> back.run());
        HBox head = new HBox(new Paragraph(Text.of("policy.changes", comparison.with().ref().name()), "screen-title"), space, close);
        head.getStyleClass().add("policy-head");
        VBox lines = new VBox();
        lines.getStyleClass().addAll("card", "changes");
        comparison.lines().forEach(line -> lines.getChildren().add(line(line)));
        getChildren().setAll(head, comparison.lines().isEmpty() ? new Paragraph(Text.of("policy.changes.none"), "muted") : lines);
    }

    private static Node line(Line line) {
        Label number = new Label(line.number() == 0 ? "" : Text.of("review.count", line.number()));
        number.getStyleClass().addAll("mono", "muted", "change-number");
        Label sign = new Label(line.kind() == Kind.ADDED ? "+" : line.kind() == Kind.REMOVED ? "-" : " ");
        sign.getStyleClass().add("mono");
        Label text = new Paragraph(line.kind() == Kind.SKIPPED ? "\u22ef" : line.text(), "mono");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(number, sign, text);
        row.getStyleClass().addAll("change", "change-" + line.kind().name().toLowerCase(Locale.ROOT));
        return row;
    }
}
