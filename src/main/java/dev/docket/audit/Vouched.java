package dev.docket.audit;

import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds what lines of the log vouch for. Given by the package that owns the rows. */
@FunctionalInterface
public interface Vouched {
    /** Looks nothing up. */
    Vouched NOTHING = (tx, least, most) -> java.util.List.of();

    /** Subjects of lines about items, or rows, whose ids lie between these, both inclusive; some hundreds at most. */
    Collection<UUID> between(Handle tx, UUID least, UUID most);
}
