package dev.docket.progress;

import java.util.List;

/**
 * How far a long job is, told to whoever started it, and the way to pause and stop it.
 *
 * <p>Called from the job's own threads, possibly often; a listener that paints must switch threads and thin out itself.
 */
public interface Progress {

    /** Told to nobody, never cancelled. */
    Progress NONE = (done, total, what) -> {};

    /**
     * @param done units finished, 0..total
     * @param total units in all; 0 while that is not known
     * @param what the unit being worked on, in words fit for a person
     */
    void at(long done, long total, String what);

    /** Where the units are that are being worked on, for a job whose stages overlap. */
    default void stages(List<Stage> stages) {}

    /** Whether the job should stop at its next safe point. What it finished stays finished. */
    default boolean cancelled() {
        return false;
    }

    /** For jobs to call at their safe points. One that can be paused waits here while it is. */
    default void stopIfCancelled() {
        if (cancelled()) {
            throw new StoppedException();
        }
    }
}
