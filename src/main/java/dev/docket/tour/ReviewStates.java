package dev.docket.tour;

import dev.docket.ui.review.ReviewCase;
import dev.docket.ui.review.ReviewViewModel;
import dev.docket.ui.review.Situation;
import java.io.IOException;

/** One person's work on the review screen, state by state. */
final class ReviewStates {
    private final TourScreens screens;
    private final StatePictures pictures;
    private final ReviewWalk walk;
    private final ReviewViewModel model;

    ReviewStates(TourScreens screens, StatePictures pictures, ReviewWalk walk) {
        this.screens = screens;
        this.pictures = pictures;
        this.walk = walk;
        model = walk.model();
    }

    void take() throws IOException {
        open();
        study();
        again();
        covered();
        sheets();
        stack();
        ends();
    }

    private void open() throws IOException {
        walk.seek("an open picture with scores", c -> !c.blind() && walk.isSeen() && !model.cover().isCovered() && c.scores().size() > 2);
        pictures.take("review", "Review: one image, one verdict");
        pressed("Ctrl+2", "review-pending", "A verdict being put together");
        screens.press("D");
        screens.press("Right");
        pictures.take("review-region", "A region is drawn where it is seen");
        screens.press("Enter");
        screens.press("Esc");
        screens.press("Esc");
    }

    private void study() throws IOException {
        screens.press("Shift+Space");
        pressed("U", "study-pixels", "Real pixels");
        pressed("L", "study-levels", "Tones stretched");
        screens.press("L");
        pressed("I", "study-error-levels", "Error levels");
        screens.press("I");
        screens.press("F");
    }

    /** A verdict with a region is made, looked at again, and taken back. */
    private void again() throws IOException {
        ReviewCase decided = walk.current();
        screens.press("D");
        screens.press("Right");
        screens.press("Enter");
        screens.press("9");
        screens.await("the next image", () -> model.currentProperty().get() != decided && !model.tray().isBusy());
        screens.press("A");
        screens.await("the image decided before", () -> walk.is(Situation.LOOKING_BACK) && model.pictureProperty().get() != null);
        screens.settle();
        screens.tell(() -> {
            if (model.cover().isCovered()) {
                model.latch();
            }
        });
        pictures.take("review-looking-back", "Looking back at a verdict, its region on the image");
        screens.press("Enter");
        walk.settled();
        screens.press("Z");
        screens.await("what was taken back", () -> model.pending().isPending());
        pictures.take("review-taken-back", "Taken back, and there again as it was put together");
        screens.press("Esc");
        screens.press("Esc");
    }

    private void covered() throws IOException {
        walk.seek("a covered picture", c -> !c.blind() && walk.isSeen() && model.cover().isCovered() && c.profile().render());
        pictures.take("review-covered", "Covered: the facts come first");
        screens.holding("Space", () -> pictures.take("review-peek", "Open while Space is held"));
        pressed("X", "review-cover-step", "A thinner cover, step by step");
        walk.seek("an item of the blind share", c -> c.blind() && walk.isSeen());
        pictures.take("review-blind", "The blind share hides scores and earlier verdicts until the verdict");
        pictures.takeAtOnce("review-withheld", "Quarantined: blank at once, never shown again", () -> {
            walk.seek("a picture to quarantine", c -> walk.isSeen());
            screens.settle();
            screens.press("Q");
        }, () -> walk.is(Situation.WITHHELD));
    }

    private void sheets() throws IOException {
        walk.seek("any picture", c -> walk.isSeen());
        sheet("Shift+Slash", "keys", "Every key, from the live map");
        sheet("0", "more-labels", "The rarer labels");
        sheet("S", "skip", "Skipping, with a reason");
        sheet("E", "escalate", "Handing over to a ladder");
        sheet("C", "reason", "A reason from the policy, and a note");
        sheet("Shift+C", "comments", "Comments, kept apart from the record");
        sheet("Ctrl+K", "palette", "The command palette");
        settings();
    }

    private void settings() throws IOException {
        pressed("Ctrl+Comma", "settings", "Settings");
        screens.fire("#page-cover");
        pictures.take("settings-cover", "Settings: what is covered, limits, breaks");
        screens.fire("#page-lanes");
        pictures.take("settings-lanes", "Settings: which lanes to draw from, in which order");
        screens.press("Esc");
    }

    private void stack() throws IOException {
        walk.seek("a picture with near-duplicates", c -> c.stack() > 2 && !c.blind());
        sheet("Alt+T", "look-alikes", "Look-alikes, covered like everything else");
        screens.press("T");
        screens.await("the stack", () -> screens.window().scene().getRoot().lookup(".grid-tile") != null);
        screens.press("Right");
        screens.press("S");
        pictures.take("stack", "A stack: what looks alike, decided together by who has seen it; one is left out");
        screens.show("review");
    }

    private void ends() throws IOException {
        screens.press("P");
        walk.await(Situation.PAUSED);
        pictures.take("review-paused", "Paused: everything in hand went back");
        screens.press("Enter");
        walk.untilLaneIsEmpty();
        pictures.take("review-lane-empty", "This lane is done, another has work");
        screens.press("Enter");
    }

    /** The keyboard is on the picture, the sheet is opened, photographed and closed. */
    private void sheet(String chord, String name, String title) throws IOException {
        pressed(chord, name, title);
        screens.press("Esc");
    }

    private void pressed(String chord, String name, String title) throws IOException {
        screens.press(chord);
        pictures.take(name, title);
    }
}
