package dev.docket.ui.models;

import dev.docket.retrain.watch.ModelAlerts;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What of the models in use waits for a lead, each until it was seen. */
public final class AlertBar extends VBox {

    void show(List<ModelAlerts.Open> alerts, Consumer<ModelAlerts.Open> onSeen) {
        setSpacing(6);
        getChildren().setAll(alerts.stream().map(alert -> line(alert, onSeen)).toList());
        setVisible(!alerts.isEmpty());
        setManaged(!alerts.isEmpty());
    }

    private static Node line(ModelAlerts.Open alert, Consumer<ModelAlerts.Open> onSeen) {
        Label words = StudyCard.words(Text.of("models.alert", alert.model(), Text.of("models.watch.alert." + alert.cause()), Figures.minute(alert.raised().atZone(ZoneId.systemDefault()))), "secondary");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button seen = new Button(Text.of("models.alert.seen"));
        seen.setId("seen-" + alert.cause());
        seen.setMinWidth(USE_PREF_SIZE);
        seen.setAccessibleText(Text.of("models.alert.seen.accessible", alert.model()));
        seen.setOnAction(_ -> onSeen.accept(alert));
        HBox line = new HBox(new FontIcon("mdmz-warning"), words, seen);
        line.getStyleClass().addAll("note", "warning", "models-pending");
        return line;
    }
}
