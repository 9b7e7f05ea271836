package dev.docket.intake;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was refused and why, kept until the same place is admitted. */
public final class Refusals {

    /** Adds, or replaces what stood for the place. */
    public void put(Handle tx, Refusal refusal) {
        clear(tx, refusal.place());
        tx.createUpdate("insert into intake_refusal (place, reason) values (:place, :reason)")
                .bind("place", cut(refusal.place()))
                .bind("reason", cut(refusal.reason()))
                .execute();
    }

    public void clear(Handle tx, String place) {
        tx.createUpdate("delete from intake_refusal where place = :place").bind("place", cut(place)).execute();
    }

    /** By place. */
    public List<Refusal> all(Handle tx) {
        return tx.createQuery("select place, reason from intake_refusal order by place")
                .map((row, context) -> new Refusal(row.getString("place"), row.getString("reason")))
                .list();
    }

    private static String cut(String text) {
        return PlainText.of(text, 1000);
    }
}
