package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.desk.Joined;
import dev.docket.intake.IntakeException;
import dev.docket.intake.IntakeResult;
import dev.docket.intake.IntakeSource;
import dev.docket.intake.IntakeSources;
import dev.docket.intake.IntakeStoppedException;
import dev.docket.progress.Reins;
import dev.docket.progress.Stage;
import dev.docket.progress.StoppedException;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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
    private static final int LONGEST_SOURCE = 60;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @ArgGroup(exclusive = false, heading = "A team's queue, with a login that the profile keeps nothing of:%n")
    private ServerOption server;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Folders, manifests or image files.")
    private List<Path> paths;

    @Option(names = "--format", description = "How to read them: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private IntakeSources.Format format = IntakeSources.Format.AUTO;

    @Option(names = "--source", paramLabel = "NAME", description = "Name of the feed, for items that bring none (default: the folder's name).")
    private String source = "";

    @Option(names = "--watch", description = "Keep looking into the one folder named and admit what appears, until stopped.")
    private boolean watch;

    @Option(names = "--drop", description = "Keep taking the *.jsonl that another system renames into the one folder named, answer each with a receipt beside it and move it to done, until stopped.")
    private boolean drop;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if ((watch || drop) && (watch == drop || paths.size() != 1 || !Files.isDirectory(paths.getFirst()))) {
            throw new UsageException("--watch and --drop take exactly one folder, one of them at a time");
        }
        if (source.length() > LONGEST_SOURCE) {
            throw new UsageException("--source takes at most " + LONGEST_SOURCE + " characters");
        }
        Optional<Joined> login = server == null ? Optional.empty() : Optional.of(server.login());
        Reins reins = new Reins();
        try (Interruption interruption = Interruption.stopping(reins)) {
            if (!watch && !drop) {
                try (Desk opened = desk.open(login)) {
                    return interruption.exitCode(admit(opened, reins));
                }
            }
            try (Desk opened = desk.openPatiently(login, reins, this::say)) {
                IntakeService service = new IntakeService(opened, reins, this::say, this::print);
                if (watch) {
                    service.watch(paths.getFirst(), source);
                } else {
                    service.takeDropsFrom(paths.getFirst(), source);
                }
            } catch (StoppedException e) {
                say("Stopped.");
            }
            return interruption.exitCodeOfService(ExitCode.DONE);
        }
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println(sentence);
        spec.commandLine().getErr().flush();
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
