package dev.docket.ui.settings;

import java.util.Locale;
import javafx.scene.Node;

/** Something on a page of settings that the search finds. */
interface Found {

    /** What it can be found by. */
    String words();

    /** Shows itself only when it has every one of these words. */
    default boolean match(String asked) {
        String text = words().toLowerCase(Locale.ROOT);
        boolean fits = true;
        for (String word : asked.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            fits &= text.contains(word);
        }
        Node node = (Node) this;
        node.setVisible(fits);
        node.setManaged(fits);
        return fits;
    }
}
