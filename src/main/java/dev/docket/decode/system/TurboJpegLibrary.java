package dev.docket.decode.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

/**
 * The few calls of libjpeg-turbo's C interface that decode, the same in its versions 2 and 3. Safe to use from several
 * threads. Source: {@code turbojpeg.h} of libjpeg-turbo 2.1.
 */
public final class TurboJpegLibrary {
    /** {@code TJPF_BGRA}: in memory blue, green, red, alpha, which is 0xAARRGGBB as a little-endian int. */
    private static final int BGRA = 8;

    private final MethodHandle init;
    private final MethodHandle header;
    private final MethodHandle decompress;
    private final MethodHandle destroy;
    private final String version;

    /** The colour of a JPEG's stored samples, in the order of the C interface. */
    enum Colours {
        RGB, YCBCR, GREY, CMYK, YCCK;

        /** Whether the library turns them into RGB by itself. */
        boolean becomeRgb() {
            return this != CMYK && this != YCCK;
        }
    }

    /** @param width pixels; so is the height */
    record Header(int width, int height, Colours colours) {}

    private TurboJpegLibrary(NativeLibrary library) {
        MemoryLayout size = NativeLibrary.c("long");
        init = library.function("tjInitDecompress", FunctionDescriptor.of(ADDRESS));
        header = takingLong(library.function("tjDecompressHeader3",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, size, ADDRESS, ADDRESS, ADDRESS, ADDRESS)));
        decompress = takingLong(library.function("tjDecompress2",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, size, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)));
        destroy = library.function("tjDestroy", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        version = library.has("tj3Init") ? "3" : "2";
    }

    /** The library, where it is installed in a version that has these calls. */
    public static Optional<TurboJpegLibrary> find() {
        return NativeLibrary.open("libturbojpeg.so.0", "libturbojpeg.dylib", "turbojpeg.dll")
                .filter(library -> library.has("tjDecompressHeader3") && library.has("tjGetErrorCode"))
                .map(TurboJpegLibrary::new);
    }

    /** Its major version, 2 or 3; the library does not tell more. */
    public String version() {
        return version;
    }

    /**
     * Decodes a whole file, without a copy and without colour management.
     *
     * @param file native memory with a JPEG of grey, RGB or YCbCr
     * @param width pixels; with the height it picks the largest of the scales n/8 that fits within both
     * @param bgra native memory of at least {@code 4 * width * height} bytes
     * @return whether there was neither error nor warning; otherwise what is in {@code bgra} means nothing
     */
    public boolean decode(MemorySegment file, int width, int height, MemorySegment bgra) {
        if (bgra.byteSize() < 4L * width * height) {
            throw new IllegalArgumentException(bgra.byteSize() + " bytes for " + width + " x " + height + " pixels");
        }
        return call(decoder -> (int) decompress.invokeExact(decoder, file, file.byteSize(), bgra, width, 4 * width, height, BGRA, 0)) == 0;
    }

    /** What the library makes of the header; empty when it makes nothing of it. */
    Optional<Header> header(MemorySegment file) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_INT, 4);
            int failed = call(decoder -> (int) header.invokeExact(decoder, file, file.byteSize(),
                    out, out.asSlice(4), out.asSlice(8), out.asSlice(12)));
            int colours = out.getAtIndex(JAVA_INT, 3);
            return failed != 0 || colours < 0 || colours >= Colours.values().length ? Optional.empty()
                    : Optional.of(new Header(out.getAtIndex(JAVA_INT, 0), out.getAtIndex(JAVA_INT, 1), Colours.values()[colours]));
        }
    }

    @FunctionalInterface
    private interface Call {
        int on(MemorySegment decoder) throws Throwable;
    }

    /** A decoder is cheap to make and serves one thread. */
    private int call(Call call) {
        try {
            MemorySegment decoder = (MemorySegment) init.invokeExact();
            if (decoder.equals(MemorySegment.NULL)) {
                throw new OutOfMemoryError("libjpeg-turbo has no memory for a decoder");
            }
            try {
                return call.on(decoder);
            } finally {
                int ignored = (int) destroy.invokeExact(decoder);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** C's {@code unsigned long} has 32 bits on Windows. */
    private static MethodHandle takingLong(MethodHandle function) {
        return MethodHandles.explicitCastArguments(function, function.type().changeParameterType(2, JAVA_LONG.carrier()));
    }
}
