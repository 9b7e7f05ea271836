package dev.docket.retrain;

import dev.docket.decode.ImageDecoder;
import dev.docket.decode.UndecodableImageException;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PdqHasher;
import dev.docket.hash.PerceptualHash;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Hashes of pictures that were admitted unseen, once something here decodes them. Several threads. */
public final class LateHashes {
    private final Database database;
    private final BlobStore blobs;
    private final ImageDecoder decoder;
    private final NearDuplicates hashes;
    private final PdqHasher hasher;

    public LateHashes(Database database, BlobStore blobs, ImageDecoder decoder, NearDuplicates hashes, PdqHasher hasher) {
        this.database = database;
        this.blobs = blobs;
        this.decoder = decoder;
        this.hashes = hashes;
        this.hasher = hasher;
    }

    /** Pictures that have no hash. */
    List<ContentHash> missing(Handle tx) {
        return hashes.unhashed(tx);
    }

    /**
     * The hash of a picture that has none yet; empty when it has one, or can still not be decoded.
     *
     * @throws StorageException when the picture's file cannot be read
     */
    Optional<PerceptualHash> of(ContentHash picture) {
        if (database.inTransaction(tx -> hashes.hashOf(tx, picture)).filter(hash -> !hash.equals(PerceptualHash.NONE)).isPresent()) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> file = blobs.get(picture);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(hasher.hash(decoder.decode(file.get()))).filter(hash -> !hash.equals(PerceptualHash.NONE));
        } catch (UndecodableImageException stillUnseen) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException("The picture " + picture + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Joins the picture to those that look like it. */
    void keep(Handle tx, ContentHash picture, PerceptualHash hash) {
        hashes.add(tx, picture, hash);
    }
}
