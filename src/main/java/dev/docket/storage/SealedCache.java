package dev.docket.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes that can be made again, kept on disk for one sitting. Each is AES-256-GCM under a key that is made at the opening
 * and never written, so that nobody can read what a killed process leaves; that is swept out at the next opening. What
 * was not asked for longest goes first when room runs out. A disk that fails makes it forget, nothing worse. Safe to use
 * from several threads.
 */
public final class SealedCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SealedCache.class);
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BITS = 256;

    private record Entry(Path file, long nonce, int bytes) {}

    private final Path folder;
    private final long most;
    private final SecretKey key;
    private final AtomicLong nonces = new AtomicLong();
    /** Least recently used first. Guarded by itself. */
    private final Map<ContentHash, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;
    private boolean closed;

    /**
     * @param parent a folder of this cache's own; anything in it is deleted
     * @param most bytes on disk
     * @throws StorageException when the folder cannot be made
     */
    public SealedCache(Path parent, long most) {
        this.most = most;
        folder = parent.resolve(UUID.randomUUID().toString());
        try {
            List<Path> leftovers = Files.isDirectory(parent) ? listed(parent) : List.of();
            Files.createDirectories(parent);
            Files.createDirectory(folder, DurableFile.ownerOnly(parent, "rwx------"));
            if (!leftovers.isEmpty()) {
                Thread.ofVirtual().name("sweep").start(() -> leftovers.forEach(SealedCache::deleteAll));
            }
            KeyGenerator keys = KeyGenerator.getInstance("AES");
            keys.init(KEY_BITS);
            key = keys.generateKey();
        } catch (IOException e) {
            throw new StorageException("The folder " + parent + " cannot be used. Permit writing there, or choose another profile with --profile.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES", e);
        }
    }

    public Optional<byte[]> get(ContentHash address) {
        Entry entry;
        synchronized (entries) {
            entry = entries.get(address);
        }
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, address, entry.nonce()).doFinal(Files.readAllBytes(entry.file())));
        } catch (IOException | GeneralSecurityException e) {
            LOG.debug("A cached entry was lost", e);
            remove(address);
            return Optional.empty();
        }
    }

    /** Keeps a copy in place of what was kept under this address before. */
    public void put(ContentHash address, byte[] content) {
        Entry entry = new Entry(folder.resolve(UUID.randomUUID().toString()), nonces.incrementAndGet(), content.length + TAG_BITS / 8);
        if (entry.bytes() > most) {
            return;
        }
        try {
            Files.write(entry.file(), cipher(Cipher.ENCRYPT_MODE, address, entry.nonce()).doFinal(content));
        } catch (IOException | GeneralSecurityException e) {
            LOG.debug("An entry could not be cached", e);
            delete(entry.file());
            return;
        }
        added(address, entry).forEach(gone -> delete(gone.file()));
    }

    /** Takes the entry in, and returns those that had to make room. */
    private List<Entry> added(ContentHash address, Entry entry) {
        List<Entry> gone = new ArrayList<>();
        synchronized (entries) {
            if (closed) {
                return List.of(entry);
            }
            Optional.ofNullable(entries.remove(address)).ifPresent(gone::add);
            entries.put(address, entry);
            bytes += entry.bytes() - gone.stream().mapToLong(Entry::bytes).sum();
            Iterator<Entry> eldest = entries.values().iterator();
            while (bytes > most) {
                Entry old = eldest.next();
                eldest.remove();
                bytes -= old.bytes();
                gone.add(old);
            }
        }
        return gone;
    }

    public boolean contains(ContentHash address) {
        synchronized (entries) {
            return entries.containsKey(address);
        }
    }

    /** What is kept now, least recently used first. */
    public List<ContentHash> addresses() {
        synchronized (entries) {
            return List.copyOf(entries.keySet());
        }
    }

    /** Forgets what is kept under this address, on the disk too. */
    public void remove(ContentHash address) {
        Entry entry;
        synchronized (entries) {
            entry = entries.remove(address);
            bytes -= entry == null ? 0 : entry.bytes();
        }
        if (entry != null) {
            delete(entry.file());
        }
    }

    /** Forgets everything, on the disk too. */
    public void clear() {
        addresses().forEach(this::remove);
    }

    /** Bytes that it may have on disk. */
    public long most() {
        return most;
    }

    /** Bytes on disk. */
    public long bytes() {
        synchronized (entries) {
            return bytes;
        }
    }

    /** Wipes everything. */
    @Override
    public void close() {
        synchronized (entries) {
            closed = true;
            entries.clear();
            bytes = 0;
        }
        deleteAll(folder);
    }

    private Cipher cipher(int mode, ContentHash address, long nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, ByteBuffer.allocate(NONCE_BYTES).putLong(nonce).array()));
        cipher.updateAAD(address.bytes());
        return cipher;
    }

    private static List<Path> listed(Path parent) throws IOException {
        try (Stream<Path> inside = Files.list(parent)) {
            return inside.toList();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A cached file could not be deleted; it goes at the next start: {}", e.getMessage());
        }
    }

    private static void deleteAll(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder()).forEach(SealedCache::delete);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("A folder of cached files could not be deleted; it goes at the next start: {}", e.getMessage());
        }
    }
}
