package dev.docket.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How this desk is set up. Defaults are what a new profile gets.
 *
 * @param theme whether the window is light, dark or follows the system
 * @param blindShare share of items shown without scores, provenance or earlier verdicts, 0..1
 * @param window how many tasks are leased ahead, 1..64
 * @param policyPack a pack file of one's own; empty: the one that ships
 */
public record Settings(Theme theme, double blindShare, int window, Optional<Path> policyPack) {
    /** Light, dark, or as the system says. */
    public enum Theme { SYSTEM, LIGHT, DARK }

    public static final Settings DEFAULT = new Settings(Theme.SYSTEM, 0.15, 8, Optional.empty());

    public Settings {
        if (!(blindShare >= 0 && blindShare <= 1)) {
            throw new IllegalArgumentException("blindShare lies in 0..1, not " + blindShare);
        }
        if (window < 1 || window > 64) {
            throw new IllegalArgumentException("window lies in 1..64, not " + window);
        }
    }

    public Settings withTheme(Theme chosen) {
        return new Settings(chosen, blindShare, window, policyPack);
    }
}
