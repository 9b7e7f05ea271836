package dev.docket.provenance;

import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The reports on record. None is ever changed: what is found later is a report of its own, and the item's {@code provenance_json} is the last one.
 * They go with what else is known of their item, when it is quarantined or its text erased.
 */
public final class Reports {
    private static final String BETWEEN = " ";
    private static final String NOTHING = "{}";

    /** What stands with an item. */
    private record Former(String json, Instant receivedAt) {}

    /** Of a report's canonical JSON, as a verdict carries it. */
    public static ContentHash hash(String json) {
        return ContentHash.of(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts an item's first report on record. Nothing for an item that is quarantined. @param json as it stands with the item */
    public void add(Handle tx, UUID item, String json, Tools tools, Instant checkedAt) {
        tx.createUpdate("""
                        insert into provenance_report (report_id, item_id, body_sha256, body, validator, trust_list, detectors, checked_at)
                        select :id, :item, :hash, :body, cast(:validator as varchar), cast(:trustList as varchar), :detectors, :at
                         where exists (select 1 from item where item_id = :item and state = 0)""")
                .bind("id", UUID.randomUUID()).bind("item", item).bind("hash", hash(json)).bind("body", json)
                .bind("validator", tools.validator().orElse(null)).bind("trustList", tools.trustList().orElse(null))
                .bind("detectors", String.join(BETWEEN, tools.detectors())).bind("at", checkedAt).execute();
    }

    /**
     * Puts a further report on record and makes it the item's. The one before it is put on record too, where an earlier version left that out.
     * False, and nothing done, for an item that is unknown, quarantined or erased.
     */
    public boolean replace(Handle tx, UUID item, String json, Tools tools, Instant checkedAt) {
        Optional<Former> former = former(tx, item);
        if (former.isEmpty()) {
            return false;
        }
        if (!isOnRecord(tx, item) && !former.get().json().equals(NOTHING)) {
            add(tx, item, former.get().json(), Tools.UNKNOWN, former.get().receivedAt());
        }
        add(tx, item, json, tools, checkedAt);
        tx.createUpdate("update item set provenance_json = :json where item_id = :item").bind("json", json).bind("item", item).execute();
        return true;
    }

    /** An item's reports, oldest first; of one that an earlier version took in, the one it has. None for one that is quarantined or erased. */
    public List<KeptReport> of(Handle tx, UUID item) {
        List<KeptReport> all = tx.createQuery("""
                        select r.body_sha256, r.body, r.validator, r.trust_list, r.detectors, r.checked_at
                          from provenance_report r join item i on i.item_id = r.item_id and i.state = 0
                         where r.item_id = :item order by r.checked_at, r.recorded_at, r.report_id""")
                .bind("item", item).map((row, _) -> kept(row)).list();
        return !all.isEmpty() ? all : former(tx, item).stream()
                .map(f -> new KeptReport(hash(f.json()), ProvenanceReport.kept(f.json()), Tools.UNKNOWN, f.receivedAt())).toList();
    }

    private static Optional<Former> former(Handle tx, UUID item) {
        return tx.createQuery("select provenance_json, received_at from item where item_id = :item and state = 0").bind("item", item)
                .map((row, _) -> new Former(row.getString("provenance_json"), row.getObject("received_at", OffsetDateTime.class).toInstant())).findOne();
    }

    private static boolean isOnRecord(Handle tx, UUID item) {
        return tx.createQuery("select 1 from provenance_report where item_id = :item limit 1").bind("item", item).mapTo(Integer.class).findOne().isPresent();
    }

    private static KeptReport kept(ResultSet row) throws SQLException {
        return new KeptReport(ContentHash.fromDigest(row.getBytes("body_sha256")), ProvenanceReport.kept(row.getString("body")),
                new Tools(Optional.ofNullable(row.getString("validator")), Optional.ofNullable(row.getString("trust_list")),
                        Stream.of(row.getString("detectors").split(BETWEEN)).filter(name -> !name.isEmpty()).toList()),
                row.getObject("checked_at", OffsetDateTime.class).toInstant());
    }
}
