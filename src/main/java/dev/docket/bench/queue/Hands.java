package dev.docket.bench.queue;

import java.util.List;

/**
 * What one reviewer does at a queue, over and over. One thread.
 *
 * @param <T> something claimed
 */
interface Hands<T> extends AutoCloseable {

    /** Takes the next {@link Load#WINDOW} of one of their lanes; fewer when it runs out. */
    List<T> claim(int lane) throws Exception;

    /** Finishes it, in a transaction of its own. */
    void finish(T claimed) throws Exception;

    /** Lets go of the connection. */
    @Override
    void close() throws Exception;
}
