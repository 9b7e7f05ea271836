package dev.docket.verdict;

import dev.docket.audit.AuditKind;

/** What an event in an item's story did. */
public enum VerdictKind {
    /** A finding and an action: the task is closed. */
    DECIDED(Has.FINDING),
    /** The reviewer changed a blind decision once they saw what was hidden: a second stage, the first stays on record. */
    REVISED(Has.FINDING),
    /** The reviewer took the last event back: the task is theirs again. */
    UNDONE(Has.NO_FINDING),
    /** Left for somebody else, with a reason: the task returns to the pool. */
    SKIPPED(Has.NO_FINDING),
    /** Passed up a ladder: the task is closed here. */
    ESCALATED(Has.NO_FINDING),
    /** Suspected child-safety material: pixels are gone from every screen. */
    QUARANTINED(Has.NO_FINDING),
    /** A second look that came to the same as the one before. */
    AGREED(Has.FINDING),
    /** A second look that did not. */
    DISAGREED(Has.FINDING),
    /** Settled by a third person; without a finding: grey, no one label is right. */
    ADJUDICATED(Has.EITHER),
    /** Somebody appealed against what stands. */
    APPEALED(Has.NO_FINDING),
    /** The hearing of an appeal came to the same. */
    UPHELD(Has.FINDING),
    /** The hearing of an appeal did not. */
    OVERTURNED(Has.FINDING),
    /** Decided with another item, its seed. */
    PROPAGATED(Has.FINDING),
    /** A propagated decision was taken back: the task returns to the pool. */
    REVERSED(Has.NO_FINDING);

    private enum Has { FINDING, NO_FINDING, EITHER }

    private final Has has;

    VerdictKind(Has has) {
        this.has = has;
    }

    /** Whether an event of this kind may be with a finding, or without. */
    boolean allows(boolean finding) {
        return has == Has.EITHER || finding == (has == Has.FINDING);
    }

    /** Kind of its line in the audit log. */
    AuditKind line() {
        return AuditKind.valueOf("VERDICT_" + name());
    }
}
