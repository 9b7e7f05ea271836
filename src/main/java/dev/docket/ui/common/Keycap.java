package dev.docket.ui.common;

import javafx.scene.control.Label;

/** A key of the keyboard, drawn: {@code Space}, {@code 3}. Style class {@code keycap}; add {@code small} inside bars. */
public final class Keycap extends Label {
    public Keycap(String key) {
        super(key);
        getStyleClass().add("keycap");
        setAccessibleText(Text.of("common.key", key));
        setMinWidth(USE_PREF_SIZE);
    }

    /** Never narrower than it is high. */
    @Override
    protected double computePrefWidth(double height) {
        return Math.max(getStyleClass().contains("small") ? 18 : 20, super.computePrefWidth(height));
    }

    /** A key that means the same everywhere, in the reader's language, small. @param name as in {@code key.cap.NAME}: {@code escape} */
    public static Keycap named(String name) {
        return small(Text.of("key.cap." + name));
    }

    /** The 18 px form for bars and chips. */
    public static Keycap small(String key) {
        Keycap cap = new Keycap(key);
        cap.getStyleClass().add("small");
        return cap;
    }
}
