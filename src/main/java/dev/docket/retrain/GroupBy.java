package dev.docket.retrain;

import dev.docket.item.ImageItem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What items are grouped by to see whether they are treated alike. Only what the feed or the file says; nothing is inferred about anybody. */
public enum GroupBy {
    /** The feed. */
    SOURCE,
    /** The post's language tag. */
    LOCALE,
    /** The first part of the tag. */
    LANGUAGE,
    /** Whose rules apply. */
    JURISDICTION,
    /** Age of the uploader's account. */
    COHORT,
    /** The file's format. */
    MEDIA_TYPE,
    /** What it was posted from, as the feed says. */
    DEVICE;

    /** Where the feed says nothing. */
    public static final String UNKNOWN = "not said";

    private static final int NEW_DAYS = 30;
    private static final int SETTLED_DAYS = 365;

    public String of(ImageItem item) {
        return switch (this) {
            case SOURCE -> item.source().name();
            case LOCALE -> item.facts().locale().orElse(UNKNOWN);
            case LANGUAGE -> item.facts().locale().map(tag -> Locale.forLanguageTag(tag).getLanguage()).filter(language -> !language.isEmpty()).orElse(UNKNOWN);
            case JURISDICTION -> item.facts().jurisdiction();
            case COHORT -> item.facts().accountAgeDays().map(days -> days < NEW_DAYS ? "account under 30 days" : days < SETTLED_DAYS ? "account under a year" : "account of a year or more").orElse(UNKNOWN);
            case MEDIA_TYPE -> item.mediaType();
            case DEVICE -> item.facts().device().orElse(UNKNOWN);
        };
    }

    /** As it is asked for: {@code media-type}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<GroupBy> named(String word) {
        return Arrays.stream(values()).filter(by -> by.word().equals(word)).findFirst();
    }
}
