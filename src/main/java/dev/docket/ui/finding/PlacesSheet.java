package dev.docket.ui.finding;

import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.verdict.FindingRules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The places a verdict is for: codes typed, or those of the pack clicked. Enter takes them, Esc leaves them as they were. */
final class PlacesSheet extends VBox {
    private final TextField codes = new TextField();
    private final Label fault = new Label();

    PlacesSheet(PendingVerdict pending, Overlays overlays) {
        getStyleClass().addAll("sheet", "finding-sheet");
        setAccessibleText(Text.of("finding.places.title"));
        Label title = new Label(Text.of("finding.places.title"));
        title.getStyleClass().add("sheet-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(title, space, Keycap.named("escape"));
        bar.getStyleClass().add("sheet-bar");
        codes.setId("places");
        codes.setText(String.join(" ", pending.draftProperty().get().places()));
        codes.setAccessibleText(Text.of("finding.places.prompt"));
        codes.textProperty().subscribe(text -> fault.setText(wrong(text).map(code -> Text.of("finding.places.wrong", code)).orElse("")));
        FlowPane known = new FlowPane(6, 6);
        pending.pack().jurisdictions().keySet().stream().filter(FindingRules::isPlace).forEach(code -> known.getChildren().add(button(code)));
        fault.getStyleClass().add("pending-advice");
        fault.visibleProperty().bind(fault.textProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        Label how = new Label(Text.of("finding.places.prompt"));
        how.getStyleClass().addAll("secondary", "muted");
        Button take = new Button(Text.of("finding.take"), Keycap.named("enter"));
        take.getStyleClass().addAll("commit", "success");
        take.disableProperty().bind(fault.textProperty().isNotEmpty());
        take.setOnAction(e -> {
            overlays.close();
            pending.change(draft -> draft.withPlaces(places(codes.getText())));
        });
        VBox body = new VBox(10, how, codes, known, fault, take);
        body.getStyleClass().add("finding-body");
        getChildren().setAll(bar, body);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                overlays.close();
            } else if (e.getCode() == KeyCode.ENTER) {
                e.consume();
                take.fire();
            }
        });
    }

    /** The sheet is focused when it opens; what is typed goes into its field. */
    @Override
    public void requestFocus() {
        codes.requestFocus();
    }

    private Button button(String code) {
        Button button = new Button(code);
        button.getStyleClass().add("place-button");
        button.setAccessibleText(Text.of("finding.places.add", code));
        button.setOnAction(e -> {
            List<String> now = places(codes.getText());
            if (!now.contains(code)) {
                codes.setText((String.join(" ", now) + " " + code).strip());
            }
        });
        return button;
    }

    private static List<String> places(String text) {
        return Arrays.stream(text.toUpperCase(Locale.ROOT).split("[\\s,;]+")).filter(code -> !code.isEmpty()).distinct().toList();
    }

    private static Optional<String> wrong(String text) {
        return places(text).stream().filter(code -> !FindingRules.isPlace(code)).findFirst();
    }
}
