package dev.docket.ui.common;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says something that must not be missed, over the screen; Enter or Esc and it is read. */
public final class TellSheet extends VBox {
    private final Button read = new Button(Text.of("sheet.read"), Keycap.named("enter"));
    private final Overlays overlays;

    /** @param icon Ikonli literal */
    public TellSheet(Overlays overlays, String icon, String title, List<String> sentences) {
        this.overlays = overlays;
        getStyleClass().addAll("sheet", "tell-sheet");
        setAccessibleText(title + ". " + String.join(" ", sentences));
        Label head = new Label(title, new FontIcon(icon));
        head.getStyleClass().add("sheet-title");
        HBox bar = new HBox(head);
        bar.getStyleClass().add("sheet-bar");
        VBox body = new VBox(12);
        body.getStyleClass().add("tell-body");
        sentences.forEach(sentence -> {
            Label words = new Label(sentence);
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            body.getChildren().add(words);
        });
        read.setId("tell-read");
        read.setOnAction(_ -> overlays.close());
        body.getChildren().add(read);
        getChildren().setAll(bar, body);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.ENTER) {
                e.consume();
                overlays.close();
            }
        });
    }

    public void open() {
        overlays.open(this);
        read.requestFocus();
    }
}
