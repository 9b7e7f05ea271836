package dev.docket.care;

import dev.docket.care.Exposure.Seen;
import dev.docket.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up what was on one person's screen: when an item was there, and when its pixels were uncovered. Knows severities and
 * times alone, no items. Several threads.
 */
final class Meter {
    /** Longer ago than any day. */
    private static final Duration KEPT = Duration.ofHours(26);

    /**
     * A span of one kind.
     *
     * @param open whether pixels were uncovered; else an item was on screen
     */
    record Span(Severity severity, boolean open, Instant from, Instant to) {
        /** As much of it as lies in between. */
        private Duration within(Instant start, Instant end) {
            Instant first = from.isBefore(start) ? start : from;
            Instant last = to.isAfter(end) ? end : to;
            return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
        }
    }

    private final List<Span> spans = new ArrayList<>();
    private Severity shown;
    private Instant shownAt;
    private Severity open;
    private Instant openAt;

    Meter(List<Span> earlier) {
        spans.addAll(earlier);
    }

    /** Another item is on screen, covered; or none is. */
    synchronized void shows(Optional<Severity> item, Instant now) {
        opens(false, now);
        if (shown != null) {
            spans.add(new Span(shown, false, shownAt, now));
        }
        shown = item.orElse(null);
        shownAt = now;
    }

    /** The pixels of the item on screen are uncovered now, or are not. Telling it again changes nothing. */
    synchronized void opens(boolean uncovered, Instant now) {
        if (!uncovered && open != null) {
            spans.add(new Span(open, true, openAt, now));
            open = null;
        } else if (uncovered && open == null && shown != null) {
            open = shown;
            openAt = now;
        }
    }

    /** A small picture among others is uncovered for a moment, beside the item on screen. */
    synchronized void glanced(Severity severity, Instant from, Instant to) {
        spans.add(new Span(severity, true, from, to));
    }

    /** Whether something is on screen. */
    synchronized boolean isRunning() {
        return shown != null;
    }

    /** @param to what is under way counts up to here */
    synchronized Exposure between(Instant from, Instant to) {
        Map<Severity, Seen> seen = new EnumMap<>(Severity.class);
        Duration sensitive = Duration.ZERO;
        for (Span span : upTo(to)) {
            Duration length = span.within(from, to);
            if (span.open() && (!span.from().isBefore(from) || length.isPositive())) {
                // a look that began before counts by its time alone
                seen.merge(span.severity(), new Seen(span.from().isBefore(from) ? 0 : 1, length), Seen::plus);
            } else if (!span.open() && span.severity().compareTo(Exposure.SENSITIVE) >= 0) {
                sensitive = sensitive.plus(length);
            }
        }
        return new Exposure(seen, sensitive);
    }

    /** What is known up to now, to be kept; what is too old to count is let go. */
    synchronized List<Span> upTo(Instant now) {
        spans.removeIf(span -> span.to().isBefore(now.minus(KEPT)));
        List<Span> all = new ArrayList<>(spans);
        if (shown != null) {
            all.add(new Span(shown, false, shownAt, now));
        }
        if (open != null) {
            all.add(new Span(open, true, openAt, now));
        }
        return all;
    }
}
