package dev.docket.ui.audit;

import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Asks for the sealer's key and its password. */
final class SealSheet extends VBox {

    SealSheet(Overlays overlays, BiConsumer<Path, char[]> seal) {
        getStyleClass().addAll("sheet", "audit-sheet");
        setAccessibleText(Text.of("audit.seal.title"));
        TextField file = new TextField();
        file.setId("sealKey");
        file.setPromptText(Text.of("audit.seal.key"));
        file.setAccessibleText(Text.of("audit.seal.key"));
        HBox.setHgrow(file, Priority.ALWAYS);
        Button choose = new Button(Text.of("audit.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(Text.of("audit.seal.key"));
            File chosen = chooser.showOpenDialog(getScene().getWindow());
            if (chosen != null) {
                file.setText(chosen.toString());
            }
        });
        PasswordField password = new PasswordField();
        password.setId("sealPassword");
        password.setPromptText(Text.of("audit.seal.password"));
        password.setAccessibleText(Text.of("audit.seal.password"));
        Button go = new Button(Text.of("audit.seal.go"));
        go.setId("sealGo");
        go.setDefaultButton(true);
        go.disableProperty().bind(file.textProperty().map(String::isBlank));
        go.setOnAction(_ -> {
            char[] typed = password.getText().toCharArray();
            password.clear();
            overlays.close();
            seal.accept(Path.of(file.getText().strip()), typed);
        });
        Button leave = new Button(Text.of("audit.leave"));
        leave.setCancelButton(true);
        leave.setOnAction(_ -> overlays.close());
        HBox buttons = new HBox(8, leave, go);
        buttons.getStyleClass().add("reason-buttons");
        getChildren().setAll(new Paragraph(Text.of("audit.seal.title"), "screen-title"), new Paragraph(Text.of("audit.seal.detail"), "secondary"),
                new HBox(8, file, choose), password, new Paragraph(Text.of("audit.seal.hint"), "caption", "muted"), buttons);
    }
}
