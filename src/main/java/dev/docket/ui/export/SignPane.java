package dev.docket.ui.export;

import dev.docket.export.DecisionSetVerifier;
import dev.docket.export.ExportDesk;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.Text;
import dev.docket.ui.export.ExportViewModel.Situation;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a set goes, the button that signs and writes it, how far that is, and what was written. */
public final class SignPane extends VBox {
    private static final int FINDINGS = 6;

    private final Label target = new Label();
    private final HBox targetRow = new HBox();
    private final Button sign = new Button(Text.of("export.sign"), new FontIcon("mdal-lock"));
    private final ProgressBar jobBar = new ProgressBar();
    private final Label jobWords = new Label();
    private final HBox jobRow = new HBox();
    private final VBox result = new VBox();
    private final Label resultWords = new Paragraph("");
    private final Label hidden = new Paragraph("");
    private final VBox findings = new VBox();
    private final CopiesPane copies = new CopiesPane();
    private ExportViewModel model;

    public SignPane() {
        getStyleClass().add("sign-pane");
    }

    /** Before it is shown. @param copying of what is written */
    void bind(ExportViewModel of, CopiesViewModel copying) {
        model = of;
        copies.bind(copying);
        Button choose = new Button("", new FontIcon("mdal-folder"));
        choose.getStyleClass().add("icon-button");
        choose.setAccessibleText(Text.of("export.target.choose"));
        choose.setOnAction(_ -> chooseTarget());
        Label to = new Label(Text.of("export.to"));
        to.setMinWidth(USE_PREF_SIZE);
        to.getStyleClass().addAll("secondary", "muted");
        target.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        target.setMaxWidth(Double.MAX_VALUE);
        target.getStyleClass().add("sign-target");
        HBox.setHgrow(target, Priority.ALWAYS);
        row(targetRow, to, target, choose);
        sign.setId("sign");
        sign.setMaxWidth(Double.MAX_VALUE);
        sign.getStyleClass().addAll("commit", "success");
        sign.setOnAction(_ -> model.write());
        Button stop = button("export.cancel", model::cancel);
        jobBar.setMaxWidth(Double.MAX_VALUE);
        jobBar.setAccessibleText(Text.of("export.writing"));
        HBox.setHgrow(jobBar, Priority.ALWAYS);
        jobWords.getStyleClass().addAll("secondary", "muted");
        jobWords.textProperty().bind(model.job().wordsProperty());
        jobBar.progressProperty().bind(model.job().shareProperty());
        row(jobRow, jobBar, jobWords, stop);
        Button verify = button("export.verify", model::verify);
        verify.setId("verifyButton");
        verify.setGraphic(new FontIcon("mdmz-verified_user"));
        verify.setDefaultButton(true);
        Flow next = new Flow(verify, button("export.verify.copy", () -> copy(model.verifyCommand())), button("export.again", model::startOver));
        next.getStyleClass().add("sign-row");
        findings.setId("findings");
        findings.getStyleClass().add("sign-findings");
        hidden.setId("hidden");
        result.getStyleClass().add("sign-result");
        result.getChildren().setAll(resultWords, hidden, next, findings, copies);
        getChildren().setAll(targetRow, sign, jobRow, result);
        model.targetProperty().subscribe(folder -> target.setText(folder.toString()));
        model.checkedProperty().subscribe(_ -> drawResult());
    }

    /** @param some whether there is something to write */
    void show(Situation situation, boolean some) {
        present(this, some || situation == Situation.WRITING);
        present(targetRow, situation != Situation.WRITTEN);
        present(sign, situation != Situation.WRITING && situation != Situation.WRITTEN);
        boolean ask = model.signatures().asksFirst();
        sign.setText(Text.of(ask ? "export.second.ask" : "export.sign"));
        sign.setDisable(situation != Situation.READY || ask && !model.signatures().isPossible());
        present(jobRow, situation == Situation.WRITING);
        present(result, situation == Situation.WRITTEN);
        drawResult();
    }

    private void drawResult() {
        ExportDesk.Written written = model.writtenProperty().get();
        copies.show(model.previewProperty().get() == null ? null : model.previewProperty().get().set(), written);
        if (written == null) {
            findings.getChildren().clear();
            return;
        }
        resultWords.setText(Text.of("export.written", written.manifest().files().size() + 2, written.folder().toString()));
        hidden.setText(model.hidden());
        present(hidden, !model.hidden().isEmpty());
        DecisionSetVerifier.Outcome outcome = model.checkedProperty().get();
        findings.getChildren().setAll(outcome == null ? List.of() : outcome.sound() ? List.of(ExportCard.passed(Text.of("export.sound", outcome.files(), outcome.rows())))
                : outcome.findings().stream().limit(FINDINGS).map(SignPane::finding).toList());
    }

    private static Node finding(String words) {
        Label finding = new Paragraph("");
        finding.setText(words);
        finding.getStyleClass().addAll("secondary", "export-finding");
        return finding;
    }

    /** The set gets a folder of its own inside the one chosen. */
    private void chooseTarget() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Text.of("export.target.choose"));
        Path now = model.targetProperty().get();
        if (now.getParent() != null && now.getParent().toFile().isDirectory()) {
            chooser.setInitialDirectory(now.getParent().toFile());
        }
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.targetProperty().set(chosen.toPath().resolve(now.getFileName()));
        }
    }

    /** Puts text where it can be pasted from. */
    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Text.of(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static void row(HBox row, Node... parts) {
        row.getStyleClass().add("sign-row");
        row.getChildren().setAll(parts);
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
