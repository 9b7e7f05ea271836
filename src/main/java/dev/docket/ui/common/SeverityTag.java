package dev.docket.ui.common;

import dev.docket.policy.Severity;
import javafx.scene.control.Label;

/** A severity as glyph and word. For {@code bg-default} and {@code bg-raised}; on tinted rows use {@link #plainWord}. */
public final class SeverityTag extends Label {
    public SeverityTag(Severity severity) {
        super(severity.name(), new SeverityGlyph(severity));
        getStyleClass().addAll("severity-tag", "severity-" + severity.ordinal());
        setAccessibleText(severity.name() + " " + severity.title());
        setMinWidth(USE_PREF_SIZE);
    }

    /** Glyph coloured, word in the text colour: readable on every surface. */
    public static SeverityTag plainWord(Severity severity) {
        SeverityTag tag = new SeverityTag(severity);
        tag.getStyleClass().add("plain-word");
        return tag;
    }
}
