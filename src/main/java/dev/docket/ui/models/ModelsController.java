package dev.docket.ui.models;

import dev.docket.retrain.Evaluation;
import dev.docket.retrain.RetrainingRun;
import dev.docket.retrain.TrainingReport;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.models.ModelBench.Entry;
import dev.docket.ui.models.ModelsViewModel.Notice;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** Binds the models screen to its view-model. */
public final class ModelsController {
    private static final double COMPACT_BELOW = 1400;
    private static final javafx.css.PseudoClass COMPACT = javafx.css.PseudoClass.getPseudoClass("compact");

    private final ModelsViewModel model;
    private final StudiesViewModel studies;
    private final Supplier<Optional<Path>> packFile;
    private final Overlays overlays;

    @FXML private BorderPane root;
    @FXML private RegistryRail registry;
    @FXML private Button add;
    @FXML private Button train;
    @FXML private VBox jobBox;
    @FXML private Label jobWords;
    @FXML private ProgressBar jobBar;
    @FXML private Label decided;
    @FXML private Label title;
    @FXML private HBox stage;
    @FXML private Label origin;
    @FXML private HBox noticeBar;
    @FXML private Label noticeWords;
    @FXML private HBox pendingBar;
    @FXML private Label pendingWords;
    @FXML private Button rescore;
    @FXML private AlertBar alerts;
    @FXML private SectionBar sections;
    @FXML private StackPane middle;
    @FXML private ScrollPane training;
    @FXML private ScrollPane sideScroll;
    @FXML private PromisesCard promises;
    @FXML private VBox curveCard;
    @FXML private Label curveCaption;
    @FXML private CurveChart curve;
    @FXML private VBox comparisonCard;
    @FXML private Label comparisonCaption;
    @FXML private ComparisonTable comparison;
    @FXML private GroupsTable groups;
    @FXML private VBox side;
    @FXML private GatePane gate;
    @FXML private Button promote;
    @FXML private Button rollBack;
    @FXML private Label switchWords;
    @FXML private CardPane card;

    /** @param packFile asks for the file that a pack is written to; empty: for none */
    public ModelsController(ModelsViewModel model, StudiesViewModel studies, Overlays overlays, Supplier<Optional<Path>> packFile) {
        this.model = model;
        this.studies = studies;
        this.overlays = overlays;
        this.packFile = packFile;
    }

    @FXML
    private void initialize() {
        model.readingProperty().subscribe((before, now) -> {
            if (!stages(before).equals(stages(now))) {
                studies.forget();
            }
        });
        model.readingProperty().subscribe(reading -> draw());
        model.selectedProperty().subscribe(entry -> draw());
        model.alertsProperty().subscribe(open -> alerts.show(open, model::seen));
        model.busyProperty().subscribe(busy -> draw());
        model.noticeProperty().subscribe(this::tell);
        jobBox.visibleProperty().bind(model.busyProperty());
        jobBox.managedProperty().bind(model.busyProperty());
        train.visibleProperty().bind(model.busyProperty().not());
        train.managedProperty().bind(train.visibleProperty());
        jobWords.textProperty().bind(model.job().wordsProperty());
        jobBar.progressProperty().bind(model.job().shareProperty());
        sections.show(middle, training, sideScroll, Map.of(SectionBar.Section.SHADOW, () -> new ShadowPane(model, studies), SectionBar.Section.CALIBRATION, () -> new CalibratePane(model, studies),
                SectionBar.Section.THRESHOLDS, () -> new ThresholdPane(studies, packFile), SectionBar.Section.FAIRNESS, () -> new FairnessPane(studies), SectionBar.Section.WATCHING, () -> new WatchPane(studies)));
        root.widthProperty().subscribe(w -> root.pseudoClassStateChanged(COMPACT, w.doubleValue() < COMPACT_BELOW));
    }

    /** What has been looked at holds while these stay. */
    private static List<String> stages(ModelBench.Reading reading) {
        return reading.entries().stream().map(entry -> entry.version().name() + " " + entry.version().stage()).toList();
    }

    @FXML
    private void train() {
        overlays.open(new TrainSheet(overlays, model));
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void promote() {
        if (model.needsReason()) {
            overlays.open(new ReasonSheet(overlays, model.selectedProperty().get().version().name(), model.gate().orElseThrow(),
                    reason -> model.promote(Optional.of(reason))));
        } else {
            model.promote(Optional.empty());
        }
    }

    @FXML
    private void rollBack() {
        model.rollBack();
    }

    @FXML
    private void rescore() {
        model.rescore();
    }

    @FXML
    private void add() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Text.of("models.add.choose"));
        File folder = chooser.showDialog(root.getScene().getWindow());
        if (folder != null) {
            model.add(folder.toPath());
        }
    }

    private void tell(Notice notice) {
        noticeWords.setText(notice.words());
        show(noticeBar, !notice.words().isEmpty());
        noticeBar.getStyleClass().setAll(notice.warning() ? List.of("note", "warning") : List.of("note"));
    }

    private void draw() {
        registry.show(model, model::select);
        int pending = model.readingProperty().get().pending();
        show(pendingBar, pending > 0 && !model.busyProperty().get());
        pendingWords.setText(Text.of("models.pending", pending));
        decided.setText(Text.of("models.decided", model.readingProperty().get().decided()));
        Entry entry = model.selectedProperty().get();
        add.setDisable(model.busyProperty().get());
        side.setVisible(entry != null);
        if (entry == null) {
            title.setText(Text.of("models.empty"));
            origin.setText(Text.of("models.empty.detail"));
            stage.getChildren().clear();
            Stream.of(curveCard, comparisonCard, promises).forEach(node -> show(node, false));
            return;
        }
        drawHead(entry);
        entry.report().ifPresent(this::drawReport);
        promises.show(entry.report());
        show(curveCard, entry.report().isPresent());
        show(comparisonCard, entry.report().isPresent());
        groups.show(Stream.concat(model.rates().stream(), model.fed().stream()).toList());
        gate.show(model.gate());
        card.show(entry.version());
        promote.setDisable(!model.canPromote());
        promote.setText(Text.of("models.promote", entry.version().version()));
        rollBack.setDisable(!model.canRollBack());
        switchWords.setText(model.canRollBack() ? Text.of("models.switch.back")
                : model.inUse().map(active -> Text.of("models.switch.from", active.version())).orElseGet(() -> Text.of("models.switch.first")));
    }

    private void drawHead(Entry entry) {
        title.setText(Text.of("models.heading", entry.version().id(), entry.version().version()));
        Chip chip = RegistryRail.stage(entry.version().stage());
        stage.getChildren().setAll(chip);
        origin.setText(entry.report().map(report -> Text.of("models.origin.trained", report.trainedOn(), report.verdicts(),
                        entry.version().dataset().map(hash -> hash.hex().substring(0, 8)).orElse("")))
                .orElseGet(() -> Text.of("models.origin.added", entry.version().thresholds().size())));
    }

    private void drawReport(TrainingReport report) {
        Evaluation evaluation = report.evaluation();
        curve.show(report.curve(), evaluation.meanFed().figure().number());
        curveCaption.setText(Text.of("models.curve.caption", evaluation.items()));
        comparison.show(evaluation, model.bench().pack());
        comparisonCaption.setText(Text.of("models.compare.caption", evaluation.items(), evaluation.groups()));
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
