package dev.docket.ui.common;

import dev.docket.policy.Severity;
import java.util.Locale;
import javafx.scene.control.Label;

/** A severity as glyph and word. For {@code bg-default} and {@code bg-raised}; on tinted rows use {@link #plainWord}. */
public final class SeverityTag extends Label {
    public SeverityTag(Severity severity) {
        super(severity.name(), new SeverityGlyph(severity));
        getStyleClass().addAll("severity-tag", "severity-" + severity.ordinal());
        setAccessibleText(severity.name() + " " + title(severity));
        setMinWidth(USE_PREF_SIZE);
    }

    /** The word a severity is known by: {@code Moderate}. */
    public static String title(Severity severity) {
        return Text.of("severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    /** Glyph coloured, word in the text colour: readable on every surface. */
    public static SeverityTag plainWord(Severity severity) {
        SeverityTag tag = new SeverityTag(severity);
        tag.getStyleClass().add("plain-word");
        return tag;
    }
}
