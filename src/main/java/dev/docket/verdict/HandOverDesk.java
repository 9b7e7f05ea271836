package dev.docket.verdict;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.item.HandOver;
import dev.docket.item.HandOvers;
import dev.docket.storage.Database;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/**
 * Where it is noted that a quarantined item was handed over. Docket hands nothing over itself: whoever holds the credentials
 * of the body that takes such reports does, and brings back its number. Several threads.
 */
public final class HandOverDesk {
    /** A number or code, no words about anybody. */
    public static final String REFERENCE = "[A-Za-z0-9][A-Za-z0-9./_:#-]{0,59}";

    private final Database database;
    private final HandOvers records;
    private final AuditLog audit;
    private final Clock clock;

    public HandOverDesk(Database database, HandOvers records, AuditLog audit, Clock clock) {
        this.database = database;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes that it was handed over, and by whom. False when that was noted before; nothing changes then.
     *
     * @throws IllegalArgumentException when the reference is none: see {@link #REFERENCE}
     */
    public boolean handedOver(HandOver waiting, String reference, UUID by) {
        if (!reference.matches(REFERENCE)) {
            throw new IllegalArgumentException("'" + reference + "' is no reference: take the receiver's number, letters, digits and . / _ : # -, at most 60 and no spaces");
        }
        HandOver.Handed done = new HandOver.Handed(reference, clock.instant().truncatedTo(ChronoUnit.MICROS), by);
        return database.inTransaction(tx -> {
            boolean isNew = records.handed(tx, waiting.number(), done);
            if (isNew) {
                audit.append(tx, AuditKind.ITEM_HANDED_OVER, waiting.item(), Map.of("item", waiting.item().toString(),
                        "record", waiting.number(), "reference", reference, "by", by.toString()));
            }
            return isNew;
        });
    }
}
