package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.desk.Joined;
import dev.docket.policy.PolicyFormatException;
import dev.docket.progress.Reins;
import dev.docket.progress.StoppedException;
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
    private static final long AGAIN_MILLIS = 1000;

    @Option(names = "--profile", paramLabel = "DIR", description = "Where this desk keeps its data (default: $DOCKET_PROFILE, else ~/.docket).")
    private Path profile;

    Desk open() throws IOException {
        return open(Optional.empty());
    }

    /** @param login of a team's queue that the profile keeps nothing of */
    Desk open(Optional<Joined> login) throws IOException {
        try {
            return working(Desk.open(folder(), login, Clock.systemUTC()));
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
        return DeskData.open(folder);
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
            return Optional.of(DeskData.open(profile));
        } catch (ProfileInUse e) {
            throw new StorageException("The desk in " + profile + " is open in another Docket (process " + e.process()
                    + "): close that one, or leave out --profile; " + without, e);
        }
    }

    Path folder() {
        if (profile != null) {
            return profile;
        }
        return Desk.defaultFolder();
    }
}
