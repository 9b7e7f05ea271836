package dev.docket.ui.export;

import dev.docket.export.DecisionSetVerifier;
import dev.docket.export.Format;
import dev.docket.export.LeftOut;
import dev.docket.export.Splits;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Reveal;
import dev.docket.ui.common.Text;
import dev.docket.ui.export.ExportViewModel.Situation;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** Binds the decision-set screen to its view-model. */
public final class ExportController {
    private static final double COMPACT_BELOW = 1400;
    /** As they are offered: the usual ones first. */
    private static final List<Format> OFFERED = List.of(
            Format.IMAGEFOLDER, Format.JSONL, Format.CSV, Format.CROISSANT, Format.PARQUET, Format.WEBDATASET, Format.COCO, Format.LABEL_STUDIO,
            Format.FIFTYONE, Format.CVAT, Format.AIF360, Format.PROV);
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final ExportViewModel model;
    private final StatementsViewModel statements;
    private final Overlays overlays;
    private StatementsSheet statementsSheet;
    private final Function<Overlays, ReportSheet> report;

    @FXML private BorderPane root;
    @FXML private StepRail steps;
    @FXML private Chip state;
    @FXML private FilterBar filters;
    @FXML private Label matches;
    @FXML private HBox noticeBar;
    @FXML private Label noticeWords;
    @FXML private ScrollPane content;
    @FXML private VBox emptyNote;
    @FXML private Label emptyTitle;
    @FXML private Label emptyDetail;
    @FXML private PreviewTable table;
    @FXML private ExportCard formats;
    @FXML private ExportCard redaction;
    @FXML private RuleCard rule;
    @FXML private VersionCard version;
    @FXML private ExportCard leakage;
    @FXML private ExportCard leftOut;
    @FXML private ManifestPane manifest;
    @FXML private VBox signPane;
    @FXML private HBox targetRow;
    @FXML private Label target;
    @FXML private Button sign;
    @FXML private HBox jobRow;
    @FXML private ProgressBar jobBar;
    @FXML private Label jobWords;
    @FXML private VBox result;
    @FXML private Label resultWords;
    @FXML private VBox findings;
    @FXML private CopiesPane copies;
    private CopiesViewModel copying;

    /** @param report makes the sheet for a period's report */
    public ExportController(ExportViewModel model, StatementsViewModel statements, Function<Overlays, ReportSheet> report, Overlays overlays) {
        this.report = report;
        this.model = model;
        this.statements = statements;
        this.overlays = overlays;
    }

    /** Marked copies of what is written can be made here too. Before it is shown. */
    void offer(CopiesViewModel marked) {
        copying = marked;
    }

    @FXML
    private void initialize() {
        if (copying != null) {
            copies.bind(copying);
        }
        rule.bind(model);
        version.bind(model);
        model.signedProperty().subscribe(_ -> draw());
        model.secondProperty().subscribe(_ -> draw());
        filters.bind(model, () -> overlays.open(new DaysSheet(overlays, model.selectionProperty().get(), model::select)));
        model.previewProperty().subscribe(_ -> draw());
        model.situationProperty().subscribe(_ -> draw());
        model.checkedProperty().subscribe(_ -> drawResult());
        model.noticeProperty().subscribe(words -> {
            noticeWords.setText(words);
            show(noticeBar, !words.isEmpty());
        });
        model.targetProperty().subscribe(folder -> {
            target.setText(folder.toString());
            Optional.ofNullable(model.previewProperty().get()).ifPresent(this::drawManifest);
        });
        jobWords.textProperty().bind(model.job().wordsProperty());
        jobBar.progressProperty().bind(model.job().shareProperty());
        root.widthProperty().subscribe(width -> root.pseudoClassStateChanged(
                COMPACT, width.doubleValue() < COMPACT_BELOW));
    }

    @FXML
    private void openStatements() {
        statements.read();
        if (statementsSheet == null) {
            statementsSheet = new StatementsSheet(statements, overlays);
        }
        overlays.open(statementsSheet);
    }

    @FXML
    private void openReport() {
        overlays.open(report.apply(overlays));
    }

    @FXML
    private void write() {
        model.write();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void verify() {
        model.verify();
    }

    @FXML
    private void startOver() {
        model.startOver();
    }

    @FXML
    private void copyCommand() {
        copy(model.command());
    }

    @FXML
    private void copyVerify() {
        copy(model.verifyCommand());
    }

    /** The set gets a folder of its own inside the one chosen. */
    @FXML
    private void chooseTarget() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Text.of("export.target.choose"));
        Path now = model.targetProperty().get();
        if (now.getParent() != null && now.getParent().toFile().isDirectory()) {
            chooser.setInitialDirectory(now.getParent().toFile());
        }
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            model.targetProperty().set(chosen.toPath().resolve(now.getFileName()));
        }
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    // ---- drawing

    private void draw() {
        Preview preview = model.previewProperty().get();
        Situation situation = model.situationProperty().get();
        steps.show(model, this::lead);
        drawState(situation);
        boolean some = preview != null && !preview.set().isEmpty();
        show(content, some);
        show(emptyNote, preview != null && !some && situation != Situation.READING);
        show(matches, some);
        filters.setDisable(situation == Situation.WRITING || situation == Situation.WRITTEN);
        if (some) {
            drawSet(preview);
        } else {
            manifest.clear();
            if (preview != null) {
                drawEmpty(preview);
            }
        }
        drawSigning(situation, some);
        drawResult();
    }

    private void drawState(Situation situation) {
        switch (situation) {
            case READING, EMPTY, READY -> state.show(Text.of("export.state.preview"), Chip.Tone.NEUTRAL, null);
            case WRITING -> state.show(Text.of("export.state.writing"), Chip.Tone.ACCENT, null);
            case WRITTEN -> state.show(Text.of("export.state.written"), Chip.Tone.SUCCESS, "mdal-check");
            case FAILED -> state.show(Text.of("export.state.failed"), Chip.Tone.DANGER, "mdal-error_outline");
        }
    }

    private void drawEmpty(Preview preview) {
        boolean undecided = model.selectionProperty().get().where().isEmpty();
        emptyTitle.setText(Text.of("export.empty"));
        emptyDetail.setText(undecided ? Text.of("export.empty.none") : Text.of("export.empty.by", preview.set().emptiedBy().orElse("")));
    }

    private void drawSet(Preview preview) {
        matches.setText(Text.of("export.matches", preview.set().items().size(), preview.set().votes()));
        table.show(preview.lines(model.pack(), Text.of("export.total")));
        rule.show(model, isFixed());
        version.show(preview, isFixed());
        formats.show(Text.of("export.formats"), null, formatLines(preview));
        redaction.show(Text.of("export.redaction"), null, redactionLines(preview));
        Preview.Leakage found = preview.leakage();
        leakage.show(Text.of("export.leakage"), found.torn() == 0 ? ExportCard.passed(Text.of("export.leakage.passed"))
                : new Chip(Text.of("export.leakage.failed"), Chip.Tone.DANGER, "mdal-error_outline"), leakageLines(found));
        leftOut.show(Text.of("export.leftout"), ExportCard.caption(
                Text.of("export.leftout.count", preview.set().leftOut().values().stream().mapToLong(Long::longValue).sum())), leftOutLines(preview));
        drawManifest(preview);
    }

    private void drawManifest(Preview preview) {
        manifest.show(preview, model.keyId(), model.writtenProperty().get() != null, model.verifyCommand());
    }

    private List<Node> formatLines(Preview preview) {
        List<Node> lines = new ArrayList<>();
        for (Format format : OFFERED) {
            CheckBox box = new CheckBox(Text.of("export.format." + key(format)));
            box.setId("format-" + format.word());
            box.setSelected(model.orderProperty().get().formats().contains(format));
            box.setDisable(isFixed() || model.orderProperty().get().formats().equals(Set.of(format)));
            box.setOnAction(_ -> model.choose(format, box.isSelected()));
            Ends line = new Ends(List.of(box, ExportCard.caption(Text.of("export.format." + key(format) + ".detail"))),
                    List.of(ExportCard.caption(size(preview, format))));
            line.getStyleClass().add("export-line");
            lines.add(line);
        }
        return lines;
    }

    /** As keys of words are spelled. */
    static String key(Format format) {
        return format.word().replace('-', '_');
    }

    private static String size(Preview preview, Format format) {
        if (!preview.formats().contains(format)) {
            return "";
        }
        String bytes = ByteSize.words(preview.bytes(format));
        return format.packed() ? Text.of("export.size.about", bytes) : bytes;
    }

    private static List<Node> redactionLines(Preview preview) {
        long gps = preview.manifest().counts().withGps();
        List<Node> lines = new ArrayList<>();
        for (String statement : List.of("names", "days", "files", "texts")) {
            lines.add(ExportCard.line("mdal-check", Text.of("export.redaction." + statement), Text.of("export.redaction." + statement + ".detail"), ""));
        }
        if (preview.manifest().counts().images() > 0) {
            Node kept = ExportCard.line("mdal-info", Text.of("export.redaction.exif"), Text.of("export.redaction.exif.detail"), Text.of("export.redaction.gps", gps));
            if (gps > 0) {
                kept.getStyleClass().add("export-warning");
            }
            lines.add(kept);
        }
        return lines;
    }

    private List<Node> leakageLines(Preview.Leakage found) {
        CheckBox uploaders = new CheckBox(Text.of("export.uploaders"));
        uploaders.setId("uploaders");
        uploaders.setSelected(model.orderProperty().get().recipe().grouping() == Splits.Grouping.NEAR_DUPLICATES_AND_UPLOADER);
        uploaders.setDisable(isFixed());
        uploaders.setOnAction(_ -> model.group(uploaders.isSelected() ? Splits.Grouping.NEAR_DUPLICATES_AND_UPLOADER : Splits.Grouping.NEAR_DUPLICATES));
        Label why = ExportCard.caption(Text.of("export.uploaders.detail"));
        why.setWrapText(true);
        return List.of(ExportCard.line("", Text.of("export.leakage.groups"), "", Text.of("export.leakage.of", found.torn(), found.groups())),
                new VBox(uploaders, why));
    }

    private static List<Node> leftOutLines(Preview preview) {
        List<Node> lines = new ArrayList<>();
        for (Map.Entry<LeftOut, Long> entry : preview.set().leftOut().entrySet()) {
            lines.add(ExportCard.line("", Text.of("export.leftout." + entry.getKey().word()), "", Text.of("export.number", entry.getValue())));
        }
        lines.add(ExportCard.line("mdal-lock", Text.of("export.leftout.quarantined"), "", ""));
        return lines;
    }

    private boolean isFixed() {
        return model.situationProperty().get() == Situation.WRITING || model.situationProperty().get() == Situation.WRITTEN;
    }

    private void drawSigning(Situation situation, boolean some) {
        show(signPane, some || situation == Situation.WRITING);
        show(targetRow, situation != Situation.WRITTEN);
        show(sign, situation != Situation.WRITING && situation != Situation.WRITTEN);
        boolean ask = model.secondProperty().get() && model.signedProperty().get().isEmpty();
        sign.setText(Text.of(ask ? "export.second.ask" : "export.sign"));
        sign.setDisable(situation != Situation.READY || ask && !model.mayBeSigned());
        show(jobRow, situation == Situation.WRITING);
        show(result, situation == Situation.WRITTEN);
    }

    private void drawResult() {
        copies.show(model.previewProperty().get() == null ? null : model.previewProperty().get().set(), model.writtenProperty().get());
        if (model.writtenProperty().get() == null) {
            findings.getChildren().clear();
            return;
        }
        resultWords.setText(Text.of("export.written", model.writtenProperty().get().manifest().files().size() + 2, model.writtenProperty().get().folder().toString()));
        DecisionSetVerifier.Outcome outcome = model.checkedProperty().get();
        findings.getChildren().setAll(outcome == null ? List.of() : outcome.sound()
                ? List.of(ExportCard.passed(Text.of("export.sound", outcome.files(), outcome.rows())))
                : outcome.findings().stream().limit(6).map(f -> {
                    Label finding = new Label(f);
                    finding.setWrapText(true);
                    finding.getStyleClass().addAll("secondary", "export-finding");
                    return (Node) finding;
                }).toList());
    }

    /** Brings a step's part of the screen into view and gives it the keyboard. */
    private void lead(StepRail.Step step) {
        Node part = switch (step) {
            case SELECTION -> filters;
            case LABELS -> rule;
            case SPLITS -> leakage;
            case FORMATS -> formats;
            case SIGN -> signPane;
        };
        Reveal.now(part);
        part.lookupAll("*").stream().filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
