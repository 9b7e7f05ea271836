package dev.docket.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A small file of a profile that people may read and write with an editor while the profile has no passphrase, and that is
 * sealed under the profile's key once it has one. Reading puts right what a passphrase that was set or removed, or a crash,
 * left behind. One thread at a time.
 */
public final class VeiledFile {
    private final Path clear;
    private final Path covered;
    private final SealedFile sealed;
    private final KeyFile key;

    /** @param name of the file in clear; no two have the same */
    public VeiledFile(Profile profile, String name) {
        clear = profile.folder().resolve(name);
        covered = covered(profile.folder(), name);
        sealed = new SealedFile(covered, profile.key(), "file " + name);
        key = profile.keyFile();
    }

    /** Whether the folder has this file, in clear or sealed. */
    public static boolean isIn(Path folder, String name) {
        return Files.exists(folder.resolve(name)) || Files.exists(covered(folder, name));
    }

    private static Path covered(Path folder, String name) {
        return folder.resolve(name + ".sealed");
    }

    /** The file in clear, for messages and for what is named relative to it; it need not be there. */
    public Path path() {
        return clear;
    }

    /** Empty when there is none. What was sealed counts before what lies in clear, which somebody else may have put there. */
    public Optional<byte[]> read() throws IOException {
        Optional<byte[]> content = sealed.read();
        if (content.isEmpty() && Files.exists(clear)) {
            content = Optional.of(Files.readAllBytes(clear));
        }
        if (content.isPresent() && Files.exists(key.isWrapped() ? clear : covered)) {
            write(content.get());
        }
        return content;
    }

    /** Sealed or in clear, as the profile is now; the other one goes. */
    public void write(byte[] content) throws IOException {
        if (key.isWrapped()) {
            sealed.write(content);
            Files.deleteIfExists(clear);
        } else {
            DurableFile.write(clear, content);
            Files.deleteIfExists(covered);
        }
    }
}
