package dev.docket.bench.screen;

import dev.docket.desk.Desk;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.DocketWindow;
import dev.docket.ui.common.ScreenThread;
import dev.docket.ui.review.ReviewViewModel;
import java.util.Comparator;
import java.util.OptionalInt;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/**
 * Docket's window on the review screen, over a desk of numbered pictures, with a reviewer's finger and eye. From the
 * bench's own thread.
 */
public final class ReviewWindow implements AutoCloseable {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    /** Names of numbered pictures are their numbers and four letters. */
    private static final int ENDING = 4;

    private final ScreenThread screen;
    private final KeyCode key;
    private Stage stage;
    private DocketWindow window;
    private ReviewViewModel model;
    private Robot finger;
    private Eye eye;

    private ReviewWindow(ScreenThread screen, KeyCode key) {
        this.screen = screen;
        this.key = key;
    }

    /** Opens it and waits until its first picture is seen. The desk stays the caller's to close, after this. */
    public static ReviewWindow open(ScreenThread screen, Desk desk) {
        desk.decoder.prepare();
        Label mildest = desk.policy.pack().labels().stream().filter(l -> l.hotkey().matches("[1-9]"))
                .min(Comparator.comparing(Label::severity)).orElseThrow();
        ReviewWindow review = new ReviewWindow(screen, KeyCode.valueOf("DIGIT" + mildest.hotkey()));
        screen.tell(() -> review.show(desk));
        screen.await("the first picture on " + BenchScreen.where(), review::isOnScreen);
        return review;
    }

    private void show(Desk desk) {
        stage = new Stage();
        window = new DocketWindow(WIDTH, HEIGHT);
        window.show(stage);
        window.open(desk);
        stage.requestFocus();
        model = window.screens().review().model();
        finger = new Robot();
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        eye = new Eye(window.scene().lookup(".picture-view"), model.study());
    }

    /** Whether the picture of the current case is seen, and a verdict on it would be taken. */
    private boolean isOnScreen() {
        return model.canDecide() && eye.number().equals(current());
    }

    private OptionalInt current() {
        if (model.currentProperty().get() == null) {
            return OptionalInt.empty();
        }
        String file = model.currentProperty().get().item().source().externalId();
        return OptionalInt.of(Integer.parseInt(file, 0, file.length() - ENDING, 10));
    }

    /** Waits until the current picture is seen and can be decided. */
    public void ready() {
        screen.await("a picture that can be decided", this::isOnScreen);
    }

    /** Decides, without waiting for what comes of it. */
    public void press() {
        screen.tell(() -> finger.keyPress(key));
        screen.tell(() -> finger.keyRelease(key));
    }

    /** @return nanoseconds from the press of a verdict's key until the next picture was read off the screen */
    public long pressToPicture() {
        OptionalInt before = screen.ask(this::current);
        long start = screen.ask(() -> {
            long now = System.nanoTime();
            finger.keyPress(key);
            return now;
        });
        screen.await("the picture after " + before, () -> !current().equals(before) && current().isPresent() && eye.number().equals(current()));
        long taken = System.nanoTime() - start;
        screen.tell(() -> finger.keyRelease(key));
        return taken;
    }

    /** Whether a frame with no picture in it is on the screen. JavaFX thread. */
    public boolean isBlank() {
        return eye.number().isEmpty();
    }

    /** What the review screen is about, and what waits behind it. JavaFX thread. */
    public String standing() {
        return model.situationProperty().get() + ", " + model.held() + " in hand, "
                + model.ahead().stream().filter(held -> held.picture().isPresent()).count() + " of " + model.ahead().size() + " behind it decoded";
    }

    @Override
    public void close() {
        screen.tell(stage::hide);
        window.close();
    }
}
