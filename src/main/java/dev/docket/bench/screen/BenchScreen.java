package dev.docket.bench.screen;

import dev.docket.ui.common.Background;
import dev.docket.ui.common.PulseRate;
import dev.docket.ui.common.ScreenThread;
import java.time.Duration;
import java.util.Locale;
import javafx.application.Platform;

/** JavaFX for a bench, started once a process: on a display where there is one, else on JavaFX's Headless platform. */
public final class BenchScreen {
    private static final String PLATFORM = "glass.platform";
    private static final String HEADLESS = "Headless";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Often enough for figures of some tens, and not so often that asking keeps the thread from painting. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    private BenchScreen() {}

    /** The thread of it, to be asked from the bench's own. */
    public static ScreenThread start() {
        if (!HEADLESS.equals(System.getProperty(PLATFORM)) && !hasDisplay()) {
            System.setProperty(PLATFORM, HEADLESS);
            System.setProperty("prism.order", "sw");
        }
        PulseRate.choose();
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // started by another bench
        }
        Platform.setImplicitExit(false);
        return new ScreenThread(Background.ofWindow("bench", 1)::onScreen, PATIENCE, LOOK_AGAIN);
    }

    private static boolean hasDisplay() {
        return !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux") || System.getenv("DISPLAY") != null;
    }

    /** What the pixels appear on, fit for a person. */
    public static String where() {
        return HEADLESS.equals(System.getProperty(PLATFORM)) ? "JavaFX's Headless platform" : "the display";
    }
}
