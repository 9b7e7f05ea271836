package dev.docket.tour;

import java.io.IOException;

/** What several people do about one image: a dispute is settled, an appeal is heard. */
final class LadderStates {
    private final TourScreens screens;
    private final StatePictures pictures;
    private final ReviewWalk walk;

    LadderStates(TourScreens screens, StatePictures pictures, ReviewWalk walk) {
        this.screens = screens;
        this.pictures = pictures;
        this.walk = walk;
    }

    void take() throws IOException {
        walk.lane("adjudication");
        pictures.take("adjudication", "Two findings to settle, what differs is marked");
        screens.press("F4");
        pictures.take("adjudication-grey", "Left open, with the reason why");
        screens.press("Esc");
        screens.press("F2");
        walk.lane("appeals");
        pictures.take("appeal", "An appeal is heard by somebody else, without sight of what was decided");
        screens.press("1");
        screens.await("what the hearing came to", () -> screens.window().scene().getRoot().lookup("#hearing-close") != null);
        walk.settled();
        pictures.take("appeal-heard", "What the hearing came to, and what was said before");
        screens.press("Esc");
        walk.onward();
    }
}
