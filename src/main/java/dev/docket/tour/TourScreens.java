package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.settings.Settings;
import dev.docket.tour.TourReport.Picture;
import dev.docket.ui.DocketWindow;
import dev.docket.ui.common.ScreenThread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

/**
 * The real window on JavaFX's Headless platform, driven from the tour's own thread: keys pressed, buttons fired,
 * pictures taken. Every call waits until the JavaFX thread has done it.
 */
final class TourScreens implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(15);

    /** Something done on the screens that may take pictures. */
    interface Step {
        void run() throws IOException;
    }

    private final DocketWindow window;
    private final ScreenThread thread;
    private final Hands hands;
    private final Camera camera;
    private final boolean owner;

    private TourScreens(DocketWindow window, ScreenThread thread, Camera camera, boolean owner) {
        this.window = window;
        this.thread = thread;
        this.camera = camera;
        this.owner = owner;
        hands = new Hands(thread, window.scene());
    }

    static TourScreens open(Desk desk, Path out) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CompletableFuture<DocketWindow> shown = new CompletableFuture<>();
        Platform.startup(() -> show(desk, shown));
        DocketWindow window = ScreenThread.wait(shown, PATIENCE, "the window");
        ScreenThread thread = thread(window);
        return new TourScreens(window, thread, new Camera(thread, window.scene(), out, new ArrayList<>()), true);
    }

    /** Another window over another desk; its pictures join these. */
    TourScreens beside(Desk desk) {
        CompletableFuture<DocketWindow> shown = new CompletableFuture<>();
        window.records().onScreen(() -> show(desk, shown));
        DocketWindow another = ScreenThread.wait(shown, PATIENCE, "another window");
        ScreenThread its = thread(another);
        return new TourScreens(another, its, camera.of(its, another.scene()), false);
    }

    private static ScreenThread thread(DocketWindow of) {
        return new ScreenThread(of.records()::onScreen, PATIENCE, LOOK_AGAIN);
    }

    private static void show(Desk desk, CompletableFuture<DocketWindow> shown) {
        try {
            DocketWindow window = new DocketWindow(Camera.WIDTH, Camera.HEIGHT);
            window.show(new Stage());
            window.open(desk);
            window.theme().choiceProperty().set(Settings.Theme.LIGHT);
            shown.complete(window);
        } catch (RuntimeException e) {
            shown.completeExceptionally(e);
        }
    }

    DocketWindow window() {
        return window;
    }

    /** Pictures taken so far. */
    List<Picture> pictures() {
        return camera.pictures();
    }

    /** Asks something of the screens on their own thread. */
    <T> T ask(Callable<T> question) {
        return thread.ask(question);
    }

    void tell(Runnable step) {
        thread.tell(step);
    }

    /** Waits until it is so. @param what for the message when it does not come */
    void await(String what, Callable<Boolean> condition) {
        thread.await(what, condition);
    }

    /** Presses and releases a key where the keyboard is. @param chord such as {@code Shift+S} */
    void press(String chord) {
        hands.press(chord);
    }

    /** Presses a key and does something before it is let go. */
    void holding(String chord, Step step) throws IOException {
        hands.holding(chord, step);
    }

    /** Presses a button once it can be. @param selector such as {@code #train} */
    void fire(String selector) {
        hands.fire(selector);
    }

    /** Brings a tab to the front. */
    void show(String screen) {
        tell(() -> window.shell().show(screen));
        settle();
    }

    void theme(Settings.Theme theme) {
        tell(() -> window.theme().choiceProperty().set(theme));
        settle();
    }

    /** Waits until nothing on the screen moves any more, and all that it shows of pictures is there. */
    void settle() {
        camera.settle();
    }

    /** Whether these words stand on the screen. JavaFX thread. */
    boolean says(String words) {
        return window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label && label.getText().equals(words) && Blanks.isSeen(label));
    }

    /** Takes a picture of the window. @param name of the file, without its ending */
    void picture(String name, String title) throws IOException {
        camera.picture(name, title);
    }

    /** Takes a picture of what lasts a moment. False, and none is taken, when it is over. */
    boolean picture(String name, String title, Callable<Boolean> lasts) throws IOException {
        return camera.picture(name, title, lasts);
    }

    @Override
    public void close() {
        tell(window::close);
        if (owner) {
            Platform.exit();
        }
    }
}
