package dev.docket.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A Docket of its own, started from the same class path, so that it can be killed. Its lines are kept as they come, or told. */
final class ChildProcess implements Hands {
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Consumer<String> told;
    private final Thread reader;

    private ChildProcess(Process process, Consumer<String> told) {
        this.process = process;
        this.told = told;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static ChildProcess start(Class<?> main, String... arguments) throws IOException {
        return start(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")), line -> { }, main, arguments);
    }

    /** @param told each line, in order, as soon as it is there */
    static ChildProcess start(List<String> flags, Consumer<String> told, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(flags);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start(), told);
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
                told.accept(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a line that begins so, at most a minute. */
    String awaitLine(String prefix) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        synchronized (lines) {
            while (true) {
                for (String line : lines) {
                    if (line.startsWith(prefix)) {
                        return line;
                    }
                }
                if (System.nanoTime() > until || !process.isAlive()) {
                    throw new AssertionError("no line '" + prefix + "' in " + lines);
                }
                lines.wait(200);
            }
        }
    }

    /** Ctrl+C. */
    void interrupt() throws IOException, InterruptedException {
        signal("INT");
    }

    /** @param name such as {@code STOP} */
    @Override
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
    }

    /** No file of its grows beyond so many bytes; a negative number: as they like. Linux. */
    @Override
    public void limitFiles(long bytes) throws IOException, InterruptedException {
        String most = bytes < 0 ? "unlimited" : Long.toString(bytes);
        new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + most + ":unlimited").redirectErrorStream(true).start().waitFor();
    }

    /** Ends its input. */
    @Override
    public void endInput() throws IOException {
        process.outputWriter().close();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What a service manager sends. */
    void terminate() throws IOException, InterruptedException {
        signal("TERM");
    }

    /** kill -9. What it had said before is read all the same: {@link Process#destroyForcibly} would close that stream. */
    @Override
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        exit();
    }

    /** The exit code, once it ended and every line was read. */
    @Override
    public int exit() throws InterruptedException {
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.toHandle().destroyForcibly();
            throw new AssertionError("still running after three minutes: " + lines());
        }
        reader.join();
        return process.exitValue();
    }

    @Override
    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
