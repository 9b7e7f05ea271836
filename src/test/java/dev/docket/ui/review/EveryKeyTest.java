package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeyMap.Binding;
import dev.docket.ui.keys.Presses;
import dev.docket.ui.shell.Command;
import dev.docket.ui.stage.Room;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/**
 * Every command of the table on the real screen, with its key alone and with the palette, which a mouse reaches, alone: each
 * changes something that can be seen. A new command is tried by itself; one that needs something first says so here.
 */
class EveryKeyTest {
    /** What these do is seen on other screens or in adjudication; their own tests press them. */
    private static final Set<KeyCommand> ELSEWHERE = EnumSet.of(KeyCommand.STACK, KeyCommand.DECIDE_STACK, KeyCommand.MAKE_SEED, KeyCommand.SHOW_SCORES);
    /** Nothing to hold in a list; held with the mouse on the card of facts. */
    private static final Set<KeyCommand> HELD = EnumSet.of(KeyCommand.PEEK, KeyCommand.KEYHOLE);

    private final Overlays overlays = new Overlays();
    private final Background now = new Background(Runnable::run, Runnable::run);
    private PaintedCasework casework;
    private ObjectProperty<KeyMap> keys;
    private ReviewViewModel model;
    private ReviewController controller;
    private Scene scene;

    @Test
    void withTheKeyboardAlone() {
        assertThat(idle(binding -> {
            Event.fireEvent(scene, Presses.of(binding.chord()));
            if (!binding.command().holds()) {
                Event.fireEvent(scene, Presses.released(binding.chord()));
            }
        }, EnumSet.noneOf(KeyCommand.class))).isEmpty();
    }

    @Test
    void aKeyThatMeansNothingChangesNothing() {
        assertThat(idle(_ -> Event.fireEvent(scene, Presses.of(KeyCode.F12)), EnumSet.complementOf(EnumSet.of(KeyCommand.SKIP)))).containsExactly(KeyCommand.SKIP);
    }

    @Test
    void withTheMouseAlone() {
        assertThat(idle(binding -> controller.commands(() -> {}).stream()
                .filter(c -> c.keys().equals(binding.caps()) && c.possible()).findFirst().map(Command::action).orElse(() -> {}).run(), HELD)).isEmpty();
    }

    private List<KeyCommand> idle(Consumer<Binding> press, Set<KeyCommand> but) {
        Toolkit.start();
        List<KeyCommand> idle = new ArrayList<>();
        for (KeyCommand command : KeyCommand.values()) {
            if (!ELSEWHERE.contains(command) && !but.contains(command) && !command.name().startsWith("TAKE_") && command != KeyCommand.LEAVE_GREY) {
                boolean acted = Toolkit.ask(() -> {
                    open();
                    prepare(command);
                    String before = seen();
                    press.accept(keys.get().drawn(command).getFirst());
                    return !before.equals(seen());
                });
                if (!acted) {
                    idle.add(command);
                }
            }
        }
        return idle;
    }

    private void prepare(KeyCommand command) {
        switch (command) {
            case UNDO, LOOK_BACK -> model.decide(model.pack().label("benign"), true);
            case REDO -> {
                model.decide(model.pack().label("benign"), true);
                model.undo();
            }
            case REVERSE -> {
                casework.descendants = 3;
                model.decide(model.pack().label("benign"), true);
                model.undo();
            }
            case COMMIT_UNSURE, GO_ON, ACTION -> model.pending().toggle(model.pack().label("spam_scam"));
            case PEEK, LATCH, KEYHOLE, COVER_STEP, GREY -> model.cover().coverNow();
            case COVER_NOW -> model.latch();
            case LEFT, RIGHT, UP, DOWN, FIT, ZOOM_OUT -> {
                model.latch();
                model.study().oneToOne();
                model.study().zoom(3, 0, 0);
            }
            case LENS_POWER -> {
                model.latch();
                model.study().toggleLens();
            }
            default -> {
                if (command.group() == KeyCommand.Group.STUDY) {
                    model.latch();
                }
            }
        }
    }

    /** Without a window: what is looked at here needs no pixels. */
    private void open() {
        casework = new PaintedCasework();
        casework.frames = 12;
        for (int n = 0; n < 6; n++) {
            casework.add(1, "guarded", false);
            casework.add(2, "guarded", false);
        }
        keys = new SimpleObjectProperty<>(new KeyMap(casework.pack()));
        model = new ReviewViewModel(casework, PaintedCasework.workers(now), new SteppingClock(PaintedCasework.NOW), 8);
        controller = new ReviewController(model, overlays, new SteppingClock(PaintedCasework.NOW), 0.15, keys);
        Parent view = new Views().load("review", controller);
        overlays.close();
        scene = new Scene(new StackPane(view, new StackPane(overlays.ground())), 1280, 800);
        model.room(new Room(800, 600));
        model.tick();
        model.painted();
    }

    /** All that can be told apart on the screen, and the state of the picture. */
    private String seen() {
        StringBuilder seen = new StringBuilder().append(overlays.isOpen()).append(casework.recorded.size()).append(model.study().changesProperty().get()).append(model.changesProperty().get())
                .append(model.study().framingProperty().get()).append(model.study().lensProperty().get()).append(model.study().lookProperty().get())
                .append(model.situationProperty().get()).append(model.laneIdProperty().get()).append(model.pending().draftProperty().get()).append(model.regions().isActive())
                .append(model.noticeProperty().get());
        walk(scene.getRoot(), seen);
        return seen.toString();
    }

    private static void walk(Node node, StringBuilder seen) {
        if (node.isVisible()) {
            seen.append(node instanceof Labeled words ? words.getText() : "").append('.');
            if (node instanceof ScrollPane pane) {
                walk(pane.getContent(), seen);
            } else if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> walk(child, seen));
            }
        }
    }
}
