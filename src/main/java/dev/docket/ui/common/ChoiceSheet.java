package dev.docket.ui.common;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A few choices with a key each, over the screen: one more press and it is done, Esc and nothing happened. */
public final class ChoiceSheet<T> extends VBox {

    /**
     * One thing to choose.
     *
     * @param key a digit or a letter
     * @param aside a short remark at the edge, or empty text
     */
    public record Choice<T>(String key, String words, Optional<Node> sign, String aside, T value) {}

    private final Overlays overlays;
    private final List<Choice<T>> choices;
    private final Chosen<T> chosen;

    /** What was chosen and whether Shift was held. */
    @FunctionalInterface
    public interface Chosen<T> {
        void accept(T value, boolean shift);
    }

    public ChoiceSheet(Overlays overlays, String title, List<Choice<T>> choices, Chosen<T> chosen) {
        this.overlays = overlays;
        this.choices = List.copyOf(choices);
        this.chosen = chosen;
        getStyleClass().addAll("sheet", "choice-sheet");
        setFocusTraversable(true);
        setAccessibleText(title);
        Label head = new Label(title);
        head.getStyleClass().add("sheet-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(head, space, Keycap.named("escape"));
        bar.getStyleClass().add("sheet-bar");
        VBox rows = new VBox();
        rows.getStyleClass().add("choice-rows");
        choices.forEach(c -> rows.getChildren().add(row(c)));
        getChildren().setAll(bar, rows);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public static <T> void open(Overlays overlays, String title, List<Choice<T>> choices, Consumer<T> chosen) {
        overlays.open(new ChoiceSheet<>(overlays, title, choices, (value, shift) -> chosen.accept(value)));
    }

    /** A sheet that goes with what it is about. */
    public static <T> void open(Overlays overlays, ObservableValue<?> about, String title, List<Choice<T>> choices, Consumer<T> chosen) {
        overlays.open(new ChoiceSheet<>(overlays, title, choices, (value, shift) -> chosen.accept(value)), about);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            overlays.close();
            return;
        }
        String name = keyName(event.getCode());
        choices.stream().filter(c -> c.key().equalsIgnoreCase(name)).findFirst().ifPresent(c -> {
            event.consume();
            choose(c, event.isShiftDown());
        });
    }

    private void choose(Choice<T> choice, boolean shift) {
        overlays.close();
        chosen.accept(choice.value(), shift);
    }

    private Button row(Choice<T> choice) {
        HBox cells = new HBox(new Keycap(choice.key()));
        choice.sign().ifPresent(cells.getChildren()::add);
        Label words = new Label(choice.words());
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("strong");
        HBox.setHgrow(words, Priority.ALWAYS);
        Label aside = new Label(choice.aside());
        aside.getStyleClass().addAll("secondary", "muted");
        cells.getChildren().addAll(words, aside);
        cells.getStyleClass().add("choice-cells");
        Button row = new Button(null, cells);
        row.getStyleClass().setAll("choice-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(Text.of("common.choice.accessible", choice.key(), choice.words(), choice.aside()));
        row.setOnAction(e -> choose(choice, false));
        cells.prefWidthProperty().bind(row.widthProperty().subtract(16));
        return row;
    }

    private static String keyName(KeyCode code) {
        return code.isDigitKey() || code.isKeypadKey() ? code.name().replaceAll("\\D", "") : code.name();
    }
}
