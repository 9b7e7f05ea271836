package dev.docket.hash;

import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lists of known pictures, matched by what they are. Read into memory when first asked, which takes a second or two for
 * a million entries. Several threads.
 */
public final class HashBanks {
    private final Database database;
    private final Clock clock;
    private volatile KnownPictures known;

    public HashBanks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Of each bank and label the nearest entry that this picture is or looks like and that has not expired, nearest
     * first: the same file by SHA-256 or MD5, or a PDQ hash within {@link NearDuplicates#MAX_DISTANCE} when both have
     * at least {@link NearDuplicates#MIN_QUALITY}.
     */
    public List<Match> matches(byte[] file, PerceptualHash hash) {
        return matches(ContentHash.of(file), hash, () -> Optional.of(file));
    }

    /** As the other for a stored picture, whose file is read only when there are MD5 entries to hold it against. */
    public List<Match> matches(ContentHash picture, PerceptualHash hash, Supplier<Optional<byte[]>> file) {
        return known().matches(picture, () -> file.get().map(HashBanks::md5), hash, clock.instant());
    }

    /** Every bank, by name. */
    public List<Bank> all() {
        return known().summaries(clock.instant());
    }

    /** Reads the banks again, after one of them changed. Whoever asks meanwhile gets the answer of before. */
    public synchronized void reload() {
        known = KnownPictures.read(database);
    }

    private KnownPictures known() {
        KnownPictures there = known;
        if (there != null) {
            return there;
        }
        synchronized (this) {
            if (known == null) {
                reload();
            }
            return known;
        }
    }

    private static byte[] md5(byte[] file) {
        try {
            return MessageDigest.getInstance("MD5").digest(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no MD5", e);
        }
    }
}
