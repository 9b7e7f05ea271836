package dev.docket.ui.common;

import javafx.scene.control.Label;

/** Words that break into as many lines as they need, and are never cut. */
public final class Paragraph extends Label {

    /** @param styles classes of its style */
    public Paragraph(String words, String... styles) {
        super(words);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().addAll(styles);
    }
}
