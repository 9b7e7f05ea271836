package dev.docket.ui.settings;

import dev.docket.ui.common.Text;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One page of settings; while something is searched for, what fits of it under its name. */
class SettingsPage extends VBox {
    private final String id;
    private final String icon;
    private final Label head;

    /**
     * @param id its name stands under {@code settings.page.ID}
     * @param icon Ikonli literal
     */
    SettingsPage(String id, String icon, List<? extends Node> rows) {
        this.id = id;
        this.icon = icon;
        head = new Label(Text.of("settings.page." + id));
        head.getStyleClass().addAll("caption-head", "settings-head");
        getStyleClass().add("setting-rows");
        getChildren().add(head);
        getChildren().addAll(rows);
    }

    String id() {
        return id;
    }

    String icon() {
        return icon;
    }

    String name() {
        return head.getText();
    }

    /** Those of its rows that are one setting each. */
    Stream<SettingRow> settings() {
        return getChildren().stream().filter(SettingRow.class::isInstance).map(SettingRow.class::cast);
    }

    /** Whole, when it is the chosen one. */
    void show(boolean chosen) {
        around(true);
        getChildren().stream().filter(Found.class::isInstance).forEach(row -> ((Found) row).match(""));
        headed(false);
        setVisible(chosen);
        setManaged(chosen);
    }

    /** Whether anything of it fits; that much is shown. */
    boolean search(String asked) {
        boolean any = false;
        around(false);
        for (Node row : getChildren()) {
            any |= row instanceof Found found && found.match(asked);
        }
        headed(any);
        setVisible(any);
        setManaged(any);
        return any;
    }

    /** What is no row: heads, notes. */
    private void around(boolean there) {
        getChildren().stream().filter(node -> node != head && !(node instanceof Found)).forEach(node -> {
            node.setVisible(there);
            node.setManaged(there);
        });
    }

    private void headed(boolean there) {
        head.setVisible(there);
        head.setManaged(there);
    }
}
