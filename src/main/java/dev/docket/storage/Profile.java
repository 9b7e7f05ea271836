package dev.docket.storage;

import java.nio.file.Path;

/**
 * The folder where one desk keeps its data: database, images, models, keys. Held by one process at a time through a
 * file lock, which the system drops when the process dies, however it dies.
 */
public final class Profile implements AutoCloseable {

    /**
     * Opens the profile, making the folder and its key (readable by its owner only) on first use.
     *
     * @throws StorageException when another process holds it (the message names the process id), or it cannot be written
     */
    public static Profile open(Path folder) {
        throw new UnsupportedOperationException();
    }

    public Path folder() {
        throw new UnsupportedOperationException();
    }

    /** 32 random bytes made with the profile. */
    public byte[] key() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
