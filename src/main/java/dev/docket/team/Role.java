package dev.docket.team;

/** What a person may do. On a desk of one's own, one person is its lead and may do everything. */
public enum Role {
    REVIEWER, LEAD, ADMIN, AUDITOR,
    /** Takes what is passed up to legal. */
    LEGAL,
    /** Takes what is passed up to child safety. */
    CHILD_SAFETY,
    /** No person: brings items in. */
    INGEST,
    /** No person: signs the audit log. */
    SEALER,
    /** No person: reads decision sets. */
    EXPORT;

    /** Whether somebody with it sits at a desk, if only to read, or brings items in. */
    public boolean hasDesk() {
        return decides() || onlyReads() || this == INGEST;
    }

    /** Whether somebody with it decides on items. */
    public boolean decides() {
        return this == REVIEWER || this == LEAD || this == LEGAL || this == CHILD_SAFETY;
    }

    /** Whether somebody with it reads at a desk, and changes nothing in the queue. */
    public boolean onlyReads() {
        return this == AUDITOR || this == ADMIN;
    }

    /** Whether it may bring items in. */
    public boolean bringsIn() {
        return this == LEAD || this == INGEST;
    }

    /** The role that a pack's {@code to_role} means; a word that is none of them means the leads. */
    public static Role taking(String word) {
        return switch (word) {
            case "legal" -> LEGAL;
            case "child_safety" -> CHILD_SAFETY;
            default -> LEAD;
        };
    }
}
