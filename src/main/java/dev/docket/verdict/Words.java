package dev.docket.verdict;

import dev.docket.storage.CanonicalJson;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * What people wrote of an item, and which picture their events say they saw, as far as it can be taken back: the codes stay,
 * and the log still verifies, which holds no more than hashes.
 */
public final class Words {
    private Words() {}

    /** Takes away notes, filled-in reasons, regions and comments. */
    public static void erase(Handle tx, UUID item) {
        tx.createUpdate("update verdict_event set words = null where item_id = :item and words is not null").bind("item", item).execute();
        tx.createUpdate("delete from item_comment where item_id = :item").bind("item", item).execute();
        tx.createQuery("select verdict_id, finding_json from verdict_event where item_id = :item and finding_json is not null")
                .bind("item", item)
                .map((row, _) -> Map.entry(row.getObject("verdict_id", UUID.class), CanonicalJson.read(row.getString("finding_json"), Finding.class)))
                .list().stream().filter(event -> !event.getValue().equals(event.getValue().bare()))
                .forEach(event -> tx.createUpdate("update verdict_event set finding_json = :finding where verdict_id = :id")
                        .bind("finding", CanonicalJson.write(event.getValue().bare())).bind("id", event.getKey()).execute());
        late(tx, item, Verdict::bare);
    }

    /** Takes away the address of the picture that was on screen, which would tell a known picture. What else was on screen stays. */
    public static void erasePicture(Handle tx, UUID item) {
        tx.createQuery("select verdict_id, shown_json from verdict_event where item_id = :item").bind("item", item)
                .map((row, _) -> Map.entry(row.getObject("verdict_id", UUID.class), CanonicalJson.read(row.getString("shown_json"), Shown.class)))
                .list().forEach(event -> tx.createUpdate("update verdict_event set shown_json = :shown where verdict_id = :id")
                        .bind("shown", CanonicalJson.write(event.getValue().withoutImage())).bind("id", event.getKey()).execute());
        late(tx, item, Verdict::withoutImage);
    }

    private static void late(Handle tx, UUID item, UnaryOperator<Verdict> less) {
        tx.createQuery("select body_json from verdict_late where item_id = :item").bind("item", item).mapTo(String.class).list().stream()
                .map(json -> CanonicalJson.read(json, Verdict.class)).map(less)
                .forEach(late -> tx.createUpdate("update verdict_late set body_json = :body where verdict_id = :id")
                        .bind("body", CanonicalJson.write(late)).bind("id", late.id()).execute());
    }
}
