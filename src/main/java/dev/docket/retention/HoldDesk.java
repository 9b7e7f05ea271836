package dev.docket.retention;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.item.LegalHold;
import dev.docket.item.LegalHolds;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Where legal holds are placed and lifted, each with its line in the log. Leads only, which a team's database holds everybody to. Several threads. */
public final class HoldDesk {
    private final Database database;
    private final LegalHolds holds = new LegalHolds();
    private final AuditLog audit;
    private final Member self;
    private final Clock clock;

    public HoldDesk(Database database, AuditLog audit, Member self, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.self = self;
        this.clock = clock;
    }

    /**
     * From now on nothing of the item is erased. False when it is on hold for this case already, or unknown.
     *
     * @throws IllegalArgumentException when the reference is no code
     */
    public boolean place(UUID item, String reference) {
        LegalHold hold = new LegalHold(UUID.randomUUID(), item, reference, self.id(), now(), Optional.empty());
        return database.inTransaction(tx -> {
            boolean placed = holds.place(tx, hold);
            if (placed) {
                log(tx, AuditKind.HOLD_PLACED, hold);
            }
            return placed;
        });
    }

    /** False when the item is not on hold for this case. Who lifts a hold on a team's item does not erase it: another lead does. */
    public boolean lift(UUID item, String reference) {
        return database.inTransaction(tx -> {
            Optional<LegalHold> lifted = holds.lift(tx, item, reference, self.id(), now());
            lifted.ifPresent(hold -> log(tx, AuditKind.HOLD_LIFTED, hold));
            return lifted.isPresent();
        });
    }

    /** All that were ever placed, oldest first. */
    public List<LegalHold> all() {
        return database.inTransaction(holds::all);
    }

    /** Those on this item. */
    public List<LegalHold> on(UUID item) {
        return database.inTransaction(tx -> holds.standing(tx, item));
    }

    private void log(Handle tx, AuditKind kind, LegalHold hold) {
        audit.append(tx, kind, hold.id(), Map.of("hold", hold.id().toString(), "item", hold.item().toString(), "reference", hold.reference(), "by", self.id().toString()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
