package dev.docket.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are whole or absent, whatever happens while they are written. */
public final class DurableFile {
    private static final Set<StandardOpenOption> FRESH =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);

    private DurableFile() {}

    /** Writes {@code target} by way of a file beside it, and returns when both bytes and name are on the disk. */
    public static void write(Path target, byte[] content) throws IOException {
        write(target, target.resolveSibling("." + target.getFileName() + ".tmp"), content);
    }

    /**
     * As {@link #write(Path, byte[])} by way of {@code temporary}, which must lie on the same disk. Where the system
     * knows owners, only the owner may read the file.
     */
    static void write(Path target, Path temporary, byte[] content) throws IOException {
        try {
            try (FileChannel out = FileChannel.open(temporary, FRESH, ownerOnly(temporary, "rw-------"))) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        syncFolder(target.toAbsolutePath().getParent());
    }

    /** Puts a file that was written already in the place of {@code target}, and returns when both bytes and name are on the disk. */
    public static void replace(Path target, Path written) throws IOException {
        try (FileChannel out = FileChannel.open(written, StandardOpenOption.WRITE)) {
            out.force(true);
        }
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        syncFolder(target.toAbsolutePath().getParent());
    }

    /** Makes the folder's names durable. Windows keeps no folder handles and syncs names itself. */
    public static void syncFolder(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    /** Permissions such as {@code rwx------} where the file system has them, else nothing. */
    public static FileAttribute<?>[] ownerOnly(Path place, String permissions) {
        return isPosix(place)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
