package dev.docket.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What was opened and is to be closed, what came last first. One thread opens; any closes, and what is closed is closed once. */
final class Opened {
    private final Deque<Runnable> closing = new ArrayDeque<>();

    <T> T keep(T thing, Consumer<T> close) {
        closing.push(() -> close.accept(thing));
        return thing;
    }

    /** Closes all of it as the rest could not be opened. @param why gets what else went wrong */
    void closeFor(Exception why) {
        try {
            close();
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    /** All of it, whatever one of them throws; that is thrown at the end. */
    synchronized void close() {
        RuntimeException first = null;
        while (!closing.isEmpty()) {
            try {
                closing.pop().run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
