package dev.docket.ui.export;

import dev.docket.export.LeftOut;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Reveal;
import dev.docket.ui.common.Text;
import dev.docket.ui.export.ExportViewModel.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Binds the decision-set screen to its view-model. */
public final class ExportController {
    private static final double COMPACT_BELOW = 1400;
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final ExportViewModel model;
    private final StatementsViewModel statements;
    private final CopiesViewModel copying;
    private final SchedulesViewModel schedules;
    private final Function<Overlays, ReportSheet> report;
    private final Overlays overlays;
    private StatementsSheet statementsSheet;

    @FXML private BorderPane root;
    @FXML private StepRail steps;
    @FXML private Chip state;
    @FXML private FilterBar filters;
    @FXML private WhereField where;
    @FXML private Label matches;
    @FXML private HBox noticeBar;
    @FXML private Label noticeWords;
    @FXML private ScrollPane content;
    @FXML private VBox emptyNote;
    @FXML private Label emptyTitle;
    @FXML private Label emptyDetail;
    @FXML private PreviewTable table;
    @FXML private FormatsCard formats;
    @FXML private RedactionCard redaction;
    @FXML private RuleCard rule;
    @FXML private VersionCard version;
    @FXML private TermsCard terms;
    @FXML private ScheduleCard schedule;
    @FXML private LeakageCard leakage;
    @FXML private ExportCard leftOut;
    @FXML private ManifestPane manifest;
    @FXML private SignPane signPane;

    /**
     * @param copying marked copies of what is written
     * @param report makes the sheet for a period's report
     */
    public ExportController(ExportViewModel model, StatementsViewModel statements, CopiesViewModel copying, SchedulesViewModel schedules,
            Function<Overlays, ReportSheet> report, Overlays overlays) {
        this.model = model;
        this.statements = statements;
        this.copying = copying;
        this.schedules = schedules;
        this.report = report;
        this.overlays = overlays;
    }

    @FXML
    private void initialize() {
        rule.bind(model);
        version.bind(model, gone -> overlays.open(new TombstonesSheet(overlays, gone)));
        redaction.bind(model);
        terms.bind(model);
        leakage.bind(model);
        schedule.bind(model, schedules);
        where.bind(model);
        signPane.bind(model, copying);
        filters.bind(model, () -> overlays.open(new DaysSheet(overlays, model.order().selectionProperty().get(), model.order()::select)));
        model.signatures().signedProperty().subscribe(_ -> draw());
        model.signatures().secondProperty().subscribe(_ -> draw());
        model.previewProperty().subscribe(_ -> draw());
        model.situationProperty().subscribe(_ -> draw());
        model.noticeProperty().subscribe(words -> {
            noticeWords.setText(words);
            show(noticeBar, !words.isEmpty());
        });
        model.targetProperty().subscribe(_ -> Optional.ofNullable(model.previewProperty().get()).ifPresent(this::drawManifest));
        root.widthProperty().subscribe(width -> root.pseudoClassStateChanged(COMPACT, width.doubleValue() < COMPACT_BELOW));
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
    private void copyCommand() {
        SignPane.copy(model.command());
    }

    // ---- drawing

    private void draw() {
        Preview preview = model.previewProperty().get();
        Situation situation = model.situationProperty().get();
        steps.show(model, this::lead);
        drawState(situation);
        boolean some = preview != null && !preview.draft().isEmpty();
        show(content, some);
        show(emptyNote, preview != null && !some && situation != Situation.READING);
        show(matches, some);
        filters.setDisable(isFixed());
        where.setDisable(isFixed());
        if (some) {
            drawSet(preview);
        } else {
            manifest.clear();
            if (preview != null) {
                drawEmpty(preview);
            }
        }
        signPane.show(situation, some);
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
        boolean undecided = model.order().selectionProperty().get().where().isEmpty();
        boolean delta = preview.draft().lineage().delta();
        emptyTitle.setText(Text.of(delta ? "export.since.nothing" : "export.empty"));
        emptyDetail.setText(delta ? Text.of("export.since.nothing.detail")
                : undecided ? Text.of("export.empty.none") : Text.of("export.empty.by", preview.set().emptiedBy().orElse("")));
    }

    private void drawSet(Preview preview) {
        matches.setText(Text.of("export.matches", preview.set().items().size(), preview.set().votes()));
        table.show(preview.lines(model.pack(), Text.of("export.total")));
        rule.show(model, isFixed());
        version.show(preview, isFixed());
        formats.show(model, preview, isFixed());
        redaction.show(preview, isFixed());
        terms.fix(isFixed());
        leakage.show(preview, isFixed());
        leftOut.show(Text.of("export.leftout"), ExportCard.caption(
                Text.of("export.leftout.count", preview.set().leftOut().values().stream().mapToLong(Long::longValue).sum())), leftOutLines(preview));
        drawManifest(preview);
    }

    private void drawManifest(Preview preview) {
        manifest.show(preview, model.keyId(), model.writtenProperty().get() != null, model.verifyCommand());
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
