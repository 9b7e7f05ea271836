package dev.docket.tour;

import dev.docket.item.ImageItem;
import dev.docket.policy.Evidence;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.settings.Settings;
import dev.docket.tour.SampleTruth.Vote;
import dev.docket.ui.review.ReviewCase;
import dev.docket.ui.review.ReviewViewModel;
import dev.docket.ui.review.Situation;
import dev.docket.verdict.OriginFinding;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Decides on the review screen, key by key, as simulated reviewers voted; takes its pictures on the way. */
final class ReviewingTour {
    /** The spammer among the simulated reviewers, sim-5, decides nothing here. */
    private static final List<String> REVIEWERS = List.of("sim-1", "sim-2", "sim-3", "sim-4");
    /** One person serves every lane: so many verdicts, then the next lane. */
    private static final int TURN = 3;

    private static final int MOST_SKIPPED = 8;

    private final TourScreens screens;
    private final dev.docket.desk.Desk desk;
    private final SampleTruth truth;
    private final ReviewViewModel model;
    private boolean openTaken;
    private boolean coveredTaken;
    private boolean blindTaken;
    private int made;
    private long nanos;

    ReviewingTour(TourScreens screens, dev.docket.desk.Desk desk, SampleTruth truth) {
        this.screens = screens;
        this.desk = desk;
        this.truth = truth;
        this.model = screens.window().screens().review().model();
    }

    /** Returns how many verdicts were made: as many as asked for, or as there are items. */
    int decide(int wanted) throws IOException {
        while (made < wanted && nextCase()) {
            pictures();
            decideThis();
            if (made % TURN == 0) {
                // the lane changes once the verdict is stored, and until then the case of this one would be there
                screens.await("the verdict", () -> !model.tray().isBusy());
                screens.press("Alt+Down");
            }
        }
        screens.await("the last verdict", () -> !model.tray().isBusy());
        return made;
    }

    /** Looks at the queue anew: the next image that is not blind, with the scores it has now. */
    void nextImage() throws IOException {
        screens.show("review");
        screens.tell(model::giveBack);
        screens.press("Enter");
        for (int skipped = 0; nextCase(); skipped++) {
            if (!screens.ask(() -> model.currentProperty().get().blind()) || skipped == MOST_SKIPPED) {
                screens.settle();
                screens.picture("9-review-rescored", "Review: the next image, scored by the model these verdicts trained");
                return;
            }
            String shown = screens.ask(() -> model.currentProperty().get().item().shortId());
            screens.tell(() -> model.skip("need_context"));
            screens.await("the image after " + shown, () -> model.currentProperty().get() == null
                    || !model.currentProperty().get().item().shortId().equals(shown));
        }
    }

    /** Verdicts a minute, waiting for every picture included. */
    String rate() {
        return String.format(Locale.ROOT, "%.0f a minute", made / (nanos / 60e9));
    }

    /** Waits for a case that can be decided; goes on to the next lane when this one is empty. False when all is done. */
    private boolean nextCase() {
        while (true) {
            screens.await("the next image", () -> model.canDecide() || model.situationProperty().get() == Situation.ALL_DONE
                    || model.situationProperty().get() == Situation.LANE_EMPTY || broken());
            if (screens.ask(model::canDecide)) {
                return true;
            }
            if (screens.ask(this::broken)) {
                screens.tell(() -> model.skip("image_unreadable"));
            } else if (screens.ask(() -> model.situationProperty().get()) == Situation.ALL_DONE) {
                return false;
            } else {
                screens.press("Enter");
            }
        }
    }

    private boolean broken() {
        return model.canHandOver() && !model.canDecide() && model.pictureProperty().get() instanceof dev.docket.ui.review.Picture.Refused;
    }

    private void decideThis() {
        ImageItem item = screens.ask(() -> model.currentProperty().get()).item();
        Vote vote = vote(item);
        Label label = desk.policy.pack().label(vote.label());
        String unsure = vote.unsure() ? "Shift+" : "";
        long begun = System.nanoTime();
        if (label.requires(Evidence.BASIS)) {
            // its looks are all that a simulated reviewer went by
            screens.press("Alt+O");
            screens.press(String.valueOf(OriginFinding.AI_SUSPECTED.ordinal() + 1));
        }
        if (label.hotkey().startsWith("0 ")) {
            screens.press("0");
            screens.press(unsure + label.hotkey().substring(2).toUpperCase(Locale.ROOT));
        } else {
            screens.press(unsure + label.hotkey());
        }
        screens.await("the next image after " + item.shortId(), () -> {
            ReviewCase now = model.currentProperty().get();
            return now == null || !now.item().id().equals(item.id());
        });
        nanos += System.nanoTime() - begun;
        made++;
    }

    /** Each item falls to one of the simulated reviewers, always the same. */
    private Vote vote(ImageItem item) {
        String id = item.source().externalId();
        String reviewer = REVIEWERS.get(Math.floorMod(item.id().hashCode(), REVIEWERS.size()));
        return truth.vote(id, reviewer).orElseThrow(() -> new IllegalStateException("No vote of " + reviewer + " on " + id));
    }

    private void pictures() throws IOException {
        ReviewCase now = screens.ask(() -> model.currentProperty().get());
        boolean covered = screens.ask(() -> model.cover().isCovered());
        if (!openTaken && !covered && !now.blind()) {
            openTaken = true;
            screens.settle();
            screens.picture("1-review-light", "Review: one image, one verdict");
            screens.theme(Settings.Theme.DARK);
            screens.picture("2-review-dark", "Review, dark");
            screens.theme(Settings.Theme.LIGHT);
        } else if (!coveredTaken && covered) {
            coveredTaken = true;
            screens.settle();
            screens.picture("3-review-covered", "Review: covered until Space is held");
        } else if (!blindTaken && now.blind()) {
            blindTaken = true;
            screens.settle();
            screens.picture("4-review-blind", "Review: the blind share hides scores until the verdict");
        }
    }
}
