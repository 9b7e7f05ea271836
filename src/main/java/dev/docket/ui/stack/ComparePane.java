package dev.docket.ui.stack;

import dev.docket.item.ImageItem;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.stage.Room;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The seed and the tile the keys are on, side by side, and what can be measured of their difference. */
public final class ComparePane extends HBox {
    private final FacePane seedFace = new FacePane();
    private final FacePane focusedFace = new FacePane();
    private final Label id = new Label();
    private final HBox chips = new HBox();
    private final GridPane table = new GridPane();
    private StackViewModel model;
    private Background pictures;
    private UUID seed;
    private UUID focused;

    public ComparePane() {
        getStyleClass().add("stack-compare");
        focusedFace.setId("stack-focused-face");
        id.getStyleClass().addAll("mono", "strong");
        chips.getStyleClass().add("stack-chips");
        table.getStyleClass().add("stack-table");
        ColumnConstraints name = new ColumnConstraints();
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        column.setPercentWidth(-1);
        column.setMinWidth(60);
        table.getColumnConstraints().setAll(name, column, column);
        HBox head = new HBox(id, chips);
        head.getStyleClass().add("stack-chips");
        VBox words = new VBox(head, table);
        words.getStyleClass().add("stack-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(seedFace, focusedFace, words);
    }

    /** @param workers for fetching the two faces */
    void fill(StackViewModel shown, Background workers) {
        model = shown;
        pictures = workers;
    }

    /** Anew, as the stack is another one. */
    void clear() {
        seed = null;
        focused = null;
        seedFace.blank();
        focusedFace.blank();
    }

    /** @param place of the focused tile among those shown, from 1; of how many */
    void show(OpenStack stack, StackMember member, int place, int of) {
        if (!stack.seed().id().equals(seed)) {
            seed = stack.seed().id();
            seedFace.title(Text.of("stack.compare.seed"));
            fetch(seed, seedFace, _ -> {});
        }
        focusedFace.title(Text.of("stack.compare.focused", place, of));
        if (!member.id().equals(focused)) {
            focused = member.id();
            chips.getChildren().clear();
            fetch(focused, focusedFace, tile -> drawChips(member, tile));
            id.setText(member.item().shortId());
            drawTable(stack.seed().item(), member.item());
        }
    }

    private void fetch(UUID item, FacePane face, java.util.function.Consumer<Tile> then) {
        face.blank();
        Room room = face.room();
        pictures.run(() -> model.tiles().tile(item, room), tile -> {
            if (item.equals(face == seedFace ? seed : focused)) {
                face.show(tile);
                then.accept(tile);
            }
        }, reason -> face.blank());
    }

    private void drawChips(StackMember member, Tile tile) {
        chips.getChildren().setAll(new Chip(DeskTiles.badge(member), Chip.Tone.NEUTRAL));
        if (!tile.line().isEmpty()) {
            chips.getChildren().add(new Chip(tile.line(), Chip.Tone.NEUTRAL));
        }
    }

    private void drawTable(ImageItem one, ImageItem other) {
        table.getChildren().clear();
        table.addRow(0, new Region(), cell(Text.of("stack.compare.seed"), "bold"), cell(Text.of("stack.compare.this"), "bold"));
        row(1, "stack.compare.size", size(one), size(other));
        row(2, "stack.compare.text", text(one), text(other));
        row(3, "stack.compare.sender", sender(one), sender(other));
        row(4, "stack.compare.account", account(one), account(other));
        row(5, "stack.compare.source", one.source().name(), other.source().name());
    }

    private void row(int row, String key, String one, String other) {
        Label name = cell(Text.of(key), "muted");
        name.setMinWidth(USE_PREF_SIZE);
        Label first = cell(one, "plain");
        Label second = cell(other, one.equals(other) ? "plain" : "strong");
        // what was posted can be of any length
        boolean wraps = !key.equals("stack.compare.text");
        for (Label label : List.of(first, second)) {
            label.setWrapText(wraps);
            label.setMinHeight(wraps ? USE_PREF_SIZE : USE_COMPUTED_SIZE);
            Tip.on(label, wraps ? "" : label.getText());
        }
        table.addRow(row, name, first, second);
    }

    private static Label cell(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().addAll("secondary", style);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        return label;
    }

    private static String size(ImageItem item) {
        return Text.of("stack.size", item.width(), item.height(), item.mediaType().substring(item.mediaType().indexOf('/') + 1).toUpperCase(Locale.ROOT));
    }

    private static String text(ImageItem item) {
        return item.facts().text().map(text -> "\u201c" + text.replace('\n', ' ') + "\u201d").orElse(Text.of("stack.compare.none"));
    }

    private static String sender(ImageItem item) {
        return item.facts().uploader().orElse(Text.of("stack.compare.none"));
    }

    private static String account(ImageItem item) {
        return item.facts().accountAgeDays().map(days -> Text.of("stack.compare.age", days)).orElse(Text.of("stack.compare.none"));
    }

    /** Narrow windows show smaller pictures. */
    void fold(boolean compact) {
        seedFace.small(compact);
        focusedFace.small(compact);
    }

    /** For the one to be opened by a click. */
    Node focusedFace() {
        return focusedFace;
    }
}
