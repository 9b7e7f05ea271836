package dev.docket.item;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Items whose answer their feed knows already. They are in a split of their own and in no figure of what a team found. On a team's database
 * a reviewer's questions find none, so that they are items like any other there. Several threads.
 */
public final class QualityChecks {
    /** A condition on {@code item i}: that it is none, as far as whoever asks may know. */
    public static final String NONE = "not exists (select 1 from quality_check q where q.item_id = i.item_id)";

    private QualityChecks() {}

    static void add(Handle tx, UUID item) {
        tx.createUpdate("insert into quality_check (item_id) values (:item)").bind("item", item).execute();
    }

    static void remove(Handle tx, UUID item) {
        tx.createUpdate("delete from quality_check where item_id = :item").bind("item", item).execute();
    }
}
