package dev.docket.ui.common;

import dev.docket.policy.Severity;
import javafx.scene.layout.Region;

/** The sign of a severity: circle, square, triangle, diamond or octagon, 11 px, in its colour. Always beside the word. */
public final class SeverityGlyph extends Region {
    public SeverityGlyph(Severity severity) {
        getStyleClass().addAll("severity-glyph", "glyph-" + severity.glyph(), "severity-" + severity.ordinal());
        setAccessibleText(severity.name() + " " + SeverityTag.title(severity));
        setMouseTransparent(true);
    }

    /** By a lane's or a pack's word, {@code S2}. */
    public static SeverityGlyph of(String word) {
        return new SeverityGlyph(Severity.valueOf(word));
    }
}
