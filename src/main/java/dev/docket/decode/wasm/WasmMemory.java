package dev.docket.decode.wasm;

import com.dylibso.chicory.runtime.Memory;

/** How a decoder's memory grows. */
final class WasmMemory {
    /** 1 GiB: enough for some 25 megapixels. */
    static final int MAX_PAGES = 16_384;
    /** Much at a time, as each growth copies everything. */
    private static final int STEP = 4;

    private WasmMemory() {}

    /** Whether the memory now holds so many bytes. */
    static boolean grown(Memory memory, long bytes) {
        int pages = memory.pages();
        long needed = Math.ceilDiv(bytes, Memory.PAGE_SIZE);
        if (needed > MAX_PAGES) {
            return false;
        }
        int wanted = (int) Math.min(MAX_PAGES, Math.max(needed, pages + pages / STEP));
        try {
            return wanted <= pages || memory.grow(wanted - pages) >= 0;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }
}
