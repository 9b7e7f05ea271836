package dev.docket.team;

/** What a person may do. On a desk of one's own, one person is its lead and may do everything. */
public enum Role { REVIEWER, LEAD, ADMIN, AUDITOR }
