package dev.docket.verdict;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a reviewer found of where a picture comes from; apart from whether it does harm. */
public enum OriginFinding {
    /** Credentials, a watermark or its maker say AI made it. */
    AI_CONFIRMED,
    /** A platform or a trace in the file hints at AI. */
    AI_POSSIBLE,
    /** It looks like AI to the reviewer or a detector. */
    AI_SUSPECTED,
    /** A real picture that AI altered. */
    AI_EDITED_REAL,
    /** AI had no part in it. */
    NOT_AI,
    /** Looked into, and open. */
    UNKNOWN;

    /** As decision sets spell it: {@code ai_confirmed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a word that is none of them. */
    public static Optional<OriginFinding> of(String word) {
        return Stream.of(values()).filter(origin -> origin.word().equals(word)).findFirst();
    }
}
