package dev.docket.ui.settings;

import dev.docket.provenance.c2pa.CredentialReader;
import dev.docket.ui.common.Text;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Whose signatures under Content Credentials are trusted: a PEM file, or nobody's. */
final class TrustListRow extends VBox {
    TrustListRow(SettingsViewModel model, SettingFiles files) {
        Label list = new Label();
        Button choose = new Button(Text.of("settings.trust.choose"));
        choose.setId("settingTrustList");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> files.open("settings.trust.choose", "*.pem", "*.crt", "*.cer").ifPresent(model::chooseTrustList));
        Button none = new Button(Text.of("settings.trust.none"));
        none.setId("settingTrustNobody");
        none.setMinWidth(USE_PREF_SIZE);
        none.setOnAction(_ -> model.change(s -> s.withTrustList(Optional.empty())));
        list.getStyleClass().addAll("secondary", "mono");
        list.setTooltip(new Tooltip());
        list.getTooltip().textProperty().bind(list.textProperty());
        model.settingsProperty().subscribe(s -> list.setText(s.trustList().map(Path::toString).orElseGet(() -> Text.of("settings.trust.none.is"))));
        Label lacking = new Label(Text.of("settings.trust.notbuilt"));
        lacking.setWrapText(true);
        lacking.getStyleClass().add("secondary");
        lacking.setVisible(!CredentialReader.isBuilt());
        lacking.managedProperty().bind(lacking.visibleProperty());
        getChildren().setAll(list, new HBox(8, choose, none), lacking);
        getStyleClass().add("setting-pack");
    }
}
