package dev.docket.ui.signin;

import dev.docket.storage.RecoveryKey;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import dev.docket.ui.signin.PassphraseViewModel.Change;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Sets, changes or removes the passphrase, or makes a new recovery key, and shows that once. JavaFX thread. */
public final class PassphraseSheet extends VBox {
    private final PassphraseViewModel model;
    private final Overlays overlays;
    private final Change change;
    private final Runnable then;
    private final PassphraseFields fields = new PassphraseFields();
    private final Label fault = new Paragraph("");
    private final Button go = new Button();
    private final VBox body = new VBox(12);
    private boolean shown;

    /** @param then run when it was closed, however it went */
    public PassphraseSheet(PassphraseViewModel model, Overlays overlays, Change change, Runnable then) {
        this.model = model;
        this.overlays = overlays;
        this.change = change;
        this.then = then;
        String name = "passphrase." + change.name().toLowerCase(Locale.ROOT);
        getStyleClass().addAll("sheet", "tell-sheet");
        setAccessibleText(Text.of(name));
        Label title = new Label(Text.of(name), new FontIcon("mdal-lock"));
        title.getStyleClass().add("sheet-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(title, space, Keycap.named("escape"));
        bar.getStyleClass().add("sheet-bar");
        if (change != Change.SET) {
            fields.secret("present");
        }
        if (change == Change.SET || change == Change.CHANGE) {
            fields.secret("fresh").secret("again");
        }
        fields.onEnter(this::submit);
        fault.setId("passphrase-fault");
        fault.getStyleClass().add("danger-words");
        go.setText(Text.of(name + ".do"));
        go.setId("passphrase-go");
        go.setOnAction(_ -> submit());
        body.getStyleClass().add("tell-body");
        body.getChildren().setAll(new Paragraph(Text.of(name + ".about")), fields, fault, go);
        getChildren().setAll(bar, body);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                close();
            }
        });
    }

    public void open() {
        overlays.open(this);
        fields.focus();
    }

    /** A recovery key that was made is not put away by accident. */
    private void close() {
        if (!shown) {
            overlays.close();
            then.run();
        }
    }

    private void submit() {
        if (go.isDisabled()) {
            return;
        }
        boolean makesOne = change == Change.SET || change == Change.CHANGE;
        Optional<String> objection = makesOne ? NewPassphrase.objection(fields.text("fresh"), fields.text("again")) : Optional.empty();
        if (objection.isPresent()) {
            fault.setText(objection.get());
            return;
        }
        go.setDisable(true);
        fault.setText("");
        model.make(change, change == Change.SET ? "" : fields.text("present"), makesOne ? fields.text("fresh") : "", new PassphraseViewModel.Answer() {
            @Override
            public void done(Optional<RecoveryKey> recovery) {
                fields.clear();
                recovery.ifPresentOrElse(PassphraseSheet.this::show, PassphraseSheet.this::close);
            }

            @Override
            public void refused(String why) {
                go.setDisable(false);
                fault.setText(why);
                fields.clear();
            }
        });
    }

    private void show(RecoveryKey recovery) {
        shown = true;
        TextField key = new TextField(recovery.text());
        key.setId("recovery-key");
        key.setEditable(false);
        key.getStyleClass().addAll("mono", "recovery-key");
        key.setAccessibleText(Text.of("signin.recovery"));
        Button written = new Button(Text.of("passphrase.written"));
        written.setId("recovery-written");
        written.setOnAction(_ -> {
            shown = false;
            close();
        });
        body.getChildren().setAll(new Paragraph(Text.of("passphrase.paper")), key, new Paragraph(Text.of("passphrase.paper.about")), written);
        key.requestFocus();
    }
}
