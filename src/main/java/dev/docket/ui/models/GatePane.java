package dev.docket.ui.models;

import dev.docket.retrain.PromotionGate;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.FigureTable;
import dev.docket.ui.common.Text;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The promotion gate, line by line, each with its figure and limit. */
public final class GatePane extends VBox {
    public GatePane() {
        getStyleClass().add("gate-pane");
    }

    /** @param gate empty for a model that was not trained here */
    void show(Optional<PromotionGate> gate) {
        Label title = FigureTable.text(Text.of("models.gate"), "section-head");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(title, space);
        getChildren().setAll(head);
        gate.ifPresent(known -> {
            long passed = known.lines().stream().filter(PromotionGate.Line::passed).count();
            head.getChildren().add(new Chip(Text.of("models.gate.count", passed, known.lines().size()),
                    known.passed() ? Chip.Tone.SUCCESS : Chip.Tone.WARNING));
            known.lines().forEach(line -> getChildren().add(line(line.passed() ? "mdal-check" : line.failed() ? "mdal-close" : "mdal-help_outline",
                    line.passed() ? "passed" : line.failed() ? "failed" : "unknown",
                    line.title(), line.detail())));
        });
        if (gate.isEmpty()) {
            getChildren().add(line("mdal-help_outline", "unknown", Text.of("models.gate.unmeasured"), Text.of("models.gate.unmeasured.detail")));
        }
        getChildren().add(line("mdmz-person", "unknown", Text.of("models.gate.signs"), Text.of("models.gate.signs.detail")));
    }

    private static Node line(String icon, String state, String title, String detail) {
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().add("gate-" + state);
        Label words = FigureTable.text(title, "strong");
        Label small = FigureTable.text(detail, "secondary", "muted");
        for (Label label : new Label[] {words, small}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        VBox text = new VBox(words, small);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(sign, text);
        row.getStyleClass().add("gate-line");
        return row;
    }
}
