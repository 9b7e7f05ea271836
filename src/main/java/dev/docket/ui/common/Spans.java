package dev.docket.ui.common;

import java.time.Duration;

/** Lengths of time in the shortest words that are exact enough: {@code 22 min}, {@code 3 h 12}, {@code 2 d 4 h}. */
public final class Spans {
    private Spans() {}

    /** Rounded down to the minute; under a minute {@code < 1 min}. Negative spans count as none. */
    public static String words(Duration span) {
        long minutes = Math.max(0, span.toMinutes());
        if (minutes < 1) {
            return Text.of("span.moment");
        }
        if (minutes < 60) {
            return Text.of("span.minutes", minutes);
        }
        if (minutes < 48 * 60) {
            return Text.of("span.hours", minutes / 60, String.format("%02d", minutes % 60));
        }
        return Text.of("span.days", minutes / 1440, minutes % 1440 / 60);
    }

    /** The largest unit alone: {@code 22 m}, {@code 3 h}, {@code 2 d}. */
    public static String brief(Duration span) {
        long minutes = Math.max(0, span.toMinutes());
        if (minutes < 60) {
            return Text.of("span.brief.minutes", minutes);
        }
        return minutes < 48 * 60 ? Text.of("span.brief.hours", minutes / 60) : Text.of("span.brief.days", minutes / 1440);
    }

    /** {@code 1:12}, for countdowns. */
    public static String clock(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        return seconds / 60 + ":" + String.format("%02d", seconds % 60);
    }
}
