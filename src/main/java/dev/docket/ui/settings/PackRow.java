package dev.docket.ui.settings;

import dev.docket.ui.common.Text;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Which policy pack: its place, one of one's own, the one that ships. */
final class PackRow extends VBox {
    PackRow(SettingsViewModel model, SettingFiles files) {
        Label pack = new Label();
        Button choose = new Button(Text.of("settings.pack.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> files.open("settings.pack.choose", "*.yaml", "*.yml").ifPresent(model::choosePack));
        Button shipped = new Button(Text.of("settings.pack.shipped"));
        shipped.setId("settingShipped");
        shipped.setMinWidth(USE_PREF_SIZE);
        shipped.setOnAction(_ -> model.change(s -> s.withPolicyPack(Optional.empty())));
        pack.getStyleClass().addAll("secondary", "mono");
        pack.setTooltip(new Tooltip());
        pack.getTooltip().textProperty().bind(pack.textProperty());
        model.settingsProperty().subscribe(s -> pack.setText(s.policyPack().map(Path::toString).orElseGet(() -> Text.of("settings.pack.shipped.is"))));
        getChildren().setAll(pack, new HBox(8, choose, shipped));
        getStyleClass().add("setting-pack");
    }
}
