package dev.docket.cli;

import dev.docket.backup.Backups;
import dev.docket.backup.Snapshot;
import dev.docket.progress.Reins;
import dev.docket.progress.StoppedException;
import dev.docket.storage.ProfileInUse;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket backup}. */
@Command(name = "backup", description = {
    "Back this desk up into a folder: database, images, models, settings, keys and journal, each as it lies in the profile. Copies what the folder lacks.",
    "Needs no passphrase, so that it can run by night; but the desk must not be open. Put the folder on another disk."
})
final class BackupCommand implements Callable<Integer> {
    private static final String DIR = "The folder that the backups are in.";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = DIR)
    private Path folder;

    @Mixin
    private DeskOption desk;

    @Override
    public Integer call() throws IOException {
        if (folder == null) {
            throw new UsageException("Say where backups go: docket backup DIR");
        }
        Path profile = desk.folder();
        if (!DeskData.isIn(profile)) {
            throw new UsageException("There is no desk in " + profile + ". Name another with --profile.");
        }
        return stoppable(line -> {
            Backups.Made made = new Backups(folder, Clock.systemUTC()).make(profile, line);
            out().println("Backup " + made.snapshot().name() + ": " + made.snapshot().files().size() + " files, " + size(made.snapshot().bytes()) + ", of which " + size(made.copied()) + " were copied.");
            out().println("SHA-256 of its list: " + made.snapshot().hash().hex());
            out().println("Its key lies in the backup as it lies in the profile: without a passphrase it opens the backup. Keep it as safe as the desk itself.");
            return ExitCode.DONE;
        });
    }

    @Command(description = "List the backups, the oldest first.")
    int list(@Parameters(paramLabel = "DIR", description = DIR) Path from) throws IOException {
        List<Snapshot> all = new Backups(from, Clock.systemUTC()).all();
        all.forEach(snapshot -> out().println(snapshot.name() + "  " + snapshot.files().size() + " files  " + size(snapshot.bytes()) + "  " + snapshot.hash().hex()));
        out().flush();
        return ExitCode.DONE;
    }

    @Command(description = "Read all that the backups hold, and compare it with what was put in. Exit code 1: something is damaged.")
    int verify(@Parameters(paramLabel = "DIR", description = DIR) Path from,
            @Option(names = "--backup", paramLabel = "NAME", description = "Only this one (default: all).") String name) throws IOException {
        return stoppable(line -> {
            Backups backups = new Backups(from, Clock.systemUTC());
            List<Snapshot> checked = backups.all().stream().filter(snapshot -> name == null || snapshot.name().equals(name)).toList();
            if (checked.isEmpty()) {
                throw new UsageException(name == null ? "There is no backup in " + from : "There is no backup " + name + " in " + from);
            }
            List<Backups.Fault> faults = backups.verify(checked, line);
            faults.forEach(fault -> out().println(fault.snapshot().name() + ": " + fault.what()));
            out().println(faults.isEmpty() ? checked.size() + " backups are as they were written." : faults.size() + " files are damaged. Make a new backup, and look after the disk.");
            return faults.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
        });
    }

    @Command(description = "Delete all backups but the newest. With them go the keys of pictures that were erased since: only then no backup brings those back.")
    int prune(@Parameters(paramLabel = "DIR", description = DIR) Path from,
            @Option(names = "--keep", paramLabel = "N", required = true, description = "How many stay, at least 1.") int keep) throws IOException {
        if (keep < 1) {
            throw new UsageException("--keep takes at least 1");
        }
        Backups.Pruned pruned = new Backups(from, Clock.systemUTC()).prune(keep);
        out().println(pruned.gone().size() + " backups were deleted, " + size(pruned.freed()) + " are free again.");
        out().flush();
        return ExitCode.DONE;
    }

    private interface Job {
        int run(ProgressLine line) throws IOException;
    }

    private int stoppable(Job job) throws IOException {
        Reins reins = new Reins();
        try (Interruption interruption = Interruption.stopping(reins); ProgressLine line = ProgressLine.onStandardError(reins)) {
            return interruption.exitCode(job.run(line));
        } catch (StoppedException e) {
            out().println("Stopped. What was copied so far is found again by the next backup.");
            return ExitCode.STOPPED;
        } catch (ProfileInUse e) {
            throw new StorageException("This desk is open in another Docket (process " + e.process() + "), which may write at any moment. Close it, and run the backup again.", e);
        } finally {
            out().flush();
        }
    }

    static String size(long bytes) {
        return bytes < 10 << 20 ? (bytes >> 10) + " KiB" : (bytes >> 20) + " MiB";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
