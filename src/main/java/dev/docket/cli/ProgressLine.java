package dev.docket.cli;

import dev.docket.progress.Progress;
import dev.docket.progress.Rate;
import dev.docket.progress.Reins;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A progress bar on standard error when a person watches, nothing otherwise; stops the job when the reins say so. Any thread. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int WIDTH = 24;
    private static final int NAME = 40;
    private static final long PAUSE_NANOS = 100_000_000;

    private final PrintStream out;
    private final boolean interactive;
    private final Reins reins;
    private final LongSupplier nanoTime;
    private final Rate rate = new Rate();
    private long lastNanos;
    private int drawn;

    ProgressLine(PrintStream out, boolean interactive, Reins reins, LongSupplier nanoTime) {
        this.out = out;
        this.interactive = interactive;
        this.reins = reins;
        this.nanoTime = nanoTime;
    }

    /** For the terminal this process runs in. */
    static ProgressLine onStandardError() {
        return onStandardError(new Reins());
    }

    /** As {@link #onStandardError()}, for a job that these reins stop. */
    static ProgressLine onStandardError(Reins reins) {
        return new ProgressLine(System.err, System.console() != null && System.console().isTerminal(), reins, System::nanoTime);
    }

    @Override
    public synchronized void at(long done, long total, String what) {
        long now = nanoTime.getAsLong();
        boolean last = total > 0 && done >= total;
        if (!interactive || (drawn > 0 && !last && now - lastNanos < PAUSE_NANOS)) {
            return;
        }
        lastNanos = now;
        rate.at(now, done);
        String line = line(done, total, what);
        out.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        out.flush();
        drawn = line.length();
    }

    private String line(long done, long total, String what) {
        String count = total > 0 ? done + "/" + total : Long.toString(done);
        int filled = total > 0 ? (int) (WIDTH * Math.min(done, total) / total) : 0;
        String speed = rate.perSecond().map(each -> String.format(Locale.ROOT, "  %.1f/s", each)).orElse("");
        String left = rate.left(total).map(rest -> "  " + clock(rest) + " left").orElse("");
        String name = what.length() > NAME ? what.substring(0, NAME - 3) + "..." : what;
        return "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + count + speed + left + "  " + name;
    }

    private static String clock(Duration span) {
        return span.toHours() > 0 ? "%d:%02d:%02d".formatted(span.toHours(), span.toMinutesPart(), span.toSecondsPart())
                : "%d:%02d".formatted(span.toMinutes(), span.toSecondsPart());
    }

    @Override
    public boolean cancelled() {
        return reins.stopped();
    }

    @Override
    public void stopIfCancelled() {
        reins.pass();
    }

    @Override
    public synchronized void close() {
        if (drawn > 0) {
            out.print("\r" + " ".repeat(drawn) + "\r");
            out.flush();
        }
    }
}
