package dev.docket.item;

import dev.docket.item.Tombstone.Cause;
import dev.docket.item.Tombstone.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The register of erasures. Nothing leaves it. Several threads. */
public final class Tombstones {
    void add(Handle tx, Tombstone stone) {
        tx.createUpdate("""
                        insert into erasure (erasure_id, item_id, parts, cause, reason, basis, erased_by, erased_at)
                        values (:id, :item, :parts, :cause, :reason, :basis, :by, :at)""")
                .bind("id", stone.id()).bind("item", stone.item()).bind("parts", stone.words()).bind("cause", stone.cause().name())
                .bind("reason", stone.reason()).bind("basis", stone.basis()).bind("by", stone.by()).bind("at", stone.at()).execute();
    }

    /** Of one item, oldest first. */
    public List<Tombstone> of(Handle tx, UUID item) {
        return tx.createQuery("select * from erasure where item_id = :item order by erased_at, erasure_id").bind("item", item).map((row, _) -> stone(row)).list();
    }

    /** All of them, oldest first. */
    public List<Tombstone> all(Handle tx) {
        return tx.createQuery("select * from erasure order by erased_at, erasure_id").map((row, _) -> stone(row)).list();
    }

    /** Those of items whose id begins with these hex digits, dashes left out; none for fewer than four. */
    public List<Tombstone> startingWith(Handle tx, String words) {
        String digits = ItemIds.digits(words);
        return digits.isEmpty() ? List.of() : tx.createQuery("""
                        select * from erasure where replace(cast(item_id as varchar), '-', '') like :digits order by erased_at, erasure_id""")
                .bind("digits", digits + "%").map((row, _) -> stone(row)).list();
    }

    /** What was erased of an item so far. */
    Set<Part> gone(Handle tx, UUID item) {
        Set<Part> gone = EnumSet.noneOf(Part.class);
        of(tx, item).forEach(stone -> gone.addAll(stone.parts()));
        return gone;
    }

    /** What was erased of every item of which something was, and when that part went first. */
    public Map<UUID, Map<Part, Tombstone>> parts(Handle tx) {
        Map<UUID, Map<Part, Tombstone>> parts = new HashMap<>();
        all(tx).forEach(stone -> stone.parts().forEach(part -> parts.computeIfAbsent(stone.item(), _ -> new EnumMap<>(Part.class)).putIfAbsent(part, stone)));
        return parts;
    }

    private static Tombstone stone(ResultSet row) throws SQLException {
        return new Tombstone(row.getObject("erasure_id", UUID.class), row.getObject("item_id", UUID.class), Tombstone.parts(row.getString("parts")),
                Cause.valueOf(row.getString("cause")), row.getString("reason"), row.getString("basis"), row.getObject("erased_by", UUID.class),
                row.getObject("erased_at", OffsetDateTime.class).toInstant());
    }
}
