package dev.docket.ui.queue;

import dev.docket.queue.TaskRow;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the person at this desk holds, to be given back one by one or all at once. */
public final class MyLeases extends VBox {
    private static final double MOST_HEIGHT = 176;

    private final VBox rows = new VBox();
    private final Button all = new Button(Text.of("queue.mine.all"));

    public MyLeases() {
        getStyleClass().add("my-leases");
        Label title = new Label(Text.of("queue.mine"));
        title.getStyleClass().add("caption-head");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        all.setId("give-back-all");
        all.getStyleClass().add("small-button");
        HBox head = new HBox(title, space, all);
        head.getStyleClass().add("queue-rail-head");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(MOST_HEIGHT);
        getChildren().setAll(head, scroll);
    }

    void bind(QueueViewModel model, Clock clock) {
        all.setOnAction(_ -> model.giveBack(model.mineProperty().get()));
        model.mineProperty().subscribe(mine -> {
            all.setVisible(!mine.isEmpty());
            List<Node> lines = new ArrayList<>(mine.stream().map(task -> line(task, model, clock)).toList());
            if (lines.isEmpty()) {
                Label none = new Label(Text.of("queue.mine.none"));
                none.getStyleClass().addAll("secondary", "muted");
                lines.add(none);
            }
            rows.getChildren().setAll(lines);
        });
    }

    private static Node line(TaskRow task, QueueViewModel model, Clock clock) {
        Label id = new Label(task.shortId());
        id.getStyleClass().add("mono");
        id.setMinWidth(USE_PREF_SIZE);
        Label lane = new Label(task.lane());
        lane.getStyleClass().addAll("secondary", "muted");
        lane.setMinWidth(24);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label left = new Label(task.leasedUntil().map(until -> Spans.clock(Duration.between(clock.instant(), until))).orElse(""));
        left.getStyleClass().addAll("secondary", "muted");
        left.setMinWidth(USE_PREF_SIZE);
        Button back = new Button(null, new FontIcon("mdal-keyboard_return"));
        back.getStyleClass().add("lease-back");
        back.setAccessibleText(Text.of("queue.mine.back", task.shortId()));
        back.setTooltip(new javafx.scene.control.Tooltip(back.getAccessibleText()));
        back.setOnAction(_ -> model.giveBack(List.of(task)));
        HBox line = new HBox(id, lane, space, left, back);
        line.getStyleClass().add("lease-line");
        return line;
    }
}
