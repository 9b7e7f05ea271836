package dev.docket.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Some entries, the newest first.
 *
 * @param next where to go on; there may be no further entry there that is wanted. Empty: there is none
 */
public record AuditPage(List<LoggedEntry> entries, Optional<Place> next) {
    /** Newest first, as the database orders. */
    static final Comparator<Place> NEWEST_FIRST = Comparator.comparing(Place::at).thenComparing(place -> place.writer().toString()).thenComparing(Place::seq).reversed();

    /** Of an entry among all of them. @param at when the database recorded it */
    public record Place(Instant at, UUID writer, long seq) {}

    public AuditPage {
        entries = List.copyOf(entries);
    }
}
