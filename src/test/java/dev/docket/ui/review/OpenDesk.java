package dev.docket.ui.review;

import dev.docket.desk.Desk;
import dev.docket.desk.SampleQueue;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.ui.DocketWindow;
import dev.docket.ui.Keyboard;
import dev.docket.ui.Screens;
import dev.docket.ui.Toolkit;
import dev.docket.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/** The whole window over a real desk with painted pictures in its queue, and a keyboard in front of it. */
public final class OpenDesk implements AutoCloseable {
    public final Desk desk;
    final ReviewViewModel model;
    private final DocketWindow window;
    private final Stage stage;

    /**
     * @param pictures how many are painted and admitted
     * @param samples whether the sample queue is admitted too
     */
    OpenDesk(Path folder, Settings settings, int pictures, boolean samples) throws Exception {
        this(folder, settings, PaintedPictures.streets(folder.resolve("pictures"), pictures, 320, 240), samples);
    }

    /** @param pictures a folder of them, to be admitted */
    public OpenDesk(Path folder, Settings settings, Path pictures) throws Exception {
        this(folder, settings, pictures, false);
    }

    private OpenDesk(Path folder, Settings settings, Path pictures, boolean samples) throws Exception {
        this(filled(folder, settings, pictures, samples));
    }

    private static Desk filled(Path folder, Settings settings, Path pictures, boolean samples) throws Exception {
        SettingsFile.write(Files.createDirectories(folder.resolve("profile")).resolve("settings.json"), settings);
        Desk desk = Desk.open(folder.resolve("profile"), Clock.systemUTC());
        if (samples) {
            new SampleQueue(desk, SampleQueue.shipped().orElseThrow()).admit(Progress.NONE);
        }
        desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
        return desk;
    }

    /** @param opened with something in its queue; closed with the window */
    public OpenDesk(Desk opened) {
        Toolkit.start();
        desk = opened;
        window = Toolkit.ask(() -> new DocketWindow(1280, 800));
        stage = Toolkit.ask(Stage::new);
        Toolkit.tell(() -> {
            window.show(stage);
            window.open(desk);
            stage.requestFocus();
        });
        model = Toolkit.ask(() -> window.screens().review().model());
        Toolkit.until("the first picture", model::canDecide);
    }

    /** Waits until the pixels of the case on screen are uncovered; says what the screen shows where they never are. */
    void untilOpen() {
        try {
            Toolkit.until("the open picture", () -> model.study().isOpen());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; " + Toolkit.ask(this::state));
        }
    }

    /** What is on screen, for a failure on a machine nobody can look at. */
    private String state() {
        ReviewCase known = model.currentProperty().get();
        Picture picture = model.pictureProperty().get();
        return "situation " + model.situationProperty().get() + ", picture " + (picture == null ? null : picture.getClass().getSimpleName())
                + (picture instanceof Picture.Refused refused ? " (" + refused.reason() + ")" : "") + ", cover " + model.cover().word()
                + " of profile " + (known == null ? null : known.profile().id()) + ", sight " + model.cover().sightProperty().get()
                + ", advice '" + model.pending().adviceProperty().get() + "', notice '" + model.noticeProperty().get() + "', trouble '" + model.troubleProperty().get()
                + "', failure '" + model.tray().failureProperty().get() + "', draft " + model.pending().draftProperty().get()
                + ", sheets " + scene().getRoot().lookupAll(".sheet").size();
    }

    public ReviewCase current() {
        return Toolkit.ask(() -> model.currentProperty().get());
    }

    /** Presses and releases, with others held down meanwhile. */
    public void press(KeyCode key, KeyCode... held) {
        KeyCode[] keys = Arrays.copyOf(held, held.length + 1);
        keys[held.length] = key;
        Keyboard.type(keys);
    }

    /** The keys are this window's again. */
    void bringToFront() {
        Toolkit.tell(stage::requestFocus);
        Toolkit.frames(1);
    }

    /** Presses and releases a key at this window, whichever has the keyboard: where several are open, only one does. */
    void pressHere(KeyCode key) {
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Toolkit.tell(() -> {
                Node at = scene().getFocusOwner() == null ? scene().getRoot() : scene().getFocusOwner();
                Event.fireEvent(at, new KeyEvent(type, KeyEvent.CHAR_UNDEFINED, key.getName(), key, false, false, false, false));
            });
        }
        Toolkit.frames(2);
    }

    public void type(String text) {
        text.toUpperCase(java.util.Locale.ROOT).chars().forEach(c -> press(c == ' ' ? KeyCode.SPACE : KeyCode.getKeyCode(Character.toString(c))));
    }

    /** Presses a key that commits and waits until the verdict is stored and something else is there to be decided. */
    public void commit(KeyCode key, KeyCode... held) {
        ReviewCase before = current();
        press(key, held);
        try {
            Toolkit.until("another case", () -> model.currentProperty().get() != before && !model.tray().isBusy());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; " + Toolkit.ask(this::state));
        }
        Toolkit.until(() -> model.canDecide() || model.situationProperty().get() == Situation.LANE_EMPTY);
        if (Toolkit.ask(() -> model.situationProperty().get()) == Situation.LANE_EMPTY) {
            press(KeyCode.ENTER);
            Toolkit.until(() -> model.canDecide());
        }
    }

    public Screens screens() {
        return window.screens();
    }

    public Scene scene() {
        return stage.getScene();
    }

    /** Clicks in the middle of what the selector finds. */
    public void click(String selector) {
        click(() -> scene().getRoot().lookup(selector));
    }

    /** Clicks a row of the open sheet by its words. */
    void clickChoice(String words) {
        click(() -> scene().getRoot().lookupAll(".choice-row").stream().filter(row -> row.getAccessibleText().contains(words)).findFirst().orElseThrow());
    }

    private void click(Supplier<Node> node) {
        Toolkit.frames(2);
        Toolkit.tell(() -> {
            Bounds at = node.get().localToScene(node.get().getBoundsInLocal());
            mouse(node.get(), MouseEvent.MOUSE_PRESSED, at.getCenterX(), at.getCenterY());
            mouse(node.get(), MouseEvent.MOUSE_RELEASED, at.getCenterX(), at.getCenterY());
        });
        Toolkit.frames(1);
    }

    /** Presses, moves and releases over a node; in pixels from its middle. */
    void drag(String selector, double fromX, double fromY, double toX, double toY) {
        Toolkit.tell(() -> {
            Node node = scene().getRoot().lookup(selector);
            Bounds at = node.localToScene(node.getBoundsInLocal());
            mouse(node, MouseEvent.MOUSE_PRESSED, at.getCenterX() + fromX, at.getCenterY() + fromY);
            if (fromX != toX || fromY != toY) {
                mouse(node, MouseEvent.MOUSE_DRAGGED, at.getCenterX() + (fromX + toX) / 2, at.getCenterY() + (fromY + toY) / 2);
                mouse(node, MouseEvent.MOUSE_DRAGGED, at.getCenterX() + toX, at.getCenterY() + toY);
            }
            mouse(node, MouseEvent.MOUSE_RELEASED, at.getCenterX() + toX, at.getCenterY() + toY);
        });
        Toolkit.frames(1);
    }

    /** The robot of the headless toolkit has no mouse buttons that reach a window. */
    private static void mouse(Node node, EventType<MouseEvent> type, double sceneX, double sceneY) {
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(node, new MouseEvent(type, sceneX, sceneY, sceneX, sceneY, MouseButton.PRIMARY, 1, false, false, false, false,
                down, false, false, true, false, true, null));
    }

    public List<Verdict> history(UUID item) {
        return desk.database.inTransaction(tx -> desk.verdicts.history(tx, item));
    }

    /** Kinds of the lines of the audit log about a verdict. */
    public List<String> lines(Verdict verdict) {
        return desk.database.inTransaction(tx -> tx.createQuery("select kind from audit_entry where subject = :id").bind("id", verdict.id()).mapTo(String.class).list());
    }

    public void picture(String name) {
        Toolkit.frames(2);
        Toolkit.picture(stage.getScene(), name);
    }

    @Override
    public void close() {
        Toolkit.tell(stage::close);
        window.close();
        desk.close();
    }
}
