package dev.docket.bench.reference;

import dev.docket.bench.measure.Work;
import dev.docket.decode.system.TurboJpegLibrary;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** libjpeg-turbo's own {@code tjDecompress2}, file and pixels in memory that is there already: nothing but decoding. */
public final class LibjpegTurbo implements AutoCloseable {
    private final TurboJpegLibrary library;
    private final Arena arena = Arena.ofConfined();

    private LibjpegTurbo(TurboJpegLibrary library) {
        this.library = library;
    }

    /** The library, where it is installed. */
    public static Optional<LibjpegTurbo> find() {
        return TurboJpegLibrary.find().map(LibjpegTurbo::new);
    }

    public String name() {
        return "libjpeg-turbo " + library.version();
    }

    /**
     * @param width of the scaled picture in pixels
     * @param height of the scaled picture in pixels
     */
    public Work decoding(byte[] jpeg, int width, int height) {
        MemorySegment file = arena.allocateFrom(ValueLayout.JAVA_BYTE, jpeg);
        MemorySegment pixels = arena.allocate(4L * width * height);
        return () -> {
            if (!library.decode(file, width, height, pixels)) {
                throw new IOException("libjpeg-turbo finds fault with the picture; choose another");
            }
            return pixels;
        };
    }

    @Override
    public void close() {
        arena.close();
    }
}
