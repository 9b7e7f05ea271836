package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.intake.FolderWatch;
import dev.docket.intake.IntakeException;
import dev.docket.intake.IntakeResult;
import dev.docket.intake.IntakeSource;
import dev.docket.intake.IntakeSources;
import dev.docket.intake.IntakeStoppedException;
import dev.docket.progress.Reins;
import dev.docket.progress.Stage;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket intake}. */
@Command(
        name = "intake",
        description = {
            "Admit images from folders, manifests (JSON lines or CSV) or files.",
            "What was admitted before is known again, so an intake that was cut short is completed by running it again."
        })
final class IntakeCommand implements Callable<Integer> {
    private static final long LOOK_MILLIS = 1000;
    private static final long NAP_MILLIS = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Folders, manifests or image files.")
    private List<Path> paths;

    @Option(names = "--format", description = "How to read them: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private IntakeSources.Format format = IntakeSources.Format.AUTO;

    @Option(names = "--source", paramLabel = "NAME", description = "Name of the feed, for items that bring none (default: the folder's name).")
    private String source = "";

    @Option(names = "--watch", description = "Keep looking into the one folder named and admit what appears, until stopped.")
    private boolean watch;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (watch && (paths.size() != 1 || !Files.isDirectory(paths.getFirst()))) {
            throw new UsageException("--watch takes exactly one folder");
        }
        Reins reins = new Reins();
        try (Interruption interruption = Interruption.stopping(reins); Desk opened = desk.open()) {
            return interruption.exitCode(watch ? watch(opened, reins) : admit(opened, reins));
        }
    }

    private int admit(Desk opened, Reins reins) {
        List<IntakeSource> sources = new ArrayList<>();
        for (Path path : paths) {
            try {
                sources.add(IntakeSources.open(path, format, source, opened.clock));
            } catch (IntakeException e) {
                throw new UsageException(e.getMessage());
            }
        }
        IntakeResult result = IntakeResult.NONE;
        boolean stopped = false;
        try (ProgressLine progress = ProgressLine.onStandardError(reins)) {
            for (IntakeSource each : sources) {
                result = result.plus(opened.intake.admitAll(each, progress));
            }
        } catch (IntakeStoppedException e) {
            result = result.plus(e.soFar());
            stopped = true;
        }
        print(result, stopped);
        return result.refusals().isEmpty() && !stopped ? ExitCode.DONE : ExitCode.FOUND;
    }

    private int watch(Desk opened, Reins reins) throws IOException {
        FolderWatch folder = new FolderWatch(paths.getFirst(), source);
        spec.commandLine().getErr().println("Watching " + paths.getFirst() + "; Ctrl+C stops.");
        while (!reins.stopped()) {
            IntakeSource settled = folder.look();
            if (settled.expected() > 0) {
                try (ProgressLine progress = ProgressLine.onStandardError(reins)) {
                    print(opened.intake.admitAll(settled, progress), false);
                } catch (IntakeStoppedException e) {
                    print(e.soFar(), true);
                }
            }
            rest(reins);
        }
        return ExitCode.DONE;
    }

    private static void rest(Reins reins) {
        try {
            for (long slept = 0; slept < LOOK_MILLIS && !reins.stopped(); slept += NAP_MILLIS) {
                Thread.sleep(NAP_MILLIS);
            }
        } catch (InterruptedException e) {
            reins.stop();
        }
    }

    private void print(IntakeResult result, boolean stopped) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.write(Map.of(
                    "added", result.added(), "known", result.known(), "refused", result.refusals(), "stopped", stopped,
                    "stages", result.stages().stream().map(IntakeCommand::stage).toList())));
        } else {
            result.refusals().forEach(refusal -> out.println("refused  " + refusal.place() + ": " + refusal.reason()));
            out.println((stopped ? "Stopped: " : "") + result.added() + " added, " + result.known() + " known already, "
                    + result.refusals().size() + " refused" + (stopped ? ". Run it again to admit the rest." : ""));
        }
        out.flush();
    }

    private static Map<String, Object> stage(Stage stage) {
        return Map.of("name", stage.name(), "items", stage.done(), "busy_seconds", stage.busy().toMillis() / 1000.0);
    }
}
