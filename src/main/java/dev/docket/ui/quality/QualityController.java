package dev.docket.ui.quality;

import dev.docket.report.Sheet;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import dev.docket.ui.quality.QualityViewModel.Notice;
import dev.docket.ui.quality.QualityViewModel.Phase;
import dev.docket.ui.quality.QualityViewModel.Reading;
import java.io.File;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** Binds the quality screen to its view-model. */
public final class QualityController {
    private final QualityViewModel model;
    private final Supplier<? extends Node> calibration;

    @FXML private VBox root;
    @FXML private HBox days;
    @FXML private ScopeChoice scope;
    @FXML private ToggleButton showFigures;
    @FXML private ToggleButton showAudit;
    @FXML private ToggleButton showCalibration;
    @FXML private Label rule;
    @FXML private Button reload;
    @FXML private Button csv;
    @FXML private Button png;
    @FXML private Button print;
    @FXML private HBox jobBox;
    @FXML private Label jobWords;
    @FXML private ProgressBar jobBar;
    @FXML private HBox stateBar;
    @FXML private Label stateWords;
    @FXML private Button again;
    @FXML private HBox noticeBar;
    @FXML private Label noticeWords;
    @FXML private ScrollPane figuresPane;
    @FXML private Tiles tiles;
    @FXML private Cards cards;
    @FXML private SuspectList suspects;
    @FXML private StackPane sessions;

    /** @param calibration the sessions, made when they are first looked at */
    public QualityController(QualityViewModel model, Supplier<? extends Node> calibration) {
        this.model = model;
        this.calibration = calibration;
    }

    @FXML
    private void initialize() {
        List.of(reload, csv, png).forEach(button -> Tip.on(button, button.getAccessibleText()));
        ToggleGroup periods = new ToggleGroup();
        QualityViewModel.DAYS.forEach(count -> days.getChildren().add(period(count, periods)));
        scope.bind(model.scopeProperty());
        ToggleGroup views = new ToggleGroup();
        List.of(showFigures, showAudit, showCalibration).forEach(view -> always(view, views));
        showFigures.setSelected(true);
        showAudit.selectedProperty().subscribe(_ -> draw());
        showCalibration.selectedProperty().subscribe(chosen -> {
            if (chosen && sessions.getChildren().isEmpty()) {
                sessions.getChildren().setAll(calibration.get());
            }
            draw();
        });
        suspects.onSend(model::sendBack);
        suspects.onBack(model::takeBack);
        model.sentProperty().subscribe(suspects::taken);
        jobWords.textProperty().bind(model.job().wordsProperty());
        jobBar.progressProperty().bind(model.job().shareProperty());
        model.readingProperty().subscribe(this::show);
        model.stateProperty().subscribe(_ -> draw());
        model.noticeProperty().subscribe(this::tell);
    }

    private ToggleButton period(int count, ToggleGroup group) {
        ToggleButton button = new ToggleButton(Text.of("quality.days", count));
        button.setId("days-" + count);
        button.setMinWidth(Button.USE_PREF_SIZE);
        always(button, group);
        button.setSelected(model.daysProperty().get() == count);
        button.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                model.daysProperty().set(count);
            }
        });
        return button;
    }

    /** One of them is always chosen. */
    private static void always(ToggleButton button, ToggleGroup group) {
        button.setToggleGroup(group);
        button.addEventFilter(javafx.event.ActionEvent.ACTION, e -> button.setSelected(true));
    }

    private void show(Reading reading) {
        if (reading != null) {
            scope.show(reading.lanes(), model.scopeProperty().get());
            tiles.show(reading.figures());
            cards.show(reading.figures().sheets());
            suspects.show(reading.suspects());
        }
        draw();
    }

    private void draw() {
        Phase phase = model.stateProperty().get().phase();
        boolean there = model.readingProperty().get() != null && (phase == Phase.THERE || phase == Phase.COMPUTING);
        boolean talking = showCalibration.isSelected();
        show(sessions, talking);
        show(rule, !talking);
        show(jobBox, !talking && phase == Phase.COMPUTING);
        show(stateBar, !talking && List.of(Phase.EMPTY, Phase.FAILED, Phase.STOPPED).contains(phase));
        stateBar.getStyleClass().setAll(phase == Phase.FAILED ? List.of("note", "danger", "quality-bar") : List.of("note", "quality-bar"));
        stateWords.setText(model.stateProperty().get().words());
        show(again, phase != Phase.EMPTY);
        show(figuresPane, there && showFigures.isSelected());
        show(suspects, there && showAudit.isSelected());
        List.of(csv, png, print).forEach(button -> button.setDisable(talking || phase != Phase.THERE));
    }

    private void tell(Notice notice) {
        noticeWords.setText(notice.words());
        show(noticeBar, !notice.words().isEmpty());
        noticeBar.getStyleClass().setAll(notice.warning() ? List.of("note", "warning", "quality-bar") : List.of("note", "quality-bar"));
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void csv() {
        List<Sheet> sheets = model.readingProperty().get().figures().sheets();
        choose(folder -> () -> {
            QualityFiles.tables(sheets, folder);
            return sheets.size();
        });
    }

    @FXML
    private void png() {
        Map<Sheet.Kind, WritableImage> shots = QualityFiles.shots(cards.cards());
        choose(folder -> () -> {
            QualityFiles.pictures(shots, folder);
            return shots.size();
        });
    }

    @FXML
    private void print() {
        CardPrinter.Outcome outcome = CardPrinter.print(QualityFiles.shots(cards.cards()).values(), root.getScene().getWindow());
        if (outcome != CardPrinter.Outcome.CANCELLED) {
            model.say(Text.of("quality.print." + outcome.name().toLowerCase(Locale.ROOT)), outcome != CardPrinter.Outcome.PRINTED);
        }
    }

    private void choose(java.util.function.Function<Path, Callable<Integer>> writing) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Text.of("quality.folder"));
        File folder = chooser.showDialog(root.getScene().getWindow());
        if (folder != null) {
            write(folder.toPath(), writing);
        }
    }

    /** Writes files to a folder in the background, and says what became of it. */
    void write(Path folder, java.util.function.Function<Path, Callable<Integer>> writing) {
        model.background().run(writing.apply(folder), files -> model.say(Text.of("quality.written", files, folder.toString()), false),
                reason -> model.say(reason instanceof FileAlreadyExistsException ? Text.of("quality.exists", reason.getMessage())
                        : Text.of("quality.unwritten", folder.toString(), String.valueOf(reason.getMessage())), true));
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
