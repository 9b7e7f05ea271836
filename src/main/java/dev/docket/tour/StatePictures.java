package dev.docket.tour;

import dev.docket.settings.Settings.Theme;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Pictures in pairs, light and dark. */
final class StatePictures {
    private static final List<Theme> BOTH = List.of(Theme.LIGHT, Theme.DARK);

    private static final int MOST_TRIES = 5;

    private final TourScreens screens;

    StatePictures(TourScreens screens) {
        this.screens = screens;
    }

    /** Of what is on screen. */
    void take(String name, String title) throws IOException {
        take(name, title, () -> {});
    }

    /** Of what lasts only a moment. @param lasts whether it is still there, on the JavaFX thread */
    void takeAtOnce(String name, String title, TourScreens.Step before, Callable<Boolean> lasts) throws IOException {
        for (Theme theme : BOTH) {
            screens.theme(theme);
            int tries = 0;
            do {
                before.run();
                if (++tries > MOST_TRIES) {
                    throw new IllegalStateException("The tour missed the moment of " + name);
                }
            } while (!screens.picture(file(name, theme), title, lasts));
        }
    }

    private static String file(String name, Theme theme) {
        return name + "-" + theme.name().toLowerCase(Locale.ROOT);
    }

    /** @param before done anew for each of the two: what lasts only a moment */
    void take(String name, String title, TourScreens.Step before) throws IOException {
        for (Theme theme : BOTH) {
            screens.theme(theme);
            before.run();
            screens.settle();
            screens.picture(file(name, theme), title);
        }
    }
}
