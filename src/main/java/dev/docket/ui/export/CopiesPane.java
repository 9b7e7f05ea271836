package dev.docket.ui.export;

import dev.docket.export.DecisionSet;
import dev.docket.export.ExportDesk;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks to whom marked copies of a written set's pictures go, and writes them. Takes no room where none can be written. JavaFX thread. */
public final class CopiesPane extends VBox {
    private final TextField recipient = new TextField();
    private CopiesViewModel model;
    private ExportDesk.Written shown;

    public CopiesPane() {
        getStyleClass().add("sign-result");
        present(this, false);
    }

    void bind(CopiesViewModel copies) {
        model = copies;
        Label about = new Paragraph(Text.of("export.copies.about"));
        about.getStyleClass().addAll("secondary", "muted");
        recipient.setId("copies-recipient");
        recipient.setPromptText(Text.of("export.copies.recipient"));
        recipient.setAccessibleText(Text.of("export.copies.recipient"));
        HBox.setHgrow(recipient, Priority.ALWAYS);
        Button write = new Button(Text.of("export.copies.write"), new FontIcon("mdal-fingerprint"));
        write.setId("copies-write");
        write.setMinWidth(USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Text.of("export.copies.writing"));
        bar.progressProperty().bind(copies.job().shareProperty());
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button stop = new Button(Text.of("export.cancel"));
        stop.setId("copies-stop");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> copies.cancel());
        HBox asking = new HBox(recipient, write);
        HBox writing = new HBox(bar, stop);
        asking.getStyleClass().add("sign-row");
        writing.getStyleClass().add("sign-row");
        copies.job().runningProperty().subscribe(running -> {
            present(asking, !running);
            present(writing, running);
        });
        Label told = new Paragraph("");
        told.setId("copies-words");
        copies.wordsProperty().subscribe(now -> {
            told.setText(now);
            present(told, !now.isEmpty());
        });
        getChildren().setAll(about, asking, writing, told);
    }

    /** @param written null where no set was written */
    void show(DecisionSet set, ExportDesk.Written written) {
        boolean some = model != null && written != null && !set.withImages().isEmpty();
        present(this, some);
        if (some && written != shown) {
            shown = written;
            model.forget();
            Button write = (Button) lookup("#copies-write");
            write.setOnAction(_ -> model.write(set, written, recipient.getText()));
            recipient.setOnAction(_ -> model.write(set, written, recipient.getText()));
        }
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
