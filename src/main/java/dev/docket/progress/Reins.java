package dev.docket.progress;

/** What a person tells a long job: pause, go on, stop. Stopping is for good. Safe to use from several threads. */
public final class Reins {
    private boolean paused;
    private boolean stopped;

    public synchronized void pause() {
        paused = !stopped;
    }

    public synchronized void goOn() {
        paused = false;
        notifyAll();
    }

    public synchronized void stop() {
        stopped = true;
        goOn();
    }

    public synchronized boolean paused() {
        return paused;
    }

    public synchronized boolean stopped() {
        return stopped;
    }

    /**
     * Waits while paused.
     *
     * @throws StoppedException when stopped, or when the thread is interrupted while it waits
     */
    public synchronized void pass() {
        try {
            while (paused) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
        if (stopped) {
            throw new StoppedException();
        }
    }
}
