package dev.docket.bench;

import dev.docket.bench.measure.Machine;
import dev.docket.bench.measure.Pace;
import dev.docket.bench.measure.Reading;
import dev.docket.bench.picture.Album;
import dev.docket.bench.queue.Load;
import dev.docket.bench.server.ServerOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket bench}. */
@Command(
        name = "bench",
        description = {
            "Measure Docket, beside the programs it is compared with where they are installed.",
            "Nothing is stored and no desk is opened. Figures want a machine with nothing else to do; Ctrl+C stops.",
            "Exit code 1: a limit was missed."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int MISSED = 1;
    private static final int CANNOT_RUN = 3;
    /** As many as numbered pictures can be told apart. */
    private static final int MOST_MINUTES = 20;
    private static final int FEWEST_QUEUED = 1_000;
    private static final int MOST_QUEUED = 10_000_000;
    private static final int MOST_REVIEWERS = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which benches; all when none is named.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Say what there is to measure, and measure nothing.")
    private boolean list;

    @Option(names = "--json", description = "Print a JSON object a line.")
    private boolean json;

    @Option(names = "--pictures", paramLabel = "DIR", description = "Measure with the photographs in this folder (default: pictures made for it).")
    private Path pictures;

    @Option(names = "--runs", paramLabel = "N", description = "Samples of each figure (default: 15; rounds of queue: 5).")
    private Integer runs;

    @Option(names = "--quick", description = "Only see that everything works, with tiny pictures; the figures mean little.")
    private boolean quick;

    @Option(names = "--minutes", paramLabel = "N", description = "How long the scripted reviewer of next-image decides, at most 20 (default: 20 seconds).")
    private Integer minutes;

    @Option(names = "--node-modules", paramLabel = "DIR", description = "The node_modules folder that holds onnxruntime-node (default: $NODE_PATH).")
    private Path nodeModules;

    @Option(names = "--pdq-reference", paramLabel = "FILE", description = "benchmark-photo-hasher of Meta's PDQ in C++, to compare hashing with.")
    private Path pdqHasher;

    @Option(names = "--queued", paramLabel = "N", description = "Tasks in the queue of queue, 1000 to 10 million (default: a million).")
    private Integer queued;

    @Option(names = "--reviewers", paramLabel = "N", description = "People who work at it at once, at most 100 (default: 32).")
    private Integer reviewers;

    @Mixin
    private ServerOption servers;

    @Override
    public Integer call() throws IOException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            Benches.all().forEach(bench -> out.printf("%-12s %s%n", bench.name(), bench.about()));
            out.flush();
            return 0;
        }
        List<Bench> chosen = chosen();
        Pace pace = pace();
        Duration reviewing = reviewing();
        Load load = load();
        servers.check();
        try (Scratch scratch = Scratch.make(); ServerOption anyServer = servers) {
            Album album = album(scratch.folder());
            Machine machine = Machine.here();
            print(out, json ? ReadingJson.of(machine) : machine.text());
            int code = 0;
            for (Bench bench : chosen) {
                code = Math.max(code, run(bench, pace, album, scratch.folder(), reviewing, load, out));
            }
            return code;
        }
    }

    private List<Bench> chosen() {
        List<Bench> all = Benches.all();
        List<Bench> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(all.stream().filter(bench -> bench.name().equals(name)).findFirst().orElseThrow(() -> new ParameterException(
                    spec.commandLine(), "There is no bench '" + name + "'; there are " + String.join(", ", all.stream().map(Bench::name).toList()))));
        }
        return chosen.isEmpty() ? all : chosen;
    }

    private Pace pace() {
        Pace pace = quick ? Pace.quick() : Pace.full();
        if (runs != null && runs < 1) {
            throw new ParameterException(spec.commandLine(), "--runs: at least 1");
        }
        return runs == null ? pace : pace.withRounds(runs);
    }

    private Duration reviewing() {
        if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
            throw new ParameterException(spec.commandLine(), "--minutes: 1 to " + MOST_MINUTES);
        }
        return minutes != null ? Duration.ofMinutes(minutes) : Duration.ofSeconds(quick ? 1 : 20);
    }

    private Load load() {
        if (queued != null && (queued < FEWEST_QUEUED || queued > MOST_QUEUED)) {
            throw new ParameterException(spec.commandLine(), "--queued: " + FEWEST_QUEUED + " to " + MOST_QUEUED);
        }
        if (reviewers != null && (reviewers < 1 || reviewers > MOST_REVIEWERS)) {
            throw new ParameterException(spec.commandLine(), "--reviewers: 1 to " + MOST_REVIEWERS);
        }
        Load load = quick ? Load.quick() : Load.full();
        Load asked = queued == null ? load : load.withQueued(queued);
        Load peopled = reviewers == null ? asked : asked.withReviewers(reviewers);
        return runs == null ? peopled : peopled.withRounds(runs);
    }

    private Album album(Path scratch) throws IOException {
        if (pictures == null) {
            return Album.made(scratch, quick);
        }
        if (!Files.isDirectory(pictures)) {
            throw new ParameterException(spec.commandLine(), "--pictures: " + pictures + " is no folder");
        }
        return Album.of(pictures, scratch, quick);
    }

    /** @return the exit code this bench alone would give */
    private int run(Bench bench, Pace pace, Album album, Path scratch, Duration reviewing, Load load, PrintWriter out) {
        List<Reading> told = new ArrayList<>();
        Stand stand = new Stand(quick, pace, album, references(), scratch, reviewing, reading -> {
            told.add(reading);
            print(out, json ? ReadingJson.of(bench.name(), reading) : ReadingText.of(bench.name(), reading));
        }, what -> print(spec.commandLine().getErr(), bench.name() + ": " + what), load, servers,
                (what, why) -> print(out, json ? ReadingJson.missing(bench.name(), what, why) : bench.name() + ": not measured: " + what + ": " + why));
        try {
            bench.run(stand);
        } catch (Exception e) { // one bench that cannot run does not keep the others from it
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            print(out, json ? ReadingJson.failed(bench.name(), reason) : bench.name() + ": could not go on: " + reason);
            return CANNOT_RUN;
        }
        return told.stream().anyMatch(reading -> reading.holds().equals(Optional.of(false))) ? MISSED : 0;
    }

    private References references() {
        String path = System.getenv("NODE_PATH");
        Optional<Path> node = nodeModules != null ? Optional.of(nodeModules)
                : path == null || path.isBlank() ? Optional.empty() : Optional.of(Path.of(path.split(java.io.File.pathSeparator)[0]));
        return new References(node, Optional.ofNullable(pdqHasher));
    }

    private static void print(PrintWriter to, String line) {
        to.println(line);
        to.flush();
    }
}
