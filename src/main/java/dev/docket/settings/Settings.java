package dev.docket.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How this desk is set up. Defaults are what a new profile gets.
 *
 * @param appearance how the window looks and which language it speaks
 * @param keys which keys the reviewer presses
 * @param care what the reviewer wants to see, how much of it, and when to rest; theirs alone
 * @param lanes where the reviewer's work comes from; theirs alone
 * @param lockAfter without a key or the mouse, 0 min to 4 h; 0 never, nor without a passphrase; theirs alone
 * @param blindShare share of items shown without scores, provenance or earlier verdicts, 0..1
 * @param scores whether scores are shown at once or when the reviewer asks; the blind share aside
 * @param window how many tasks are leased ahead, 1..64
 * @param publishHold how long a verdict stays on the desk before it counts elsewhere, 0 s to 10 min in whole seconds
 * @param policyPack a pack file of one's own; empty: the one that ships
 * @param trustList PEM file of the authorities whose signers are trusted; empty: none are
 */
public record Settings(Appearance appearance, Keys keys, Care care, OwnLanes lanes, Duration lockAfter, double blindShare, Scores scores, int window, Duration publishHold, Optional<Path> policyPack, Optional<Path> trustList) {
    /** Light, dark, or as the system says. */
    public enum Theme { SYSTEM, LIGHT, DARK }

    /** When the reviewer sees scores, provenance and earlier verdicts. */
    public enum Scores { SHOWN, ASKED }

    /** The longest hold. */
    public static final Duration LONGEST_HOLD = Duration.ofMinutes(10);

    /** The latest lock. */
    public static final Duration LONGEST_UNLOCKED = Duration.ofHours(4);

    public static final Settings DEFAULT = new Settings(Appearance.DEFAULT, Keys.DEFAULT, Care.DEFAULT, OwnLanes.ALL, Duration.ofMinutes(10), 0.15, Scores.SHOWN, 8, Duration.ofSeconds(60), Optional.empty(), Optional.empty());

    public Settings {
        if (!(blindShare >= 0 && blindShare <= 1)) {
            throw new IllegalArgumentException("blindShare lies in 0..1, not " + blindShare);
        }
        if (lockAfter.isNegative() || lockAfter.compareTo(LONGEST_UNLOCKED) > 0) {
            throw new IllegalArgumentException("lockAfter lies in 0 min to 4 h, not " + lockAfter);
        }
        if (window < 1 || window > 64) {
            throw new IllegalArgumentException("window lies in 1..64, not " + window);
        }
        if (publishHold.isNegative() || publishHold.compareTo(LONGEST_HOLD) > 0) {
            throw new IllegalArgumentException("publishHold lies in 0 s to 10 min, not " + publishHold);
        }
    }

    public Theme theme() {
        return appearance.theme();
    }

    public Settings withTheme(Theme chosen) {
        return withAppearance(appearance.withTheme(chosen));
    }

    public Settings withAppearance(Appearance chosen) {
        return new Settings(chosen, keys, care, lanes, lockAfter, blindShare, scores, window, publishHold, policyPack, trustList);
    }

    public Settings withKeys(Keys chosen) {
        return new Settings(appearance, chosen, care, lanes, lockAfter, blindShare, scores, window, publishHold, policyPack, trustList);
    }

    public Settings withCare(Care chosen) {
        return new Settings(appearance, keys, chosen, lanes, lockAfter, blindShare, scores, window, publishHold, policyPack, trustList);
    }

    public Settings withLanes(OwnLanes chosen) {
        return new Settings(appearance, keys, care, chosen, lockAfter, blindShare, scores, window, publishHold, policyPack, trustList);
    }

    /** With what is the reviewer's alone taken from there. */
    public Settings withOwn(Settings of) {
        return withCare(of.care).withLanes(of.lanes).withLockAfter(of.lockAfter);
    }

    public Settings withLockAfter(Duration unused) {
        return new Settings(appearance, keys, care, lanes, unused, blindShare, scores, window, publishHold, policyPack, trustList);
    }

    public Settings withBlindShare(double share) {
        return new Settings(appearance, keys, care, lanes, lockAfter, share, scores, window, publishHold, policyPack, trustList);
    }

    public Settings withScores(Scores when) {
        return new Settings(appearance, keys, care, lanes, lockAfter, blindShare, when, window, publishHold, policyPack, trustList);
    }

    public Settings withWindow(int tasks) {
        return new Settings(appearance, keys, care, lanes, lockAfter, blindShare, scores, tasks, publishHold, policyPack, trustList);
    }

    public Settings withPublishHold(Duration hold) {
        return new Settings(appearance, keys, care, lanes, lockAfter, blindShare, scores, window, hold, policyPack, trustList);
    }

    public Settings withPolicyPack(Optional<Path> pack) {
        return new Settings(appearance, keys, care, lanes, lockAfter, blindShare, scores, window, publishHold, pack, trustList);
    }

    public Settings withTrustList(Optional<Path> list) {
        return new Settings(appearance, keys, care, lanes, lockAfter, blindShare, scores, window, publishHold, policyPack, list);
    }
}
