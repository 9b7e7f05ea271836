package dev.docket.progress;

import java.time.Duration;

/**
 * One stage of a job whose stages overlap.
 *
 * @param name one word, the same in every language: {@code decode}
 * @param now units in it at this moment
 * @param done units that went through it
 * @param busy time spent in it, added up over all threads
 */
public record Stage(String name, int now, long done, Duration busy) {

    /** Both together, under this name. */
    public Stage plus(Stage other) {
        return new Stage(name, now + other.now, done + other.done, busy.plus(other.busy));
    }
}
