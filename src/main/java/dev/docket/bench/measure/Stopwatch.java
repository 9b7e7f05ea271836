package dev.docket.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What a contestant's time is taken with. */
public enum Stopwatch {
    /** What a person waits for. */
    WALL {
        @Override
        long nanos() {
            return System.nanoTime();
        }
    },
    /** CPU time of the calling thread: fair on a busy machine, blind to threads that the work starts. */
    THREAD_CPU {
        @Override
        long nanos() {
            return THREADS.getCurrentThreadCpuTime();
        }
    };

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    abstract long nanos();
}
