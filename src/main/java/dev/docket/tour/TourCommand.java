package dev.docket.tour;

import dev.docket.desk.SampleQueue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code docket tour}. */
@Command(
        name = "tour",
        description = {
            "Walk the whole loop on the sample data, without a display.",
            "Admits the samples, decides them through the real screens as simulated reviewers did, exports, retrains, "
                    + "promotes, scores the queue anew; leaves pictures of every screen, the decision set and report.html."
        })
public final class TourCommand implements Callable<Integer> {
    private static final String MARK = ".docket-tour";

    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to leave it all; empty, or an earlier tour's folder (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("docket-tour");

    @Option(names = "--verdicts", paramLabel = "N", description = "How many verdicts to make (default: ${DEFAULT-VALUE}).")
    private int verdicts = 100;

    @Option(names = "--screens", description = "Instead of the loop, take pictures of every screen in its states, light and dark.")
    private boolean pictures;

    @Override
    public Integer call() throws IOException {
        Optional<Path> samples = SampleQueue.shipped();
        if (samples.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "The sample data are not here; start docket from its own folder, or set docket.home.");
        }
        if (verdicts < 1) {
            throw new ParameterException(spec.commandLine(), "--verdicts: at least 1");
        }
        prepare();
        if (pictures) {
            int taken = new ScreenTour(samples.get(), out, this::log).run().size();
            print(List.of(taken + " pictures: " + out.resolve("README.md")));
        } else {
            loop(samples.get());
        }
        return 0;
    }

    private void loop(Path samples) throws IOException {
        TourReport report = new Tour(samples, out, verdicts, this::log).run();
        Files.writeString(out.resolve("report.html"), ReportPage.of(report));
        print(TourSummary.lines(report));
        print(List.of("Report: " + out.resolve("report.html")));
    }

    private void log(String line) {
        PrintWriter log = spec.commandLine().getErr();
        log.println(line);
        log.flush();
    }

    private void print(List<String> lines) {
        PrintWriter print = spec.commandLine().getOut();
        lines.forEach(print::println);
        print.flush();
    }

    /** An earlier tour is replaced; anything else in the folder is somebody's and stays. */
    private void prepare() throws IOException {
        if (Files.isDirectory(out) && !isEmpty(out)) {
            if (!Files.exists(out.resolve(MARK))) {
                throw new ParameterException(spec.commandLine(), "--out: " + out + " is not empty and no earlier tour; name another folder");
            }
            remove(out);
        }
        Files.createDirectories(out);
        Files.createFile(out.resolve(MARK));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
