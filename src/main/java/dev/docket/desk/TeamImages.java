package dev.docket.desk;

import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import dev.docket.storage.FolderBlobStore;
import dev.docket.storage.ImageKeys;
import dev.docket.storage.Profile;
import dev.docket.storage.SealedFile;
import dev.docket.storage.StorageException;
import dev.docket.storage.UnreachableException;
import dev.docket.storage.bucket.BucketBlobStore;
import dev.docket.storage.bucket.BucketException;
import dev.docket.storage.bucket.BucketKey;
import dev.docket.storage.bucket.BucketPlace;
import dev.docket.storage.bucket.Patience;
import dev.docket.team.ImagePlace;
import dev.docket.team.TeamSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** Where a team's images lie, and how a profile gets there. Any thread. */
public final class TeamImages {
    static final String SECRET = "bucket.secret";

    private TeamImages() {}

    /** @throws StorageException when the team has not said */
    public static ImagePlace place(Database database) {
        String setting = database.inTransaction(tx -> new TeamSettings().get(tx, TeamSettings.IMAGES))
                .orElseThrow(() -> new StorageException("The team has not said where its images lie. Ask an admin for 'docket team images DIR' or 'docket team images s3://BUCKET'."));
        try {
            return ImagePlace.read(setting);
        } catch (IllegalArgumentException e) {
            throw new StorageException("Where the team's images lie cannot be understood: " + e.getMessage() + ". Ask an admin for 'docket team images', or use the version of Docket that it was set with.", e);
        }
    }

    /** The bucket they lie in; empty: a folder. */
    static Optional<BucketPlace> bucket(Database database) {
        return place(database) instanceof ImagePlace.Bucket bucket ? Optional.of(bucket.place()) : Optional.empty();
    }

    /**
     * The team's images, once it is known that they can be reached.
     *
     * @throws UnreachableException when they cannot be reached now
     * @throws StorageException when this profile is not let in
     */
    public static BlobStore open(Database database, Profile profile) throws IOException {
        ImageKeys keys = new ImageKeys(database);
        return switch (place(database)) {
            case ImagePlace.Folder folder when Files.isDirectory(folder.path()) -> new FolderBlobStore(folder.path(), Optional.empty(), keys);
            case ImagePlace.Folder folder -> throw new StorageException("The team's images lie in " + folder.path() + ", which this machine cannot reach. Connect to it, or ask an admin of the team.");
            case ImagePlace.Bucket bucket -> {
                Optional<BucketKey> key = key(profile);
                check(bucket.place(), key);
                yield new BucketBlobStore(bucket.place(), key, keys, Patience.USUAL);
            }
        };
    }

    /** Asks the bucket whether it lets this key in: {@link #open} does it too. */
    public static void check(BucketPlace place, Optional<BucketKey> key) {
        try {
            BucketBlobStore.check(place, key);
        } catch (BucketException e) {
            throw e.isPassing() ? new UnreachableException(e.getMessage(), e) : new StorageException(e.getMessage(), e);
        }
    }

    /** The key to the team's bucket is kept in this profile, sealed. */
    public static void keep(Profile profile, BucketKey key) throws IOException {
        secret(profile).write(key.bytes());
    }

    /** Empty: what Amazon's SDK finds is used, as services do. */
    static Optional<BucketKey> key(Profile profile) throws IOException {
        return secret(profile).read().map(BucketKey::read);
    }

    private static SealedFile secret(Profile profile) {
        return new SealedFile(profile.folder().resolve(SECRET), profile.key(), "bucket key");
    }
}
