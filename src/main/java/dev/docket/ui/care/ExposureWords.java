package dev.docket.ui.care;

import dev.docket.care.Exposure;
import dev.docket.care.Limit;
import dev.docket.care.OwnCare;
import dev.docket.care.OwnCare.Pause;
import dev.docket.settings.Breaks;
import dev.docket.settings.Limits;
import dev.docket.ui.common.Spans;
import dev.docket.ui.common.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a reviewer saw, and what follows, in words for that reviewer. */
public final class ExposureWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private ExposureWords() {}

    /** In one line, of the last hour, from S2 up. */
    static String line(OwnCare care) {
        Exposure.Seen seen = care.hour().from(Exposure.SENSITIVE);
        Pause pause = care.pause().orElse(null);
        Duration most = care.settings().limits().openAnHour();
        return pause != null ? Text.of("care.meter.paused", pause.from().name())
                : seen.looks() == 0 ? Text.of("care.meter.none")
                : most.isZero() ? Text.of("care.meter", seen.looks(), length(seen.open()))
                : Text.of("care.meter.most", seen.looks(), length(seen.open()), length(most));
    }

    /** What was reached: {@code 10 looks at S4 items within an hour, the limit you set}. */
    public static String reached(Pause pause, Limits limits) {
        Limit limit = pause.reached();
        return Text.of("care.reached." + name(limit), limit.isTime() ? amount(limit, limit.most(limits)) : (Object) limit.most(limits));
    }

    /** What pauses, until when. */
    public static String pauses(Pause pause, ZoneId zone) {
        return Text.of("care.pauses", pause.from().name(), time(pause.until(), zone));
    }

    static String limit(Limit limit) {
        return Text.of("care.limit." + name(limit));
    }

    /** {@code 12 of 30}, {@code 48 s of 10 min}, {@code 12, no limit}. */
    static String figures(Limit limit, long seen, long most) {
        return most == 0 ? Text.of("care.figures.unlimited", amount(limit, seen)) : Text.of("care.figures", amount(limit, seen), amount(limit, most));
    }

    private static String amount(Limit limit, long amount) {
        return limit.isTime() ? length(Duration.ofSeconds(amount)) : Text.of("care.count", amount);
    }

    static String seen(Exposure.Seen seen) {
        return seen.looks() == 0 ? Text.of("care.seen.none") : Text.of("care.seen", seen.looks(), length(seen.open()));
    }

    /** When a break is offered next. */
    static String nextBreak(OwnCare care) {
        Breaks breaks = care.settings().breaks();
        Duration worked = care.worked();
        if (breaks.every().isZero() && breaks.items() == 0) {
            return Text.of("care.break.never", Spans.words(worked));
        }
        if (care.isBreakDue()) {
            return Text.of("care.break.due", Spans.words(worked));
        }
        if (breaks.every().isZero()) {
            return Text.of("care.break.items", Spans.words(worked), Math.max(0, breaks.items() - care.done()));
        }
        Duration left = breaks.every().minus(worked);
        return left.isNegative() ? Text.of("care.break.later", Spans.words(worked)) : Text.of("care.break.in", Spans.words(worked), Spans.words(left));
    }

    public static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private static String length(Duration span) {
        return span.compareTo(Duration.ofMinutes(2)) < 0 ? Text.of("care.seconds", span.toSeconds()) : Spans.words(span);
    }

    private static String name(Limit limit) {
        return limit.name().toLowerCase(Locale.ROOT);
    }
}
