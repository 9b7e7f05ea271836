package dev.docket.ui.models;

import dev.docket.retrain.PromotionGate;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks why a version goes live although its gate has not passed; the answer is kept in the audit log. */
final class ReasonSheet extends VBox {
    private static final int LONGEST = 300;

    ReasonSheet(Overlays overlays, String version, PromotionGate gate, Consumer<String> promote) {
        getStyleClass().addAll("sheet", "reason-sheet");
        setFocusTraversable(true);
        setAccessibleText(Text.of("models.reason.title", version));
        Label title = FigureTable.text(Text.of("models.reason.title", version), "screen-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        VBox failed = new VBox(4);
        gate.lines().stream().filter(PromotionGate.Line::failed).forEach(line -> failed.getChildren().add(wrapped(
                Text.of("models.reason.failed", line.title(), line.detail()))));
        TextField why = new TextField();
        why.setId("reason");
        why.setPromptText(Text.of("models.reason.prompt"));
        why.setAccessibleText(Text.of("models.reason.prompt"));
        why.textProperty().addListener((o, was, now) -> {
            if (now.length() > LONGEST) {
                why.setText(was);
            }
        });
        Button go = new Button(Text.of("models.reason.go"));
        go.setId("promoteAnyway");
        go.getStyleClass().add("danger");
        go.disableProperty().bind(why.textProperty().map(text -> text.isBlank()));
        go.setOnAction(e -> {
            overlays.close();
            promote.accept(why.getText().strip());
        });
        Button leave = new Button(Text.of("models.reason.leave"));
        leave.setCancelButton(true);
        leave.setOnAction(e -> overlays.close());
        HBox buttons = new HBox(8, leave, go);
        buttons.getStyleClass().add("reason-buttons");
        getChildren().setAll(title, failed, why, wrapped(Text.of("models.reason.kept")), buttons);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                overlays.close();
            }
        });
    }

    private static Label wrapped(String words) {
        Label label = FigureTable.text(words, "secondary", "muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
