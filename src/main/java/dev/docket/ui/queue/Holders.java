package dev.docket.ui.queue;

import dev.docket.queue.Holder;
import dev.docket.ui.common.ChoiceSheet;
import dev.docket.ui.common.ChoiceSheet.Choice;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who holds what now, and for a lead the way to take it from them. */
public final class Holders extends VBox {
    private static final double MOST_HEIGHT = 176;

    private final VBox rows = new VBox();
    private final Label taken = caption("");

    public Holders() {
        getStyleClass().add("queue-holders");
        Label title = new Label(Text.of("queue.holders"));
        title.getStyleClass().add("caption-head");
        rows.getStyleClass().add("holder-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(MOST_HEIGHT);
        taken.setId("taken-over");
        getChildren().setAll(title, scroll, taken);
    }

    void bind(QueueViewModel model, Overlays overlays, Clock clock) {
        model.standingProperty().subscribe(standing -> {
            List<Node> lines = new ArrayList<>(standing.holders().stream().map(holder -> line(holder, model, overlays, clock)).toList());
            rows.getChildren().setAll(lines.isEmpty() ? List.of(caption(Text.of("queue.holders.none"))) : lines);
        });
        model.takenOverProperty().subscribe(words -> {
            taken.setText(words);
            taken.setVisible(!words.isEmpty());
            taken.setManaged(!words.isEmpty());
        });
    }

    private static Node line(Holder holder, QueueViewModel model, Overlays overlays, Clock clock) {
        Label words = caption(Text.of("queue.holder", holder.pseudonym(), holder.tasks(), holder.lane(), Spans.clock(Duration.between(clock.instant(), holder.until()))));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(words);
        line.getStyleClass().add("lease-line");
        if (model.mayTakeFrom(holder)) {
            Button take = new Button(null, new FontIcon("mdal-keyboard_return"));
            take.getStyleClass().add("lease-back");
            take.setAccessibleText(Text.of("queue.take", holder.pseudonym(), holder.tasks(), holder.lane()));
            take.setTooltip(new Tooltip(take.getAccessibleText()));
            take.setOnAction(_ -> ask(holder, model, overlays));
            line.getChildren().add(take);
        }
        return line;
    }

    /** Taking it cannot be undone: who held it finds it gone. */
    private static void ask(Holder holder, QueueViewModel model, Overlays overlays) {
        ChoiceSheet.open(overlays, Text.of("queue.take.title", holder.pseudonym(), holder.tasks(), holder.lane()),
                List.of(new Choice<>("1", Text.of("queue.take.yes"), Optional.empty(), Text.of("queue.take.late"), holder)), model::takeFrom);
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll("secondary", "muted");
        return label;
    }
}
