package dev.docket.ui.settings;

import dev.docket.storage.PassphraseCost;
import dev.docket.storage.Profile;
import dev.docket.ui.common.Background;
import dev.docket.ui.signin.PassphraseViewModel;
import java.nio.file.Path;

/** The passphrase of a profile that is there for nothing else; a guess at it costs next to nothing. */
final class OwnPassphrase {
    private OwnPassphrase() {}

    static PassphraseViewModel in(Path folder, Background now) {
        try (Profile profile = Profile.open(folder, _ -> new byte[0], new PassphraseCost(8, 1, 1))) {
            return new PassphraseViewModel(profile.keyFile(), () -> {}, now);
        }
    }
}
