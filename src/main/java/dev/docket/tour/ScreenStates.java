package dev.docket.tour;

import dev.docket.ui.shell.Screen;
import java.io.IOException;
import java.util.List;

/** The screens beside review, as the tour's verdicts left them. */
final class ScreenStates {
    private final TourScreens screens;
    private final StatePictures pictures;

    ScreenStates(TourScreens screens) {
        this.screens = screens;
        this.pictures = new StatePictures(screens);
    }

    void take() throws IOException {
        List<Screen> all = screens.ask(() -> screens.window().screens().all());
        for (Screen screen : all) {
            if (!screen.id().equals("review")) {
                screens.show(screen.id());
                screens.settle();
                pictures.take("screen-" + screen.id(), screen.title());
            }
        }
    }
}
