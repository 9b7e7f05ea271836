package dev.docket.item;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The legal holds, those that were lifted included. Several threads. */
public final class LegalHolds {

    /** Returns false when the item has one for this case. */
    public boolean place(Handle tx, LegalHold hold) {
        return tx.createUpdate("""
                        insert into legal_hold (hold_id, item_id, reference, placed_by, placed_at)
                        select :id, i.item_id, :reference, :by, :at from item i where i.item_id = :item
                           and not exists (select 1 from legal_hold h where h.item_id = :item and h.reference = :reference and h.lifted_at is null)""")
                .bind("id", hold.id()).bind("item", hold.item()).bind("reference", hold.reference()).bind("by", hold.by()).bind("at", hold.at()).execute() == 1;
    }

    /** The hold as it was lifted; empty when the item has none for this case. */
    public Optional<LegalHold> lift(Handle tx, UUID item, String reference, UUID by, Instant at) {
        Optional<LegalHold> held = standing(tx, item).stream().filter(hold -> hold.reference().equals(reference)).findFirst();
        return held.filter(hold -> tx.createUpdate("update legal_hold set lifted_by = :by, lifted_at = :at where hold_id = :id and lifted_at is null")
                .bind("by", by).bind("at", at).bind("id", hold.id()).execute() == 1);
    }

    /** Those that hold on this item, oldest first. */
    public List<LegalHold> standing(Handle tx, UUID item) {
        return tx.createQuery("select * from legal_hold where item_id = :item and lifted_at is null order by placed_at, hold_id")
                .bind("item", item).map((row, _) -> hold(row)).list();
    }

    /** All of them, oldest first. */
    public List<LegalHold> all(Handle tx) {
        return tx.createQuery("select * from legal_hold order by placed_at, hold_id").map((row, _) -> hold(row)).list();
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
        return new LegalHold(row.getObject("hold_id", UUID.class), row.getObject("item_id", UUID.class), row.getString("reference"),
                row.getObject("placed_by", UUID.class), row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                lifted == null ? Optional.empty() : Optional.of(new LegalHold.Lifted(row.getObject("lifted_by", UUID.class), lifted.toInstant())));
    }
}
