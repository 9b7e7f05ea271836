package dev.docket.storage;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The data key of each image, 32 random bytes in the database: whoever may not see an item does not get the key of its
 * picture, and a key that is deleted takes every copy of the bytes with it, backups included. Several threads.
 */
public final class ImageKeys {
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Database database;

    public ImageKeys(Database database) {
        this.database = database;
    }

    /** Empty when there is none, or none for whoever asks. */
    Optional<byte[]> find(ContentHash image) {
        return database.inTransaction(tx -> tx.createQuery("select data_key from image_key where sha256 = :image").bind("image", image)
                .mapTo(byte[].class).findOne());
    }

    /** Those of these images that have a key for whoever asks. */
    public Set<ContentHash> withKey(Collection<ContentHash> images) {
        return images.isEmpty() ? Set.of() : database.inTransaction(tx -> tx.createQuery("select sha256 from image_key where sha256 in (<images>)")
                .bindList("images", List.copyOf(images)).mapTo(ContentHash.class).set());
    }

    /** The image's key, made on first use; of several who make it at once, all get the same. */
    byte[] make(ContentHash image) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        database.transact(tx -> InsertOnce.run(tx, () -> tx.createUpdate("""
                        insert into image_key (sha256, data_key)
                        select :image, :key where not exists (select 1 from image_key where sha256 = :image)""")
                .bind("image", image).bind("key", fresh).execute()));
        return find(image).orElseThrow(() -> new StorageException("The key of image " + image + " was made and cannot be read: this login may not see it"));
    }

    /** Erases the image in every copy of its bytes. */
    void forget(ContentHash image) {
        database.transact(tx -> tx.createUpdate("delete from image_key where sha256 = :image").bind("image", image).execute());
    }
}
