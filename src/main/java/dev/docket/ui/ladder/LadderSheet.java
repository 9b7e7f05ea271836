package dev.docket.ui.ladder;

import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A sheet with a title, a body and buttons: Esc closes it, Ctrl+Enter does what its main button does. */
abstract class LadderSheet extends VBox {
    private final Overlays overlays;
    private final VBox body = new VBox();
    private final HBox foot = new HBox();
    private Button main;

    LadderSheet(Overlays overlays, String icon, String title) {
        this.overlays = overlays;
        getStyleClass().addAll("sheet", "ladder-sheet");
        setAccessibleText(title);
        Label head = new Label(title, new FontIcon(icon));
        head.getStyleClass().add("sheet-title");
        HBox bar = new HBox(head, space(), Keycap.named("escape"));
        bar.getStyleClass().add("sheet-bar");
        body.getStyleClass().add("ladder-body");
        foot.getStyleClass().addAll("sheet-foot", "ladder-foot");
        getChildren().setAll(bar, body, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    final void body(List<? extends Node> nodes) {
        body.getChildren().setAll(nodes);
    }

    /** What stands left of the buttons. */
    final void foot(Node before, Button... buttons) {
        foot.getChildren().setAll(before, space());
        foot.getChildren().addAll(buttons);
    }

    /** The button that Ctrl+Enter presses. */
    final Button main(String id, String words, Runnable step) {
        main = button(id, words, step);
        main.setGraphic(new HBox(2, Keycap.named("ctrl"), Keycap.named("enter")));
        main.getStyleClass().addAll("accent");
        return main;
    }

    final Button button(String id, String words, Runnable step) {
        Button button = new Button(words);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> step.run());
        return button;
    }

    final void close() {
        overlays.close();
    }

    /** The keyboard goes here as soon as the sheet is there. */
    final void first(Node node) {
        focusedProperty().subscribe(focused -> {
            if (focused) {
                node.requestFocus();
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
        } else if (event.getCode() == KeyCode.ENTER && event.isControlDown() && main != null && !main.isDisabled()) {
            event.consume();
            main.fire();
        }
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
