package dev.docket.care;

import dev.docket.policy.Severity;

/** How many grave items came one after the other. Several threads. */
final class Turns {
    /** After so many in a row something lighter comes in between. */
    static final int IN_A_ROW = 5;

    private int grave;

    synchronized void served(Severity severity) {
        grave = severity.compareTo(Severity.S3) >= 0 ? grave + 1 : 0;
    }

    /** Whether the next one should be lighter. */
    synchronized boolean wantLighter() {
        return grave >= IN_A_ROW;
    }

    /** Whether it is time to look for something lighter. */
    synchronized boolean soonWantLighter() {
        return grave >= IN_A_ROW - 1;
    }
}
