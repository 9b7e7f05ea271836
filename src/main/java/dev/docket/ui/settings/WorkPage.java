package dev.docket.ui.settings;

import dev.docket.settings.Settings;
import java.time.Duration;
import java.util.List;

/** How this desk works: what is hidden until a verdict, when verdicts count, which policy they are held against. */
final class WorkPage extends SettingsPage {
    WorkPage(SettingsViewModel model, SettingControls controls, SettingFiles files) {
        super("work", "mdal-inbox", List.of(
                new SettingRow("blind", controls.spinner("settingBlind", 0, 100, 1, s -> (int) Math.round(s.blindShare() * 100), (s, v) -> s.withBlindShare(v / 100.0))),
                new SettingRow("scores", controls.combo("settingScores", Settings.Scores.values(), "settings.scores.", Settings::scores, Settings::withScores)),
                new SettingRow("hold", controls.spinner("settingHold", 0, 600, 10, s -> (int) s.publishHold().toSeconds(), (s, v) -> s.withPublishHold(Duration.ofSeconds(v)))),
                new SettingRow("pack", new PackRow(model, files)),
                new SettingRow("trust", new TrustListRow(model, files))));
    }
}
