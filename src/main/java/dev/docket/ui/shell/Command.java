package dev.docket.ui.shell;

import java.util.List;
import java.util.Locale;

/**
 * Something the palette finds: it is run, gone to or shown.
 *
 * @param icon Ikonli literal
 * @param aside a short remark behind the title; searched too
 * @param keys how it is reached without the palette, one cap each; empty when it is not
 * @param possible whether it can be run now; if not, the remark says why
 * @param action run on the JavaFX thread once the palette is closed
 */
public record Command(Group group, String icon, String title, String aside, List<String> keys, boolean possible, Runnable action) {
    /** Under which head it is listed, in this order. */
    public enum Group { RUN, GO, SETTINGS, LANES, POLICY, DECISIONS, ITEMS }

    public Command {
        keys = List.copyOf(keys);
    }

    /** One that can be run now. */
    public Command(Group group, String icon, String title, String aside, List<String> keys, Runnable action) {
        this(group, icon, title, aside, keys, true, action);
    }

    /** Whether every one of the words stands somewhere in title or aside. */
    boolean matches(String words) {
        String text = (title + " " + aside).toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
