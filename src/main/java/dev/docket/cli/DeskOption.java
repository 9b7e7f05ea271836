package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.desk.Joined;
import dev.docket.desk.OwnSettings;
import dev.docket.policy.PolicyFormatException;
import dev.docket.progress.Reins;
import dev.docket.progress.StoppedException;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.storage.Profile;
import dev.docket.storage.ProfileInUse;
import dev.docket.storage.StorageException;
import dev.docket.storage.UnreachableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** {@code --profile}: which desk a command works on. Mixed into every command that needs one. */
final class DeskOption {
    static final String PASSPHRASE_FILE = "DOCKET_PASSPHRASE_FILE";
    private static final long AGAIN_MILLIS = 1000;

    @Option(names = "--profile", paramLabel = "DIR", description = "Where this desk keeps its data (default: $DOCKET_PROFILE, else ~/.docket).")
    private Path profile;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "A file whose first line is the profile's passphrase (default: $" + PASSPHRASE_FILE + ", else a question).")
    private Path passphraseFile;

    private char[] passphrase;

    Desk open() throws IOException {
        return open(Optional.empty());
    }

    /** @param login of a team's queue that the profile keeps nothing of */
    Desk open(Optional<Joined> login) throws IOException {
        try {
            return working(Desk.open(profile(), login, Clock.systemUTC()));
        } catch (PolicyFormatException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** Commands that open a desk do something at it. */
    private static Desk working(Desk opened) {
        if (opened.self.role().onlyReads()) {
            opened.close();
            throw new StorageException(opened.self.pseudonym() + " is the login of " + opened.self.role().name().toLowerCase(Locale.ROOT)
                    + ", which reads and changes nothing. Open the window, or use a reviewer's or a lead's.");
        }
        return opened;
    }

    /**
     * As {@link #open(Optional)} for a service: waits for a database that does not answer yet.
     *
     * @param says receives that it waits, once
     * @throws StoppedException when the reins are pulled before
     */
    Desk openPatiently(Optional<Joined> login, Reins reins, Consumer<String> says) throws IOException {
        boolean said = false;
        while (true) {
            try {
                return open(login);
            } catch (UnreachableException e) {
                if (!said) {
                    says.accept(e.getMessage());
                    said = true;
                }
                IntakeService.rest(reins, AGAIN_MILLIS);
                reins.pass();
            }
        }
    }

    /**
     * The desk's database alone, for commands that only look: models and policy need not load.
     *
     * @throws UsageException when there is no desk in the folder, so that a mistyped one is not made
     */
    DeskData openData() {
        Path folder = folder();
        if (!DeskData.isIn(folder)) {
            throw new UsageException("There is no desk in " + folder + ". Admit images first (docket intake PATH), or name another with --profile.");
        }
        return DeskData.open(profile());
    }

    /**
     * The data of the desk that was named; empty when none was, or none is there yet: what needs no desk must not make one.
     *
     * @param without what the command still does when the option is left out, for whoever has the desk open
     */
    Optional<DeskData> openNamedData(String without) {
        if (profile == null || !DeskData.isIn(profile)) {
            return Optional.empty();
        }
        try {
            return Optional.of(DeskData.open(profile()));
        } catch (ProfileInUse e) {
            throw new StorageException("The desk in " + profile + " is open in another Docket (process " + e.process()
                    + "): close that one, or leave out --profile; " + without, e);
        }
    }

    /** Opened with its passphrase, which is asked for where it has one. */
    Profile profile() {
        return Profile.open(folder(), wrapped -> wrapped.open(passphrase()));
    }

    /** The one that the profile has; asked for once. @throws StorageException where nobody can be asked */
    char[] passphrase() {
        if (passphrase == null) {
            passphrase = known(Secret.ofProfile(passphraseFile(), "passphrase of " + folder(), "--passphrase-file"));
        }
        return passphrase;
    }

    private char[] known(Secret secret) {
        if (!secret.isAtHand()) {
            throw new StorageException("The profile " + folder() + " has a passphrase, and there is no terminal to ask for it. Give it with --passphrase-file FILE, or name the file in "
                    + PASSPHRASE_FILE + ".");
        }
        try {
            return secret.known();
        } catch (IOException e) {
            throw new StorageException("The passphrase cannot be read: " + e.getMessage(), e);
        }
    }

    private Path passphraseFile() {
        String named = System.getenv(PASSPHRASE_FILE);
        return passphraseFile == null && named != null && !named.isBlank() ? Path.of(named) : passphraseFile;
    }

    /** Of the desk, without opening more of it than they need. */
    Settings settings() throws IOException {
        if (!Profile.hasPassphrase(folder())) {
            return SettingsFile.read(folder().resolve(SettingsFile.NAME));
        }
        try (Profile opened = profile()) {
            return new OwnSettings(opened).read();
        }
    }

    Path folder() {
        if (profile != null) {
            return profile;
        }
        return Desk.defaultFolder();
    }
}
