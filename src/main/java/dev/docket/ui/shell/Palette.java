package dev.docket.ui.shell;

import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The command palette: type a few letters, choose with the arrows, Enter runs it. The keyboard stays in the field. */
final class Palette extends VBox {
    private static final int MOST_OF_A_GROUP = 6;
    private static final Duration TYPING = Duration.millis(120);

    private final Overlays overlays;
    private final CommandSource source;
    private final TextField words = new TextField();
    private final ListView<PaletteCell.Line> list = new ListView<>();
    private final PauseTransition typing = new PauseTransition(TYPING);
    private final Set<Command.Group> whole = EnumSet.noneOf(Command.Group.class);
    private List<Command> further = List.of();

    Palette(Overlays overlays, CommandSource source) {
        this.overlays = overlays;
        this.source = source;
        getStyleClass().addAll("sheet", "palette");
        setAccessibleText(Text.of("palette.title"));
        words.setId("paletteWords");
        words.setPromptText(Text.of("palette.prompt"));
        words.setAccessibleText(Text.of("palette.prompt"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox bar = new HBox(new FontIcon("mdmz-search"), words, Keycap.named("escape"));
        bar.getStyleClass().add("sheet-bar");
        list.setId("paletteList");
        list.setFocusTraversable(false);
        list.setAccessibleText(Text.of("palette.title"));
        list.setCellFactory(_ -> new PaletteCell(this::run));
        list.setPlaceholder(new Label(Text.of("palette.none")));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(bar, list, foot());
        words.textProperty().addListener((o, was, now) -> typed());
        typing.setOnFinished(_ -> look());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                words.requestFocus();
            }
        });
        draw();
    }

    private static HBox foot() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(Keycap.small("\u2191"), Keycap.small("\u2193"), caption("palette.choose"), Keycap.named("enter"), caption("palette.run"),
                space, caption("palette.scores"));
        foot.getStyleClass().addAll("sheet-foot", "palette-foot");
        return foot;
    }

    private static Label caption(String key) {
        Label label = new Label(Text.of(key));
        label.getStyleClass().addAll("secondary", "muted");
        return label;
    }

    private void typed() {
        further = List.of();
        draw();
        typing.playFromStart();
    }

    private void look() {
        String asked = words.getText();
        if (!asked.isBlank()) {
            source.search(asked.strip(), found -> {
                if (asked.equals(words.getText())) {
                    further = found;
                    draw();
                }
            });
        }
    }

    private void draw() {
        String asked = words.getText().strip();
        List<Command> matching = new ArrayList<>(source.commands().stream().filter(c -> c.matches(asked)).toList());
        matching.addAll(further);
        matching.sort(Comparator.comparing(Command::group).thenComparing(c -> !c.possible()));
        List<PaletteCell.Line> lines = new ArrayList<>();
        for (Command.Group group : Command.Group.values()) {
            List<Command> of = matching.stream().filter(c -> c.group() == group).toList();
            int most = whole.contains(group) ? of.size() : asked.isEmpty() ? MOST_OF_A_GROUP : 2 * MOST_OF_A_GROUP;
            of.stream().limit(most).forEach(command -> lines.add(new PaletteCell.Line(command, command == of.getFirst(), false)));
            if (of.size() > most) {
                lines.add(new PaletteCell.Line(rest(group, of.size() - most), false, true));
            }
        }
        list.getItems().setAll(lines);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /** Without a keyboard nothing can be typed, so everything can be scrolled to. */
    private Command rest(Command.Group group, int more) {
        return new Command(group, "mdal-expand_more", Text.of("palette.more", more), "", List.of(), () -> {
            int at = list.getSelectionModel().getSelectedIndex();
            whole.add(group);
            draw();
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 4));
        });
    }

    private void pressed(KeyEvent event) {
        Supplier<Runnable> meaning = () -> switch (event.getCode()) {
            case ESCAPE -> overlays::close;
            case DOWN -> () -> move(1);
            case UP -> () -> move(-1);
            case PAGE_DOWN -> () -> move(8);
            case PAGE_UP -> () -> move(-8);
            case ENTER -> () -> run(list.getSelectionModel().getSelectedItem());
            default -> null;
        };
        Runnable step = meaning.get();
        if (step != null) {
            event.consume();
            step.run();
        }
    }

    private void move(int by) {
        int last = list.getItems().size() - 1;
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 4));
    }

    private void run(PaletteCell.Line line) {
        if (line != null && line.command().possible()) {
            if (!line.isRest()) {
                overlays.close();
            }
            line.command().action().run();
        }
    }
}
