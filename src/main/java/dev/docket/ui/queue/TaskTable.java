package dev.docket.ui.queue;

import dev.docket.policy.Severity;
import dev.docket.queue.TaskFilter.Standing;
import dev.docket.queue.TaskRow;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.TextSize;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.ObservableValueBase;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The tasks that match, one a row. */
public final class TaskTable extends TableView<TaskRow> {
    private static final double ROW = 32;

    private final ObservableValue<Double> textSize = TextSize.around(this);

    public TaskTable() {
        getStyleClass().add("task-table");
        textSize.subscribe(size -> setFixedCellSize(ROW * size));
        setAccessibleText(Text.of("queue.tasks"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    void bind(QueueViewModel model, Clock clock) {
        column("queue.column.item", 92, Pos.CENTER_LEFT, task -> styled(task.shortId(), "mono"));
        column("queue.column.lane", 180, Pos.CENTER_LEFT, task -> styled(task.lane()));
        column("queue.column.severity", 96, Pos.CENTER_LEFT, task -> SeverityTag.plainWord(Severity.valueOf(task.severity())));
        column("queue.column.look", 64, Pos.CENTER_RIGHT, task -> styled(Text.of("review.count", task.round())));
        column("queue.column.standing", 120, Pos.CENTER_LEFT, TaskTable::standing);
        column("queue.column.age", 108, Pos.CENTER_RIGHT, task -> styled(Spans.words(Duration.between(task.queuedAt(), clock.instant()))));
        column("queue.column.uploader", 120, Pos.CENTER_LEFT, task -> styled(task.uploader().orElse(""), "mono", "muted"));
        getSelectionModel().selectedItemProperty().subscribe(task -> {
            if (task != null) {
                model.select(task);
            }
        });
        model.foundProperty().subscribe(found -> {
            setPlaceholder(styled(Text.of(found == null ? "queue.reading" : model.filterProperty().get().words().isEmpty() ? "queue.none" : "queue.none.words"), "muted"));
            getItems().setAll(model.rows());
        });
    }

    private static Node standing(TaskRow task) {
        String words = Text.of("queue.standing." + task.standing().name().toLowerCase(Locale.ROOT));
        Label label = styled(task.standing() == Standing.HELD ? Text.of("queue.held.by", task.holder().orElse("?")) : words);
        if (task.standing() != Standing.HELD) {
            label.getStyleClass().add("muted");
        }
        return label;
    }

    private static Label styled(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private void column(String key, double width, Pos alignment, Function<TaskRow, Node> content) {
        TableColumn<TaskRow, TaskRow> column = new TableColumn<>(Text.of(key));
        column.setCellValueFactory(row -> new Shown(row.getValue()));
        column.setCellFactory(_ -> new Cell(content, alignment));
        column.setSortable(false);
        column.setReorderable(false);
        textSize.subscribe(size -> {
            column.setMinWidth(Math.min(width, 78) * size);
            column.setPrefWidth(width * size);
        });
        column.getStyleClass().add(alignment == Pos.CENTER_RIGHT ? "right" : "left");
        getColumns().add(column);
    }

    /** A row for as long as the table has it: an emptied cell keeps what it showed last, and that may be quarantined by then. */
    private static final class Shown extends ObservableValueBase<TaskRow> {
        private final WeakReference<TaskRow> row;

        Shown(TaskRow row) {
            this.row = new WeakReference<>(row);
        }

        @Override
        public TaskRow getValue() {
            return row.get();
        }
    }

    private static final class Cell extends TableCell<TaskRow, TaskRow> {
        private final Function<TaskRow, Node> content;

        Cell(Function<TaskRow, Node> content, Pos alignment) {
            this.content = content;
            setAlignment(alignment);
        }

        @Override
        protected void updateItem(TaskRow task, boolean empty) {
            super.updateItem(task, empty);
            setGraphic(empty || task == null ? null : content.apply(task));
        }
    }
}
