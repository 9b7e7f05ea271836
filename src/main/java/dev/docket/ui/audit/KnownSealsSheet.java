package dev.docket.ui.audit;

import dev.docket.audit.KnownSeals;
import dev.docket.audit.seal.BadNote;
import dev.docket.audit.seal.NoteKey;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** By what the seals are judged: the public keys that count, and where checkpoints are kept. None of it comes from the database. */
final class KnownSealsSheet extends VBox {
    private static final int ROWS = 4;

    KnownSealsSheet(Overlays overlays, KnownSeals known, Consumer<KnownSeals> chosen) {
        getStyleClass().addAll("sheet", "audit-sheet");
        setAccessibleText(Text.of("audit.known.title"));
        TextArea keys = new TextArea(known.sealers().stream().map(NoteKey::text).collect(Collectors.joining("\n")));
        keys.setId("knownKeys");
        keys.setPrefRowCount(ROWS);
        keys.setWrapText(true);
        keys.setPromptText(Text.of("audit.known.keys"));
        keys.setAccessibleText(Text.of("audit.known.keys"));
        keys.getStyleClass().add("mono");
        // Tab goes on to the next control: no key has one in it
        keys.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB && !e.isControlDown()) {
                e.consume();
                keys.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            }
        });
        TextField folder = new TextField(known.notes().map(Path::toString).orElse(""));
        folder.setId("knownFolder");
        folder.setPromptText(Text.of("audit.known.folder"));
        folder.setAccessibleText(Text.of("audit.known.folder"));
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button choose = new Button(Text.of("audit.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(Text.of("audit.known.folder"));
            File picked = chooser.showDialog(getScene().getWindow());
            if (picked != null) {
                folder.setText(picked.toString());
            }
        });
        Label fault = new Paragraph("", "danger-words");
        fault.setVisible(false);
        fault.setManaged(false);
        Button go = new Button(Text.of("audit.known.go"));
        go.setId("knownGo");
        go.setOnAction(_ -> {
            try {
                KnownSeals now = new KnownSeals(KnownSeals.keys(keys.getText().lines().toList()), Optional.of(folder.getText().strip()).filter(text -> !text.isEmpty()).map(Path::of));
                overlays.close();
                chosen.accept(now);
            } catch (BadNote | InvalidPathException e) {
                fault.setText(e.getMessage());
                fault.setVisible(true);
                fault.setManaged(true);
                keys.requestFocus();
            }
        });
        Button leave = new Button(Text.of("audit.leave"));
        leave.setCancelButton(true);
        leave.setOnAction(_ -> overlays.close());
        HBox buttons = new HBox(8, leave, go);
        buttons.getStyleClass().add("reason-buttons");
        getChildren().setAll(new Paragraph(Text.of("audit.known.title"), "screen-title"), new Paragraph(Text.of("audit.known.detail"), "secondary"),
                new Paragraph(Text.of("audit.known.keys.head"), "caption-head"), keys, new Paragraph(Text.of("audit.known.folder.head"), "caption-head"), new HBox(8, folder, choose), fault, buttons);
    }
}
