package dev.docket.ui.quality;

import dev.docket.report.Suspect;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Flow;
import dev.docket.ui.common.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Labels that may be wrong, and the way to have one looked at again. Enter sends the one that is chosen. */
public final class SuspectList extends VBox {
    private static final int MOST = 500;

    private final TableView<Suspect> table = new TableView<>();
    private final Label count = new Label();
    private final Button send = new Button(Text.of("quality.send"));
    private final Button back = new Button();
    private Consumer<Suspect> onSend = _ -> { };
    private Runnable onBack = () -> { };

    public SuspectList() {
        getStyleClass().addAll("card", "quality-card", "suspect-list");
        Label title = new Label(Text.of("quality.audit"));
        title.getStyleClass().add("section-head");
        Label about = new Label(Text.of("quality.audit.about"));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.getStyleClass().addAll("secondary", "muted");
        count.setWrapText(true);
        count.setMinHeight(Region.USE_PREF_SIZE);
        count.getStyleClass().add("secondary");
        table.setId("suspect-table");
        table.setAccessibleText(title.getText());
        table.setPlaceholder(new Label(Text.of("quality.audit.none")));
        table.setFixedCellSize(30);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("item", 84, Suspect::shortId);
        column("found", 160, Suspect::label);
        column("why", 340, SuspectList::why);
        column("hint", 160, Suspect::hint);
        column("likelihood", 96, suspect -> share(suspect.likelihood()));
        column("votes", 96, suspect -> Text.of("quality.audit.votes", suspect.differing(), suspect.votes()));
        column("posterior", 96, suspect -> share(suspect.posterior()));
        column("decided_at", 84, suspect -> Figures.day(suspect.decidedAt().atZone(ZoneId.systemDefault())));
        VBox.setVgrow(table, Priority.ALWAYS);
        table.setMinHeight(200);
        send.setId("send-back");
        send.getStyleClass().add("commit");
        send.setMinWidth(USE_PREF_SIZE);
        send.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        send.setOnAction(_ -> send());
        table.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                e.consume();
                send();
            }
        });
        back.setId("take-back");
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(_ -> onBack.run());
        taken(List.of());
        Flow buttons = new Flow(send, back);
        buttons.getStyleClass().add("suspect-buttons");
        getChildren().setAll(title, about, count, table, buttons);
    }

    void onSend(Consumer<Suspect> sent) {
        onSend = sent;
    }

    void onBack(Runnable taken) {
        onBack = taken;
    }

    /** What was sent from here and may be taken back. */
    void taken(List<Suspect> sent) {
        back.setText(sent.isEmpty() ? "" : Text.of("quality.back", sent.getLast().shortId()));
        back.setVisible(!sent.isEmpty());
        back.setManaged(!sent.isEmpty());
    }

    void show(List<Suspect> suspects) {
        int chosen = table.getSelectionModel().getSelectedIndex();
        table.getItems().setAll(suspects.subList(0, Math.min(MOST, suspects.size())));
        count.setText(suspects.size() > MOST ? Text.of("quality.audit.count.some", suspects.size(), MOST) : Text.of("quality.audit.count", suspects.size()));
        if (!suspects.isEmpty()) {
            table.getSelectionModel().select(Math.clamp(chosen, 0, table.getItems().size() - 1));
        }
    }

    private void send() {
        Suspect chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            onSend.accept(chosen);
        }
    }

    private static String why(Suspect suspect) {
        return suspect.why().stream().map(code -> Text.of("quality.why." + code)).collect(Collectors.joining(", "));
    }

    private static String share(java.util.OptionalDouble share) {
        return share.isPresent() ? Figures.share(share.getAsDouble(), 2) : "";
    }

    private void column(String id, double width, Function<Suspect, String> words) {
        TableColumn<Suspect, String> column = new TableColumn<>(Text.of("quality.column." + id));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        table.getColumns().add(column);
    }
}
