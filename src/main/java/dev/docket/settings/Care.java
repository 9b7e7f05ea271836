package dev.docket.settings;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a reviewer wants to see, how much of it, and when to rest: theirs alone, and never part of an exported file. The
 * figures are our own, there is no agreed cap; 0 is no limit.
 *
 * @param coverFrom what is covered that the policy leaves open
 * @param coverOnLeaving whether the mouse's leaving the window covers
 * @param severeLooks at S3 items an hour, 0..1000
 * @param criticalLooks at S4 items an hour, 0..1000
 * @param openAnHour how long items from S2 up are seen uncovered, 0 s to 1 h
 * @param sensitiveADay how long items from S2 up are on screen, covered or not, 0 min to 24 h
 * @param pause how long items pause once a limit is reached, 1 min to 4 h
 * @param breakEvery after how much work a break is offered, 0 min to 8 h; 0 never
 * @param lighterBetween whether S0 or S1 comes in between after five S3 or S4 in a row
 * @param notMine labels of which nothing suspected is to be served
 */
public record Care(
        CoverFrom coverFrom, boolean coverOnLeaving, int severeLooks, int criticalLooks, Duration openAnHour, Duration sensitiveADay,
        Duration pause, Duration breakEvery, boolean lighterBetween, Set<String> notMine) {

    /** From which severity up an item starts covered, whatever its policy says; a policy that covers more always counts. */
    public enum CoverFrom { S1, S2, S3, POLICY }

    public static final Care DEFAULT = new Care(CoverFrom.S2, true, 30, 10, Duration.ofSeconds(600), Duration.ofMinutes(240),
            Duration.ofMinutes(20), Duration.ofMinutes(50), true, Set.of());

    public static final int MOST_LOOKS = 1000;

    public Care {
        within("severeLooks", severeLooks, 0, MOST_LOOKS);
        within("criticalLooks", criticalLooks, 0, MOST_LOOKS);
        within("openAnHour", openAnHour.toSeconds(), 0, 3600);
        within("sensitiveADay", sensitiveADay.toMinutes(), 0, 1440);
        within("pause", pause.toMinutes(), 1, 240);
        within("breakEvery", breakEvery.toMinutes(), 0, 480);
        notMine = java.util.Collections.unmodifiableSet(new TreeSet<>(notMine));
    }

    private static void within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(field + " lies in " + least + ".." + most + ", not " + value);
        }
    }

    public Care withCoverFrom(CoverFrom from) {
        return new Care(from, coverOnLeaving, severeLooks, criticalLooks, openAnHour, sensitiveADay, pause, breakEvery, lighterBetween, notMine);
    }

    public Care withCoverOnLeaving(boolean covers) {
        return new Care(coverFrom, covers, severeLooks, criticalLooks, openAnHour, sensitiveADay, pause, breakEvery, lighterBetween, notMine);
    }

    public Care withSevereLooks(int looks) {
        return new Care(coverFrom, coverOnLeaving, looks, criticalLooks, openAnHour, sensitiveADay, pause, breakEvery, lighterBetween, notMine);
    }

    public Care withCriticalLooks(int looks) {
        return new Care(coverFrom, coverOnLeaving, severeLooks, looks, openAnHour, sensitiveADay, pause, breakEvery, lighterBetween, notMine);
    }

    public Care withOpenAnHour(Duration open) {
        return new Care(coverFrom, coverOnLeaving, severeLooks, criticalLooks, open, sensitiveADay, pause, breakEvery, lighterBetween, notMine);
    }

    public Care withSensitiveADay(Duration onScreen) {
        return new Care(coverFrom, coverOnLeaving, severeLooks, criticalLooks, openAnHour, onScreen, pause, breakEvery, lighterBetween, notMine);
    }

    public Care withPause(Duration length) {
        return new Care(coverFrom, coverOnLeaving, severeLooks, criticalLooks, openAnHour, sensitiveADay, length, breakEvery, lighterBetween, notMine);
    }

    public Care withBreakEvery(Duration work) {
        return new Care(coverFrom, coverOnLeaving, severeLooks, criticalLooks, openAnHour, sensitiveADay, pause, work, lighterBetween, notMine);
    }

    public Care withLighterBetween(boolean between) {
        return new Care(coverFrom, coverOnLeaving, severeLooks, criticalLooks, openAnHour, sensitiveADay, pause, breakEvery, between, notMine);
    }

    public Care withNotMine(Set<String> labels) {
        return new Care(coverFrom, coverOnLeaving, severeLooks, criticalLooks, openAnHour, sensitiveADay, pause, breakEvery, lighterBetween, labels);
    }
}
