package dev.docket.cli;

import dev.docket.desk.Joined;
import dev.docket.storage.Database;
import dev.docket.storage.Profile;
import dev.docket.storage.StorageException;
import dev.docket.storage.VeiledFile;
import dev.docket.team.ConnectionFile;
import dev.docket.team.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A profile and its database, without what else makes a desk.
 *
 * @param looksOnly whether it is the login of somebody at a team's database who changes nothing there, such as an auditor
 */
record DeskData(Profile profile, Database database, boolean looksOnly) implements AutoCloseable {

    /** Whether there is anything in the folder. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve("database")) || VeiledFile.isIn(folder, ConnectionFile.NAME);
    }

    /** @param profile closed with the data, or when they do not open */
    static DeskData open(Profile profile) {
        try {
            Optional<Joined> joined = Joined.in(profile);
            if (joined.isEmpty()) {
                return new DeskData(profile, Database.openEmbedded(profile.folder().resolve("database"), profile.key()), false);
            }
            Database database = joined.get().open();
            return new DeskData(profile, database, !changes(Joined.self(database).role()));
        } catch (IOException e) {
            profile.close();
            throw new StorageException(e.getMessage(), e);
        } catch (StorageException e) {
            profile.close();
            throw e;
        }
    }

    private static boolean changes(Role role) {
        return role.decides() || role.bringsIn();
    }

    @Override
    public void close() {
        database.close();
        profile.close();
    }
}
