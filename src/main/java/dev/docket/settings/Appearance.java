package dev.docket.settings;

import dev.docket.settings.Settings.Theme;

/**
 * How the window looks.
 *
 * @param theme whether it is light, dark or follows the system
 * @param textSize in percent of the usual size, 80 to 200
 * @param density how much room rows take
 * @param motion whether anything moves that does not have to
 * @param language of the words on the screens; counts from the next start
 */
public record Appearance(Theme theme, int textSize, Density density, Motion motion, Language language) {
    /** How much room rows take. */
    public enum Density { COMFORTABLE, COMPACT }

    /** Whether anything moves that does not have to. */
    public enum Motion { SYSTEM, FULL, REDUCED }

    /** What the screens speak. */
    public enum Language { SYSTEM, ENGLISH, GERMAN }

    public static final int SMALLEST_TEXT = 80;
    public static final int LARGEST_TEXT = 200;
    public static final Appearance DEFAULT = new Appearance(Theme.SYSTEM, 100, Density.COMFORTABLE, Motion.SYSTEM, Language.SYSTEM);

    public Appearance {
        if (textSize < SMALLEST_TEXT || textSize > LARGEST_TEXT) {
            throw new IllegalArgumentException("textSize lies in 80..200, not " + textSize);
        }
    }

    public Appearance withTheme(Theme chosen) {
        return new Appearance(chosen, textSize, density, motion, language);
    }

    public Appearance withTextSize(int percent) {
        return new Appearance(theme, percent, density, motion, language);
    }

    public Appearance withDensity(Density chosen) {
        return new Appearance(theme, textSize, chosen, motion, language);
    }

    public Appearance withMotion(Motion chosen) {
        return new Appearance(theme, textSize, density, chosen, language);
    }

    public Appearance withLanguage(Language chosen) {
        return new Appearance(theme, textSize, density, motion, chosen);
    }
}
