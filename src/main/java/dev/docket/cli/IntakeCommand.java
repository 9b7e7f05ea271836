package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.intake.FolderWatch;
import dev.docket.intake.IntakeException;
import dev.docket.intake.IntakeResult;
import dev.docket.intake.IntakeSource;
import dev.docket.intake.IntakeSources;
import dev.docket.intake.Refusal;
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
    public Integer call() throws IOException, InterruptedException {
        if (watch && (paths.size() != 1 || !Files.isDirectory(paths.getFirst()))) {
            throw new UsageException("--watch takes exactly one folder");
        }
        try (Desk opened = desk.open()) {
            return watch ? watch(opened) : admit(opened);
        }
    }

    private int admit(Desk opened) {
        List<IntakeSource> sources = new ArrayList<>();
        for (Path path : paths) {
            try {
                sources.add(IntakeSources.open(path, format, source, opened.clock));
            } catch (IntakeException e) {
                throw new UsageException(e.getMessage());
            }
        }
        long added = 0;
        long known = 0;
        List<Refusal> refusals = new ArrayList<>();
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            for (IntakeSource each : sources) {
                IntakeResult result = opened.intake.admitAll(each, progress);
                added += result.added();
                known += result.known();
                refusals.addAll(result.refusals());
            }
        }
        print(new IntakeResult(added, known, refusals, List.of()));
        return refusals.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private int watch(Desk opened) throws IOException, InterruptedException {
        FolderWatch folder = new FolderWatch(paths.getFirst(), source);
        spec.commandLine().getErr().println("Watching " + paths.getFirst() + "; Ctrl+C stops.");
        while (!Thread.interrupted()) {
            IntakeSource settled = folder.look();
            if (settled.expected() > 0) {
                print(opened.intake.admitAll(settled, dev.docket.progress.Progress.NONE));
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return ExitCode.DONE;
    }

    private void print(IntakeResult result) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.write(Map.of("added", result.added(), "known", result.known(), "refused", result.refusals())));
        } else {
            result.refusals().forEach(refusal -> out.println("refused  " + refusal.place() + ": " + refusal.reason()));
            out.println(result.added() + " added, " + result.known() + " known already, " + result.refusals().size() + " refused");
        }
        out.flush();
    }
}
