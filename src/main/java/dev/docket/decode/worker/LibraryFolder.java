package dev.docket.decode.worker;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where a decoding process unpacks its native libraries. Their name is the same for everybody: in a folder that all may
 * write to, another user of the machine could have put one there first.
 */
final class LibraryFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private LibraryFolder() {}

    /**
     * A folder in this one that only its owner may enter, the same each time.
     *
     * @param shared where others may have folders too; kept as it is on a system whose temporary folders are their owner's anyway
     */
    static Path in(Path shared) throws IOException {
        if (!shared.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return shared;
        }
        FileAttribute<Set<PosixFilePermission>> ownerOnly = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
        Path folder = shared.resolve("docket-" + System.getProperty("user.name"));
        try {
            return Files.createDirectory(folder, ownerOnly);
        } catch (FileAlreadyExistsException e) {
            return isOurs(folder) ? folder : Files.createTempDirectory(shared, "docket-", ownerOnly);
        }
    }

    private static boolean isOurs(Path folder) throws IOException {
        PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        // whoever owns a new file is this user, with or without a name on this machine
        Path ours = Files.createTempFile(folder.getParent(), "docket-", null);
        try {
            return found.isDirectory() && found.permissions().equals(OWNER_ONLY) && found.owner().equals(Files.getOwner(ours));
        } finally {
            Files.delete(ours);
        }
    }
}
