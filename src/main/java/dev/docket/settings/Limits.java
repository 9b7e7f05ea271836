package dev.docket.settings;

import java.time.Duration;

/**
 * How much of what is grave a reviewer wants to see. The figures are our own, there is no agreed cap; 0 is no limit.
 *
 * @param severeLooks at S3 items an hour, 0..1000
 * @param criticalLooks at S4 items an hour, 0..1000
 * @param openAnHour how long items from S2 up are seen uncovered, 0 s to 1 h
 * @param sensitiveADay how long items from S2 up are on screen, covered or not, 0 min to 24 h
 * @param pause how long items pause once a limit is reached, 1 min to 4 h
 */
public record Limits(int severeLooks, int criticalLooks, Duration openAnHour, Duration sensitiveADay, Duration pause) {
    public static final int MOST_LOOKS = 1000;

    public static final Limits DEFAULT = new Limits(30, 10, Duration.ofSeconds(600), Duration.ofMinutes(240), Duration.ofMinutes(20));

    /** Nothing is ever reached. */
    public static final Limits NONE = new Limits(0, 0, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(20));

    public Limits {
        within("severeLooks", severeLooks, 0, MOST_LOOKS);
        within("criticalLooks", criticalLooks, 0, MOST_LOOKS);
        within("openAnHour", openAnHour.toSeconds(), 0, 3600);
        within("sensitiveADay", sensitiveADay.toMinutes(), 0, 1440);
        within("pause", pause.toMinutes(), 1, 240);
    }

    static void within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " lies in " + least + ".." + most + ", not " + value);
        }
    }

    public Limits withSevereLooks(int looks) {
        return new Limits(looks, criticalLooks, openAnHour, sensitiveADay, pause);
    }

    public Limits withCriticalLooks(int looks) {
        return new Limits(severeLooks, looks, openAnHour, sensitiveADay, pause);
    }

    public Limits withOpenAnHour(Duration open) {
        return new Limits(severeLooks, criticalLooks, open, sensitiveADay, pause);
    }

    public Limits withSensitiveADay(Duration onScreen) {
        return new Limits(severeLooks, criticalLooks, openAnHour, onScreen, pause);
    }

    public Limits withPause(Duration length) {
        return new Limits(severeLooks, criticalLooks, openAnHour, sensitiveADay, length);
    }
}
