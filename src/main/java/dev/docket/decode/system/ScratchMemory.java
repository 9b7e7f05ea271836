package dev.docket.decode.system;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Native memory kept from one decoding to the next, because memory new from the system costs more to touch for the first
 * time than to decode into. Safe to use from several threads: one gets what is kept, the others get new.
 */
final class ScratchMemory {
    /** The pixels of 16 megapixels: most cameras' pictures. */
    private static final long MOST_KEPT = 64L << 20;

    private final AtomicReference<MemorySegment> kept = new AtomicReference<>(MemorySegment.NULL);

    /** Memory with anything in it, given back when closed. */
    final class Lease implements AutoCloseable {
        private final MemorySegment whole;
        private final MemorySegment memory;
        private final Arena arena;

        private Lease(MemorySegment whole, long bytes, Arena arena) {
            this.whole = whole;
            this.memory = whole.asSlice(0, bytes);
            this.arena = arena;
        }

        MemorySegment memory() {
            return memory;
        }

        @Override
        public void close() {
            if (arena == null) {
                kept.set(whole);
            } else {
                arena.close();
            }
        }
    }

    /** @param bytes the exact length of the memory that is lent */
    Lease take(long bytes) {
        if (bytes > MOST_KEPT) {
            Arena arena = Arena.ofConfined();
            return new Lease(arena.allocate(bytes), bytes, arena);
        }
        MemorySegment memory = kept.getAndSet(MemorySegment.NULL);
        return new Lease(memory.byteSize() < bytes ? Arena.ofAuto().allocate(bytes) : memory, bytes, null);
    }
}
