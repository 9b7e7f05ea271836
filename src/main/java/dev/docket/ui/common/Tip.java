package dev.docket.ui.common;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/** The words that come up where the pointer rests. A control keeps its tooltip: each has a scene of its own, dear to make for every case. */
public final class Tip {
    private static final double MOST = 420;

    private Tip() {}

    /** @param words none where they are empty */
    public static void on(Control control, String words) {
        if (words.isEmpty()) {
            control.setTooltip(null);
        } else if (control.getTooltip() == null) {
            Tooltip tip = new Tooltip(words);
            tip.setMaxWidth(MOST);
            tip.setWrapText(true);
            control.setTooltip(tip);
        } else {
            control.getTooltip().setText(words);
        }
    }
}
