package dev.docket.bench.reference;

import dev.docket.bench.measure.Contestant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program of another kind in a process of its own, which takes its time itself, so that neither its start nor the way
 * to it counts. Its first line is {@code ready NAME} or {@code missing WHAT}; then it answers lines. One thread.
 */
public final class Peer implements Contestant, AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;
    private final long leastNanos;
    private final String name;

    private Peer(Process process, long leastNanos) throws IOException {
        this.process = process;
        this.leastNanos = leastNanos;
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8));
        String first = answer();
        name = first.startsWith("ready ") ? first.substring("ready ".length()) : "";
    }

    /**
     * Starts it. Empty when it cannot be started or says that it lacks something.
     *
     * @param leastNanos how long a sample lasts at the least
     */
    public static Optional<Peer> start(List<String> command, long leastNanos) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException notHere) {
            return Optional.empty();
        }
        try {
            Peer peer = new Peer(process, leastNanos);
            if (!peer.name.isEmpty()) {
                return Optional.of(peer);
            }
        } catch (IOException gone) {
            // what it lacks, it told on its standard error
        }
        process.destroyForcibly();
        return Optional.empty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double sample() throws IOException {
        String answer = ask("run\t" + leastNanos);
        try {
            return Double.parseDouble(answer);
        } catch (NumberFormatException e) {
            throw new IOException(name + " answered '" + answer + "'", e);
        }
    }

    /** @param line words with tabs between them. @return its answer, a line */
    public String ask(String line) throws IOException {
        questions.println(line);
        questions.flush();
        return answer();
    }

    private String answer() throws IOException {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                return answers.readLine();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        try {
            String answer = line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new IOException((name == null ? "The program" : name) + " ended without an answer");
            }
            return answer;
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            throw new IOException((name == null ? "The program" : name) + " does not answer", e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Stopped on request", e);
        }
    }

    /** Ends it; it ends by itself when this process does. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
