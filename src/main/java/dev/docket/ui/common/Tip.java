package dev.docket.ui.common;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/** The words that come up where the pointer rests. A control keeps its tooltip: each has a scene of its own, dear to make for every case. */
public final class Tip {
    private Tip() {}

    /** @param words none where they are empty */
    public static void on(Control control, String words) {
        if (words.isEmpty()) {
            control.setTooltip(null);
        } else if (control.getTooltip() == null) {
            control.setTooltip(new Tooltip(words));
        } else {
            control.getTooltip().setText(words);
        }
    }
}
