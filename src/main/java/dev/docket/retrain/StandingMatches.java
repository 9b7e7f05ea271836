package dev.docket.retrain;

import dev.docket.hash.HashBanks;
import dev.docket.hash.Match;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PerceptualHash;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the hash banks say now of a picture that is stored. Several threads. */
public final class StandingMatches {
    private final Database database;
    private final BlobStore blobs;
    private final NearDuplicates hashes;
    private final HashBanks banks;

    public StandingMatches(Database database, BlobStore blobs, NearDuplicates hashes, HashBanks banks) {
        this.database = database;
        this.blobs = blobs;
        this.hashes = hashes;
        this.banks = banks;
    }

    /** @throws StorageException when the picture's file is needed and cannot be read */
    public List<Match> of(ContentHash picture) {
        return of(picture, database.inTransaction(tx -> hashes.hashOf(tx, picture)).orElse(PerceptualHash.NONE));
    }

    /**
     * @param hash that is not stored yet
     * @throws StorageException when the picture's file is needed and cannot be read
     */
    List<Match> of(ContentHash picture, PerceptualHash hash) {
        return banks.matches(picture, hash, () -> file(picture));
    }

    private Optional<byte[]> file(ContentHash picture) {
        try {
            return blobs.get(picture);
        } catch (IOException e) {
            throw new StorageException("The picture " + picture + " cannot be read: " + e.getMessage(), e);
        }
    }
}
