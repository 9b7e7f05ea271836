package dev.docket.item;

import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the bytes of quarantined and erased pictures. They go only once that is stored, so that no live item ever lacks
 * its picture; what a kill leaves undone is done at the next start.
 */
public final class Erasure {
    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    private final Items items;
    private final BlobStore blobs;

    public Erasure(Items items, BlobStore blobs) {
        this.items = items;
        this.blobs = blobs;
    }

    /** Deletes all that is due. To be called outside of any transaction. */
    public void run(Database database) {
        List<ContentHash> due = database.inTransaction(items::toErase);
        for (ContentHash picture : due) {
            try {
                blobs.delete(picture);
                database.transact(tx -> items.erased(tx, picture));
            } catch (IOException e) {
                LOG.error("The bytes of picture {} could not be deleted; it is tried again at the next start", picture, e);
            }
        }
        if (!due.isEmpty()) {
            database.forgetErased();
        }
    }
}
