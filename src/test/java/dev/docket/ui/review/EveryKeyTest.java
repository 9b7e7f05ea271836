package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.settings.Settings;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeyMap.Binding;
import dev.docket.ui.keys.Presses;
import dev.docket.ui.shell.Command;
import dev.docket.ui.shell.CommandSource;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import dev.docket.ui.stage.Framing;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Verdict;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every command of the table on the real screen, once with its key alone and once with the mouse alone: both change
 * something, and the same. The mouse presses the button of the command, or its row in the palette that a button opens. A
 * new command is tried by itself; one that needs something first says so here.
 */
class EveryKeyTest {
    /** Done on a stack, where {@code StackScreenTest} does it both ways, by the window around all screens, as in {@code LockedWindowTest}, and in a team, as in {@code TeamDeskTest}. */
    private static final Set<KeyCommand> ELSEWHERE = EnumSet.of(KeyCommand.MAKE_SEED, KeyCommand.LOCK, KeyCommand.TAKE_ALONG);
    /** The mouse drags: another way there and not to the pixel. */
    private static final Set<KeyCommand> DRAGGED = EnumSet.of(KeyCommand.LEFT, KeyCommand.RIGHT, KeyCommand.UP, KeyCommand.DOWN);
    /** The row of the palette that shows the rest of a group. */
    private static final Pattern MORE = Pattern.compile("\\d+ more.*");
    /** Where commands have a button of their own. */
    private static final List<String> PLACES = List.of("#tool-", "#hand-", "#pending-", "#status-", "#settle-", "#");

    private final Background now = new Background(Runnable::run, Runnable::run);
    private Overlays overlays;
    private PaintedCasework casework;
    private ObjectProperty<KeyMap> keys;
    private ReviewViewModel model;
    private ReviewController controller;
    private Scene scene;
    private List<String> stacks;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @Test
    void everyCommandDoesTheSameByKeyAndByMouse() {
        List<String> faults = new ArrayList<>();
        for (KeyCommand command : KeyCommand.values()) {
            if (!ELSEWHERE.contains(command)) {
                Toolkit.tell(() -> compare(command, faults));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aKeyThatMeansNothingChangesNothing() {
        Toolkit.tell(() -> {
            open(KeyCommand.SKIP);
            String before = state();
            Event.fireEvent(scene, Presses.of(KeyCode.F12));
            assertThat(state()).isEqualTo(before);
        });
    }

    private void compare(KeyCommand command, List<String> faults) {
        open(command);
        String before = state();
        Binding binding = keys.get().drawn(command).getFirst();
        Event.fireEvent(scene, Presses.of(binding.chord()));
        if (!command.holds()) {
            Event.fireEvent(scene, Presses.released(binding.chord()));
        }
        layOut(); // as a palette was opened by mouse: what a sheet scrolls is there only then
        String byKey = state();
        controller.closed();
        open(command);
        if (!click(command, binding)) {
            faults.add(command + " has no way for the mouse");
        }
        String byMouse = state();
        controller.closed();
        if (byKey.equals(before)) {
            faults.add(command + " does nothing by key");
        }
        if (DRAGGED.contains(command) ? byMouse.equals(before) : !byMouse.equals(byKey)) {
            faults.add(command + " does otherwise by mouse:\n  " + byMouse + "\n  by key:\n  " + byKey);
        }
    }

    // ---- the mouse

    private boolean click(KeyCommand command, Binding binding) {
        if (DRAGGED.contains(command)) {
            Node picture = scene.getRoot().lookup(".picture-stage").lookup(".region-layer").getParent();
            mouse(picture, MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 0);
            mouse(picture, MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, command == KeyCommand.LEFT || command == KeyCommand.UP ? 40 : -40);
            return true;
        }
        if (command.holds()) {
            boolean peek = command == KeyCommand.PEEK;
            mouse(scene.getRoot().lookup(peek ? ".card-keys" : ".picture-stage"), MouseEvent.MOUSE_PRESSED, peek ? MouseButton.PRIMARY : MouseButton.SECONDARY, 0);
            return true;
        }
        Optional<Button> button = button(command, binding);
        button.ifPresent(Button::fire);
        return button.isPresent() || choose(binding);
    }

    private Optional<Button> button(KeyCommand command, Binding binding) {
        String name = switch (command) {
            case DECIDE -> "#verdict-" + binding.label().orElseThrow().hotkey();
            case TAKE_FIRST -> "#settle-take-1";
            case TAKE_SECOND -> "#settle-take-2";
            case LEAVE_GREY -> "#settle-grey";
            case GO_ON -> "#pending-commit";
            case ADD_LABEL, SEVERITY, DECIDE_UNSURE -> "#none";
            default -> command.id();
        };
        Stream<String> ids = name.startsWith("#") ? Stream.of(name) : PLACES.stream().map(place -> place + name);
        return ids.map(id -> scene.getRoot().lookup(id)).filter(Objects::nonNull).filter(EveryKeyTest::canBePressed).map(Button.class::cast).findFirst();
    }

    private static boolean canBePressed(Node node) {
        return node == null || node.isVisible() && !node.isDisabled() && canBePressed(node.getParent());
    }

    /** Opens the palette and clicks the command's row. */
    private boolean choose(Binding binding) {
        ((Button) scene.getRoot().lookup("#find")).fire();
        layOut();
        Command wanted = controller.commands(() -> {}).stream().filter(c -> c.keys().equals(binding.caps())).findFirst().orElse(null);
        if (wanted == null) {
            return false;
        }
        String words = wanted.title() + " " + wanted.aside();
        return row(words::equals) || row(MORE.asMatchPredicate()) && row(words::equals);
    }

    /** Scrolls to a row and clicks it. */
    private boolean row(Predicate<String> words) {
        ListView<?> list = (ListView<?>) scene.getRoot().lookup("#paletteList");
        for (int row = 0; row < list.getItems().size(); row += 8) {
            list.scrollTo(row);
            layOut();
            Optional<Node> cell = list.lookupAll(".palette-cell").stream().filter(c -> c.getAccessibleText() != null && words.test(c.getAccessibleText())).findFirst();
            if (cell.isPresent()) {
                mouse(cell.get(), MouseEvent.MOUSE_CLICKED, MouseButton.PRIMARY, 0);
                layOut();
                return true;
            }
        }
        return false;
    }

    private static void mouse(Node node, EventType<MouseEvent> type, MouseButton button, double by) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        boolean first = button == MouseButton.PRIMARY;
        Event.fireEvent(node, new MouseEvent(type, at.getCenterX() + by, at.getCenterY() + by, at.getCenterX() + by, at.getCenterY() + by, button, 1,
                false, false, false, false, first, false, !first, false, !first, true, null));
    }

    // ---- the screen

    /** Ready for this command. */
    private void open(KeyCommand command) {
        overlays = new Overlays();
        casework = new PaintedCasework();
        casework.frames = 12;
        casework.onDemand = command == KeyCommand.SHOW_SCORES;
        stacks = new ArrayList<>();
        if (command.name().startsWith("TAKE_") || command == KeyCommand.LEAVE_GREY) {
            PaintedDispute.in(casework);
        }
        for (int n = 0; n < 4; n++) {
            casework.add(1, "guarded", false);
            casework.add(2, "guarded", false);
        }
        keys = new SimpleObjectProperty<>(new KeyMap(casework.pack()));
        SteppingClock clock = new SteppingClock(PaintedCasework.NOW);
        model = new ReviewViewModel(casework, PaintedCasework.workers(now), clock, 8);
        controller = new ReviewController(model, overlays, clock, 0.15, keys);
        ShellController shell = new ShellController(overlays, new Theme(Settings.Theme.LIGHT), new Job(now));
        scene = new Scene(new Views().load("shell", shell), 1280, 800);
        Theme.dress(scene, "review", "ladder");
        shell.open(List.of(new Screen("review", "Review", new SimpleStringProperty(""), () -> new Views().load("review", controller),
                () -> new StatusItems(model, ZoneOffset.UTC, keys, controller::openExposure), () -> {}, () -> {})), "L-01");
        shell.offer(new CommandSource() {
            @Override
            public List<Command> commands() {
                return controller.commands(() -> {});
            }

            @Override
            public void search(String words, Consumer<List<Command>> found) {
                found.accept(List.of());
            }
        });
        controller.stacks((item, decide) -> stacks.add(item + " " + decide));
        model.room(new Room(800, 600));
        model.tick();
        model.painted();
        prepare(command);
        layOut();
    }

    private void layOut() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private void prepare(KeyCommand command) {
        switch (command) {
            case UNDO, LOOK_BACK -> model.decide(model.pack().label("benign"), true);
            case REDO -> {
                model.decide(model.pack().label("benign"), true);
                model.undo();
            }
            case COMMIT_UNSURE, GO_ON, ACTION, SEVERITY -> model.pending().toggle(model.pack().label("spam_scam"));
            case PEEK, LATCH, KEYHOLE, COVER_STEP, GREY -> model.cover().coverNow();
            case COVER_NOW -> model.latch();
            case LEFT, RIGHT, UP, DOWN, FIT, ZOOM_OUT -> {
                model.latch();
                model.study().oneToOne();
                model.study().zoom(3, 0, 0);
            }
            case REVERSE -> {
                casework.descendants = 3;
                model.decide(model.pack().label("benign"), true);
                model.undo();
            }
            case FRAME_BACK, FRAME_ON -> {
                model.latch();
                model.study().step(1);
            }
            case TURN_BACK -> {
                model.latch();
                model.study().turn(1);
            }
            case LENS_POWER -> {
                model.latch();
                model.study().toggleLens();
            }
            case STACK, DECIDE_STACK -> { }
            default -> {
                if (command.group() == KeyCommand.Group.STUDY) {
                    model.latch();
                }
            }
        }
    }

    /** What a command can change, but for how often the screen was drawn meanwhile. */
    private String state() {
        List<String> verdicts = casework.recorded.stream().map(EveryKeyTest::told).toList();
        String sheet = overlays.ground().getChildrenUnmodifiable().stream().map(s -> s.getClass().getSimpleName() + " " + s.getAccessibleText()).findFirst().orElse("no sheet");
        ReviewCase current = model.currentProperty().get();
        return String.join(" | ", verdicts.toString(), sheet, String.valueOf(current == null ? null : current.item().shortId() + current.mode() + current.blind()),
                model.situationProperty().get().name(), "lane " + model.laneIdProperty().get(), "held " + model.held(), model.pending().draftProperty().get().toString(),
                "drawing " + model.regions().drawingProperty().get(), model.cover().sightProperty().get().name(), model.cover().veilProperty().get().name(),
                "grey " + model.cover().greyProperty().get(), framing(), model.study().lensProperty().get().toString(),
                model.study().lookProperty().get().name(), "playing " + model.study().isPlaying(), "frame " + model.study().frame(), "left " + casework.left.size(),
                "stacks " + stacks.size(), model.noticeProperty().get(), model.pending().adviceProperty().get(),
                "provenance " + scene.getRoot().lookupAll(".provenance-row").size());
    }

    /** Without the room, which a line more of the status bar makes less. */
    private String framing() {
        Framing framing = model.study().framingProperty().get();
        return framing.mode() + " " + framing.turns() + " turns " + Math.round(framing.x()) + " " + Math.round(framing.y()) + " at " + Math.round(framing.freeScale() * 100);
    }

    private static String told(Verdict verdict) {
        return verdict.kind() + " " + verdict.itemId() + " " + verdict.finding() + " " + verdict.reason();
    }
}
