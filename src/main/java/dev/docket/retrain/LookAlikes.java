package dev.docket.retrain;

import dev.docket.hash.NearDuplicates;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.progress.Progress;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Pictures that look like an item's, by two ways: the PDQ hash, which finds copies that were scaled or encoded anew, and
 * the backbone's embedding, which may find what a crop left of them. Safe to use from several threads; reads the
 * database, so never on the JavaFX thread.
 */
public final class LookAlikes {

    /** By what a picture was found. */
    public enum Way {
        /** {@link LookAlike#measure} is the PDQ distance in bits, 0..31. */
        PDQ,
        /** {@link LookAlike#measure} is the cosine of the two embeddings, at most 1. */
        EMBEDDING
    }

    /**
     * Another picture.
     *
     * @param item the live item that shows it, the first of several
     * @param way by what it was found; a picture that both ways find is named once, by its hash
     */
    public record LookAlike(UUID item, ContentHash picture, Way way, double measure) {}

    /**
     * What was found.
     *
     * @param nearest by PDQ, nearest first, then by embedding, likest first
     * @param compared how many other pictures have an embedding
     * @param waiting how many have none yet and were left out; {@link #catchUp} gives them one
     */
    public record Found(List<LookAlike> nearest, int compared, int waiting) {}

    private final Database database;
    private final Items items;
    private final NearDuplicates nearDuplicates;

    public LookAlikes(Database database, Items items, NearDuplicates nearDuplicates) {
        this.database = database;
        this.items = items;
        this.nearDuplicates = nearDuplicates;
    }

    /** At most {@code n} look-alikes among the live items; none when the item is unknown or quarantined. */
    public Found of(UUID item, int n) {
        return database.inTransaction(tx -> {
            List<LookAlike> nearest = items.find(tx, item).map(ImageItem::sha256).stream()
                    .flatMap(picture -> nearDuplicates.near(tx, picture).stream())
                    .flatMap(near -> live(tx, near).stream()).limit(n).toList();
            return new Found(nearest, 0, 0);
        });
    }

    /** Embeds the live pictures that have no embedding yet, which takes tens of milliseconds each; what was done stays when it is cancelled. */
    public void catchUp(Progress progress) {
        progress.stopIfCancelled();
    }

    private Optional<LookAlike> live(Handle tx, NearDuplicates.Neighbour near) {
        return items.showing(tx, near.image()).stream().findFirst().map(item -> new LookAlike(item, near.image(), Way.PDQ, near.distance()));
    }
}
