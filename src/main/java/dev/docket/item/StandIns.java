package dev.docket.item;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Items that stand in for golden ones, whose answer is known: reviewers are given them like any other, and nothing that is found on them
 * counts anywhere. On a team's database a reviewer's questions find none but those that they have answered, in an earlier transaction, so
 * that nobody can tell one before. Several threads.
 */
public final class StandIns {
    /** A condition on {@code item i}: that it is none. */
    public static final String NONE = "not exists (select 1 from stand_in s where s.item_id = i.item_id)";

    private StandIns() {}

    /** Whether the item is one, as far as whoever asks may know. */
    public static boolean isOne(Handle tx, UUID item) {
        return tx.createQuery("select 1 from stand_in where item_id = :item").bind("item", item).mapTo(Integer.class).findOne().isPresent();
    }

    /** The item that this one stands in for; empty when it is none. */
    public static Optional<UUID> original(Handle tx, UUID item) {
        return tx.createQuery("select g.item_id from stand_in s join golden_item g on g.golden_id = s.golden_id where s.item_id = :item")
                .bind("item", item).mapTo(UUID.class).findOne();
    }

    /** Everything that stands in for an item, whatever became of it. */
    public static List<UUID> of(Handle tx, UUID original) {
        return tx.createQuery("select s.item_id from stand_in s join golden_item g on g.golden_id = s.golden_id where g.item_id = :item order by s.dealt_at, s.item_id")
                .bind("item", original).mapTo(UUID.class).list();
    }
}
