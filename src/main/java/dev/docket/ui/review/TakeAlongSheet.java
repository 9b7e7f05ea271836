package dev.docket.ui.review;

import dev.docket.team.Limits;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** How many tasks of a lane are taken along, and for how long; Enter takes them, Esc does not. */
final class TakeAlongSheet extends VBox {
    private static final List<Duration> USUAL = Stream.of(1, 2, 4, 8, 12, 24).map(Duration::ofHours).toList();
    private static final int FEW = 64;

    private final Overlays overlays;
    private final Spinner<Integer> tasks;
    private final ChoiceBox<Duration> spans = new ChoiceBox<>();
    private final BiConsumer<Integer, Duration> take;

    /** @param take told how many tasks, and for how long */
    TakeAlongSheet(Overlays overlays, String lane, Limits most, BiConsumer<Integer, Duration> take) {
        this.overlays = overlays;
        this.take = take;
        getStyleClass().addAll("sheet", "tell-sheet");
        String title = Text.of("along.title", lane);
        setAccessibleText(title);
        Label head = new Label(title);
        head.getStyleClass().add("sheet-title");
        Ends bar = new Ends();
        bar.getStyleClass().add("sheet-bar");
        bar.fill(List.of(head), List.of(Keycap.named("escape")));
        Label words = new Label(Text.of("along.words"));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        tasks = new Spinner<>(new IntegerSpinnerValueFactory(1, most.tasks(), Math.min(FEW, most.tasks())));
        tasks.setId("along-tasks");
        tasks.setEditable(true);
        tasks.setAccessibleText(Text.of("along.tasks"));
        spans.setId("along-span");
        spans.setAccessibleText(Text.of("along.span"));
        spans.getItems().setAll(Stream.concat(USUAL.stream().filter(span -> span.compareTo(most.lease()) < 0), Stream.of(most.lease())).toList());
        spans.setConverter(new Words());
        spans.getSelectionModel().selectLast();
        Label limit = new Label(Text.of("along.limit", most.tasks(), Spans.words(most.lease())));
        limit.setWrapText(true);
        limit.setMinHeight(USE_PREF_SIZE);
        limit.getStyleClass().addAll("secondary", "muted");
        Button go = new Button(Text.of("along.take"), Keycap.named("enter"));
        go.setId("along-take");
        go.getStyleClass().add("accent");
        go.setOnAction(_ -> take());
        VBox body = new VBox(12, words, grid(), limit, new HBox(go));
        body.getStyleClass().add("tell-body");
        getChildren().setAll(bar, body);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                e.consume();
                take();
            }
        });
    }

    private GridPane grid() {
        GridPane grid = new GridPane(12, 8);
        grid.addRow(0, named("along.tasks"), tasks);
        grid.addRow(1, named("along.span"), spans);
        grid.setAlignment(Pos.CENTER_LEFT);
        return grid;
    }

    private static Label named(String key) {
        Label label = new Label(Text.of(key));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    void open() {
        overlays.open(this);
        tasks.requestFocus();
    }

    private void take() {
        tasks.commitValue();
        overlays.close();
        take.accept(tasks.getValue(), spans.getValue());
    }

    private static final class Words extends StringConverter<Duration> {
        @Override
        public String toString(Duration span) {
            return span == null ? "" : Spans.words(span);
        }

        @Override
        public Duration fromString(String words) {
            throw new UnsupportedOperationException();
        }
    }
}
