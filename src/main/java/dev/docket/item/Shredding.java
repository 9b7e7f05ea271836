package dev.docket.item;

import dev.docket.item.Tombstone.Part;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes away what is known of an item and leaves a tombstone. What people said of it is for whoever keeps their words to
 * take away, in the same transaction; the bytes go after it: {@link Erasure}. The key goes here, so that from the commit on nobody reads
 * them, wherever copies lie. Several threads.
 */
public final class Shredding {
    private static final int ERASED = 8;

    private final Items items;
    private final Tombstones stones = new Tombstones();

    public Shredding(Items items) {
        this.items = items;
    }

    /** What of these parts is there still; none for an item that is unknown or quarantined. The item's row is locked until the transaction ends. */
    public Set<Part> left(Handle tx, UUID item, Set<Part> wanted) {
        boolean there = tx.createQuery("select item_id from item where item_id = :item and state in (0, 8) for update")
                .bind("item", item).mapTo(UUID.class).findOne().isPresent();
        Set<Part> left = EnumSet.noneOf(Part.class);
        if (there) {
            left.addAll(wanted);
            left.removeAll(stones.gone(tx, item));
        }
        return left;
    }

    /** The picture of an item that has one still. */
    public static Optional<ContentHash> picture(Handle tx, UUID item) {
        return tx.createQuery("select sha256 from item where item_id = :item and state = 0").bind("item", item).mapTo(ContentHash.class).findOne();
    }

    /** Sets the tombstone and takes away what it says. */
    public void shred(Handle tx, Tombstone stone) {
        stones.add(tx, stone);
        if (stone.parts().contains(Part.PICTURE)) {
            picture(tx, stone.item()).ifPresent(picture -> shredPicture(tx, stone.item(), picture));
        }
        if (stone.parts().contains(Part.TEXT)) {
            shredText(tx, stone.item());
        }
    }

    private void shredPicture(Handle tx, UUID item, ContentHash picture) {
        tx.createUpdate("update item set state = :erased, sha256 = null where item_id = :item").bind("erased", ERASED).bind("item", item).execute();
        tx.createUpdate("delete from score where item_id = :item").bind("item", item).execute();
        tx.createUpdate("delete from policy_decision where item_id = :item").bind("item", item).execute();
        if (items.showing(tx, picture).isEmpty()) {
            forget(tx, picture);
        }
    }

    /** A hash of a known picture tells whose it was: none stays, nor a group that bears its name. */
    private static void forget(Handle tx, ContentHash picture) {
        tx.createUpdate("insert into erased_picture (sha256) select :picture where not exists (select 1 from erased_picture where sha256 = :picture)")
                .bind("picture", picture).execute();
        List<ContentHash> others = tx.createQuery("select sha256 from image_blob where cluster_id = :picture and sha256 <> :picture order by sha256")
                .bind("picture", picture).mapTo(ContentHash.class).list();
        if (!others.isEmpty()) {
            tx.createUpdate("update image_blob set cluster_id = :name where cluster_id = :picture").bind("name", others.getFirst()).bind("picture", picture).execute();
        }
        tx.createUpdate("delete from embedding where sha256 = :picture").bind("picture", picture).execute();
        tx.createUpdate("delete from image_key where sha256 = :picture").bind("picture", picture).execute();
        tx.createUpdate("delete from image_blob where sha256 = :picture and not exists (select 1 from item where sha256 = :picture)").bind("picture", picture).execute();
    }

    /** The item's own id still follows from the feed's, so that the feed is not asked for it again. */
    private static void shredText(Handle tx, UUID item) {
        String facts = tx.createQuery("select facts_json from item where item_id = :item").bind("item", item).mapTo(String.class).one();
        tx.createUpdate("update item set external_id = :nothing, uploader = null, facts_json = :facts, provenance_json = '{}' where item_id = :item")
                .bind("nothing", "erased " + item).bind("facts", CanonicalJson.write(CanonicalJson.read(facts, ItemFacts.class).bare())).bind("item", item).execute();
        tx.createUpdate("delete from provenance_report where item_id = :item").bind("item", item).execute();
    }
}
