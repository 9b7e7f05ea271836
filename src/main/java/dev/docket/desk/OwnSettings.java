package dev.docket.desk;

import dev.docket.settings.Appearance;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.storage.KeyFile;
import dev.docket.storage.Profile;
import dev.docket.storage.VeiledFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The settings of a profile. They say what somebody would rather not see, so a passphrase seals them, too; how the window looks is
 * then kept in clear beside them, for the screen that asks for the passphrase. One thread at a time.
 */
public final class OwnSettings {
    /** What is known of the settings before anybody has signed in. */
    private static final String APPEARANCE = "appearance.json";

    private final VeiledFile file;
    private final Path appearance;
    private final KeyFile key;

    public OwnSettings(Profile profile) {
        file = new VeiledFile(profile, SettingsFile.NAME);
        appearance = profile.folder().resolve(APPEARANCE);
        key = profile.keyFile();
    }

    /** @throws IOException naming file and field when they cannot be understood */
    public Settings read() throws IOException {
        Settings settings = SettingsFile.read(file);
        if (key.isWrapped() != Files.exists(appearance)) {
            keepAppearance(settings);
        }
        return settings;
    }

    /** On the disk when this returns. */
    public void write(Settings settings) throws IOException {
        SettingsFile.write(file, settings);
        keepAppearance(settings);
    }

    private void keepAppearance(Settings settings) throws IOException {
        if (key.isWrapped()) {
            SettingsFile.writeAppearance(appearance, settings);
        } else {
            Files.deleteIfExists(appearance);
        }
    }

    /** Once a passphrase was set or removed: what lay in clear is sealed, or the other way round. */
    public static void settle(Profile profile) throws IOException {
        new OwnSettings(profile).read();
        Joined.in(profile);
    }

    /** As it can be known without a passphrase. */
    public static Appearance before(Path folder) throws IOException {
        Path known = folder.resolve(APPEARANCE);
        return SettingsFile.read(Files.exists(known) ? known : folder.resolve(SettingsFile.NAME)).appearance();
    }
}
