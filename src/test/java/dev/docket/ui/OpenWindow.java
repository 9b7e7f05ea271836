package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Settings;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.TextSize;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;

/**
 * The window of a test: Docket's shell around a few screens, or one view alone, with everything in the background done at
 * once. After each test it must be sound, and is closed.
 */
public final class OpenWindow implements BeforeEachCallback, AfterEachCallback {
    private final Background now = new Background(Runnable::run, Runnable::run);
    private final Overlays overlays = new Overlays();
    private final Job job = new Job(now);
    private final FxRobot robot = new FxRobot();
    private final String[] styles;
    private StyleLog log;
    private ShellController shell;
    private Stage stage;

    /** @param styles the stylesheets the scene carries beside {@code base.css} */
    public OpenWindow(String... styles) {
        this.styles = styles;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        Toolkit.start();
        log = StyleLog.listen();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        try {
            if (stage != null && test.getExecutionException().isEmpty()) {
                assertSound();
            }
        } finally {
            close();
            log.close();
        }
    }

    /** Shows the shell with these screens, the first in front; made on the JavaFX thread. Closes what was shown before. */
    public void show(Settings.Theme theme, int width, int height, Supplier<List<Screen>> screens) {
        show(theme, width, height, chosen -> {
            shell = new ShellController(overlays, chosen, job);
            return new Views().load("shell", shell);
        }, () -> shell.open(screens.get(), "R-14"));
    }

    /** Shows one view with the place for sheets over it, without the shell; made on the JavaFX thread. */
    public void showAlone(Settings.Theme theme, int width, int height, Supplier<? extends Node> view) {
        show(theme, width, height, chosen -> new StackPane(view.get(), overlays.ground()), () -> {});
    }

    private void show(Settings.Theme theme, int width, int height, java.util.function.Function<Theme, Parent> root, Runnable then) {
        close();
        Toolkit.tell(() -> {
            Scene scene = new Scene(root.apply(new Theme(theme)), width, height);
            Theme.dress(scene, styles);
            then.run();
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
        });
        Toolkit.frames(3);
    }

    /** @param percent of the usual size */
    public void textSize(int percent) {
        Toolkit.tell(() -> TextSize.set(scene(), percent, styles));
        Toolkit.frames(2);
    }

    /** No stylesheet has complained, and whatever the keyboard reaches has a name. */
    public void assertSound() {
        assertThat(log.problems()).isEmpty();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene().getRoot()))).isEmpty();
    }

    /** A picture of the window as it is after another frame, in {@code target/pictures}. */
    public void picture(String name) {
        Toolkit.frames(2);
        Toolkit.picture(scene(), name);
    }

    /** Clicks in the middle of what the selector, or these words, find. */
    public FxRobotInterface click(String what) {
        return robot.clickOn(what);
    }

    public FxRobotInterface click(Node what) {
        return robot.clickOn(what);
    }

    /** A click in the middle of what the selector finds, without the way of the pointer there. */
    public void tap(String selector) {
        tap(node(selector), false);
    }

    /** @param shift held meanwhile */
    public void tap(Node what, boolean shift) {
        Toolkit.tell(() -> {
            assertThat(what.isDisabled()).as("%s can be pressed", what).isFalse();
            for (var type : List.of(MouseEvent.MOUSE_ENTERED, MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                mouse(what, type, shift);
            }
        });
        if (!Platform.isFxApplicationThread()) {
            Toolkit.frames(1);
        }
    }

    /** The mouse goes down in the middle of what the selector finds, and stays down. */
    public void hold(String selector) {
        Node what = node(selector);
        Toolkit.tell(() -> mouse(what, MouseEvent.MOUSE_PRESSED, false));
    }

    private static void mouse(Node what, EventType<MouseEvent> type, boolean shift) {
        Bounds at = what.localToScene(what.getLayoutBounds());
        Event.fireEvent(what, new MouseEvent(type, at.getCenterX(), at.getCenterY(), at.getCenterX(), at.getCenterY(), MouseButton.PRIMARY, 1,
                shift, false, false, false, type == MouseEvent.MOUSE_PRESSED, false, false, false, false, true, null));
    }

    /** Tab, as often as it takes to come there. */
    public void tabTo(String selector) {
        assertThat(Toolkit.ask(() -> TabOrder.goTo(scene(), selector))).as("Tab comes to %s", selector).isTrue();
        Toolkit.frames(1);
    }

    /** Whether a control with these words is visible. */
    public boolean says(String words) {
        return robot.lookup(words).tryQuery().isPresent();
    }

    /** The first node of this selector: it must be there. */
    @SuppressWarnings("unchecked")
    public <T extends Node> T node(String selector) {
        Node found = Toolkit.ask(() -> scene().getRoot().lookup(selector));
        assertThat(found).as(selector).isNotNull();
        return (T) found;
    }

    public void close() {
        if (stage != null) {
            Toolkit.tell(stage::close);
            stage = null;
        }
    }

    /** Does everything on the thread that asks. */
    public Background now() {
        return now;
    }

    public Overlays overlays() {
        return overlays;
    }

    public Job job() {
        return job;
    }

    /** The mouse beyond a click, and words typed at once. */
    public FxRobot robot() {
        return robot;
    }

    public ShellController shell() {
        return shell;
    }

    public Scene scene() {
        return stage.getScene();
    }

    public Stage stage() {
        return stage;
    }
}
