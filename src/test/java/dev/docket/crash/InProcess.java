package dev.docket.crash;

import dev.docket.storage.CutCable;
import dev.docket.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Somebody in a thread of this process, which starts in no time: for finding out whether a fault is found. Killed and stopped
 * between two steps, and between the key and the verdict; what was in memory is gone then.
 */
final class InProcess implements Hands {
    /** Ends the thread as a kill does: nobody catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super(null, null, false, false);
        }
    }

    private final Semaphore runs = new Semaphore(1);
    private final List<String> lines = new ArrayList<>();
    private final Consumer<String> told;
    private final CutCable cable;
    private final Thread thread;
    private volatile boolean killed;
    private volatile boolean ended;

    InProcess(Path profile, long seed, Duration lease, Clock clock, Wiring wiring, CutCable cable, Consumer<String> told) {
        this.told = told;
        this.cable = cable;
        thread = Thread.ofPlatform().daemon().start(() -> work(profile, new SplittableRandom(seed), lease, clock, wiring));
    }

    private void work(Path profile, SplittableRandom random, Duration lease, Clock clock, Wiring wiring) {
        try {
            Sitting sitting = open(profile, lease, clock, wiring);
            try {
                say("OPEN");
                say("ENDED " + new Reviewer(sitting, random, lease, clock, this::say).run(() -> ended));
                sitting.close();
            } catch (Killed e) {
                sitting.abandon();
            }
        } catch (Killed e) {
            // before it was open
        } catch (IOException e) {
            say("FAILED " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Sitting open(Path profile, Duration lease, Clock clock, Wiring wiring) throws IOException, InterruptedException {
        while (true) {
            try {
                return Sitting.open(profile, lease, clock, wiring);
            } catch (StorageException e) {
                say("SHUT " + e.getMessage());
                Thread.sleep(100);
            }
        }
    }

    private void say(String line) {
        if (!killed) {
            runs.acquireUninterruptibly();
            runs.release();
        }
        if (killed) {
            throw new Killed();
        }
        synchronized (lines) {
            lines.add(line);
        }
        told.accept(line);
    }

    @Override
    public void kill() throws InterruptedException {
        killed = true;
        cable.cut();
        if (runs.availablePermits() == 0) {
            runs.release();
        }
        thread.join();
        cable.mend();
    }

    @Override
    public void signal(String name) throws InterruptedException {
        if (name.equals("STOP")) {
            runs.acquire();
        } else if (runs.availablePermits() == 0) {
            runs.release();
        }
    }

    @Override
    public void limitFiles(long bytes) {
        // a limit is a process's
    }

    @Override
    public void endInput() {
        ended = true;
    }

    @Override
    public int exit() throws InterruptedException {
        thread.join(Duration.ofMinutes(1));
        return thread.isAlive() ? 1 : 0;
    }

    @Override
    public boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (thread.isAlive()) {
            kill();
        }
    }
}
