package dev.docket.cli;

import dev.docket.desk.OwnSettings;
import dev.docket.storage.Profile;
import dev.docket.storage.RecoveryKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code docket passphrase}: what opens a profile. None of its secrets is ever an argument. */
@Command(name = "passphrase", description = "Say who can open a profile: set, change or remove its passphrase, or come in with its recovery key.")
final class PassphraseCommand implements Runnable {
    private static final String NEW = "--new-passphrase-file";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: set, change, recover, recovery-key or remove");
    }

    /** Where the new one comes from. */
    private static final class Fresh {
        @Option(names = NEW, paramLabel = "FILE", description = "A file whose first line is the new passphrase (default: a question, asked twice).")
        private Path file;

        char[] passphrase() throws IOException {
            return Secret.ofProfile(file, "new passphrase", NEW).fresh();
        }
    }

    @Command(description = {"Set the first passphrase of a profile, and print its recovery key once.", "From then on the profile opens with one of the two only."})
    int set(@Mixin DeskOption desk, @Mixin Fresh fresh) throws IOException {
        if (Profile.hasPassphrase(desk.folder())) {
            throw new UsageException("The profile " + desk.folder() + " has a passphrase. Change it with 'docket passphrase change'.");
        }
        try (Profile profile = desk.profile()) {
            print(profile.keyFile().protect(fresh.passphrase()));
            OwnSettings.settle(profile);
            return done("The profile " + desk.folder() + " has a passphrase now.");
        }
    }

    @Command(description = "Set another passphrase. The recovery key stays, and so does everything in the profile.")
    int change(@Mixin DeskOption desk, @Mixin Fresh fresh) throws IOException {
        try (Profile profile = protectedOne(desk)) {
            profile.keyFile().change(fresh.passphrase());
            return done("The profile " + desk.folder() + " has another passphrase now.");
        }
    }

    @Command(description = "Come in with the recovery key after the passphrase was forgotten, and set another. The recovery key stays.")
    int recover(@Mixin DeskOption desk, @Mixin Fresh fresh,
            @Option(names = "--recovery-key-file", paramLabel = "FILE", description = "A file whose first line is the recovery key (default: a question).") Path file) throws IOException {
        refuseWithout(desk);
        RecoveryKey recovery = RecoveryKey.read(new String(Secret.ofProfile(file, "recovery key of " + desk.folder(), "--recovery-key-file").known()))
                .orElseThrow(() -> new UsageException("That is no recovery key: it has eight groups of five letters and digits. One of them may be mistyped."));
        try (Profile profile = Profile.open(desk.folder(), wrapped -> wrapped.open(recovery))) {
            profile.keyFile().change(fresh.passphrase());
            return done("The profile " + desk.folder() + " has another passphrase now. The recovery key stays the same.");
        }
    }

    @Command(name = "recovery-key", description = "Print a new recovery key once. The one before opens nothing any more.")
    int recoveryKey(@Mixin DeskOption desk) throws IOException {
        try (Profile profile = protectedOne(desk)) {
            print(profile.keyFile().renewRecovery());
            return done("The recovery key before this one opens nothing any more.");
        }
    }

    @Command(description = "Remove the passphrase: whoever can read the profile's folder can open it then.")
    int remove(@Mixin DeskOption desk) throws IOException {
        try (Profile profile = protectedOne(desk)) {
            profile.keyFile().unprotect();
            OwnSettings.settle(profile);
            return done("The profile " + desk.folder() + " has no passphrase any more: whoever can read its folder can open it.");
        }
    }

    private static Profile protectedOne(DeskOption desk) {
        refuseWithout(desk);
        return desk.profile();
    }

    private static void refuseWithout(DeskOption desk) {
        if (!Files.isDirectory(desk.folder()) || !Profile.hasPassphrase(desk.folder())) {
            throw new UsageException("The profile " + desk.folder() + " has no passphrase. Set one with 'docket passphrase set', or name another with --profile.");
        }
    }

    private void print(RecoveryKey recovery) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Recovery key, shown this once:");
        out.println();
        out.println("  " + recovery.text());
        out.println();
        out.println("Write it on paper and keep it away from this machine. It opens the profile when the passphrase is forgotten;");
        out.println("without both nobody opens it any more, and nobody can help.");
        out.flush();
    }

    private int done(String words) {
        spec.commandLine().getOut().println(words);
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
