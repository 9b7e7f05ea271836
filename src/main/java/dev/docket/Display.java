package dev.docket;

import java.util.Locale;
import java.util.Map;

/** Whether a window can be opened here, and what to do when it cannot. */
final class Display {
    static final String HOW_TO = "To get a window, run it on a desktop, set DISPLAY, or use xvfb-run.";
    static final String PACKAGES = "libgtk-3-0 libgl1 libxxf86vm1 libxtst6 fontconfig fonts-dejavu-core";

    private Display() {}

    /** On Linux a display has to be named; elsewhere there is one. The Headless platform of JavaFX counts as one. */
    static boolean named(Map<String, String> environment, String system, String glassPlatform) {
        return !system.toLowerCase(Locale.ROOT).contains("linux")
                || "Headless".equals(glassPlatform)
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    /** What a failed start of JavaFX means, in one line; null when it means something else. */
    static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("Unable to open DISPLAY")) {
                return "the display cannot be opened. " + HOW_TO;
            }
            if (cause instanceof UnsatisfiedLinkError || message.contains("GTK library") || message.contains("libgtk") || message.contains("Error initializing QuantumRenderer")
                    || message.contains("no suitable pipeline")) {
                return "the window's system libraries are missing. On Debian and Ubuntu: apt-get install " + PACKAGES;
            }
        }
        return null;
    }
}
