package dev.docket.decode.worker;

import dev.docket.decode.wasm.WasmDecoders;
import java.time.Duration;
import java.util.List;

/**
 * A kind of decoding process: what it runs and what it may use.
 *
 * @param name for threads and the log; also says to the process which decoders to bring
 * @param mainClass of the process
 * @param flags for its virtual machine
 * @param usual memory for most pictures
 * @param roomy memory for the largest, and for a second try when a decoder failed
 * @param start longest from start to ready
 * @param picture longest for one picture
 * @param idle after which an unused process is ended
 */
record WorkerKind(String name, String mainClass, List<String> flags, Memory usual, Memory roomy, Duration start, Duration picture, Duration idle) {

    /**
     * @param heapMiB Java heap
     * @param dataMiB all private writable memory, heap included, where the system can hold a process to it
     */
    record Memory(int heapMiB, int dataMiB) {}

    /** What decodes in a moment. */
    static final WorkerKind FAST = new WorkerKind("fast", WorkerMain.class.getName(), List.of(),
            new Memory(512, 1024), new Memory(1536, 3072), Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofDays(1));

    /** WebAssembly decoders. Warming them up takes a while, too, so that a second try with more memory would not pay. */
    static final WorkerKind SLOW = new WorkerKind("slow", WorkerMain.class.getName(),
            WasmDecoders.JVM_FLAGS,
            new Memory(2048, 3584), new Memory(2048, 3584), Duration.ofSeconds(120), Duration.ofSeconds(60), Duration.ofMinutes(5));

    /** Memory of the virtual machine beside the heap, in bytes. */
    private static final long MACHINE = 256L << 20;
    /** A progressive JPEG keeps 6 bytes of coefficients for a pixel of 4; the rest is for turning and converting. */
    private static final int BYTES_PER_PIXEL = 12;

    /** The memory that decoding a picture of this size can be expected to fit into. */
    Memory memoryFor(long pixels, long fileBytes) {
        long need = MACHINE + BYTES_PER_PIXEL * pixels + 2 * fileBytes;
        return need <= (long) usual.dataMiB() << 20 ? usual : roomy;
    }

    WorkerKind running(Class<?> main) {
        return new WorkerKind(name, main.getName(), flags, usual, roomy, start, picture, idle);
    }

    WorkerKind within(Duration longest) {
        return new WorkerKind(name, mainClass, flags, usual, roomy, start, longest, idle);
    }

    WorkerKind with(Memory less, Memory more) {
        return new WorkerKind(name, mainClass, flags, less, more, start, picture, idle);
    }
}
