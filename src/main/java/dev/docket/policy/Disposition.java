package dev.docket.policy;

/** What the policy does with an item before any person saw it. */
public enum Disposition { RELEASE, REVIEW, WITHHOLD, QUARANTINE }
