package dev.docket.hash;

import dev.docket.storage.CanonicalJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Tables {@code hash_bank} and {@code hash_bank_part}. */
final class BankRows {
    private static final int PART = 4096;

    private record Part(HashKind kind, byte[] entries) {}

    private BankRows() {}

    static List<String> names(Handle tx) {
        return tx.select("select name from hash_bank order by name").mapTo(String.class).list();
    }

    static Optional<BankContent> read(Handle tx, String name) {
        Map<HashKind, PackedEntries> entries = BankContent.noEntries();
        try (Stream<Part> parts = tx.createQuery("select kind, entries from hash_bank_part where bank = :bank order by kind, part_no")
                .bind("bank", name).setFetchSize(16).map((row, _) -> new Part(HashKind.values()[row.getInt("kind")], row.getBytes("entries"))).stream()) {
            for (Iterator<Part> each = parts.iterator(); each.hasNext(); ) {
                Part part = each.next();
                entries.get(part.kind()).addPart(part.entries());
            }
        }
        return tx.select("select added_at, labels_json from hash_bank where name = ?", name)
                .map((row, _) -> new BankContent(name, row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        List.of(CanonicalJson.read(row.getString("labels_json"), String[].class)), entries))
                .findOne();
    }

    /** Stores the bank in place of what is there under its name. */
    static void write(Handle tx, BankContent bank) {
        remove(tx, bank.name());
        tx.createUpdate("insert into hash_bank (name, added_at, labels_json) values (:name, :added, :labels)")
                .bind("name", bank.name()).bindByType("added", bank.added(), Instant.class).bind("labels", CanonicalJson.write(bank.labels())).execute();
        bank.entries().forEach((kind, entries) -> {
            for (int from = 0; from < entries.size(); from += PART) {
                tx.createUpdate("insert into hash_bank_part (bank, kind, part_no, entries) values (:bank, :kind, :number, :entries)")
                        .bind("bank", bank.name()).bind("kind", kind.ordinal()).bind("number", from / PART).bind("entries", entries.part(from, PART)).execute();
            }
        });
    }

    static void remove(Handle tx, String name) {
        tx.execute("delete from hash_bank_part where bank = ?", name);
        tx.execute("delete from hash_bank where name = ?", name);
    }
}
