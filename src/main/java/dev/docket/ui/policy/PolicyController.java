package dev.docket.ui.policy;

import dev.docket.policy.Policies;
import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.time.ZoneId;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds the policy screen to its view-model. */
public final class PolicyController {
    private static final double COMPACT_BELOW = 1400;

    private final PolicyViewModel model;
    private final ZoneId zone;

    @FXML private BorderPane root;
    @FXML private TextField search;
    @FXML private ListView<PolicyPack.Label> labels;
    @FXML private ScrollPane middle;
    @FXML private HBox failureBar;
    @FXML private Label failure;
    @FXML private Label packName;
    @FXML private Label packHash;
    @FXML private Label packNotes;
    @FXML private VBox earlier;

    private final LabelPage page;
    private final ChangesPage changes = new ChangesPage();

    public PolicyController(PolicyViewModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        page = new LabelPage(model.pack());
    }

    @FXML
    private void initialize() {
        labels.setItems(model.labels());
        labels.setCellFactory(_ -> new LabelCell());
        labels.setPlaceholder(new Paragraph(Text.of("policy.none"), "muted"));
        labels.getSelectionModel().selectedItemProperty().subscribe(label -> {
            if (label != null) {
                model.endComparison();
                model.select(label);
            }
        });
        labels.getSelectionModel().select(model.selectedProperty().get());
        search.textProperty().addListener((o, was, now) -> model.search(now));
        packName.setText(model.pack().ref().name());
        packHash.setText(model.pack().ref().sha256().hex());
        packNotes.setText(model.pack().notes());
        model.earlier().addListener((ListChangeListener<Policies.Kept>) c -> drawEarlier());
        model.selectedProperty().subscribe(_ -> draw());
        model.comparisonProperty().subscribe(_ -> draw());
        model.failureProperty().subscribe(reason -> {
            failure.setText(reason);
            failureBar.setVisible(!reason.isEmpty());
            failureBar.setManaged(!reason.isEmpty());
        });
        root.widthProperty().subscribe(w -> fold(w.doubleValue() < COMPACT_BELOW));
        drawEarlier();
    }

    private void fold(boolean compact) {
        root.getStyleClass().remove("compact");
        if (compact) {
            root.getStyleClass().add("compact");
        }
    }

    private void draw() {
        model.comparisonProperty().get().ifPresentOrElse(comparison -> {
            changes.show(comparison, model::endComparison);
            middle.setContent(changes);
        }, () -> {
            PolicyPack.Label label = model.selectedProperty().get();
            middle.setContent(label == null ? new VBox() : page.show(label));
        });
        middle.setVvalue(0);
    }

    private void drawEarlier() {
        List<Node> lines = model.earlier().stream().map(this::line).toList();
        earlier.getChildren().setAll(lines.isEmpty() ? List.of(new Paragraph(Text.of("policy.earlier.none"), "secondary", "muted")) : lines);
    }

    private Node line(Policies.Kept kept) {
        Button button = new Button(Text.of("policy.compare", kept.ref().version()));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleText(Text.of("policy.compare.accessible", kept.ref().name()));
        button.setOnAction(_ -> model.compare(kept));
        VBox facts = new VBox(new Paragraph(kept.ref().name(), "bold"), new Paragraph(Text.of("policy.since", Figures.minute(kept.since().atZone(zone))), "caption", "muted"));
        HBox.setHgrow(facts, javafx.scene.layout.Priority.ALWAYS);
        HBox line = new HBox(facts, button);
        line.getStyleClass().add("policy-earlier-line");
        return line;
    }
}
