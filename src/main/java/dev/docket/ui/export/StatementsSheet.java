package dev.docket.ui.export;

import dev.docket.dsa.Batch;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.export.StatementsViewModel.Situation;
import java.io.File;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** Statements of reasons: which are due, where they go, how far writing is and what came of it. */
final class StatementsSheet extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final StatementsViewModel model;
    private final Overlays overlays;
    private final DatePicker since = new DatePicker();
    private final VBox due = new VBox();
    private final Label notice = text("");
    private final Label target = new Label();
    private final Button folder = new Button(null, new FontIcon("mdal-folder"));
    private final Button write = new Button(Text.of("statements.write"));
    private final Button again = new Button(Text.of("statements.again"));
    private final Button cancel = new Button(Text.of("statements.cancel"));
    private final HBox progress;

    StatementsSheet(StatementsViewModel model, Overlays overlays) {
        this.model = model;
        this.overlays = overlays;
        getStyleClass().addAll("sheet", "statements-sheet");
        setMaxHeight(USE_PREF_SIZE);
        Label title = new Label(Text.of("statements.title"));
        title.getStyleClass().add("section-head");
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(Text.of("statements.title"));
        bar.progressProperty().bind(model.job().shareProperty());
        Label words = new Label();
        words.textProperty().bind(model.job().wordsProperty());
        progress = row(bar, words);
        due.getStyleClass().add("statements-due");
        notice.getStyleClass().add("statements-notice");
        getChildren().setAll(title, muted("statements.detail"), new VBox(muted("statements.since"), since), due, notice, progress, where(), buttons());
        since.setId("statements-since");
        since.setAccessibleText(Text.of("statements.since"));
        since.valueProperty().bindBidirectional(model.sinceProperty());
        since.setDayCellFactory(_ -> new DateCell() {
            @Override
            public void updateItem(LocalDate day, boolean empty) {
                super.updateItem(day, empty);
                setDisable(empty || day.isAfter(model.today()));
            }
        });
        model.situationProperty().subscribe(_ -> draw());
        model.batchProperty().subscribe(_ -> draw());
        model.noticeProperty().subscribe(_ -> draw());
        model.targetProperty().subscribe(path -> target.setText(path.toString()));
    }

    private HBox where() {
        target.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        target.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(target, Priority.ALWAYS);
        target.getStyleClass().add("sign-target");
        folder.getStyleClass().add("icon-button");
        folder.setAccessibleText(Text.of("export.target.choose"));
        folder.setOnAction(_ -> chooseTarget());
        Label to = new Label(Text.of("export.to"));
        to.setMinWidth(USE_PREF_SIZE);
        to.getStyleClass().addAll("secondary", "muted");
        return row(to, target, folder);
    }

    private HBox buttons() {
        Button close = new Button(Text.of("statements.close"));
        close.setCancelButton(true);
        close.setOnAction(_ -> overlays.close());
        write.setId("statements-write");
        write.setDefaultButton(true);
        write.setOnAction(_ -> model.write());
        again.setId("statements-again");
        again.setOnAction(_ -> model.read());
        cancel.setId("statements-cancel");
        cancel.setOnAction(_ -> model.cancel());
        return row(ExportCard.space(), close, cancel, again, write);
    }

    /** The files get a folder of their own inside the one chosen. */
    private void chooseTarget() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Text.of("export.target.choose"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.targetProperty().set(chosen.toPath().resolve(model.targetProperty().get().getFileName()));
        }
    }

    private void draw() {
        Situation now = model.situationProperty().get();
        boolean busy = now == Situation.READING || now == Situation.WRITING;
        show(progress, busy);
        show(cancel, busy);
        show(write, now == Situation.READY);
        show(again, now == Situation.FAILED || now == Situation.WRITTEN);
        since.setDisable(now == Situation.WRITING);
        folder.setDisable(now != Situation.READY);
        due.getChildren().setAll(now == Situation.FAILED || model.batchProperty().get() == null || now == Situation.READING ? List.of() : lines(now, model.batchProperty().get()));
        String said = now == Situation.WRITTEN ? Text.of("statements.written", model.targetProperty().get().toString()) : model.noticeProperty().get();
        notice.setText(said);
        show(notice, !said.isEmpty());
        notice.pseudoClassStateChanged(FAILED, now == Situation.FAILED);
    }

    private static List<Node> lines(Situation now, Batch batch) {
        List<Node> lines = new ArrayList<>();
        Label head = text(now == Situation.NOTHING ? Text.of("statements.none") : Text.of("statements.due", batch.statements().size(), batch.files()));
        head.getStyleClass().add("statements-head");
        lines.add(head);
        if (!batch.byHand().isEmpty()) {
            lines.add(text(Text.of("statements.byhand", batch.byHand().size())));
        }
        batch.none().forEach((why, count) -> lines.add(ExportCard.line("", Text.of("statements.none." + why.word()), "", Text.of("export.number", count))));
        return lines;
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label muted(String key) {
        Label label = text(Text.of(key));
        label.getStyleClass().addAll("secondary", "muted");
        return label;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("statements-row");
        return row;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
