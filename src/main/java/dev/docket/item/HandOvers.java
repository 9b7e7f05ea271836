package dev.docket.item;

import dev.docket.item.HandOver.Cause;
import dev.docket.item.HandOver.Grounds;
import dev.docket.item.HandOver.Handed;
import dev.docket.storage.ContentHash;
import dev.docket.storage.InsertOnce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The records of quarantined items. They are never deleted, and written in the transaction that quarantines. Several threads. */
public final class HandOvers {
    private static final int MOST_SOURCE = 400;

    /** Opens the record of an item, unless it has one. */
    public void open(Handle tx, UUID item, ContentHash picture, Instant at, Grounds grounds) {
        String source = grounds.source().substring(0, Math.min(MOST_SOURCE, grounds.source().length()));
        InsertOnce.run(tx, () -> tx.createUpdate("""
                        insert into hand_over (item_id, sha256, opened_at, cause, person_id, source, reason, pack, pack_sha256, jurisdiction)
                        select :item, :picture, :at, :cause, cast(:person as uuid), :source, :reason, :pack, cast(:packHash as bytea), :jurisdiction
                         where not exists (select 1 from hand_over where item_id = :item)""")
                .bind("item", item).bind("picture", picture).bind("at", at).bind("cause", grounds.cause().name())
                .bind("person", grounds.person().orElse(null)).bind("source", source).bind("reason", grounds.reason())
                .bind("pack", grounds.pack()).bind("packHash", grounds.packHash().map(ContentHash::bytes).orElse(null))
                .bind("jurisdiction", grounds.jurisdiction()).execute());
    }

    /** Opens the record of an item whose picture was quarantined before: it refers to the first one's. */
    public void openCopy(Handle tx, UUID item, ContentHash picture, Instant at, Grounds unless) {
        Optional<HandOver> first = first(tx, picture);
        open(tx, item, picture, at, first.map(earlier -> earlier.grounds().ofCopy(earlier.number())).orElse(unless));
    }

    /** The first record of this picture. */
    private static Optional<HandOver> first(Handle tx, ContentHash picture) {
        return tx.createQuery("select * from hand_over where sha256 = :picture order by record_no limit 1")
                .bind("picture", picture).map((row, _) -> record(row)).findOne();
    }

    /** All of them, the first at the head. */
    public List<HandOver> all(Handle tx) {
        return tx.createQuery("select * from hand_over order by record_no").map((row, _) -> record(row)).list();
    }

    public Optional<HandOver> of(Handle tx, UUID item) {
        return tx.createQuery("select * from hand_over where item_id = :item").bind("item", item).map((row, _) -> record(row)).findOne();
    }

    /** The one with this number, else those whose item's id begins like this. */
    public List<HandOver> find(Handle tx, String words) {
        if (words.matches("\\d{1,18}")) {
            List<HandOver> numbered = tx.createQuery("select * from hand_over where record_no = :number")
                    .bind("number", Long.parseLong(words)).map((row, _) -> record(row)).list();
            if (!numbered.isEmpty()) {
                return numbered;
            }
        }
        return startingWith(tx, words);
    }

    /** Those whose item's id begins with these hex digits, dashes left out; none for fewer than four. */
    public List<HandOver> startingWith(Handle tx, String words) {
        String digits = ItemIds.digits(words);
        return digits.isEmpty() ? List.of() : tx.createQuery("select * from hand_over where replace(cast(item_id as varchar), '-', '') like :digits order by record_no")
                .bind("digits", digits + "%").map((row, _) -> record(row)).list();
    }

    /** Notes that it was handed over. False when that was noted before. */
    public boolean handed(Handle tx, long number, Handed done) {
        return tx.createUpdate("update hand_over set reference = :reference, handed_at = :at, handed_by = :by where record_no = :number and reference is null")
                .bind("reference", done.reference()).bind("at", done.at()).bind("by", done.by()).bind("number", number).execute() == 1;
    }

    private static HandOver record(ResultSet row) throws SQLException {
        Grounds grounds = new Grounds(Cause.valueOf(row.getString("cause")), Optional.ofNullable(row.getObject("person_id", UUID.class)),
                row.getString("source"), row.getString("reason"), row.getString("pack"),
                Optional.ofNullable(row.getBytes("pack_sha256")).map(ContentHash::fromDigest), row.getString("jurisdiction"));
        Optional<Handed> handed = row.getString("reference") == null ? Optional.empty()
                : Optional.of(new Handed(row.getString("reference"), instant(row, "handed_at"), row.getObject("handed_by", UUID.class)));
        return new HandOver(row.getLong("record_no"), row.getObject("item_id", UUID.class), ContentHash.fromDigest(row.getBytes("sha256")),
                instant(row, "opened_at"), grounds, handed);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
