package dev.docket.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;

/**
 * The file {@code key} of a profile: its 32 bytes in clear, or a {@link WrappedKey}. Every change is one file moved into place,
 * so that whatever happens one of the two opens; what is under the key stays as it is. Several threads.
 */
public final class KeyFile {
    /** Characters a new passphrase has at least. */
    public static final int SHORTEST = 12;
    static final String NAME = "key";
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final byte[] key;
    private final PassphraseCost cost;
    private WrappedKey wrapped;

    private KeyFile(Path file, byte[] key, WrappedKey wrapped, PassphraseCost cost) {
        this.file = file;
        this.key = key;
        this.wrapped = wrapped;
        this.cost = cost;
    }

    /**
     * Reads it, or makes it where there is none.
     *
     * @param opening asked for the key when it is wrapped
     * @param cost of passphrases that are set from now on
     * @throws StorageException when it is damaged
     */
    static KeyFile open(Path folder, Function<WrappedKey, byte[]> opening, PassphraseCost cost) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            DurableFile.write(file, fresh);
            return new KeyFile(file, fresh, null, cost);
        }
        Optional<WrappedKey> wrapped = wrapped(folder);
        return wrapped.isPresent() ? new KeyFile(file, opening.apply(wrapped.get()), wrapped.get(), cost) : new KeyFile(file, Files.readAllBytes(file), null, cost);
    }

    /**
     * What a passphrase opens; empty where there is none, or no profile.
     *
     * @throws StorageException when it is damaged
     */
    static Optional<WrappedKey> wrapped(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file) || Files.size(file) == KEY_BYTES) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!WrappedKey.looksLike(bytes)) {
            throw damaged(file, "it has " + bytes.length + " bytes instead of " + KEY_BYTES);
        }
        try {
            return Optional.of(WrappedKey.read(bytes));
        } catch (IOException e) {
            throw damaged(file, e.getMessage());
        }
    }

    private static StorageException damaged(Path file, String what) {
        return new StorageException("The key " + file + " cannot be used: " + what
                + ", so the profile cannot be read. Put the key back from a backup, or choose another profile with --profile.");
    }

    byte[] key() {
        return key.clone();
    }

    /** Whether nobody opens the profile without a passphrase. */
    public synchronized boolean isWrapped() {
        return wrapped != null;
    }

    /** Takes some tenths of a second. @throws WrongPassphrase when it is another one */
    public void check(char[] passphrase) {
        check(now().open(passphrase));
    }

    /** As {@link #check(char[])}. */
    public void check(RecoveryKey recovery) {
        check(now().open(recovery));
    }

    private void check(byte[] opened) {
        if (!MessageDigest.isEqual(key, opened)) {
            throw new StorageException("The key " + file + " was changed while the profile was open");
        }
    }

    private synchronized WrappedKey now() {
        if (wrapped == null) {
            throw new StorageException("This profile has no passphrase.");
        }
        return wrapped;
    }

    /**
     * Sets the first passphrase.
     *
     * @return to be shown to its owner once; kept nowhere
     */
    public synchronized RecoveryKey protect(char[] passphrase) throws IOException {
        RecoveryKey recovery = RecoveryKey.make(new SecureRandom());
        replace(WrappedKey.of(key, passphrase, recovery, cost));
        return recovery;
    }

    /** Another passphrase in place of the one there is. The recovery key stays. */
    public synchronized void change(char[] passphrase) throws IOException {
        replace(now().withPassphrase(key, passphrase, cost));
    }

    /** @return as of {@link #protect}; the one before opens nothing any more */
    public synchronized RecoveryKey renewRecovery() throws IOException {
        RecoveryKey recovery = RecoveryKey.make(new SecureRandom());
        replace(now().withRecovery(key, recovery));
        return recovery;
    }

    /** The profile opens to whoever can read its folder, as before the first passphrase. */
    public synchronized void unprotect() throws IOException {
        DurableFile.write(file, key);
        wrapped = null;
    }

    private void replace(WrappedKey fresh) throws IOException {
        Optional<FileChannel> before = isAlone() ? Optional.of(FileChannel.open(file, StandardOpenOption.WRITE)) : Optional.empty();
        try {
            DurableFile.write(file, fresh.bytes());
            wrapped = fresh;
            if (before.isPresent()) {
                overwrite(before.get());
            }
        } finally {
            if (before.isPresent()) {
                before.get().close();
            }
        }
    }

    /** What was there has no name any more, and should not be found on the disk either, as far as a disk overwrites. */
    private static void overwrite(FileChannel before) throws IOException {
        before.write(ByteBuffer.allocate((int) before.size()), 0);
        before.force(true);
    }

    /** A backup made of links shares what the file holds. Windows cannot replace a file that is open. */
    private boolean isAlone() throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix") && Integer.valueOf(1).equals(Files.getAttribute(file, "unix:nlink"));
    }
}
