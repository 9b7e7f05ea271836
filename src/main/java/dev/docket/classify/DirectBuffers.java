package dev.docket.classify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Direct memory for models' inputs, used again: fresh memory is zeroed and freed only by the garbage collector. Keeps
 * two for each processor at most, as a model may take two inputs. Safe to use from several threads.
 */
final class DirectBuffers {
    private final int most = 2 * Runtime.getRuntime().availableProcessors();
    private final Deque<FloatBuffer> free = new ArrayDeque<>();

    /** Of exactly this length, with whatever was in it before. */
    FloatBuffer take(int floats) {
        synchronized (free) {
            // by the iterator: two buffers are equal when their numbers are
            for (Iterator<FloatBuffer> each = free.iterator(); each.hasNext();) {
                FloatBuffer buffer = each.next();
                if (buffer.capacity() == floats) {
                    each.remove();
                    return buffer.clear();
                }
            }
        }
        return ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /** Gives one back that nobody reads any more. */
    void give(FloatBuffer buffer) {
        synchronized (free) {
            free.addFirst(buffer);
            if (free.size() > most) {
                free.removeLast();
            }
        }
    }
}
