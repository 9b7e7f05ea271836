package dev.docket.ui.stack;

import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks whether all that a decision was carried over to is to go back to its lane, and says first how many items that are. */
final class TakeBackSheet extends VBox {
    private final Button back = new Button();
    private final Overlays overlays;

    TakeBackSheet(Overlays overlays, String title, String detail, long standing, Runnable takeBack) {
        this.overlays = overlays;
        getStyleClass().addAll("sheet", "take-back-sheet");
        setAccessibleText(title);
        Label head = new Label(title, new FontIcon("mdmz-undo"));
        head.getStyleClass().add("sheet-title");
        HBox bar = new HBox(head);
        bar.getStyleClass().add("sheet-bar");
        Label words = new Label(detail);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        back.setText(Text.of("stack.back.yes", standing));
        back.setId("take-back-yes");
        back.setDisable(standing == 0);
        back.getStyleClass().add("danger");
        back.setOnAction(_ -> {
            overlays.close();
            takeBack.run();
        });
        Button no = new Button(Text.of("stack.back.no"), Keycap.named("escape"));
        no.setId("take-back-no");
        no.setOnAction(_ -> overlays.close());
        HBox buttons = new HBox(8, back, no);
        VBox body = new VBox(12, words, buttons);
        body.getStyleClass().add("take-back-body");
        getChildren().setAll(bar, body);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                overlays.close();
            }
        });
    }

    /** Over the window, the safe answer first under the keys. */
    void open() {
        overlays.open(this);
        lookup("#take-back-no").requestFocus();
    }
}
