package dev.docket.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Images in a folder, a desk's own or one that several share, two levels deep, each file AES-GCM. A file comes into being
 * whole, by a synced rename; what a killed process left half-written is swept out by an opening an hour later.
 */
public final class FolderBlobStore implements BlobStore {
    /** What is younger may be what another desk is writing at this moment. */
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private final Path folder;
    private final Path unfinished;
    private final BlobCipher cipher;

    /**
     * All images under one key.
     *
     * @param key 32 bytes
     * @throws StorageException when the folder cannot be made
     */
    public FolderBlobStore(Path folder, byte[] key) {
        this(folder, new BlobCipher(Optional.of(key), Optional.empty()));
    }

    /**
     * Each image under its own key.
     *
     * @param formerKey 32 bytes, under which earlier versions stored all of them
     * @throws StorageException when the folder cannot be made
     */
    public FolderBlobStore(Path folder, Optional<byte[]> formerKey, ImageKeys keys) {
        this(folder, new BlobCipher(formerKey, Optional.of(keys)));
    }

    private FolderBlobStore(Path folder, BlobCipher cipher) {
        this.folder = folder;
        this.unfinished = folder.resolve("unfinished");
        this.cipher = cipher;
        try {
            Files.createDirectories(unfinished);
            sweep();
        } catch (IOException e) {
            throw new StorageException("The image store " + folder + " cannot be used. Permit writing there, or choose another profile with --profile.", e);
        }
    }

    @Override
    public ContentHash put(byte[] content) throws IOException {
        ContentHash address = ContentHash.of(content);
        Path file = file(address);
        if (isSound(address)) {
            return address;
        }
        makeFolders(file.getParent());
        try {
            DurableFile.write(file, unfinished.resolve(UUID.randomUUID().toString()), cipher.seal(address, content));
        } catch (IOException e) {
            throw new IOException("The image " + address + " could not be stored in " + folder + ": " + e.getMessage(), e);
        }
        return address;
    }

    @Override
    public Optional<byte[]> get(ContentHash address) throws IOException {
        byte[] sealed;
        try {
            sealed = Files.readAllBytes(file(address));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return cipher.open(address, sealed);
    }

    @Override
    public boolean contains(ContentHash address) {
        return Files.exists(file(address));
    }

    @Override
    public void delete(ContentHash address) throws IOException {
        // the key first: without it nothing can be read, whatever becomes of the file and its copies
        cipher.forget(address);
        if (Files.deleteIfExists(file(address))) {
            DurableFile.syncFolder(file(address).getParent());
        }
    }

    /** A damaged file counts as absent, so that admitting the image again mends it. */
    private boolean isSound(ContentHash address) {
        try {
            return get(address).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private Path file(ContentHash address) {
        String hex = address.hex();
        return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    /** The names of new folders must be durable too, or a power cut takes them and the image with them. */
    private void makeFolders(Path inner) throws IOException {
        if (!Files.isDirectory(inner)) {
            Files.createDirectories(inner);
            DurableFile.syncFolder(inner.getParent());
            DurableFile.syncFolder(folder);
        }
    }

    /** By the clock of whoever keeps the folder, which is not always this machine. */
    private Instant now() throws IOException {
        Path asked = Files.createTempFile(unfinished, "now", "");
        try {
            return Files.getLastModifiedTime(asked).toInstant();
        } finally {
            Files.delete(asked);
        }
    }

    private static boolean isOlder(Path file, Instant than) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void sweep() throws IOException {
        Instant old = now().minus(UNDER_WAY);
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(unfinished)) {
            for (Path leftover : leftovers) {
                if (isOlder(leftover, old)) {
                    Files.deleteIfExists(leftover);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
