package dev.docket.dsa;

import dev.docket.item.Source;
import java.util.UUID;

/**
 * A statement that was written and whose decision changed since. The EU's database has no call for that: a person asks its
 * operators, and takes the restriction back or puts it on again.
 *
 * @param step how many changes of it were told before
 */
public record ByHand(UUID puid, UUID item, Source from, StatementLog.Change change, int step) {
    static ByHand of(StatementLog.Kept kept, Source from, StatementLog.Change change) {
        return new ByHand(kept.puid(), kept.item(), from, change, kept.steps());
    }
}
