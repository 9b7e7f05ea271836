package dev.docket.cli;

import dev.docket.desk.Joined;
import dev.docket.desk.TeamImages;
import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import dev.docket.storage.FolderBlobStore;
import dev.docket.storage.ImageKeys;
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

    /** The images of this desk, or of its team. */
    BlobStore images() {
        try {
            return Joined.in(profile).isPresent() ? TeamImages.open(database, profile)
                    : new FolderBlobStore(profile.folder().resolve("images"), Optional.of(profile.key()), new ImageKeys(database));
        } catch (IOException e) {
            throw new StorageException(e.getMessage(), e);
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
