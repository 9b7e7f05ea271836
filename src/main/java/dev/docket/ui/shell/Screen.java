package dev.docket.ui.shell;

import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * A tab of the window.
 *
 * @param id stable name, also the tab's node id: {@code tab-review}
 * @param badge a short figure beside the title; empty text shows none
 * @param view made once, when the tab is first shown
 * @param status what the screen puts into the status bar; made once; may give null
 * @param onShow told each time the tab comes to the front
 * @param onHide told each time another tab comes to the front
 */
public record Screen(
        String id, String title, ObservableValue<String> badge, Supplier<? extends Parent> view,
        Supplier<? extends Node> status, Runnable onShow, Runnable onHide) {

    /** A screen without a badge or words in the status bar. */
    public static Screen of(String id, String title, Supplier<? extends Parent> view, Runnable onShow) {
        return new Screen(id, title, new SimpleStringProperty(""), view, () -> null, onShow, () -> {});
    }
}
