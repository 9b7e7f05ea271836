package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.queue.Lane;
import dev.docket.queue.Stage;
import dev.docket.ui.review.Picture;
import dev.docket.ui.review.ReviewCase;
import dev.docket.ui.review.ReviewViewModel;
import dev.docket.ui.review.Situation;
import java.util.List;
import java.util.function.Predicate;

/** The way through the review screen: on to the next image, a lane, an image that shows what is wanted. */
final class ReviewWalk {
    private static final int MOST_SKIPPED = 150;

    private final TourScreens screens;
    private final Desk desk;
    private final ReviewViewModel model;

    ReviewWalk(TourScreens screens, Desk desk) {
        this.screens = screens;
        this.desk = desk;
        model = screens.window().screens().review().model();
    }

    ReviewViewModel model() {
        return model;
    }

    /** Whether its pixels, or their cover, are on screen. JavaFX thread. */
    boolean isSeen() {
        return model.pictureProperty().get() instanceof Picture.Decoded;
    }

    ReviewCase current() {
        return screens.ask(() -> model.currentProperty().get());
    }

    boolean is(Situation situation) {
        return model.situationProperty().get() == situation;
    }

    void await(Situation situation) {
        screens.await("the state " + situation, () -> is(situation));
    }

    /** Skips items, lane by lane, until one is on screen that nobody has judged before and that is wanted. */
    void seek(String what, Predicate<ReviewCase> wanted) {
        for (int skipped = 0; skipped < MOST_SKIPPED; skipped++) {
            settled();
            ReviewCase now = current();
            if (now != null && now.task().stage() == Stage.FIRST && screens.ask(() -> wanted.test(now))) {
                return;
            }
            skip(now);
            // a lane asked for while the skip is being stored would be opened later, under the next picture
            screens.await("the skip", () -> !model.tray().isBusy());
            screens.press("Alt+Down");
        }
        throw new IllegalStateException("The tour did not find " + what + " among " + MOST_SKIPPED + " items");
    }

    /** Opens a lane and waits for its first image. @param key the policy's word for it */
    void lane(String key) {
        screens.tell(model::tick);
        int id = desk.database.<List<Lane>>inTransaction(desk.queue::lanes).stream().filter(lane -> lane.key().equals(key)).findFirst().orElseThrow().id();
        screens.await("the lane " + key, () -> !model.tray().isBusy());
        screens.tell(() -> model.selectLane(id));
        screens.await("an image of the lane " + key, () -> model.canDecide() && model.currentProperty().get().task().laneId() == id);
    }

    void skip(ReviewCase now) {
        if (now == null) {
            screens.press("Enter");
        } else {
            screens.tell(() -> model.skip(desk.policy.pack().noDecisionReasons().getFirst()));
            screens.await("the image after " + now.item().shortId(), () -> model.currentProperty().get() != now);
        }
    }

    /** Decides what is left of the lane: what is skipped comes back to it. */
    void untilLaneIsEmpty() {
        settled();
        while (!screens.ask(() -> is(Situation.LANE_EMPTY))) {
            screens.await("a picture that can be judged", model::canDecide);
            ReviewCase now = current();
            screens.tell(() -> model.decide(model.pack().label("benign"), true));
            screens.await("the image after " + now.item().shortId(), () -> model.currentProperty().get() != now && !model.tray().isBusy());
            settled();
        }
    }

    /** As {@link #settled}, and on to the next lane where this one is done. */
    void onward() {
        settled();
        if (screens.ask(() -> is(Situation.LANE_EMPTY))) {
            screens.press("Enter");
            settled();
        }
    }

    /** Until there is something that can be passed on, or nothing more to come. */
    void settled() {
        screens.await("the next image", () -> model.canHandOver() && model.pictureProperty().get() != null
                || is(Situation.LANE_EMPTY) || is(Situation.ALL_DONE));
    }
}
