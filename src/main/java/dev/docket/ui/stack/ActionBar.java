package dev.docket.ui.stack;

import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyHint;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.stack.Ticks.Commitment;
import dev.docket.verdict.Shown.Seen;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is ticked, what was seen, what is missing, and the button that decides. */
public final class ActionBar extends VBox {
    private final Label ticked = new Label();
    private final HBox how = new HBox();
    private final Label seen = new Label();
    private final Label seenHow = new Label();
    private final Label message = new Label();
    private final Button undo = new Button(Text.of("stack.undo"));
    private final Button commit = new Button();
    private final Region space = new Region();
    private final HBox row = new HBox();

    public ActionBar() {
        getStyleClass().add("stack-actions");
        row.getStyleClass().add("stack-actions-row");
        ticked.getStyleClass().add("strong");
        seen.getStyleClass().add("strong");
        seen.setGraphic(new FontIcon("mdmz-visibility"));
        seenHow.getStyleClass().addAll("caption", "muted");
        how.getStyleClass().add("stack-chips");
        ticked.setMinWidth(Region.USE_PREF_SIZE);
        seen.setMinWidth(Region.USE_PREF_SIZE);
        message.setWrapText(true);
        message.setId("stack-message");
        message.getStyleClass().addAll("secondary", "stack-message");
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        undo.setId("stack-undo");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        commit.setId("stack-commit");
        commit.setMinWidth(Region.USE_PREF_SIZE);
        commit.setContentDisplay(ContentDisplay.RIGHT);
        commit.getStyleClass().addAll("commit", "success");
        message.visibleProperty().bind(message.textProperty().isNotEmpty());
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox left = new VBox(ticked, how);
        VBox middle = new VBox(seen, seenHow);
        left.setMinWidth(Region.USE_PREF_SIZE);
        middle.setMinWidth(Region.USE_PREF_SIZE);
        row.getChildren().setAll(left, middle, space, undo, commit);
        getChildren().setAll(row);
    }

    /** In a narrow window the message has a line of its own, where it need not share the room with the buttons. */
    void fold(boolean compact) {
        getChildren().remove(message);
        row.getChildren().removeAll(message, space);
        row.getChildren().add(2, compact ? space : message);
        message.managedProperty().unbind();
        message.setManaged(true);
        if (compact) {
            getChildren().addFirst(message);
            message.managedProperty().bind(message.visibleProperty());
        }
    }

    void fill(StackViewModel model, ObservableValue<KeyMap> keys) {
        Label leave = new Label(Text.of("stack.leave"));
        leave.getStyleClass().addAll("caption", "muted");
        how.getChildren().setAll(KeyHint.of(keys, KeyCommand.SKIP), leave);
        undo.setGraphic(KeyHint.of(keys, KeyCommand.UNDO));
        undo.setOnAction(_ -> model.undo());
        commit.setGraphic(KeyHint.of(keys, KeyCommand.DECIDE_STACK));
        commit.setOnAction(_ -> model.commit());
        model.noticeProperty().subscribe(_ -> show(model));
    }

    void show(StackViewModel model) {
        Commitment now = model.commitmentProperty().get();
        String notice = model.noticeProperty().get();
        message.setText(notice.isEmpty() ? now.missing() : notice);
        undo.setVisible(model.canUndo());
        undo.setManaged(model.canUndo());
        commit.setText(now.words());
        commit.setDisable(!now.ready());
        commit.setAccessibleText(now.missing().isEmpty() ? now.words() : Text.of("stack.commit.accessible", now.words(), now.missing()));
        Ticks ticks = model.ticks();
        commit.setVisible(ticks != null);
        if (ticks != null) {
            OpenStack stack = model.openProperty().get();
            ticked.setText(Text.of("stack.ticked", ticks.ticked(), ticks.leftOut()));
            seen.setText(Text.of("stack.seen", stack.members().size() - ticks.notSeen(), stack.members().size()));
            seenHow.setText(Text.of("stack.seen.how", ticks.seenAs(Seen.GALLERY), ticks.seenAs(Seen.FULL)));
        }
    }
}
