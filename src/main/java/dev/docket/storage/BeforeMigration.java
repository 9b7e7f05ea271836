package dev.docket.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;

/**
 * An embedded database as it was before its migration. H2 cannot take a half-done migration back, so a copy lies beside
 * it until the migration is through; when a process was killed in between, the next opening puts the copy back, and a
 * database that was only being made is made anew. One thread.
 */
final class BeforeMigration {
    static final String DATABASE = "docket.mv.db";
    private static final String COPY = "before-migration.zip";
    private static final String MAKING = "being-made";

    private final Path folder;

    BeforeMigration(Path folder) {
        this.folder = folder;
    }

    /** To be called before the database is opened. Returns whether there is one. */
    boolean recover() throws IOException {
        if (Files.exists(folder.resolve(COPY))) {
            putBack();
        } else if (Files.exists(folder.resolve(MAKING))) {
            Files.deleteIfExists(folder.resolve(DATABASE));
        }
        boolean exists = Files.exists(folder.resolve(DATABASE));
        if (!exists && !Files.exists(folder.resolve(MAKING))) {
            Files.createFile(folder.resolve(MAKING));
        }
        return exists;
    }

    /** Copies the open database, encrypted as it is, unless it is only being made. */
    void keep(DataSource open) throws IOException, SQLException {
        if (Files.exists(folder.resolve(MAKING))) {
            return;
        }
        Path part = folder.resolve(COPY + ".part");
        Files.deleteIfExists(part);
        try (Connection connection = open.getConnection(); var statement = connection.prepareStatement("backup to ?")) {
            statement.setString(1, part.toAbsolutePath().toString());
            statement.execute();
        }
        Files.move(part, folder.resolve(COPY), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The migration is through. */
    void done() throws IOException {
        Files.deleteIfExists(folder.resolve(COPY));
        Files.deleteIfExists(folder.resolve(MAKING));
    }

    private void putBack() throws IOException {
        Path part = folder.resolve(DATABASE + ".part");
        try (InputStream file = Files.newInputStream(folder.resolve(COPY)); ZipInputStream zip = new ZipInputStream(file)) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !entry.getName().endsWith(DATABASE)) {
                entry = zip.getNextEntry();
            }
            if (entry == null) {
                throw new IOException(folder.resolve(COPY) + " holds no database");
            }
            Files.copy(zip, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, folder.resolve(DATABASE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(folder.resolve(COPY));
    }
}
