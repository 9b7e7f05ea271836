package dev.docket.item;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Items as people name them: by id or the start of it, by whose they are, by what they show. Quarantined ones included. */
public final class ItemIds {
    private static final int LEAST = 4;

    private ItemIds() {}

    /** Those whose id begins with these hex digits, dashes left out; none for fewer than four digits. */
    public static List<UUID> startingWith(Handle tx, String words) {
        String digits = digits(words);
        return digits.isEmpty() ? List.of() : tx.createQuery("select item_id from item where replace(cast(item_id as varchar), '-', '') like :digits order by item_id")
                .bind("digits", digits + "%").mapTo(UUID.class).list();
    }

    /** Those that this uploader's pseudonym stands on. */
    public static List<UUID> ofUploader(Handle tx, String pseudonym) {
        return tx.createQuery("select item_id from item where uploader = :pseudonym order by item_id").bind("pseudonym", pseudonym).mapTo(UUID.class).list();
    }

    static String digits(String words) {
        String digits = words.replace("-", "").toLowerCase(Locale.ROOT);
        return digits.matches("[0-9a-f]{" + LEAST + ",32}") ? digits : "";
    }
}
