package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.ui.common.Text;
import dev.docket.ui.review.ReviewViewModel;
import dev.docket.ui.review.Situation;
import java.io.IOException;

/** The review screen where something is in the way of a verdict. */
final class TroubleStates {
    private final TourScreens screens;
    private final StatePictures pictures;
    private final ReviewWalk walk;
    private final OtherPeople others;
    private final Desk desk;
    private final ReviewViewModel model;

    TroubleStates(TourScreens screens, StatePictures pictures, ReviewWalk walk, OtherPeople others, Desk desk) {
        this.screens = screens;
        this.pictures = pictures;
        this.walk = walk;
        this.others = others;
        this.desk = desk;
        model = walk.model();
    }

    /** What stands first in its lane: pictures that are hard to show. */
    void hardToShow() throws IOException {
        walk.seek("the picture that breaks off", c -> c.item().source().externalId().equals("feed-1"));
        pictures.take("review-partial", "A file that ends early: what decoded is shown, marked as a part");
        walk.seek("the picture without a reader", c -> c.item().source().externalId().equals("feed-2"));
        pictures.take("review-unseen", "No reader for this format here: the facts can be decided on");
        walk.seek("the picture that cannot be read", c -> c.item().source().externalId().equals("feed-3"));
        pictures.take("review-unreadable", "A picture that cannot be read: passed on, never judged");
    }

    /** Last, as it takes away what is in hand. */
    void taken() throws IOException {
        loading();
        walk.seek("an open picture", c -> !c.blind() && walk.isSeen() && !model.cover().isCovered());
        silent();
        lose();
        screens.await("the bar", () -> model.leaseLostProperty().get());
        pictures.take("review-lease-lost", "The lease passed to somebody else: the verdict is kept as a second opinion");
        walk.skip(walk.current());
        walk.seek("another picture", c -> !c.blind() && walk.isSeen());
        others.takeOver(walk.current().task());
        others.quarantine(walk.current().task());
        screens.tell(model::checkLeases);
        walk.await(Situation.WITHDRAWN);
        pictures.take("review-withdrawn", "The item was taken out while it was on screen");
        screens.press("Enter");
    }

    /** The database keeps the desk waiting for so long that it gives up, and asks again. */
    private void silent() throws IOException {
        try (BusyRow _ = new BusyRow(desk, walk.current().task().taskId())) {
            pictures.takeAtOnce("review-silent", "The desk does not answer: it is asked again", () -> {
                screens.tell(model::checkLeases);
                screens.await("the bar", this::isSilent);
            }, this::isSilent);
        }
        screens.await("the desk", () -> !isSilent());
    }

    private boolean isSilent() {
        return !model.troubleProperty().get().isEmpty();
    }

    private void lose() {
        others.takeOver(walk.current().task());
        screens.tell(model::checkLeases);
    }

    /** The decoder has other things to do. */
    private void loading() throws IOException {
        walk.onward();
        try (BusyDecoder busy = new BusyDecoder(desk.decoder)) {
            pictures.takeAtOnce("review-loading", "The picture is being decoded: the facts are there already", () -> {
                screens.tell(model::giveBack);
                walk.await(Situation.PAUSED);
                screens.press("Enter");
                screens.await("a case, its picture late or not", () -> model.currentProperty().get() != null
                        && (model.pictureProperty().get() != null || screens.says(Text.of("review.loading"))));
            }, () -> screens.says(Text.of("review.loading")));
        }
        walk.settled();
    }
}
