package dev.docket.export;

import dev.docket.storage.ContentHash;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /**
     * A set that was written.
     *
     * @param parent the set it follows
     * @param order what was asked for; empty for sets of versions that kept none, which nothing can follow
     */
    public record Registered(
            UUID id, ContentHash manifest, String folder, UUID by, Instant at, Optional<Version> version, Optional<UUID> parent, boolean delta, Optional<String> order) {}

    private static final String SETS = "select set_id, manifest, folder, written_by, written_at, name, version, parent, delta, ordered from decision_set ";

    /** @param request on which it was written @param carried items that left, and what each was; of a delta those that it brings, and {@code gone} those it takes away */
    void note(Handle tx, Registered set, Optional<UUID> request, Map<UUID, Changes.Was> carried, Map<UUID, Changes.Gone> gone) {
        tx.createUpdate("""
                        insert into decision_set (set_id, manifest, folder, written_by, written_at, name, version, parent, delta, ordered, request)
                        values (:id, :manifest, :folder, :by, :at, :name, :version, :parent, :delta, :ordered, :request)""")
                .bind("id", set.id()).bind("manifest", set.manifest()).bind("folder", set.folder().substring(0, Math.min(MOST_PATH, set.folder().length())))
                .bind("by", set.by()).bind("at", set.at()).bind("name", set.version().map(Version::name).orElse(null))
                .bind("version", set.version().map(Version::number).orElse(null)).bindByType("parent", set.parent().orElse(null), UUID.class)
                .bind("delta", set.delta()).bind("ordered", set.order().orElse(null))
                .bindByType("request", request.orElse(null), UUID.class).execute();
        String insert = "insert into decision_set_item (set_id, item_id, name, label, digest, gone) values (:set, :item, :name, :label, :digest, :gone)";
        if (!carried.isEmpty()) {
            var batch = tx.prepareBatch(insert);
            carried.forEach((item, was) -> batch.bind("set", set.id()).bind("item", item).bind("name", was.name()).bind("label", was.label())
                    .bind("digest", was.digest()).bind("gone", (String) null).add());
            batch.execute();
        }
        if (!gone.isEmpty()) {
            var batch = tx.prepareBatch(insert);
            gone.forEach((item, each) -> batch.bind("set", set.id()).bind("item", item).bind("name", each.itemId()).bind("label", (String) null)
                    .bind("digest", (String) null).bind("gone", each.state()).add());
            batch.execute();
        }
    }

    /** The sets that carried any of these items, oldest first. Sets of versions that kept no register are not among them. */
    public List<Carried> carrying(Handle tx, Collection<UUID> items) {
        return items.isEmpty() ? List.of() : tx.createQuery("""
                        select m.item_id, s.manifest, s.folder, s.written_by, s.written_at, m.name
                          from decision_set_item m join decision_set s on s.set_id = m.set_id
                         where m.item_id in (<items>) and m.gone is null order by s.written_at, s.set_id, m.item_id""")
                .bindList("items", List.copyOf(items)).map((row, _) -> carried(row)).list();
    }

    /** Where the newest sets were written, newest first; they may be gone. */
    List<Path> folders(Handle tx) {
        return tx.createQuery("select folder from decision_set order by written_at desc, set_id").setMaxRows(NEWEST).mapTo(String.class).stream().map(Path::of).toList();
    }

    /** Every version there is, by name and number. */
    public List<Registered> versions(Handle tx) {
        return tx.createQuery(SETS + "where name is not null order by name, version").map((row, _) -> registered(row)).list();
    }

    /** The newest version of a name. */
    Optional<Registered> latest(Handle tx, String name) {
        return tx.createQuery(SETS + "where name = :name order by version desc").bind("name", name).setMaxRows(1).map((row, _) -> registered(row)).findOne();
    }

    Optional<Registered> find(Handle tx, Version version) {
        return tx.createQuery(SETS + "where name = :name and version = :version").bind("name", version.name()).bind("version", version.number())
                .map((row, _) -> registered(row)).findOne();
    }

    /** The newest set with this manifest: written twice, it is the same set. */
    Optional<Registered> find(Handle tx, ContentHash manifest) {
        return tx.createQuery(SETS + "where manifest = :manifest order by case when ordered is null then 1 else 0 end, written_at desc, set_id")
                .bind("manifest", manifest).setMaxRows(1).map((row, _) -> registered(row)).findOne();
    }

    /** What a set's holder has: its items, or where it is a delta those of what it follows and its own, without what it takes away. */
    Map<UUID, Changes.Was> holds(Handle tx, Registered set) {
        Deque<UUID> chain = new ArrayDeque<>(List.of(set.id()));
        for (Registered at = set; at.delta() && at.parent().isPresent(); chain.push(at.id())) {
            UUID parent = at.parent().get();
            at = tx.createQuery(SETS + "where set_id = :id").bind("id", parent).map((row, _) -> registered(row)).one();
        }
        Map<UUID, Changes.Was> items = new LinkedHashMap<>();
        chain.forEach(id -> tx.createQuery("select item_id, name, label, digest, gone from decision_set_item where set_id = :id").bind("id", id)
                .map((row, _) -> {
                    UUID item = row.getObject("item_id", UUID.class);
                    return row.getString("gone") == null
                            ? items.put(item, new Changes.Was(row.getString("name"), String.valueOf(row.getString("label")), String.valueOf(row.getString("digest"))))
                            : items.remove(item);
                }).list());
        return items;
    }

    /** How many sets the log tells of that are not in the register: earlier versions wrote them. */
    public long unregistered(Handle tx) {
        return tx.createQuery("""
                        select (select count(*) from audit_entry where kind in ('SET_EXPORTED', 'EXPORTED')) - (select count(*) from decision_set)""")
                .mapTo(Long.class).one();
    }

    private static Registered registered(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return new Registered(row.getObject("set_id", UUID.class), ContentHash.fromDigest(row.getBytes("manifest")), row.getString("folder"),
                row.getObject("written_by", UUID.class), row.getObject("written_at", OffsetDateTime.class).toInstant(),
                name == null ? Optional.empty() : Optional.of(new Version(name, row.getInt("version"))),
                Optional.ofNullable(row.getObject("parent", UUID.class)), row.getBoolean("delta"), Optional.ofNullable(row.getString("ordered")));
    }

    private static Carried carried(ResultSet row) throws SQLException {
        return new Carried(row.getObject("item_id", UUID.class), ContentHash.fromDigest(row.getBytes("manifest")), row.getString("folder"),
                row.getObject("written_by", UUID.class), row.getObject("written_at", OffsetDateTime.class).toInstant(), row.getString("name"));
    }
}
