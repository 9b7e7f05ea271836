package dev.docket.tour;

import dev.docket.decode.WebpEncoder;
import dev.docket.desk.Desk;
import dev.docket.settings.Settings;
import dev.docket.tour.TourReport.Picture;
import dev.docket.ui.DocketWindow;
import dev.docket.ui.keys.Chord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/**
 * The real window on JavaFX's Headless platform, driven from the tour's own thread: keys pressed, buttons fired,
 * pictures taken. Every call waits until the JavaFX thread has done it.
 */
final class TourScreens implements AutoCloseable {
    private static final int WIDTH = 1440;
    /** The Headless screen takes no taller window. */
    private static final int HEIGHT = 900;
    /** Of WebP: text stays sharp, and a picture takes a tenth of what it takes as PNG. */
    private static final int QUALITY = 70;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MILLIS = 15;
    /** What is drawn after the picture, and what workers bring, comes within this; a clock changes a second later at the earliest. */
    private static final long STILL_MILLIS = 200;
    private static final int MOST_LOOKS = 40;

    /** Something done on the screens that may take pictures. */
    interface Step {
        void run() throws IOException;
    }

    private final Path out;
    private final DocketWindow window;
    private final List<Picture> pictures;
    private final boolean owner;

    private TourScreens(Path out, DocketWindow window, List<Picture> pictures, boolean owner) {
        this.out = out;
        this.window = window;
        this.pictures = pictures;
        this.owner = owner;
    }

    static TourScreens open(Desk desk, Path out) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CompletableFuture<DocketWindow> shown = new CompletableFuture<>();
        Platform.startup(() -> show(desk, shown));
        return new TourScreens(out, wait(shown, "the window"), new ArrayList<>(), true);
    }

    /** Another window over another desk; its pictures join these. */
    TourScreens beside(Desk desk) {
        CompletableFuture<DocketWindow> shown = new CompletableFuture<>();
        window.records().onScreen(() -> show(desk, shown));
        return new TourScreens(out, wait(shown, "another window"), pictures, false);
    }

    private static void show(Desk desk, CompletableFuture<DocketWindow> shown) {
        try {
            DocketWindow window = new DocketWindow(WIDTH, HEIGHT);
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
        return List.copyOf(pictures);
    }

    /** Asks something of the screens on their own thread. */
    <T> T ask(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        window.records().onScreen(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) { // carried to the thread that asked
                answer.completeExceptionally(e);
            }
        });
        return wait(answer, "the screen");
    }

    void tell(Runnable step) {
        ask(() -> {
            step.run();
            return step;
        });
    }

    /** Waits until it is so. @param what for the message when it does not come */
    void await(String what, Callable<Boolean> condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!ask(condition)) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The tour waited two minutes for " + what);
            }
            pause(LOOK_AGAIN_MILLIS);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new dev.docket.progress.StoppedException();
        }
    }

    /** Presses and releases a key where the keyboard is. @param chord such as {@code Shift+S} */
    void press(String chord) {
        tell(() -> {
            key(KeyEvent.KEY_PRESSED, chord);
            key(KeyEvent.KEY_RELEASED, chord);
        });
    }

    /** Presses a key and does something before it is let go. */
    void holding(String chord, Step step) throws IOException {
        tell(() -> key(KeyEvent.KEY_PRESSED, chord));
        try {
            step.run();
        } finally {
            tell(() -> key(KeyEvent.KEY_RELEASED, chord));
        }
    }

    private void key(EventType<KeyEvent> type, String written) {
        Chord chord = Chord.of(written);
        KeyCode code = KeyCode.getKeyCode(chord.key());
        Node owner = window.scene().getFocusOwner();
        Event.fireEvent(owner == null ? window.scene().getRoot() : owner,
                new KeyEvent(type, "", code.getName(), code, chord.shift(), chord.control(), chord.alt(), false));
    }

    /** Presses a button once it can be. @param selector such as {@code #train} */
    void fire(String selector) {
        await("the button " + selector, () -> button(selector) != null && !button(selector).isDisabled());
        tell(() -> button(selector).fire());
    }

    private Button button(String selector) {
        return window.scene().getRoot().lookup(selector) instanceof Button button ? button : null;
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
        int[] before = ask(this::pixels);
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            pause(STILL_MILLIS);
            int[] now = ask(this::pixels);
            if (Arrays.equals(before, now) && ask(() -> Blanks.none(window.scene().getRoot()))) {
                return;
            }
            before = now;
        }
    }

    /** Whether these words stand on the screen. */
    boolean says(String words) {
        return window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Labeled label && label.getText().equals(words) && Blanks.isSeen(label));
    }

    /** Takes a picture of the window. @param name of the file, without its ending */
    void picture(String name, String title) throws IOException {
        keep(name, title, ask(this::pixels));
    }

    /** Takes a picture of what lasts a moment. False, and none is taken, when it is over. */
    boolean picture(String name, String title, Callable<Boolean> lasts) throws IOException {
        Optional<int[]> pixels = ask(() -> lasts.call() ? Optional.of(pixels()) : Optional.empty());
        if (pixels.isPresent()) {
            keep(name, title, pixels.get());
        }
        return pixels.isPresent();
    }

    private void keep(String name, String title, int[] pixels) throws IOException {
        String file = name + ".webp";
        Files.write(out.resolve(file), WebpEncoder.lossy(WIDTH, HEIGHT, pixels, QUALITY));
        pictures.add(new Picture(file, title));
    }

    private int[] pixels() {
        WritableImage shot = window.scene().snapshot(new WritableImage(WIDTH, HEIGHT));
        int[] pixels = new int[WIDTH * HEIGHT];
        shot.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
        return pixels;
    }

    private static <T> T wait(CompletableFuture<T> answer, String whose) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new dev.docket.progress.StoppedException();
        } catch (TimeoutException e) {
            throw new IllegalStateException("No answer from " + whose + " in two minutes", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        tell(window::close);
        if (owner) {
            Platform.exit();
        }
    }
}
