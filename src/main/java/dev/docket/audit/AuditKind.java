package dev.docket.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a line of the log says happened: a thing and what was done with it. docs/audit-log.md says what each line holds.
 * A name is never given another meaning; earlier versions wrote the ones in brackets, which are read still.
 */
public enum AuditKind {
    ITEM_ADMITTED("ADMITTED"), ITEM_REFUSED("REFUSED"), ITEM_QUARANTINED, ITEM_QUARANTINED_UNSEEN("QUARANTINED_UNSEEN"), ITEM_HANDED_OVER, ITEM_ERASED, HOLD_PLACED, HOLD_LIFTED, ITEMS_RESCORED("RESCORED"), ITEMS_RECHECKED, SCORES_IMPORTED, SCORES_ASKED, CONCEPT_MAP_PUT_IN_FORCE,
    VERDICT_DECIDED("DECIDED"), VERDICT_REVISED, VERDICT_UNDONE("UNDONE"), VERDICT_SKIPPED("SKIPPED"), VERDICT_ESCALATED("ESCALATED"),
    VERDICT_QUARANTINED("QUARANTINED"), VERDICT_AGREED, VERDICT_DISAGREED, VERDICT_ADJUDICATED, VERDICT_APPEALED, VERDICT_UPHELD,
    VERDICT_OVERTURNED, VERDICT_PROPAGATED, VERDICT_REVERSED, VERDICT_CAME_LATE("LEASE_LOST"), LABEL_SENT_BACK, LABEL_TAKEN_BACK,
    SET_EXPORTED("EXPORTED"), SET_COPIED, STATEMENTS_EXPORTED,
    GOLDEN_MARKED, GOLDEN_RETIRED, GOLDEN_DEALT, CALIBRATION_OPENED, CALIBRATION_ANSWERED, CALIBRATION_REVEALED, CALIBRATION_SETTLED, SAMPLE_DRAWN,
    BANK_ADDED, BANK_REMOVED,
    SET_BLURRED, SET_ASKED, SET_APPROVED, SET_REFUSED,
    MODEL_ADDED, MODEL_TRAINED("TRAINED"), MODEL_PROMOTED, MODEL_ROLLED_BACK, PROMOTION_SIGNED, ROLLBACK_SIGNED, MODEL_ALERT_SEEN,
    MEMBER_ADDED, MEMBER_CHANGED, LANE_GRANTED, LANE_REVOKED, TOKEN_MADE, TOKEN_REVOKED, POLICY_PUT_IN_FORCE, POLICY_ASKED, POLICY_APPROVED, POLICY_REFUSED, IMAGES_PLACED,
    LEASES_TAKEN_OVER, DATABASE_RESTORED;

    private final String former;

    AuditKind() {
        this("");
    }

    AuditKind(String former) {
        this.former = former;
    }

    /** What earlier versions wrote for it; empty text where it always had its name. */
    public String former() {
        return former;
    }

    /** Every name under which it may stand in a log. */
    public List<String> names() {
        return Stream.of(name(), former).filter(name -> !name.isEmpty()).toList();
    }

    /** The kind of a stored line; empty when this version knows none of that name. */
    public static Optional<AuditKind> of(String stored) {
        return Stream.of(values()).filter(kind -> kind.names().contains(stored)).findFirst();
    }
}
