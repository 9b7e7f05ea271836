package dev.docket.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the feed says about an item beside its pixels. All of it is untrusted text or claims, capped at intake.
 *
 * @param text text posted with the image, plain, at most 4000 characters
 * @param locale BCP 47 language tag of the post
 * @param jurisdiction ISO 3166 code whose rules apply, or {@code *}
 * @param uploader pseudonym of the uploader
 * @param accountAgeDays age of the uploader's account in days
 * @param views how often it was seen
 * @param viewHours hours over which {@code views} were counted, above 0
 * @param reports why people reported it, one entry a report
 * @param deadline when the law or a promise wants it decided
 * @param gold whether its answer is known already (quality checks); kept apart from the others, as reviewers read those
 * @param earlierLabels what it was called elsewhere; shown unless the look is blind, and never counted
 * @param flaggedBy who or what pointed at it first; empty: the feed does not say
 * @param postedAt since when it could be seen; empty: the feed does not say
 * @param reporterCredibility how often earlier reports of these reporters were found right, on the mean, 0..1, by the platform's count; empty: the feed does not say
 * @param device what it was posted from, in the feed's own words, such as an app or a kind of camera; empty: the feed does not say
 */
public record ItemFacts(
        Optional<String> text,
        Optional<String> locale,
        String jurisdiction,
        Optional<String> uploader,
        Optional<Integer> accountAgeDays,
        Optional<Long> views,
        Optional<Double> viewHours,
        List<String> reports,
        Optional<Instant> deadline,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) boolean gold,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EarlierLabel> earlierLabels,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<FlaggedBy> flaggedBy,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> postedAt,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Double> reporterCredibility,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> device) {

    /** Who or what points at an item first. */
    public enum FlaggedBy {
        CLASSIFIER, HASH, RULE,
        /** Somebody who uses the platform, by whatever button. */
        REPORT,
        /** A notice under Art. 16 DSA. */
        NOTICE,
        /** A notice of a trusted flagger, Art. 22 DSA. */
        TRUSTED_FLAGGER,
        /** Somebody who works for the platform. */
        STAFF;

        /** As feeds spell it: {@code trusted_flagger}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nothing known. */
    public static final ItemFacts NONE = new ItemFacts(
            Optional.empty(), Optional.empty(), "*", Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), List.of(), Optional.empty(), false);

    public ItemFacts {
        reports = List.copyOf(reports);
        earlierLabels = earlierLabels == null ? List.of() : List.copyOf(earlierLabels);
        flaggedBy = flaggedBy == null ? Optional.empty() : flaggedBy;
        postedAt = postedAt == null ? Optional.empty() : postedAt;
        reporterCredibility = reporterCredibility == null ? Optional.empty() : reporterCredibility;
        device = device == null ? Optional.empty() : device;
    }

    /** Nothing but what it was called elsewhere and who is behind it. */
    public static ItemFacts earlier(List<EarlierLabel> labels, Optional<String> uploader) {
        return new ItemFacts(Optional.empty(), Optional.empty(), NONE.jurisdiction, uploader, Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(), Optional.empty(), false, labels, Optional.empty(), Optional.empty());
    }

    /** Of an item that nobody labelled before, from a feed that says neither who flagged it nor since when it could be seen. */
    public ItemFacts(
            Optional<String> text, Optional<String> locale, String jurisdiction, Optional<String> uploader, Optional<Integer> accountAgeDays,
            Optional<Long> views, Optional<Double> viewHours, List<String> reports, Optional<Instant> deadline, boolean gold) {
        this(text, locale, jurisdiction, uploader, accountAgeDays, views, viewHours, reports, deadline, gold, List.of(), Optional.empty(), Optional.empty());
    }

    /** From a feed that says nothing of its reporters. */
    public ItemFacts(
            Optional<String> text, Optional<String> locale, String jurisdiction, Optional<String> uploader, Optional<Integer> accountAgeDays,
            Optional<Long> views, Optional<Double> viewHours, List<String> reports, Optional<Instant> deadline, boolean gold,
            List<EarlierLabel> earlierLabels, Optional<FlaggedBy> flaggedBy, Optional<Instant> postedAt) {
        this(text, locale, jurisdiction, uploader, accountAgeDays, views, viewHours, reports, deadline, gold, earlierLabels, flaggedBy, postedAt, Optional.empty(), Optional.empty());
    }

    /** The same, of reporters of whom it is known how often they were right. @param credibility 0..1 */
    public ItemFacts reportedBy(Optional<Double> credibility) {
        return new ItemFacts(text, locale, jurisdiction, uploader, accountAgeDays, views, viewHours, reports, deadline, gold, earlierLabels, flaggedBy, postedAt, credibility, device);
    }

    /** The same, posted from such a device. */
    public ItemFacts on(Optional<String> kind) {
        return new ItemFacts(text, locale, jurisdiction, uploader, accountAgeDays, views, viewHours, reports, deadline, gold, earlierLabels, flaggedBy, postedAt, reporterCredibility, kind);
    }

    /** The same, said by its feed. */
    public ItemFacts flagged(Optional<FlaggedBy> by, Optional<Instant> posted) {
        return new ItemFacts(text, locale, jurisdiction, uploader, accountAgeDays, views, viewHours, reports, deadline, gold, earlierLabels, by, posted, reporterCredibility, device);
    }

    /** The same, its answer known to its feed or not. */
    ItemFacts asCheck(boolean known) {
        return new ItemFacts(text, locale, jurisdiction, uploader, accountAgeDays, views, viewHours, reports, deadline, known, earlierLabels, flaggedBy, postedAt, reporterCredibility, device);
    }

    /** What says nothing about anybody: whose rules apply, until when, and what kind of hint it came by. */
    ItemFacts bare() {
        return new ItemFacts(Optional.empty(), Optional.empty(), jurisdiction, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), deadline, gold, List.of(), flaggedBy, Optional.empty());
    }
}
