package dev.docket.ui;

import dev.docket.desk.Desk;
import dev.docket.policy.PolicyFormatException;
import dev.docket.storage.Profile;
import dev.docket.storage.RecoveryKey;
import dev.docket.ui.signin.Opening;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The desk in a folder, by whoever can open its profile. Workers only. */
record DeskOpening(Path folder, Clock clock) implements Opening<Desk> {
    @Override
    public Desk by(char[] passphrase) throws IOException, PolicyFormatException {
        return Desk.open(Profile.open(folder, wrapped -> wrapped.open(passphrase)), Optional.empty(), clock);
    }

    @Override
    public Desk by(RecoveryKey recovery, char[] fresh) throws IOException, PolicyFormatException {
        Profile profile = Profile.open(folder, wrapped -> wrapped.open(recovery));
        try {
            profile.keyFile().change(fresh);
        } catch (IOException | RuntimeException e) {
            profile.close();
            throw e;
        }
        return Desk.open(profile, Optional.empty(), clock);
    }
}
