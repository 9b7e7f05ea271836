package dev.docket.ui.audit;

import dev.docket.audit.AuditFilter;
import dev.docket.audit.LoggedEntry;
import dev.docket.audit.Sealing;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.TextSize;
import dev.docket.ui.common.Tip;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.javafx.FontIcon;

/** The log, the newest first, a checkpoint before what it covers. The last row brings the next page. */
public final class LogTable extends TableView<LogRow> {
    private static final double ROW = 30;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final PseudoClass CHECKPOINT = PseudoClass.getPseudoClass("checkpoint");

    private final ObservableValue<Double> textSize = TextSize.around(this);
    private AuditViewModel model;
    private ZoneId zone;

    public LogTable() {
        getStyleClass().addAll("task-table", "log-table");
        textSize.subscribe(size -> setFixedCellSize(ROW * size));
        setAccessibleText(Text.of("audit.table"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(LogRow row, boolean empty) {
                super.updateItem(row, empty);
                pseudoClassStateChanged(CHECKPOINT, row instanceof LogRow.Checkpoint);
            }
        });
    }

    void bind(AuditViewModel bound) {
        model = bound;
        zone = model.clock().getZone();
        column("audit.column.time", 112, Pos.CENTER_LEFT, entry -> text(time(entry.recordedAt())), sealing -> text(time(sealing.at())));
        column("audit.column.writer", 132, Pos.CENTER_LEFT, entry -> text(entry.label(), "mono"), _ -> withIcon("mdmz-verified_user", Text.of("audit.column.checkpoint"), "bold"));
        column("audit.column.what", 168, Pos.CENTER_LEFT, entry -> withIcon(AuditWords.icon(entry), AuditWords.kind(entry)), sealing -> text(Text.of("audit.checkpoint.on", sealing.size())));
        column("audit.column.who", 70, Pos.CENTER_LEFT, entry -> text(words().who(entry)), _ -> text(""));
        column("audit.column.concerns", 260, Pos.CENTER_LEFT, entry -> text(words().concerns(entry)), sealing -> text(Text.of("audit.checkpoint.root", sealing.claimedBy().orElse(Text.of("audit.note.unreadable")), root(sealing)), "muted"));
        column("audit.column.leaf", 96, Pos.CENTER_RIGHT, entry -> text(AuditWords.shortHash(entry.entry().leaf().hex()), "mono", "muted"), this::seal);
        setItems(model.listing().rows());
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.select(row);
                if (getSelectionModel().getSelectedIndex() == getItems().size() - 1) {
                    model.listing().more();
                }
            }
        });
        model.listing().readingProperty().subscribe(reading -> setPlaceholder(text(Text.of(reading ? "audit.reading" : isAll() ? "audit.none" : "audit.none.filter"), "muted")));
        model.standingProperty().subscribe(_ -> refresh());
    }

    private boolean isAll() {
        return model.listing().filterProperty().get().equals(AuditFilter.ALL);
    }

    private AuditWords words() {
        return new AuditWords(model.book().pack(), model.standingProperty().get().people());
    }

    /** Of today the time alone. */
    private String time(Instant at) {
        ZonedDateTime here = at.atZone(zone);
        boolean today = here.toLocalDate().equals(model.clock().instant().atZone(zone).toLocalDate());
        return today ? TIME.format(here) : Text.of("audit.time.day", Figures.day(here), TIME.format(here));
    }

    static String root(Sealing sealing) {
        return sealing.checkpoint().map(checkpoint -> checkpoint.root()).map(ContentHash::hex).map(AuditWords::shortHash).orElse("?");
    }

    private Label seal(Sealing sealing) {
        var keys = model.standingProperty().get().known().sealers();
        return keys.isEmpty() ? text(Text.of("audit.seal.unchecked"), "muted")
                : sealing.signedBy(keys).isPresent() ? text(Text.of("audit.seal.valid"), "sound-words") : text(Text.of("audit.seal.invalid"), "danger-words");
    }

    private static Label text(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static Label withIcon(String icon, String words, String... styles) {
        Label label = text(words, styles);
        label.setGraphic(new FontIcon(icon));
        return label;
    }

    private void column(String key, double width, Pos alignment, Function<LoggedEntry, Label> ofEntry, Function<Sealing, Label> ofCheckpoint) {
        TableColumn<LogRow, LogRow> column = new TableColumn<>(Text.of(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(row -> switch (row) {
            case LogRow.Entry(LoggedEntry logged) -> ofEntry.apply(logged);
            case LogRow.Checkpoint(Sealing sealing) -> ofCheckpoint.apply(sealing);
        }, alignment));
        column.setSortable(false);
        column.setReorderable(false);
        textSize.subscribe(size -> {
            column.setMinWidth(Math.min(width, 70) * size);
            column.setPrefWidth(width * size);
        });
        column.getStyleClass().add(alignment == Pos.CENTER_RIGHT ? "right" : "left");
        getColumns().add(column);
    }

    private static final class Cell extends TableCell<LogRow, LogRow> {
        private final Function<LogRow, Label> content;

        Cell(Function<LogRow, Label> content, Pos alignment) {
            this.content = content;
            setAlignment(alignment);
        }

        @Override
        protected void updateItem(LogRow row, boolean empty) {
            super.updateItem(row, empty);
            Label label = empty || row == null ? null : content.apply(row);
            setGraphic(label);
            // what is cut is read where the pointer rests
            Tip.on(this, label == null ? "" : label.getText());
        }
    }
}
