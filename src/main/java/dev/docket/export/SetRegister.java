package dev.docket.export;

import dev.docket.storage.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which decision sets were written, and which item left in which of them under which name, so that an erasure can say where copies are. Several threads. */
public final class SetRegister {
    private static final int MOST_PATH = 1000;
    private static final int NEWEST = 20;

    /**
     * That an item left in a set.
     *
     * @param manifest the set's name
     * @param folder where it was written
     * @param by who wrote it, by pseudonym id
     * @param name what the item is called in the set: its field {@code item_id}
     */
    public record Carried(UUID item, ContentHash manifest, String folder, UUID by, Instant at, String name) {}

    void note(Handle tx, ContentHash manifest, String folder, UUID by, Instant at, Map<UUID, String> names) {
        UUID set = UUID.randomUUID();
        tx.createUpdate("insert into decision_set (set_id, manifest, folder, written_by, written_at) values (:set, :manifest, :folder, :by, :at)")
                .bind("set", set).bind("manifest", manifest).bind("folder", folder.substring(0, Math.min(MOST_PATH, folder.length()))).bind("by", by).bind("at", at).execute();
        if (!names.isEmpty()) {
            var batch = tx.prepareBatch("insert into decision_set_item (set_id, item_id, name) values (:set, :item, :name)");
            names.forEach((item, name) -> batch.bind("set", set).bind("item", item).bind("name", name).add());
            batch.execute();
        }
    }

    /** The sets that carried any of these items, oldest first. Sets of versions that kept no register are not among them. */
    public List<Carried> carrying(Handle tx, Collection<UUID> items) {
        return items.isEmpty() ? List.of() : tx.createQuery("""
                        select m.item_id, s.manifest, s.folder, s.written_by, s.written_at, m.name
                          from decision_set_item m join decision_set s on s.set_id = m.set_id
                         where m.item_id in (<items>) order by s.written_at, s.set_id, m.item_id""")
                .bindList("items", List.copyOf(items)).map((row, _) -> carried(row)).list();
    }

    /** Where the newest sets were written, newest first; they may be gone. */
    List<Path> folders(Handle tx) {
        return tx.createQuery("select folder from decision_set order by written_at desc, set_id").setMaxRows(NEWEST).mapTo(String.class).stream().map(Path::of).toList();
    }

    /** How many sets the log tells of that are not in the register: earlier versions wrote them. */
    public long unregistered(Handle tx) {
        return tx.createQuery("""
                        select (select count(*) from audit_entry where kind in ('SET_EXPORTED', 'EXPORTED')) - (select count(*) from decision_set)""")
                .mapTo(Long.class).one();
    }

    private static Carried carried(ResultSet row) throws SQLException {
        return new Carried(row.getObject("item_id", UUID.class), ContentHash.fromDigest(row.getBytes("manifest")), row.getString("folder"),
                row.getObject("written_by", UUID.class), row.getObject("written_at", OffsetDateTime.class).toInstant(), row.getString("name"));
    }
}
