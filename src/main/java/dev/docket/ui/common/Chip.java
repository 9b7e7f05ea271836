package dev.docket.ui.common;

import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** A rounded word or two about the state of something. */
public final class Chip extends Label {
    /** What the colour says beside the word, never instead of it. */
    public enum Tone { NEUTRAL, ACCENT, SUCCESS, WARNING, DANGER }

    public Chip() {
        this("", Tone.NEUTRAL);
    }

    public Chip(String text, Tone tone) {
        super(text);
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
        setTone(tone);
    }

    /** @param icon Ikonli literal such as {@code mdmz-schedule}; null for none */
    public Chip(String text, Tone tone, String icon) {
        this();
        show(text, tone, icon);
    }

    public void setTone(Tone tone) {
        for (Tone other : Tone.values()) {
            getStyleClass().remove(styleOf(other));
        }
        getStyleClass().add(styleOf(tone));
    }

    /** Everything at once, for chips that follow a state. */
    public void show(String text, Tone tone, String icon) {
        setText(text);
        setTone(tone);
        setGraphic(icon == null ? null : new FontIcon(icon));
    }

    private static String styleOf(Tone tone) {
        return "chip-" + tone.name().toLowerCase(java.util.Locale.ROOT);
    }
}
