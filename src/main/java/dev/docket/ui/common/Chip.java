package dev.docket.ui.common;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** A rounded word or two about the state of something. */
public final class Chip extends Label {
    /** What the colour says beside the word, never instead of it. */
    public enum Tone { NEUTRAL, ACCENT, SUCCESS, WARNING, DANGER }

    private Tone tone;
    private String icon;

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

    public void setTone(Tone now) {
        if (now != tone) {
            Optional.ofNullable(tone).map(Chip::styleOf).ifPresent(getStyleClass()::remove);
            getStyleClass().add(styleOf(now));
            tone = now;
        }
    }

    /** Everything at once, for chips that follow a state. */
    public void show(String text, Tone nowTone, String nowIcon) {
        setText(text);
        setTone(nowTone);
        if (!Objects.equals(icon, nowIcon)) {
            setGraphic(nowIcon == null ? null : new FontIcon(nowIcon));
            icon = nowIcon;
        }
    }

    private static String styleOf(Tone tone) {
        return "chip-" + tone.name().toLowerCase(java.util.Locale.ROOT);
    }
}
