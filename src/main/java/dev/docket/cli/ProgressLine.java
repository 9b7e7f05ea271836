package dev.docket.cli;

import dev.docket.progress.Progress;
import java.io.PrintStream;

/** A progress bar on standard error when a person watches, nothing otherwise. Any thread. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int WIDTH = 24;
    private static final long PAUSE_NANOS = 100_000_000;
    private final PrintStream out;
    private final boolean interactive;
    private long lastNanos;
    private boolean drawn;

    ProgressLine(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** For the terminal this process runs in. */
    static ProgressLine onStandardError() {
        return new ProgressLine(System.err, System.console() != null && System.console().isTerminal());
    }

    @Override
    public synchronized void at(long done, long total, String what) {
        long now = System.nanoTime();
        boolean last = total > 0 && done >= total;
        if (!interactive || (drawn && !last && now - lastNanos < PAUSE_NANOS)) {
            return;
        }
        lastNanos = now;
        drawn = true;
        String count = total > 0 ? done + "/" + total : Long.toString(done);
        int filled = total > 0 ? (int) (WIDTH * Math.min(done, total) / total) : 0;
        String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
        String name = what.length() > 40 ? what.substring(0, 37) + "..." : what;
        out.printf("\r[%s] %s %-40s", bar, count, name);
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (drawn) {
            out.printf("\r%s\r", " ".repeat(WIDTH + 64));
            out.flush();
        }
    }
}
