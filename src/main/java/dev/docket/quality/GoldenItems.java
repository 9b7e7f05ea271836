package dev.docket.quality;

import dev.docket.policy.PackRef;
import dev.docket.storage.ContentHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The golden items, as leads read them. Several threads. */
public final class GoldenItems {

    /**
     * How a golden item stands.
     *
     * @param dealt how often something stood in for it
     * @param answered how often that was decided by somebody
     */
    public record Stock(GoldenItem golden, int dealt, int answered) {
        /** Whether it will be dealt again. */
        public boolean isInUse() {
            return golden.retired().isEmpty() && dealt < GoldenItem.MOST_SIGHTINGS;
        }
    }

    private static final String ALL = """
            select g.*, (select count(*) from stand_in s where s.golden_id = g.golden_id) as dealt,
                   (select count(*) from stand_in s where s.golden_id = g.golden_id and exists (select 1 from verdict_event v
                      where v.item_id = s.item_id and v.finding_json is not null and v.kind <> 'PROPAGATED')) as answered
              from golden_item g
            """;

    void add(Handle tx, GoldenItem golden) {
        tx.createUpdate("""
                        insert into golden_item (golden_id, item_id, label, positive, why, pack_id, pack_version, pack_sha256, marked_by, marked_at)
                        values (:id, :item, :label, :positive, :why, :pack, :version, :sha256, :by, :at)""")
                .bind("id", golden.id()).bind("item", golden.item()).bind("label", golden.label()).bind("positive", golden.positive() ? 1 : 0)
                .bind("why", golden.why()).bind("pack", golden.pack().id()).bind("version", golden.pack().version()).bind("sha256", golden.pack().sha256())
                .bind("by", golden.by()).bind("at", golden.at()).execute();
    }

    /** False when it was retired before. */
    boolean retire(Handle tx, UUID golden, UUID by, Instant at) {
        return tx.createUpdate("update golden_item set retired_by = :by, retired_at = :at where golden_id = :id and retired_at is null")
                .bind("by", by).bind("at", at).bind("id", golden).execute() == 1;
    }

    /** All that were ever marked, the latest first. */
    public List<Stock> all(Handle tx) {
        return tx.createQuery(ALL + "order by g.marked_at desc, g.golden_id").map((row, _) -> stock(row)).list();
    }

    /** What is marked on an item and not retired. */
    public Optional<Stock> on(Handle tx, UUID item) {
        return tx.createQuery(ALL + "where g.item_id = :item and g.retired_at is null order by g.marked_at desc limit 1")
                .bind("item", item).map((row, _) -> stock(row)).findOne();
    }

    private static Stock stock(ResultSet row) throws SQLException {
        return new Stock(golden(row), row.getInt("dealt"), row.getInt("answered"));
    }

    /** @param row with all columns of {@code golden_item} */
    static GoldenItem golden(ResultSet row) throws SQLException {
        OffsetDateTime retired = row.getObject("retired_at", OffsetDateTime.class);
        UUID by = row.getObject("retired_by", UUID.class);
        return new GoldenItem(row.getObject("golden_id", UUID.class), row.getObject("item_id", UUID.class), row.getString("label"),
                row.getInt("positive") == 1, row.getString("why"),
                new PackRef(row.getString("pack_id"), row.getString("pack_version"), ContentHash.fromDigest(row.getBytes("pack_sha256"))),
                row.getObject("marked_by", UUID.class), row.getObject("marked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(retired).map(at -> new GoldenItem.Retired(by, at.toInstant())));
    }
}
