package dev.docket.settings;

import java.io.IOException;
import java.nio.file.Path;

/** {@code settings.json} in the profile. */
public final class SettingsFile {

    /** Defaults where there is no file. @throws IOException naming file and field when it cannot be understood */
    public static Settings read(Path file) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Written beside and moved into place. */
    public static void write(Path file, Settings settings) throws IOException {
        throw new UnsupportedOperationException();
    }

    private SettingsFile() {}
}
