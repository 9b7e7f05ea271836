package dev.docket.decode.worker;

import dev.docket.decode.FormatDecoder;
import dev.docket.decode.ImageFiles;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.Painted;
import dev.docket.decode.PixelRoom;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Stands for a decoder with a hole: pictures of a certain width make it do what their height says. */
final class TrapDecoder implements FormatDecoder {
    private static final int WIDTH = 7;

    /** What the decoder does. */
    enum Trap {
        NOTHING, SLEEP, SPIN, SEGMENTATION_FAULT, EXIT, FAULT_UNLESS_ROOMY, FILL_HEAP, FILL_MEMORY, FILL_UNLESS_ROOMY, PRINT, BUG, MISSING_CLASS, BREAK_OUT;

        byte[] file() throws IOException {
            return ImageFiles.write(ImageFiles.quarters(WIDTH, ordinal() + 1), "png");
        }
    }

    private final boolean roomy;

    TrapDecoder(boolean roomy) {
        this.roomy = roomy;
    }

    @Override
    public boolean opens(ImageHeader header) {
        return header.width() == WIDTH;
    }

    @Override
    public Painted paint(byte[] file, ImageHeader header, int longerSide, boolean lenient, PixelRoom room) throws UndecodableImageException {
        switch (Trap.values()[header.height() - 1]) {
            case NOTHING -> { }
            case SLEEP -> sleep();
            case SPIN -> spin();
            case SEGMENTATION_FAULT -> fault();
            case EXIT -> Runtime.getRuntime().halt(3);
            case FAULT_UNLESS_ROOMY -> {
                if (!roomy) {
                    fault();
                }
            }
            case FILL_HEAP -> fillHeap();
            case FILL_MEMORY -> fillMemory();
            case FILL_UNLESS_ROOMY -> {
                if (!roomy) {
                    fillHeap();
                }
            }
            case PRINT -> print();
            case BUG -> throw new IllegalStateException("a bug");
            case MISSING_CLASS -> throw new NoClassDefFoundError("dev/docket/Missing");
            case BREAK_OUT -> throw new UndecodableImageException(State.DAMAGED, breakOut());
        }
        room.take(header.width(), header.height()).put(0, new int[header.width() * header.height()]);
        return new Painted(header.width(), header.height(), false);
    }

    private static void sleep() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void spin() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < 600_000_000_000L) {
            Thread.onSpinWait();
        }
    }

    /** A native crash, as of a decoder that runs over its memory. */
    @SuppressWarnings("restricted")
    private static void fault() {
        MemorySegment.ofAddress(8).reinterpret(64).set(ValueLayout.JAVA_LONG, 0, 1);
    }

    private static void fillHeap() {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < 1_000_000) {
            kept.add(new byte[1 << 20]);
        }
    }

    private static void fillMemory() {
        for (int i = 0; i < 1_000_000; i++) {
            Arena.global().allocate(8 << 20).fill((byte) 1);
        }
    }

    private static void print() {
        try (OutputStream answers = new FileOutputStream(FileDescriptor.out)) {
            answers.write(new byte[256]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file for the decoder to delete. */
    static Path bait(ProcessHandle owner) {
        return Path.of("target", "docket-trap-" + owner.pid());
    }

    /** Tries what a taken-over process would, and tells what it got away with. */
    private static String breakOut() {
        List<String> done = new ArrayList<>();
        attempt(done, "read a file", () -> Files.readAllBytes(Path.of("/etc/hostname")));
        attempt(done, "wrote a file", () -> Files.createTempFile("docket", "trap"));
        attempt(done, "deleted a file", () -> {
            Files.delete(bait(ProcessHandle.current().parent().orElseThrow()));
            return true;
        });
        attempt(done, "opened a socket", () -> new Socket("127.0.0.1", 9));
        attempt(done, "started a program", () -> new ProcessBuilder("/bin/true").start().waitFor());
        attempt(done, "signalled a process", () -> new LinuxCall("kill", 2, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)
                .apply((int) ProcessHandle.current().parent().orElseThrow().pid(), 0));
        attempt(done, "raised its memory cap", () -> {
            try (Arena arena = Arena.ofConfined()) {
                return new LinuxCall("setrlimit", 2, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)
                        .apply(2, arena.allocateFrom(ValueLayout.JAVA_LONG, 1L << 40, 1L << 40));
            }
        });
        attempt(done, "started a thread", () -> {
            Thread thread = Thread.ofPlatform().start(() -> { });
            thread.join();
            return thread;
        });
        return "Got away with: " + String.join(", ", done);
    }

    private static void attempt(List<String> done, String what, Callable<?> deed) {
        try {
            deed.call();
            done.add(what);
        } catch (Exception | Error denied) {
            return;
        }
    }
}
