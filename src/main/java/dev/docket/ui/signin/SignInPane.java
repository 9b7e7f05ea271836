package dev.docket.ui.signin;

import dev.docket.ui.common.Clockwork;
import dev.docket.ui.common.Text;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks for the passphrase, in the middle of the window; or for the recovery key and a new one. JavaFX thread. */
public final class SignInPane extends StackPane {
    private static final Duration TICK = Duration.millis(250);

    private final SignInViewModel model;
    private final PassphraseFields asked = new PassphraseFields().secret("passphrase");
    private final PassphraseFields recovery = new PassphraseFields().open("recovery").secret("fresh").secret("again");
    private final Button go = new Button();
    private final Button other = new Button();
    private final Label fault = new Label();

    /**
     * @param title such as that the window is locked
     * @param detail what that means for the reviewer
     * @param submit what the button is called
     * @param quit closes the program
     */
    public SignInPane(SignInViewModel model, String title, String detail, String submit, Runnable quit) {
        this.model = model;
        getStyleClass().add("signin");
        setAccessibleText(title);
        Label head = new Label(title, new FontIcon("mdal-lock"));
        head.getStyleClass().add("sheet-title");
        Label about = new Label(detail);
        about.getStyleClass().addAll("secondary", "muted");
        fault.setId("signin-fault");
        fault.textProperty().bind(Bindings.createStringBinding(this::words, model.faultProperty(), model.waitProperty(), model.busyProperty()));
        fault.textProperty().subscribe(words -> fault.setAccessibleText(words));
        model.faultProperty().subscribe(words -> mark(!words.isEmpty()));
        for (Label label : new Label[] {head, about, fault}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        go.setId("signin-go");
        go.setDefaultButton(true);
        go.disableProperty().bind(model.busyProperty().or(model.waitProperty().greaterThan(0)));
        go.setOnAction(e -> submit());
        other.setId("signin-other");
        other.getStyleClass().add("link-button");
        other.setOnAction(e -> model.recoveringProperty().set(!model.recoveringProperty().get()));
        Button leave = new Button(Text.of("splash.quit"));
        leave.setId("signin-quit");
        leave.setOnAction(e -> quit.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(8, go, space, leave);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(head, about, asked, recovery, fault, buttons, other);
        card.getStyleClass().add("signin-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(card);
        asked.onEnter(this::submit);
        recovery.onEnter(this::submit);
        model.recoveringProperty().subscribe(now -> draw(now, submit));
        Clockwork ticks = new Clockwork(TICK, model::tick);
        ticks.within(this);
        ticks.start();
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                fields().focus();
            }
        });
        // a try takes long enough for a hand to move on: the field is there again for the next
        model.busyProperty().addListener((o, was, now) -> {
            if (!now) {
                fields().clear();
            }
        });
    }

    private PassphraseFields fields() {
        return model.recoveringProperty().get() ? recovery : asked;
    }

    private void draw(boolean recovering, String submit) {
        asked.setVisible(!recovering);
        asked.setManaged(!recovering);
        recovery.setVisible(recovering);
        recovery.setManaged(recovering);
        go.setText(recovering ? Text.of("signin.recover") : submit);
        other.setText(Text.of(recovering ? "signin.by.passphrase" : "signin.by.recovery"));
        fields().clear();
    }

    private void submit() {
        if (model.recoveringProperty().get()) {
            model.recover(recovery.text("recovery"), recovery.text("fresh"), recovery.text("again"));
        } else {
            model.submit(asked.text("passphrase"));
        }
    }

    private String words() {
        if (model.busyProperty().get()) {
            return Text.of("signin.busy");
        }
        return model.waitProperty().get() == 0 ? model.faultProperty().get() : (model.faultProperty().get() + " " + Text.of("signin.wait", model.waitProperty().get())).strip();
    }

    private void mark(boolean wrong) {
        fault.getStyleClass().remove("danger-words");
        if (wrong) {
            fault.getStyleClass().add("danger-words");
        }
    }
}
