package dev.docket.decode.worker;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Kills a process when its time is over. Half way it looks how busy the process is, to tell a slow file from a busy machine. */
public final class Deadline {
    private final Process process;
    private final Duration limit;
    private final Future<?> halfWay;
    private final Future<?> end;
    private volatile Duration busyHalfWay = Duration.ZERO;
    private volatile boolean passed;
    private volatile boolean starved;

    /** @param limit from now */
    public Deadline(Process process, Duration limit, ScheduledExecutorService watchdog) {
        this.process = process;
        this.limit = limit;
        halfWay = watchdog.schedule(() -> busyHalfWay = busy(), limit.toNanos() / 2, TimeUnit.NANOSECONDS);
        end = watchdog.schedule(this::end, limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void end() {
        // under half of the processor's time since
        starved = busy().minus(busyHalfWay).compareTo(limit.dividedBy(4)) < 0;
        passed = true;
        process.destroyForcibly();
    }

    private Duration busy() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public boolean passed() {
        return passed;
    }

    /** Whether the process was hardly given a processor: the machine was busy. */
    public boolean starved() {
        return starved;
    }

    public void cancel() {
        halfWay.cancel(false);
        end.cancel(false);
    }
}
