package dev.docket.settings;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a reviewer wants to see, how much of it, and when to rest: theirs alone, and never part of an exported file.
 *
 * @param lighterBetween whether S0 or S1 comes in between after five S3 or S4 in a row
 * @param notMine labels of which nothing suspected is to be served
 */
public record Care(Covering covering, Limits limits, Breaks breaks, boolean lighterBetween, Set<String> notMine) {

    public static final Care DEFAULT = new Care(Covering.DEFAULT, Limits.DEFAULT, Breaks.DEFAULT, true, Set.of());

    public Care {
        notMine = Collections.unmodifiableSet(new TreeSet<>(notMine));
        if (notMine.size() > Covering.MOST_LABELS) {
            throw new IllegalArgumentException("At most " + Covering.MOST_LABELS + " labels can be left to others, not " + notMine.size());
        }
    }

    public Care withCovering(Covering chosen) {
        return new Care(chosen, limits, breaks, lighterBetween, notMine);
    }

    public Care withLimits(Limits chosen) {
        return new Care(covering, chosen, breaks, lighterBetween, notMine);
    }

    public Care withBreaks(Breaks chosen) {
        return new Care(covering, limits, chosen, lighterBetween, notMine);
    }

    public Care withLighterBetween(boolean between) {
        return new Care(covering, limits, breaks, between, notMine);
    }

    public Care withNotMine(Set<String> labels) {
        return new Care(covering, limits, breaks, lighterBetween, labels);
    }
}
