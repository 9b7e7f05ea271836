package dev.docket.verdict;

import dev.docket.audit.AuditKind;

/** What an event in an item's story did. */
public enum VerdictKind {
    /** A finding and an action: the task is closed. */
    DECIDED,
    /** The reviewer took the last event back: the task is theirs again. */
    UNDONE,
    /** Left for somebody else, with a reason: the task returns to the pool. */
    SKIPPED,
    /** Passed up a ladder: the task is closed here. */
    ESCALATED,
    /** Suspected child-safety material: pixels are gone from every screen. */
    QUARANTINED;

    /** Kind of its line in the audit log. */
    AuditKind line() {
        return AuditKind.valueOf("VERDICT_" + name());
    }
}
