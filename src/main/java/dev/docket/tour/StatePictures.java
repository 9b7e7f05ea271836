package dev.docket.tour;

import dev.docket.settings.Settings.Theme;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Pictures in pairs, light and dark. */
final class StatePictures {
    private static final List<Theme> BOTH = List.of(Theme.LIGHT, Theme.DARK);

    private final TourScreens screens;

    StatePictures(TourScreens screens) {
        this.screens = screens;
    }

    /** Of what is on screen. */
    void take(String name, String title) throws IOException {
        take(name, title, () -> {});
    }

    /** @param before done anew for each of the two: what lasts only a moment */
    void take(String name, String title, TourScreens.Step before) throws IOException {
        for (Theme theme : BOTH) {
            screens.theme(theme);
            before.run();
            screens.settle();
            screens.picture(name + "-" + theme.name().toLowerCase(Locale.ROOT), title);
        }
    }
}
