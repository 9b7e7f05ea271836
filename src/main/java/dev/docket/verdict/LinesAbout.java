package dev.docket.verdict;

import dev.docket.audit.Vouched;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the log vouches for about an item: itself, and every event of it, late ones too. */
public final class LinesAbout implements Vouched {
    private static final int MOST_ITEMS = 20;
    private static final int MOST_EVENTS = 400;

    @Override
    public Collection<UUID> between(Handle tx, UUID least, UUID most) {
        List<UUID> items = tx.createQuery("select item_id from item where item_id between :least and :most order by item_id limit :limit")
                .bind("least", least).bind("most", most).bind("limit", MOST_ITEMS).mapTo(UUID.class).list();
        Set<UUID> subjects = new HashSet<>(items);
        for (String events : List.of("verdict_event", "verdict_late")) {
            if (!items.isEmpty()) {
                subjects.addAll(tx.createQuery("select verdict_id from " + events + " where item_id in (<items>) limit :limit")
                        .bindList("items", items).bind("limit", MOST_EVENTS).mapTo(UUID.class).list());
            }
            subjects.addAll(tx.createQuery("select verdict_id from " + events + " where verdict_id between :least and :most limit :limit")
                    .bind("least", least).bind("most", most).bind("limit", MOST_ITEMS).mapTo(UUID.class).list());
        }
        return subjects;
    }
}
