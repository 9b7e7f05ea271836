package dev.docket.classify;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A graph in a process of its own, as every model that does not ship with Docket runs: held to its time and, on Linux, to its memory, without
 * files, network or programs. A process that fails is ended and another takes its place; a model that goes on failing is put out of use.
 * One run at a time. Safe to call from several threads.
 */
final class ConfinedGraph implements Graph {
    /** Three failures running, or six that a busy machine may be to blame for. */
    private static final int MOST_BLAME = 6;
    /** Of any model, beside four times its file: weights as they are, and as ONNX Runtime lays them out. */
    private static final int BASE_MIB = 2048;
    private static final ScheduledExecutorService WATCHDOG =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("model-watchdog").factory());

    /** Longest for each step. */
    record Limits(Duration start, Duration open, Duration run) {
        static final Limits USUAL = new Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(10));
    }

    /** The model's file, again for each process. */
    interface Source {
        /** @throws IOException also when it is not the file any more that it was */
        ByteBuffer read(Arena memory) throws IOException;
    }

    private final Source source;
    private final int threads;
    private final Limits limits;
    private final GraphProcess.Opened opened;
    private GraphProcess process;
    private int blame;
    private String outOfUse = "";
    private boolean closed;

    private ConfinedGraph(Source source, int threads, Limits limits) throws ModelRejectedException {
        this.source = source;
        this.threads = threads;
        this.limits = limits;
        try {
            opened = start();
        } catch (GraphProcess.Failed e) {
            throw new ModelRejectedException("model.onnx is not taken: " + e.getMessage());
        }
    }

    static ConfinedGraph open(Source source, int threads, Limits limits) throws ModelRejectedException {
        return new ConfinedGraph(source, threads, limits);
    }

    /** @return what the graph takes and gives, from a process that is new */
    private GraphProcess.Opened start() throws ModelRejectedException, GraphProcess.Failed {
        GraphProcess started = null;
        try (Arena memory = Arena.ofConfined()) {
            ByteBuffer graph = source.read(memory);
            started = new GraphProcess(BASE_MIB + (int) (4L * graph.remaining() >> 20), limits.start(), WATCHDOG);
            GraphProcess.Opened tensors = started.open(graph, threads, limits.open());
            process = started;
            return tensors;
        } catch (IOException e) {
            end(started);
            throw new ModelRejectedException("model.onnx cannot be opened: " + e.getMessage(), e);
        } catch (ModelRejectedException | GraphProcess.Failed e) {
            end(started);
            throw e;
        }
    }

    private static void end(GraphProcess started) {
        if (started != null) {
            started.close();
        }
    }

    @Override
    public Map<String, GraphTensor> inputs() {
        return opened.inputs();
    }

    @Override
    public Map<String, GraphTensor> outputs() {
        return opened.outputs();
    }

    @Override
    public synchronized float[] run(Map<String, Preprocessor.Pixels> inputs, String output) {
        if (closed || !outOfUse.isEmpty()) {
            throw new ScoringException(closed ? "it is closed" : outOfUse, null);
        }
        try {
            if (process == null) {
                start();
            }
            float[] given = process.run(inputs, output, limits.run());
            blame = 0;
            return given;
        } catch (GraphProcess.Failed e) {
            end(process);
            process = null;
            blame += e.starved() ? 1 : 2;
            if (blame >= MOST_BLAME) {
                outOfUse = "out of use after failing time and again: " + e.getMessage();
            }
            throw new ScoringException(e.getMessage(), e);
        } catch (ModelRejectedException e) {
            outOfUse = e.getMessage();
            throw new ScoringException(e.getMessage(), e);
        }
    }

    @Override
    public synchronized Optional<String> outOfUse() {
        return Optional.of(outOfUse).filter(why -> !why.isEmpty());
    }

    /** Of the process that runs it; empty between two. */
    synchronized Optional<Long> pid() {
        return Optional.ofNullable(process).map(GraphProcess::pid);
    }

    @Override
    public synchronized void close() {
        closed = true;
        end(process);
        process = null;
    }
}
