package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.ui.review.Picture;
import dev.docket.ui.review.ReviewCase;
import dev.docket.ui.review.ReviewViewModel;
import dev.docket.ui.review.Situation;
import java.io.IOException;
import java.util.function.Predicate;

/** The review screen in its states. Items are skipped until one is there that shows the next state. */
final class ReviewStates {
    private static final int MOST_SKIPPED = 150;

    private final TourScreens screens;
    private final StatePictures pictures;
    private final Desk desk;
    private final ReviewViewModel model;

    ReviewStates(TourScreens screens, Desk desk) {
        this.screens = screens;
        this.pictures = new StatePictures(screens);
        this.desk = desk;
        model = screens.window().screens().review().model();
    }

    void take() throws IOException {
        hardToShow();
        open();
        covered();
        sheets();
        ends();
    }

    private void hardToShow() throws IOException {
        seek("the picture that breaks off", c -> c.item().source().externalId().equals("feed-1"));
        pictures.take("review-partial", "A file that ends early: what decoded is shown, marked as a part");
        seek("the picture without a reader", c -> c.item().source().externalId().equals("feed-2"));
        pictures.take("review-unseen", "No reader for this format here: the facts can be decided on");
    }

    private void open() throws IOException {
        seek("an open picture with scores", c -> !c.blind() && !model.cover().isCovered() && c.scores().size() > 2);
        pictures.take("review", "Review: one image, one verdict");
        pressed("Ctrl+2", "review-pending", "A verdict being put together");
        screens.press("Esc");
        screens.press("Esc");
        screens.press("Shift+Space");
        pressed("U", "study-pixels", "Real pixels");
        pressed("L", "study-levels", "Tones stretched");
        screens.press("L");
        pressed("I", "study-error-levels", "Error levels");
        pressed("N", "study-noise", "Noise");
        screens.press("N");
        screens.press("F");
    }

    private void covered() throws IOException {
        seek("a covered picture", c -> !c.blind() && model.cover().isCovered() && c.profile().render());
        pictures.take("review-covered", "Covered: the facts come first");
        screens.holding("Space", () -> pictures.take("review-peek", "Open while Space is held"));
        pressed("X", "review-cover-step", "A thinner cover, step by step");
        seek("an item of the blind share", ReviewCase::blind);
        pictures.take("review-blind", "The blind share hides scores and earlier verdicts until the verdict");
        pictures.take("review-withheld", "Quarantined: blank at once, never shown again", () -> {
            settled();
            screens.press("Q");
            screens.await("the blank panel", () -> is(Situation.WITHHELD));
        });
    }

    private void sheets() throws IOException {
        seek("any picture", c -> true);
        sheet("Shift+Slash", "keys", "Every key, from the live map");
        sheet("0", "more-labels", "The rarer labels");
        sheet("S", "skip", "Skipping, with a reason");
        sheet("E", "escalate", "Handing over to a ladder");
        sheet("C", "reason", "A reason from the policy, and a note");
        sheet("Shift+C", "comments", "Comments, kept apart from the record");
        sheet("Alt+T", "look-alikes", "Look-alikes, covered like everything else");
        sheet("Ctrl+K", "palette", "The command palette");
        sheet("Ctrl+Comma", "settings", "Settings");
        seek("a picture with near-duplicates", c -> c.stack() > 2 && !c.blind());
        pressed("T", "stack", "A stack: what looks alike, decided together by who has seen it");
        screens.show("review");
    }

    private void ends() throws IOException {
        screens.press("P");
        screens.await("the pause", () -> is(Situation.PAUSED));
        pictures.take("review-paused", "Paused: everything in hand went back");
        screens.press("Enter");
        untilEmpty();
        pictures.take("review-lane-empty", "This lane is done, another has work");
    }

    /** The keyboard is on the picture, the sheet is opened, photographed and closed. */
    private void sheet(String chord, String name, String title) throws IOException {
        pressed(chord, name, title);
        screens.press("Esc");
    }

    private void pressed(String chord, String name, String title) throws IOException {
        screens.press(chord);
        screens.settle();
        pictures.take(name, title);
    }

    private void seek(String what, Predicate<ReviewCase> wanted) {
        for (int skipped = 0; skipped < MOST_SKIPPED; skipped++) {
            settled();
            ReviewCase now = screens.ask(() -> model.currentProperty().get());
            if (now != null && screens.ask(() -> wanted.test(now))) {
                return;
            }
            skip(now);
            // a lane asked for while the skip is being stored would be opened later, under the next picture
            screens.await("the skip", () -> !model.tray().isBusy());
            screens.press("Alt+Down");
        }
        throw new IllegalStateException("The tour did not find " + what + " among " + MOST_SKIPPED + " items");
    }

    private void skip(ReviewCase now) {
        if (now == null) {
            screens.press("Enter");
        } else {
            screens.tell(() -> model.skip(desk.policy.pack().noDecisionReasons().getFirst()));
            screens.await("the image after " + now.item().shortId(), () -> model.currentProperty().get() != now);
        }
    }

    private void untilEmpty() {
        for (int skipped = 0; skipped < MOST_SKIPPED && !screens.ask(() -> is(Situation.LANE_EMPTY)); skipped++) {
            settled();
            skip(screens.ask(() -> model.currentProperty().get()));
        }
    }

    /** Until there is something that can be passed on, or nothing more to come. */
    private void settled() {
        screens.await("the next image", () -> model.canHandOver() && !(model.pictureProperty().get() == null)
                || is(Situation.LANE_EMPTY) || is(Situation.ALL_DONE));
    }

    private boolean is(Situation situation) {
        return model.situationProperty().get() == situation;
    }
}
