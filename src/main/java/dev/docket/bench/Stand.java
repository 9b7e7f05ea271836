package dev.docket.bench;

import dev.docket.bench.measure.Contestant;
import dev.docket.bench.measure.InProcess;
import dev.docket.bench.measure.Pace;
import dev.docket.bench.measure.Race;
import dev.docket.bench.measure.Reading;
import dev.docket.bench.measure.Timing;
import dev.docket.bench.measure.Work;
import dev.docket.bench.picture.Album;
import dev.docket.bench.queue.Load;
import dev.docket.bench.reference.Scripts;
import dev.docket.bench.server.BenchServer;
import dev.docket.bench.server.ServerOption;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What a bench works with. One thread. */
public final class Stand {
    private final boolean quick;
    private final Pace pace;
    private final Album album;
    private final References references;
    private final Path scratch;
    private final Duration reviewing;
    private final Consumer<Reading> readings;
    private final Consumer<String> progress;
    private final Load load;
    private final ServerOption servers;
    private final BiConsumer<String, String> gaps;

    Stand(boolean quick, Pace pace, Album album, References references, Path scratch, Duration reviewing,
            Consumer<Reading> readings, Consumer<String> progress, Load load, ServerOption servers, BiConsumer<String, String> gaps) {
        this.quick = quick;
        this.pace = pace;
        this.album = album;
        this.references = references;
        this.scratch = scratch;
        this.reviewing = reviewing;
        this.readings = readings;
        this.progress = progress;
        this.load = load;
        this.servers = servers;
        this.gaps = gaps;
    }

    /** Whether only to see that everything works: a bench then makes do with the least. */
    public boolean quick() {
        return quick;
    }

    public Pace pace() {
        return pace;
    }

    /** The pictures to measure with. */
    public Album album() {
        return album;
    }

    /** Programs of ours that time what others made. */
    public Scripts scripts() {
        return new Scripts(scratch, pace.sample().toNanos());
    }

    /** Where the programs are that have no usual place. */
    public References references() {
        return references;
    }

    /** The PostgreSQL of this run; empty, and told so, when there is none: {@code what} is then not measured. */
    public Optional<BenchServer> postgres(String what) throws IOException, SQLException {
        Optional<BenchServer> server = servers.server();
        if (server.isEmpty()) {
            gaps.accept(what, ServerOption.MISSING);
        }
        return server;
    }

    /** A folder of this run, removed at its end. */
    public Path scratch() {
        return scratch;
    }

    /** How long a scripted reviewer decides. */
    public Duration reviewing() {
        return reviewing;
    }

    /** How much is queued, and who works at it. */
    public Load load() {
        return load;
    }

    /** A figure that stands. */
    public void tell(Reading reading) {
        readings.accept(reading);
    }

    /** What is being done, for the person waiting. */
    public void note(String what) {
        progress.accept(what);
    }

    /** Work timed by the clock on the wall. */
    public Contestant wall(String name, Work work) {
        return new InProcess(name, work, pace.sample().toNanos());
    }

    /** One timing per contestant, in their order. */
    public List<Timing> race(Contestant... contestants) throws Exception {
        return Race.run(pace, List.of(contestants));
    }
}
