package dev.docket.cli;

import dev.docket.decode.worker.DecodeWorkers;
import dev.docket.storage.CanonicalJson;
import dev.docket.watermark.Watermarks;
import dev.docket.watermark.Watermarks.Listed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket watermark}. */
@Command(name = "watermark", description = "Look for invisible watermarks: of copies that this desk handed out, and of others.")
final class WatermarkCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with watermarks: read or list");
    }

    @Command(description = {
        "Find out to whom a copy was handed, by the number in its pixels, and ask every detector that is ready, services too.",
        "No mark found does not say that a picture is no copy of yours: marks get lost. Exit code 1: a file could not be read."
    })
    int read(@Parameters(arity = "1..*", paramLabel = "FILE", description = "Image files.") List<Path> files,
            @Option(names = "--json", description = "Print one JSON object for each file.") boolean json, @Mixin DeskOption desk) throws IOException {
        try (Watermarks watermarks = watermarks(desk); DeskData data = desk.openData(); DecodeWorkers decoder = new DecodeWorkers()) {
            Tracing tracing = new Tracing(data.database(), decoder, watermarks);
            boolean all = true;
            for (Path file : files) {
                Tracing.Traced traced = tracing.trace(file);
                all &= traced.unread().isEmpty();
                out().println(json ? CanonicalJson.write(TracedWords.fields(traced)) : TracedWords.text(traced));
                out().flush();
            }
            return all ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    @Command(description = "List the detectors: which are ready, which are off, and which marks nothing here can look for.")
    int list(@Option(names = "--json", description = "Print one JSON object for each detector.") boolean json, @Mixin DeskOption desk) throws IOException {
        try (Watermarks watermarks = watermarks(desk)) {
            for (Listed each : watermarks.all()) {
                String state = each.readiness().state().name().toLowerCase(Locale.ROOT);
                out().println(json ? CanonicalJson.write(new TreeMap<>(Map.of("detector", each.detector().name(), "state", state, "because", each.readiness().because())))
                        : "%-12s %-7s %s".formatted(each.detector().name(), state, each.readiness().because()));
            }
            out().flush();
            return ExitCode.DONE;
        }
    }

    private static Watermarks watermarks(DeskOption desk) throws IOException {
        return Watermarks.load(desk.folder().resolve(Watermarks.FOLDER));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
