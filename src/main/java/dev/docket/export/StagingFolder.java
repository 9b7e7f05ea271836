package dev.docket.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/**
 * A folder beside the target in which an export grows until it is whole; then it is moved into place in one step. While it
 * lives its writer holds a lock, which falls when the process dies: leftovers of dead writers are removed by the next.
 */
public final class StagingFolder implements AutoCloseable {
    private static final String MARK = ".docket-partial";
    private static final String LOCK = "lock";

    private final Path target;
    private final Path folder;
    private final FileChannel lockFile;

    private StagingFolder(Path target, Path folder, FileChannel lockFile) {
        this.target = target;
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * @param target a folder that does not exist, or is empty
     * @throws TargetFolderException when it is something else
     * @throws IOException when nothing can be written there
     */
    public static StagingFolder beside(Path target) throws IOException, TargetFolderException {
        Path whole = target.toAbsolutePath().normalize();
        requireFree(whole);
        Path parent = whole.getParent();
        Files.createDirectories(parent);
        removeLeftovers(parent, whole.getFileName().toString());
        Path folder = parent.resolve("." + whole.getFileName() + "." + UUID.randomUUID() + MARK);
        Files.createDirectory(folder);
        FileChannel lockFile = null;
        try {
            lockFile = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lockFile.lock();
            Files.createDirectory(folder.resolve("set"));
            return new StagingFolder(whole, folder, lockFile);
        } catch (IOException e) {
            if (lockFile != null) {
                lockFile.close();
            }
            delete(folder);
            throw e;
        }
    }

    /** Refuses a target that is not free, before any work is done. */
    public static void requireFree(Path target) throws IOException, TargetFolderException {
        Path whole = target.toAbsolutePath().normalize();
        if (whole.getFileName() == null) {
            throw new TargetFolderException(target + " is the root of a disk; name a folder inside it");
        }
        if (!Files.exists(whole, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(whole, LinkOption.NOFOLLOW_LINKS)) {
            throw new TargetFolderException(target + " is not a folder; name a folder that does not exist yet");
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(whole)) {
            if (inside.iterator().hasNext()) {
                throw new TargetFolderException(target + " is not empty; an export goes into a folder of its own, name one that does not exist yet");
            }
        }
    }

    /** Where to write. */
    public Path root() {
        return folder.resolve("set");
    }

    /** Moves the whole export to the target. */
    public void publish() throws IOException, TargetFolderException {
        requireFree(target);
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new TargetFolderException(target + " cannot be replaced (" + e.getClass().getSimpleName() + "); name a folder inside it that does not exist yet");
        }
        Files.move(root(), target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        try (lockFile) {
            delete(root());
        }
        delete(folder);
    }

    private static void removeLeftovers(Path parent, String name) throws IOException {
        String glob = "." + name.replaceAll("([\\\\*?{}\\[\\]])", "\\\\$1") + ".*" + MARK;
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(parent, glob)) {
            for (Path leftover : leftovers) {
                if (Files.isDirectory(leftover, LinkOption.NOFOLLOW_LINKS) && isDead(leftover)) {
                    delete(leftover.resolve("set"));
                    delete(leftover);
                }
            }
        }
    }

    /** Whether no living process holds it. One without a lock file may be another writer's first step: it stays. */
    private static boolean isDead(Path leftover) throws IOException {
        Path lock = leftover.resolve(LOCK);
        if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE); FileLock held = channel.tryLock()) {
            return held != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** Removes a folder and all in it, never through a symbolic link. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
