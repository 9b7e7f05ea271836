package dev.docket.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A profile whose verdicts count everywhere at once, for tests that export what they have just decided. */
public final class NoHold {
    private NoHold() {}

    /** Returns the profile, made if it was not there. */
    public static Path in(Path profile) throws IOException {
        Files.createDirectories(profile);
        SettingsFile.write(profile.resolve("settings.json"), Settings.DEFAULT.withPublishHold(Duration.ZERO));
        return profile;
    }
}
