package dev.docket.settings;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a reviewer wants covered beyond what the policy covers, and what a held key shows. A policy that covers more always
 * counts: none of this shows more than it lets be seen.
 *
 * @param from what is covered that the policy leaves open
 * @param strength how a cover starts
 * @param peek what the held key shows first
 * @param grey whether every picture starts without colours
 * @param latch whether a picture can be kept open without holding a key
 * @param onLeaving whether the mouse's leaving the window covers
 * @param labels how items are covered of which one of these labels is suspected
 * @param fromScore the score from which one of those labels counts as suspected though the policy does not suspect it, 1..100
 *     percent; 100 leaves it to the policy
 */
public record Covering(
        From from, Strength strength, Peek peek, boolean grey, boolean latch, boolean onLeaving, SortedMap<String, OfLabel> labels, int fromScore) {

    /** From which severity up an item starts covered, whatever its policy says. */
    public enum From { S1, S2, S3, POLICY }

    /** How a cover starts: as the policy says, or with nothing to be made out. */
    public enum Strength { POLICY, FULL }

    /** What a held key shows; pressed once that much is seen already, it shows the picture. */
    public enum Peek { SIXTY, THIRTY, SKETCH, OPEN }

    /** Covered until a key is held; or strictly, with words for a thumbnail and a few seconds at a time. */
    public enum OfLabel { COVERED, STRICT }

    public static final int MOST_LABELS = 100;

    public static final Covering DEFAULT =
            new Covering(From.S2, Strength.POLICY, Peek.OPEN, false, true, true, Collections.emptySortedMap(), 100);

    public Covering {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        if (labels.size() > MOST_LABELS) {
            throw new IllegalArgumentException("At most " + MOST_LABELS + " labels have a cover of their own, not " + labels.size());
        }
        if (fromScore < 1 || fromScore > 100) {
            throw new IllegalArgumentException("fromScore lies in 1..100, not " + fromScore);
        }
    }

    public Covering withFrom(From chosen) {
        return new Covering(chosen, strength, peek, grey, latch, onLeaving, labels, fromScore);
    }

    public Covering withStrength(Strength chosen) {
        return new Covering(from, chosen, peek, grey, latch, onLeaving, labels, fromScore);
    }

    public Covering withPeek(Peek chosen) {
        return new Covering(from, strength, chosen, grey, latch, onLeaving, labels, fromScore);
    }

    public Covering withGrey(boolean always) {
        return new Covering(from, strength, peek, always, latch, onLeaving, labels, fromScore);
    }

    public Covering withLatch(boolean allowed) {
        return new Covering(from, strength, peek, grey, allowed, onLeaving, labels, fromScore);
    }

    public Covering withOnLeaving(boolean covers) {
        return new Covering(from, strength, peek, grey, latch, covers, labels, fromScore);
    }

    public Covering withLabels(SortedMap<String, OfLabel> all) {
        return new Covering(from, strength, peek, grey, latch, onLeaving, all, fromScore);
    }

    public Covering withFromScore(int percent) {
        return new Covering(from, strength, peek, grey, latch, onLeaving, labels, percent);
    }
}
