package dev.docket.ui.export;

import dev.docket.report.Period;
import dev.docket.report.PeriodFigures;
import dev.docket.report.PeriodReport;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import java.io.File;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Asks for a period and a file, and writes the period's report there; the last month is proposed. */
final class ReportSheet extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final PeriodReport report;
    private final Background work;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Label said = text();
    private final ProgressBar bar = new ProgressBar();
    private final Button write = new Button(Text.of("report.write"));

    /** @param today in UTC */
    ReportSheet(PeriodReport report, Background work, Overlays overlays, LocalDate today) {
        this.report = report;
        this.work = work;
        getStyleClass().addAll("sheet", "statements-sheet");
        setMaxHeight(USE_PREF_SIZE);
        Label title = new Label(Text.of("report.title"));
        title.getStyleClass().add("section-head");
        Label detail = text();
        detail.setText(Text.of("report.detail"));
        detail.getStyleClass().addAll("secondary", "muted");
        LocalDate month = today.withDayOfMonth(1).minusMonths(1);
        from.setValue(month);
        to.setValue(month.plusMonths(1).minusDays(1));
        from.setAccessibleText(Text.of("export.days.first"));
        to.setAccessibleText(Text.of("export.days.last"));
        HBox days = new HBox(new VBox(ExportCard.caption(Text.of("export.days.first")), from), new VBox(ExportCard.caption(Text.of("export.days.last")), to));
        days.getStyleClass().add("days-row");
        bar.setAccessibleText(Text.of("report.title"));
        bar.setMaxWidth(Double.MAX_VALUE);
        said.getStyleClass().add("statements-notice");
        write.setId("report-write");
        write.setDefaultButton(true);
        write.setOnAction(_ -> choose());
        write.disableProperty().bind(bar.visibleProperty().or(from.valueProperty().isNull()).or(to.valueProperty().isNull()));
        Button close = new Button(Text.of("statements.close"));
        close.setCancelButton(true);
        close.setOnAction(_ -> overlays.close());
        HBox buttons = new HBox(ExportCard.space(), close, write);
        buttons.getStyleClass().add("statements-row");
        getChildren().setAll(title, detail, days, bar, said, buttons);
        say("", false);
        busy(false);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("report.title"));
        chooser.setInitialFileName("report-%s-%s.html".formatted(from.getValue(), to.getValue()));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("HTML", "*.html"));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            write(chosen.toPath());
        }
    }

    /** Writes the report of the days chosen. */
    void write(Path file) {
        Period period;
        try {
            period = new Period(from.getValue(), to.getValue());
        } catch (IllegalArgumentException e) {
            say(Text.of("report.days"), true);
            return;
        }
        busy(true);
        say("", false);
        work.run(() -> report.write(period, file, Locale.getDefault()), figures -> {
            busy(false);
            say(written(file, figures), false);
        }, reason -> {
            busy(false);
            say(reason instanceof FileAlreadyExistsException ? Text.of("report.exists", file.toString()) : Text.of("report.failed", file.toString(), String.valueOf(reason.getMessage())), true);
        });
    }

    private static String written(Path file, PeriodFigures figures) {
        return Text.of("report.written", file.toString(), figures.decisions());
    }

    private void busy(boolean now) {
        bar.setVisible(now);
        bar.setManaged(now);
    }

    private void say(String words, boolean failed) {
        said.setText(words);
        said.setVisible(!words.isEmpty());
        said.setManaged(!words.isEmpty());
        said.pseudoClassStateChanged(FAILED, failed);
    }

    DatePicker first() {
        return from;
    }

    String said() {
        return said.getText();
    }

    private static Label text() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
