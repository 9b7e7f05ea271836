package dev.docket.decode.worker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be decoded by one kind of process, and who may take it: one lane is kept for the screen, so that no
 * picture on screen ever waits for an intake; the others take the intake first, and help the screen while its own lane
 * is busy. Safe to use from several threads.
 */
final class Backlog {
    /** What a lane is to do next. */
    sealed interface Order {
        /** Decode this. */
        record Decode(Job job) implements Order {}

        /** Without a picture. */
        enum Plain implements Order {
            /** Be ready for one. */
            PREPARE,
            /** Nothing came for long: end the process. */
            REST,
            /** End for good. */
            CLOSE
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Job> urgent = new ArrayDeque<>();
    private final Deque<Job> bulk = new ArrayDeque<>();
    private boolean preparing;
    private boolean screenBusy;
    private boolean closed;

    /** @return whether it was taken in: not once closed */
    boolean add(Job job) {
        lock.lock();
        try {
            if (!closed) {
                (job.urgent() ? urgent : bulk).add(job);
                changed.signalAll();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Has the screen's lane get ready before its first picture. */
    void prepare() {
        lock.lock();
        try {
            preparing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is taken in or given out from now on. @return what was still waiting */
    List<Job> close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            bulk.addAll(urgent);
            return List.copyOf(bulk);
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the next order of a lane.
     *
     * @param screen whether it is the screen's own
     * @param idle after how long without one it is to rest
     */
    Order next(boolean screen, Duration idle) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (screen) {
                screenBusy = false;
            }
            long left = idle.toNanos();
            while (true) {
                if (closed) {
                    return Order.Plain.CLOSE;
                }
                Job job = screen ? waiting(urgent) : forOthers();
                if (job != null) {
                    screenBusy |= screen;
                    changed.signalAll();
                    return new Order.Decode(job);
                }
                if (screen && preparing) {
                    preparing = false;
                    return Order.Plain.PREPARE;
                }
                if (left <= 0) {
                    return Order.Plain.REST;
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private Job forOthers() {
        Job job = waiting(bulk);
        return job != null || !screenBusy ? job : waiting(urgent);
    }

    /** The first that somebody still waits for. */
    private static Job waiting(Deque<Job> jobs) {
        Job job = jobs.poll();
        while (job != null && job.result().isDone()) {
            job = jobs.poll();
        }
        return job;
    }
}
