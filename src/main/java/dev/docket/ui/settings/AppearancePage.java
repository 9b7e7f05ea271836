package dev.docket.ui.settings;

import dev.docket.settings.Appearance;
import dev.docket.settings.Appearance.Density;
import dev.docket.settings.Appearance.Language;
import dev.docket.settings.Appearance.Motion;
import dev.docket.settings.Settings;
import dev.docket.settings.Settings.Theme;
import java.util.List;

/** How the window looks. */
final class AppearancePage extends SettingsPage {
    AppearancePage(SettingControls controls) {
        super("appearance", "mdal-brightness_6", List.of(
                new SettingRow("theme", controls.combo("settingTheme", Theme.values(), "shell.theme.", Settings::theme, Settings::withTheme)),
                new SettingRow("text", controls.spinner("settingText", Appearance.SMALLEST_TEXT, Appearance.LARGEST_TEXT, 10,
                        s -> s.appearance().textSize(), (s, v) -> s.withAppearance(s.appearance().withTextSize(v)))),
                new SettingRow("density", controls.combo("settingDensity", Density.values(), "settings.density.",
                        s -> s.appearance().density(), (s, v) -> s.withAppearance(s.appearance().withDensity(v)))),
                new SettingRow("motion", controls.combo("settingMotion", Motion.values(), "settings.motion.",
                        s -> s.appearance().motion(), (s, v) -> s.withAppearance(s.appearance().withMotion(v)))),
                new SettingRow("language", controls.combo("settingLanguage", Language.values(), "settings.language.",
                        s -> s.appearance().language(), (s, v) -> s.withAppearance(s.appearance().withLanguage(v))))));
    }
}
