package dev.docket.ui.signin;

import dev.docket.ui.common.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Fields for secrets under each other, each with its name, and a word when the caps lock is on. JavaFX thread. */
final class PassphraseFields extends VBox {
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Label caps = new Label(Text.of("signin.caps"), new FontIcon("mdal-keyboard_capslock"));

    PassphraseFields() {
        getStyleClass().add("passphrase-fields");
        caps.getStyleClass().addAll("secondary", "signin-caps");
        caps.setManaged(false);
        caps.setVisible(false);
        getChildren().add(caps);
        addEventFilter(KeyEvent.ANY, e -> lookAtCaps());
    }

    /** A field whose letters are not shown. @param id its name stands under {@code signin.ID} */
    PassphraseFields secret(String id) {
        return add(id, new PasswordField());
    }

    /** A field whose letters are shown. */
    PassphraseFields open(String id) {
        TextField field = new TextField();
        field.getStyleClass().add("mono");
        return add(id, field);
    }

    private PassphraseFields add(String id, TextField field) {
        Label name = new Label(Text.of("signin." + id));
        name.setLabelFor(field);
        name.setWrapText(true);
        field.setId("signin-" + id);
        field.setAccessibleText(name.getText());
        field.focusedProperty().addListener((o, was, now) -> lookAtCaps());
        fields.put(id, field);
        VBox pair = new VBox(name, field);
        pair.getStyleClass().add("passphrase-field");
        getChildren().add(getChildren().size() - 1, pair);
        return this;
    }

    /** Enter in any of them. */
    void onEnter(Runnable enter) {
        fields.values().forEach(field -> field.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                e.consume();
                enter.run();
            }
        }));
    }

    String text(String id) {
        return fields.get(id).getText();
    }

    /** Nothing of what was typed stays in them; the keyboard is in the first. */
    void clear() {
        fields.values().forEach(TextField::clear);
        focus();
    }

    void focus() {
        fields.values().iterator().next().requestFocus();
    }

    /** Where the system does not say, nothing is said. */
    private void lookAtCaps() {
        boolean on = isFocusWithin() && Platform.isKeyLocked(KeyCode.CAPS).orElse(false);
        caps.setManaged(on);
        caps.setVisible(on);
    }
}
