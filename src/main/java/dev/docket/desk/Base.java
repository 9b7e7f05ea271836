package dev.docket.desk;

import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.settings.Settings;
import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import dev.docket.storage.FolderBlobStore;
import dev.docket.storage.ImageKeys;
import dev.docket.storage.KeptImages;
import dev.docket.storage.Profile;
import dev.docket.storage.SealedCache;
import dev.docket.storage.StorageException;
import dev.docket.team.Member;
import dev.docket.team.Team;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a desk stands on: a database, a policy and images of its own, or its team's.
 *
 * @param joined empty for a desk of one's own
 */
record Base(Optional<Joined> joined, Database database, Member self, PolicyPack pack, BlobStore images) {
    /** Of a team's images on this machine's disk: five hundred of the size that cameras make. */
    private static final long KEPT_BYTES = 4L << 30;

    static Base open(Profile profile, Settings settings, Optional<Joined> joined) throws IOException, PolicyFormatException {
        return joined.isPresent() ? ofTeam(joined.get(), profile) : own(profile, settings);
    }

    private static Base own(Profile profile, Settings settings) throws PolicyFormatException {
        PolicyPack pack = settings.policyPack().isPresent() ? PolicyFile.read(settings.policyPack().get()) : PolicyFile.shipped();
        Database database = Database.openEmbedded(profile.folder().resolve("database"), profile.key());
        try {
            Member self = database.inTransaction(new Team()::self);
            return new Base(Optional.empty(), database, self, pack,
                    new FolderBlobStore(profile.folder().resolve("images"), Optional.of(profile.key()), new ImageKeys(database)));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Base ofTeam(Joined joined, Profile profile) throws IOException, PolicyFormatException {
        Database database = joined.open();
        try {
            Member self = Joined.self(database);
            joined.refuseAnotherLog(profile, database);
            // who only reads has no key to any image: none is looked for
            if (!self.role().hasDesk()) {
                throw new StorageException(self.pseudonym() + " is the login of " + self.role().name().toLowerCase(Locale.ROOT)
                        + ", which has no desk. Join with a reviewer's or a lead's.");
            }
            BlobStore images = self.role().onlyReads() ? new FolderBlobStore(profile.folder().resolve("images"), Optional.empty(), new ImageKeys(database)) : TeamImages.open(database, profile);
            return new Base(Optional.of(joined), database, self, Joined.pack(database), images);
        } catch (IOException | PolicyFormatException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** A team's images lie far away, and those in hand are kept on this machine's disk too. */
    KeptImages kept(Profile profile) {
        Optional<SealedCache> copies = joined.map(_ -> new SealedCache(profile.folder().resolve("kept"), KEPT_BYTES));
        return new KeptImages(images, copies, new ImageKeys(database));
    }

    /** Whether what all need is set up here: models and lanes, the deadlines' steps, what spreads by itself. */
    boolean isInCharge() {
        return joined.isEmpty() || self.role().bringsIn();
    }
}
