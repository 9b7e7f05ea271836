package dev.docket.cli;

import dev.docket.backup.Backups;
import dev.docket.backup.Restoring;
import dev.docket.desk.AfterRestore;
import dev.docket.desk.Desk;
import dev.docket.progress.Reins;
import dev.docket.progress.StoppedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket restore}. */
@Command(name = "restore", description = {
    "Put a desk back as a backup has it: checks all of it first, then makes the profile's folder, whole or not at all.",
    "Then it opens the desk once: leases are cleared, epochs raised, and what was erased since that backup is erased again."
})
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder that the backups are in.")
    private Path folder;

    @Option(names = "--backup", paramLabel = "NAME", description = "Which one (default: the newest).")
    private String name;

    @Option(names = "--replace", description = "Move the desk that is there aside, and say where to. Without it nothing is ever put over a desk.")
    private boolean replace;

    @Mixin
    private DeskOption desk;

    @Override
    public Integer call() throws IOException {
        Reins reins = new Reins();
        PrintWriter out = spec.commandLine().getOut();
        try (Interruption interruption = Interruption.stopping(reins); ProgressLine line = ProgressLine.onStandardError(reins)) {
            Restoring.Restored restored = new Restoring(new Backups(folder, Clock.systemUTC())).restore(Optional.ofNullable(name), desk.folder(), replace, line);
            out.println(restored.profile() + " is as it was on " + restored.snapshot().madeAt() + " (backup " + restored.snapshot().name() + ").");
            restored.aside().ifPresent(aside -> out.println("The desk that was there lies in " + aside + ". It can hold what was erased since: delete it once you do not need it."));
            out.flush();
            try (Desk opened = desk.open()) {
                opened.restored.ifPresent(done -> say(done, out));
            }
            return interruption.exitCode(ExitCode.DONE);
        } catch (StoppedException e) {
            out.println("Stopped. Nothing was changed.");
            return ExitCode.STOPPED;
        } finally {
            out.flush();
        }
    }

    private static void say(AfterRestore done, PrintWriter out) {
        out.println(done.queue().leases() + " leases were cleared, and the epochs of " + done.queue().tasks() + " undecided tasks raised: a verdict from before is kept as a late one.");
        out.println("The audit log ends after " + done.entries() + " entries" + (done.checkpoint().isPresent() ? "; its last checkpoint is on " + done.checkpoint().getAsLong() + " of them" : "") + ".");
        out.println("Witnesses that saw more of the log will say that it was put back, and they are right: keep what they have, and begin a new witness folder (docs/backup-and-erasure.md).");
    }
}
