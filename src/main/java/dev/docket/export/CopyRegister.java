package dev.docket.export;

import dev.docket.storage.ContentHash;
import dev.docket.watermark.copy.MarkReader.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which copy was handed to whom, by the number in its pixels. Several threads. */
public final class CopyRegister {
    /** Sizes that are tried on a picture, the latest first. */
    private static final int MOST_SIZES = 200;

    /** A copy before it is noted. */
    record Entry(long number, ContentHash manifest, UUID item, String recipient, int width, int height, UUID by) {}

    void note(Handle tx, List<Entry> copies, Instant at) {
        if (copies.isEmpty()) {
            return;
        }
        var batch = tx.prepareBatch("""
                insert into marked_copy (copy_number, manifest, item_id, recipient, width, height, written_by, written_at)
                values (:number, :manifest, :item, :recipient, :width, :height, :by, :at)""");
        copies.forEach(copy -> batch.bind("number", copy.number()).bind("manifest", copy.manifest()).bind("item", copy.item())
                .bind("recipient", copy.recipient()).bind("width", copy.width()).bind("height", copy.height()).bind("by", copy.by()).bind("at", at).add());
        batch.execute();
    }

    /** Empty when this desk wrote no copy of that number. */
    public Optional<MarkedCopy> find(Handle tx, long number) {
        return tx.createQuery("select * from marked_copy where copy_number = :number").bind("number", number).map((row, _) -> copy(row)).findOne();
    }

    /** Copies of these items, oldest first. */
    public List<MarkedCopy> of(Handle tx, Collection<UUID> items) {
        return items.isEmpty() ? List.of() : tx.createQuery("select * from marked_copy where item_id in (<items>) order by written_at, copy_number")
                .bindList("items", List.copyOf(items)).map((row, _) -> copy(row)).list();
    }

    /** Of all copies, each once, the latest first. */
    public List<Size> sizes(Handle tx) {
        return tx.createQuery("select width, height from marked_copy group by width, height order by max(written_at) desc, width, height fetch first " + MOST_SIZES + " rows only")
                .map((row, _) -> new Size(row.getInt("width"), row.getInt("height"))).list();
    }

    private static MarkedCopy copy(ResultSet row) throws SQLException {
        return new MarkedCopy(row.getLong("copy_number"), ContentHash.fromDigest(row.getBytes("manifest")), row.getObject("item_id", UUID.class), row.getString("recipient"),
                row.getInt("width"), row.getInt("height"), row.getObject("written_by", UUID.class), row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
