package dev.docket.crash;

import java.io.IOException;
import java.util.List;

/** Somebody at work, as it can be disturbed: in a process of their own, or in a thread of this one. */
interface Hands extends AutoCloseable {
    /** kill -9: nothing is put in order. */
    void kill() throws InterruptedException;

    /** @param name {@code STOP} or {@code CONT} */
    void signal(String name) throws IOException, InterruptedException;

    /** No file of theirs grows beyond so many bytes; a negative number: as they like. */
    void limitFiles(long bytes) throws IOException, InterruptedException;

    /** Asks them to end in good order. */
    void endInput() throws IOException;

    /** Waits for it; 0 when they did. */
    int exit() throws InterruptedException;

    boolean isAlive();

    /** What they said. */
    List<String> lines();

    @Override
    void close() throws InterruptedException;
}
