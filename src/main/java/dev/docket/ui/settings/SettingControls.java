package dev.docket.ui.settings;

import dev.docket.settings.Settings;
import dev.docket.ui.common.Text;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.util.StringConverter;

/** Controls that show a setting and change it. */
final class SettingControls {
    private final SettingsViewModel model;

    SettingControls(SettingsViewModel model) {
        this.model = model;
    }

    /** The settings with one of them changed. */
    @FunctionalInterface
    interface With<T> {
        Settings apply(Settings settings, T value);
    }

    /** @param words message key the names of the values are appended to */
    <E extends Enum<E>> ComboBox<E> combo(String id, E[] values, String words, Function<Settings, E> value, With<E> with) {
        ComboBox<E> combo = new ComboBox<>();
        combo.setId(id);
        combo.setMinWidth(ComboBox.USE_PREF_SIZE);
        combo.getItems().setAll(values);
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(E one) {
                return one == null ? "" : Text.of(words + one.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException("Chosen, never typed");
            }
        });
        model.settingsProperty().subscribe(s -> combo.setValue(value.apply(s)));
        combo.valueProperty().addListener((o, was, now) -> model.change(s -> with.apply(s, now)));
        return combo;
    }

    CheckBox toggle(String id, Function<Settings, Boolean> value, With<Boolean> with) {
        CheckBox box = new CheckBox();
        box.setId(id);
        box.setMinWidth(CheckBox.USE_PREF_SIZE);
        box.getStyleClass().add("setting-toggle");
        model.settingsProperty().subscribe(s -> {
            box.setSelected(value.apply(s));
            box.setText(Text.of(box.isSelected() ? "settings.on" : "settings.off"));
        });
        box.selectedProperty().addListener((o, was, now) -> model.change(s -> with.apply(s, now)));
        return box;
    }

    Spinner<Integer> spinner(String id, int least, int most, int step, Function<Settings, Integer> value, With<Integer> with) {
        Spinner<Integer> spinner = new Spinner<>(least, most, value.apply(model.settingsProperty().get()), step);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(110);
        spinner.setMinWidth(110);
        model.settingsProperty().subscribe(s -> spinner.getValueFactory().setValue(value.apply(s)));
        spinner.valueProperty().addListener((o, was, now) -> {
            if (now != null) {
                model.change(s -> with.apply(s, now));
            }
        });
        return spinner;
    }
}
