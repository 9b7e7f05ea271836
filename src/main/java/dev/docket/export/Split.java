package dev.docket.export;

import java.util.Locale;

/** What a row may be used for. {@code GOLD} holds the quality-check items and everything that looks like them. */
public enum Split {
    TRAIN, VALIDATION, TEST, GOLD;

    /** As files and folders spell it: {@code train}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
