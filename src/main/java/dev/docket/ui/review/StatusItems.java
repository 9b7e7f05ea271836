package dev.docket.ui.review;

import dev.docket.queue.Lane;
import dev.docket.ui.care.ExposureMeter;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** The review screen's words in the status bar: saved when, lease, what is left, what an undo would take back. */
final class StatusItems extends Ends {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** @param exposure says all of what this person saw */
    StatusItems(ReviewViewModel model, ZoneId zone, ObservableValue<KeyMap> keys, Runnable exposure) {
        getStyleClass().add("status-items");
        HBox.setHgrow(this, Priority.ALWAYS);
        Label saved = item("mdal-check");
        saved.getStyleClass().add("saved");
        model.tray().savedAtProperty().subscribe(at -> set(saved, at == null ? "" : Text.of("review.saved", TIME.format(local(at, zone)))));
        Label waiting = item("mdal-cloud_off");
        waiting.setId("status-waiting");
        waiting.getStyleClass().add("waiting");
        model.tray().waitingProperty().subscribe(n -> {
            set(waiting, n.intValue() == 0 ? "" : Text.of("review.waiting", n));
            present(saved, n.intValue() == 0 && !saved.getText().isEmpty());
        });
        Label lease = item("mdmz-timer");
        model.leaseLeftProperty().subscribe(left -> set(lease, left.isZero() || left.isNegative() ? "" : Text.of("review.lease", Spans.clock(left))));
        Label left = item(null);
        Runnable count = () -> set(left, model.lanes().stream().filter(l -> l.id() == model.laneIdProperty().get()).findFirst()
                .map(l -> left(l, model)).orElse(""));
        model.lanes().addListener((javafx.collections.ListChangeListener<Lane>) c -> count.run());
        model.laneIdProperty().subscribe(id -> count.run());
        model.currentProperty().subscribe(c -> count.run());
        Label notice = item("mdal-info");
        model.noticeProperty().subscribe(n -> set(notice, n));
        ExposureMeter meter = new ExposureMeter(model.casework().care(), exposure);
        model.secondsProperty().subscribe(_ -> meter.draw());
        model.situationProperty().subscribe(_ -> meter.draw());
        Button undo = step("status-undo", keys, KeyCommand.UNDO, model::undo);
        Label held = item("mdal-hourglass_empty");
        Button redo = step("status-redo", keys, KeyCommand.REDO, model::redo);
        DoneWords words = new DoneWords(model.pack());
        model.tray().sittingProperty().subscribe(sitting -> {
            set(held, sitting.held() == 0 ? "" : Text.of("review.held", sitting.held()));
            set(undo, sitting.last().map(act -> Text.of("review.undo", words.of(act))).orElse(""));
            set(redo, sitting.next().map(verdict -> Text.of("review.redo", words.of(verdict))).orElse(""));
        });
        fill(List.of(saved, waiting, lease, left, held, meter, notice), List.of(redo, undo, KeyHint.of(keys, KeyCommand.KEYS), new Label(Text.of("review.keys"))));
    }

    private static String left(Lane lane, ReviewViewModel model) {
        return Text.of("review.left", lane.waiting() + model.held());
    }

    private static Button step(String id, ObservableValue<KeyMap> keys, KeyCommand command, Runnable run) {
        Button button = new Button(null, KeyHint.of(keys, command));
        button.setId(id);
        button.getStyleClass().setAll("hand-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static Label item(String icon) {
        Label label = new Label();
        label.getStyleClass().add("status-item");
        if (icon != null) {
            label.setGraphic(new FontIcon(icon));
        }
        set(label, "");
        return label;
    }

    private static void set(Labeled label, String text) {
        label.setText(text);
        present(label, !text.isEmpty());
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private static java.time.LocalTime local(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalTime();
    }
}
