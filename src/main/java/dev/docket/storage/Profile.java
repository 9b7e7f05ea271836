package dev.docket.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The folder where one desk keeps its data: database, images, models, keys. Held by one process at a time through a
 * file lock, which the system drops when the process dies, however it dies.
 */
public final class Profile implements AutoCloseable {
    /** The lock is set far behind the process number, so that others can read the number where locks are mandatory. */
    private static final long LOCK_POSITION = 1L << 40;

    /**
     * Profiles this process holds. A POSIX lock belongs to the process and falls when any of its handles on the file is
     * closed, so a second opening must be turned away before it touches the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;
    private final KeyFile key;

    private Profile(Path folder, FileChannel lock, KeyFile key) {
        this.folder = folder;
        this.lock = lock;
        this.key = key;
    }

    /**
     * Opens the profile, making the folder and its key (readable by its owner only) on first use.
     *
     * @throws ProfileInUse when another process holds it; the message names the process id
     * @throws WrongPassphrase when it has a passphrase
     * @throws StorageException when it cannot be written
     */
    public static Profile open(Path folder) {
        return open(folder, _ -> {
            throw new WrongPassphrase("The profile " + folder + " has a passphrase, and none was given.");
        });
    }

    /**
     * As {@link #open(Path)}.
     *
     * @param opening gives the key where there is a passphrase; what it throws is thrown
     */
    public static Profile open(Path folder, Function<WrappedKey, byte[]> opening) {
        return open(folder, opening, PassphraseCost.STANDARD);
    }

    /** As {@link #open(Path, Function)}. @param cost of passphrases that are set while it is open */
    public static Profile open(Path folder, Function<WrappedKey, byte[]> opening, PassphraseCost cost) {
        try {
            Path real = made(folder);
            if (!HELD.add(real)) {
                throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
            }
            try {
                return locked(folder, real, opening, cost);
            } catch (IOException | RuntimeException e) {
                HELD.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw new StorageException("The profile " + folder + " cannot be used: " + reason(e)
                    + ". Make room or permit writing there, or choose another with --profile.", e);
        }
    }

    /** A profile that nobody opens meanwhile, without its key: for copying its files as they lie. */
    public static final class Hold implements AutoCloseable {
        private final Path folder;
        private final FileChannel lock;

        private Hold(Path folder, FileChannel lock) {
            this.folder = folder;
            this.lock = lock;
        }

        public Path folder() {
            return folder;
        }

        @Override
        public void close() throws IOException {
            try {
                lock.close();
            } finally {
                HELD.remove(folder);
            }
        }
    }

    /**
     * Keeps the profile from being opened.
     *
     * @throws ProfileInUse when another process has it open, or this one
     * @throws IOException when there is none
     */
    public static Hold hold(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new Hold(real, lock(folder, real));
        } catch (IOException | RuntimeException e) {
            HELD.remove(real);
            throw e;
        }
    }

    public Path folder() {
        return folder;
    }

    /** 32 random bytes made with the profile. */
    public byte[] key() {
        return key.key();
    }

    /** How the key is kept. */
    public KeyFile keyFile() {
        return key;
    }

    /**
     * Whether a folder holds a profile that a passphrase opens. Reads one small file.
     *
     * @throws StorageException when its key is damaged
     */
    public static boolean hasPassphrase(Path folder) {
        try {
            return KeyFile.wrapped(folder).isPresent();
        } catch (IOException e) {
            throw new StorageException("The profile " + folder + " cannot be read: " + reason(e), e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StorageException("The profile " + folder + " could not be closed: " + reason(e), e);
        } finally {
            HELD.remove(folder);
        }
    }

    private static Path made(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, DurableFile.ownerOnly(folder, "rwx------"));
        }
        return folder.toRealPath();
    }

    private static Profile locked(Path asked, Path folder, Function<WrappedKey, byte[]> opening, PassphraseCost cost) throws IOException {
        FileChannel channel = lock(asked, folder);
        try {
            refuseToReplaceALostKey(folder);
            return new Profile(folder, channel, KeyFile.open(folder, opening, cost));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel lock(Path asked, Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                DurableFile.ownerOnly(folder, "rw-------"));
        try {
            FileLock held = channel.tryLock(LOCK_POSITION, 1, false);
            if (held == null) {
                throw inUse(asked, holder(channel));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer number = ByteBuffer.allocate(20);
        channel.read(number, 0);
        String text = StandardCharsets.US_ASCII.decode(number.flip()).toString();
        return text.matches("\\d+") ? text : "unknown";
    }

    private static ProfileInUse inUse(Path folder, String process) {
        return new ProfileInUse(folder, process);
    }

    private static void refuseToReplaceALostKey(Path folder) {
        Path file = folder.resolve(KeyFile.NAME);
        if (!Files.exists(file) && (Files.exists(folder.resolve("database")) || Files.exists(folder.resolve("images")))) {
            throw new StorageException("The key " + file + " is missing and the data beside it cannot be read without it. "
                    + "Put the key back from a backup, or choose another profile with --profile.");
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case FileSystemException f when f.getReason() != null -> f.getReason() + " (" + f.getFile() + ")";
            case FileSystemException f -> f.getFile() + " is in the way or missing";
            default -> String.valueOf(e.getMessage());
        };
    }
}
