package dev.docket.ui.settings;

import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import dev.docket.ui.signin.PassphraseViewModel;
import dev.docket.ui.signin.PassphraseViewModel.Change;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Whether there is a passphrase, and what can be done about it. */
final class PassphraseRow extends VBox {

    /** @param open shows the sheet for it */
    PassphraseRow(PassphraseViewModel passphrase, Consumer<Change> open) {
        getStyleClass().add("setting-pack");
        Label state = new Label();
        state.setId("passphraseState");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        Flow buttons = new Flow();
        buttons.getStyleClass().add("passphrase-buttons");
        passphrase.setProperty().subscribe(set -> {
            state.setText(Text.of(set ? "settings.passphrase.set" : "settings.passphrase.none"));
            state.getStyleClass().setAll("label", set ? "secondary" : "danger-words");
            buttons.getChildren().setAll((set ? List.of(Change.CHANGE, Change.RENEW, Change.REMOVE) : List.of(Change.SET)).stream().map(change -> button(change, open)).toList());
        });
        getChildren().setAll(state, buttons);
    }

    private static Button button(Change change, Consumer<Change> open) {
        Button button = new Button(Text.of("passphrase." + change.name().toLowerCase(Locale.ROOT) + ".button"));
        button.setId("passphrase-" + change.name().toLowerCase(Locale.ROOT));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> open.accept(change));
        return button;
    }
}
