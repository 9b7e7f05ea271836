package dev.docket.cli;

import dev.docket.storage.Database;
import dev.docket.storage.Profile;
import dev.docket.storage.StorageException;
import java.nio.file.Path;

/** A profile and its database, without what else makes a desk. */
record DeskData(Profile profile, Database database) implements AutoCloseable {

    static DeskData open(Path folder) {
        Profile profile = Profile.open(folder);
        try {
            return new DeskData(profile, Database.openEmbedded(profile.folder().resolve("database"), profile.key()));
        } catch (StorageException e) {
            profile.close();
            throw e;
        }
    }

    @Override
    public void close() {
        database.close();
        profile.close();
    }
}
