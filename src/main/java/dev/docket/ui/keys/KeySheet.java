package dev.docket.ui.keys;

import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand.Group;
import dev.docket.ui.keys.KeyMap.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every key of the review screen and what it does, drawn from the live key map. */
public final class KeySheet extends VBox {
    /** Fired at its scene when somebody would rather learn the keys by pressing them. */
    public static final EventType<Event> PRACTISE = new EventType<>(Event.ANY, "PRACTISE_KEYS");

    private final ObservableValue<KeyMap> keys;
    private final HBox columns = new HBox();

    public KeySheet(ObservableValue<KeyMap> keys, Overlays overlays) {
        this.keys = keys;
        getStyleClass().addAll("sheet", "key-sheet");
        setFocusTraversable(true);
        setAccessibleText(Text.of("review.keys.title"));
        Label title = new Label(Text.of("review.keys.title"), new FontIcon("mdal-keyboard"));
        title.getStyleClass().add("sheet-title");
        Label aside = new Label(Text.of("review.keys.aside"));
        aside.getStyleClass().addAll("secondary", "muted");
        aside.setWrapText(true);
        Ends bar = new Ends(List.of(title, aside), List.of(Keycap.named("escape")));
        bar.getStyleClass().add("sheet-bar");
        columns.getStyleClass().add("key-columns");
        draw();
        Button practise = new Button(Text.of("practice.again"));
        practise.setId("practise");
        practise.getStyleClass().add("link-button");
        practise.setOnAction(e -> {
            Scene scene = getScene();
            overlays.close();
            Event.fireEvent(scene, new Event(PRACTISE));
        });
        Ends foot = new Ends(List.of(foot("review.keys.held"), foot("review.keys.paint"), foot("review.keys.field")), List.of(practise));
        foot.getStyleClass().add("sheet-foot");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(bar, scroll, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE || keys.getValue().of(e).map(b -> b.command() == KeyCommand.KEYS).orElse(false)) {
                e.consume();
                overlays.close();
            }
        });
    }

    private void draw() {
        columns.getChildren().setAll(
                new VBox(16, group(Group.DECIDE), group(Group.PENDING), group(Group.HAND_OVER)),
                new VBox(16, group(Group.STUDY), group(Group.LOOK)),
                new VBox(16, group(Group.EXPLAIN), group(Group.MOVE)));
    }

    private VBox group(Group group) {
        Label head = new Label(Text.of("review.keys.group." + group.name().toLowerCase(Locale.ROOT)));
        head.getStyleClass().add("caption-head");
        VBox box = new VBox(head);
        box.getStyleClass().add("key-group");
        List<KeyCommand> commands = KeyCommand.of(group);
        for (int at = 0; at < commands.size(); at++) {
            int end = at + 1;
            while (end < commands.size() && commands.get(end).sharesRow()) {
                end++;
            }
            row(commands.subList(at, end)).ifPresent(box.getChildren()::add);
            at = end - 1;
        }
        return box;
    }

    /** Several commands share a row when it says of one what it says of the others. */
    private Optional<Node> row(List<KeyCommand> commands) {
        KeyCommand command = commands.getFirst();
        List<Binding> drawn = commands.stream().flatMap(c -> keys.getValue().drawn(c).stream()).toList();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        HBox caps = new HBox(caps(drawn, commands.size() == 1 && drawn.size() > 2).toArray(Node[]::new));
        caps.getStyleClass().add("key-caps");
        Label words = new Label(commands.size() > 1 ? Text.of("key.row." + command.id()) : command.words());
        words.setMinWidth(USE_PREF_SIZE);
        if (command == KeyCommand.QUARANTINE) {
            words.getStyleClass().addAll("bold", "severity-words-4");
        }
        HBox row = new HBox(caps, words);
        row.getStyleClass().add("key-row");
        return Optional.of(row);
    }

    private static List<Node> caps(List<Binding> drawn, boolean range) {
        if (!range) {
            return drawn.stream().flatMap(b -> b.caps().stream()).map(c -> (Node) new Keycap(c)).toList();
        }
        List<Node> caps = new ArrayList<>();
        drawn.getFirst().caps().forEach(c -> caps.add(new Keycap(c)));
        caps.add(muted("\u2026"));
        caps.add(new Keycap(drawn.getLast().caps().getLast()));
        return caps;
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
}
