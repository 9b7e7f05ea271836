package dev.docket.ui.review;

import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.review.KeyMap.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every key of the review screen and what it does, drawn from the live key map. */
final class KeySheet extends VBox {
    private final KeyMap keys;

    KeySheet(KeyMap keys, Overlays overlays) {
        this.keys = keys;
        getStyleClass().addAll("sheet", "key-sheet");
        setFocusTraversable(true);
        setAccessibleText(Text.of("review.keys.title"));
        Label title = new Label(Text.of("review.keys.title"), new FontIcon("mdal-keyboard"));
        title.getStyleClass().add("sheet-title");
        Label aside = new Label(Text.of("review.keys.aside"));
        aside.getStyleClass().addAll("secondary", "muted");
        HBox bar = new HBox(title, aside, space(), Keycap.small("Esc"));
        bar.getStyleClass().add("sheet-bar");
        HBox columns = new HBox(
                new VBox(16, group(KeyCommand.Group.DECIDE), group(KeyCommand.Group.HAND_OVER), group(KeyCommand.Group.EXPLAIN)),
                group(KeyCommand.Group.STUDY),
                new VBox(16, group(KeyCommand.Group.LOOK), group(KeyCommand.Group.MOVE)));
        columns.getStyleClass().add("key-columns");
        HBox foot = new HBox(foot("review.keys.held"), foot("review.keys.paint"), foot("review.keys.field"));
        foot.getStyleClass().add("sheet-foot");
        getChildren().setAll(bar, columns, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE || keys.of(e).map(b -> b.command() == KeyCommand.KEYS).orElse(false)) {
                e.consume();
                overlays.close();
            }
        });
    }

    private VBox group(KeyCommand.Group group) {
        Label head = new Label(Text.of("review.keys.group." + group.name().toLowerCase(Locale.ROOT)));
        head.getStyleClass().add("caption-head");
        VBox box = new VBox(head);
        box.getStyleClass().add("key-group");
        for (KeyCommand command : KeyCommand.values()) {
            List<Binding> drawn = keys.bindings().stream().filter(b -> b.command() == command && !b.caps().isEmpty()).toList();
            if (command.group() == group && !drawn.isEmpty()) {
                box.getChildren().add(row(command, drawn));
            }
        }
        return box;
    }

    private static Node row(KeyCommand command, List<Binding> drawn) {
        List<Node> caps = new ArrayList<>();
        boolean range = drawn.size() > 2;
        for (Binding binding : range ? List.of(drawn.getFirst(), drawn.getLast()) : drawn) {
            if (!caps.isEmpty() && range) {
                caps.add(muted("…"));
            }
            List<String> names = range && !caps.isEmpty() ? List.of(binding.caps().getLast()) : binding.caps();
            names.forEach(n -> caps.add(new Keycap(n)));
        }
        HBox keys = new HBox(caps.toArray(Node[]::new));
        keys.getStyleClass().add("key-caps");
        Label words = new Label(Text.of("review.key." + command.name().toLowerCase(Locale.ROOT)));
        words.setMinWidth(USE_PREF_SIZE);
        if (command == KeyCommand.QUARANTINE) {
            words.getStyleClass().addAll("bold", "severity-words-4");
        }
        HBox row = new HBox(keys, words);
        row.getStyleClass().add("key-row");
        return row;
    }

    private static Label foot(String key) {
        Label label = new Label(Text.of(key));
        label.getStyleClass().addAll("secondary", "muted");
        return label;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("caption", "muted");
        return label;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
