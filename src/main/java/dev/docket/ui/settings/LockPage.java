package dev.docket.ui.settings;

import dev.docket.settings.Settings;
import dev.docket.ui.signin.PassphraseViewModel;
import dev.docket.ui.signin.PassphraseViewModel.Change;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Who can open this profile, and when the window locks itself. */
final class LockPage extends SettingsPage {
    static final String ID = "lock";

    /** @param open shows the sheet for it */
    LockPage(SettingControls controls, PassphraseViewModel passphrase, Consumer<Change> open) {
        super(ID, "mdal-lock", List.of(
                new SettingRow("passphrase", new PassphraseRow(passphrase, open)),
                new SettingRow("lock", controls.spinner("settingLock", 0, (int) Settings.LONGEST_UNLOCKED.toMinutes(), 1,
                        s -> (int) s.lockAfter().toMinutes(), (s, v) -> s.withLockAfter(Duration.ofMinutes(v)))),
                SettingHead.note("settings.lock.held")));
    }
}
