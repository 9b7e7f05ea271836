package dev.docket.decode.worker;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Memory that two processes see. On Linux it has no name on any disk (memfd), cannot be cut short by the other process
 * (sealed), and takes only as much as was touched. Elsewhere it is a sparse file that only its owner may open, deleted
 * as soon as both have it open where the system allows that. One thread.
 */
final class SharedMemory implements AutoCloseable {
    private static final int MFD_CLOEXEC = 1;
    private static final int MFD_ALLOW_SEALING = 2;
    private static final int F_ADD_SEALS = 1033;
    /** F_SEAL_SEAL, F_SEAL_SHRINK, F_SEAL_GROW. */
    private static final int SEALS = 1 | 2 | 4;
    private static final int MADV_REMOVE = 9;

    /** Makes the name go away; it may be called again. */
    private interface Name {
        void drop() throws IOException;
    }

    private final Arena arena = Arena.ofShared();
    private final boolean anonymous;
    private final String path;
    private final Name name;
    private final MemorySegment segment;
    private boolean named = true;

    private SharedMemory(boolean anonymous, String path, FileChannel channel, long bytes, Name name) throws IOException {
        this.anonymous = anonymous;
        this.path = path;
        this.name = name;
        segment = channel.map(MapMode.READ_WRITE, 0, bytes, arena);
    }

    static SharedMemory create(long bytes) throws IOException {
        if (LinuxCall.possible() && Files.isReadable(Path.of("/proc/self/fd"))) {
            return anonymous(bytes);
        }
        PixelFiles.sweep(PixelFiles.folder());
        return inFile(bytes, PixelFiles.folder());
    }

    private static SharedMemory anonymous(long bytes) throws IOException {
        int file;
        try (Arena arena = Arena.ofConfined()) {
            file = (int) new LinuxCall("memfd_create", 2, JAVA_INT, ADDRESS, JAVA_INT)
                    .apply(arena.allocateFrom("docket-pixels"), MFD_CLOEXEC | MFD_ALLOW_SEALING);
        }
        Name name = () -> new LinuxCall("close", 1, JAVA_INT, JAVA_INT).apply(file);
        try (FileChannel channel = FileChannel.open(Path.of("/proc/self/fd/" + file), READ, WRITE)) {
            new LinuxCall("ftruncate", 2, JAVA_INT, JAVA_INT, JAVA_LONG).apply(file, bytes);
            new LinuxCall("fcntl", 2, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT).apply(file, F_ADD_SEALS, SEALS);
            return new SharedMemory(true, "/proc/" + ProcessHandle.current().pid() + "/fd/" + file, channel, bytes, name);
        } catch (IOException | RuntimeException e) {
            name.drop();
            throw e;
        }
    }

    static SharedMemory inFile(long bytes, Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owners = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Path file = folder.resolve(PixelFiles.name());
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, READ, WRITE, SPARSE), owners)) {
            return new SharedMemory(false, file.toString(), channel, bytes, () -> Files.deleteIfExists(file));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The same memory, in the other process. It lives as long as that. */
    static MemorySegment open(String path, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(path), READ, WRITE)) {
            return channel.map(MapMode.READ_WRITE, 0, bytes, Arena.global());
        }
    }

    /** What the other process opens it by, until {@link #opened}. */
    String path() {
        return path;
    }

    MemorySegment segment() {
        return segment;
    }

    /** The other process has it open: nobody else will. A system that cannot delete an open file keeps its name until {@link #close}. */
    void opened() {
        if (named) {
            try {
                name.drop();
                named = false;
            } catch (IOException stillInUse) {
                named = true;
            }
        }
    }

    /** Gives the first bytes back to the system; they read as 0 afterwards. */
    boolean giveBack(long bytes) {
        if (!anonymous) {
            return false;
        }
        try {
            new LinuxCall("madvise", 3, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT).apply(segment.asSlice(0, bytes), bytes, MADV_REMOVE);
            return true;
        } catch (IOException unsupported) {
            return false;
        }
    }

    @Override
    public void close() {
        arena.close();
        opened();
    }
}
