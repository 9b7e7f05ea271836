package dev.docket.ui.common;

import dev.docket.settings.Appearance;
import java.util.Locale;

/** Which language the screens speak: the chosen one, with the dates and numbers of the region the system is set to. */
public final class Language {
    private Language() {}

    /** Where neither is chosen, the system's if Docket speaks it, else English. */
    public static Locale of(Appearance.Language chosen, Locale system) {
        String spoken = switch (chosen) {
            case ENGLISH -> "en";
            case GERMAN -> "de";
            case SYSTEM -> system.getLanguage().equals("de") ? "de" : "en";
        };
        return spoken.equals(system.getLanguage()) ? system : Locale.of(spoken, system.getCountry());
    }
}
