package dev.docket.desk;

import dev.docket.storage.StorageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody opens this profile for the first time. A mark in the profile's folder remembers that they have. */
public final class FirstStart {
    private final Path mark;

    public FirstStart(Desk desk) {
        mark = desk.profile.folder().resolve("welcomed");
    }

    /**
     * True once in the life of a profile, whoever asks first. Writes a file.
     *
     * @throws StorageException when the profile cannot be written
     */
    public boolean takes() {
        try {
            Files.createFile(mark);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new StorageException("The profile cannot be written: " + e.getMessage(), e);
        }
    }
}
