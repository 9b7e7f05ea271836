package dev.docket.decode.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A picture that libvips is reading, row by row. Belongs to one thread; closed, it gives back what libvips holds for it.
 * Every call that decodes throws {@link Trouble} when libvips reports an error.
 */
final class VipsImage implements AutoCloseable {
    private static final int SRGB = 22;
    private static final int RELATIVE_COLORIMETRIC = 1;
    private static final int UCHAR = 0;

    private final VipsLibrary vips;
    private final Arena arena;
    private MemorySegment image;
    private MemorySegment region = MemorySegment.NULL;

    /** What libvips has to say, in its own words. */
    static final class Trouble extends Exception {
        private static final long serialVersionUID = 1L;

        private Trouble(String words) {
            super(words);
        }
    }

    private VipsImage(VipsLibrary vips, Arena arena, MemorySegment image) {
        this.vips = vips;
        this.arena = arena;
        this.image = image;
    }

    /**
     * Opens a file; decodes no pixel yet.
     *
     * @param failOn how bad a file must be to be refused: {@code none}, {@code truncated}, {@code error}, {@code warning}
     */
    static VipsImage open(VipsLibrary vips, byte[] file, String failOn) throws Trouble {
        Arena arena = Arena.ofConfined();
        try {
            MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, file);
            MemorySegment options = arena.allocateFrom("access=sequential,fail_on=" + failOn);
            MemorySegment image = (MemorySegment) vips.newFromBuffer.invokeExact(bytes, bytes.byteSize(), options, MemorySegment.NULL);
            if (image.equals(MemorySegment.NULL)) {
                throw trouble(vips);
            }
            return new VipsImage(vips, arena, image);
        } catch (Throwable e) {
            arena.close();
            throw rethrown(e);
        }
    }

    int width() throws Trouble {
        return number(vips.width);
    }

    int height() throws Trouble {
        return number(vips.height);
    }

    /** Colour channels, and alpha where there is one. */
    int bands() throws Trouble {
        return number(vips.bands);
    }

    /** The file's colour profile. */
    Optional<byte[]> profile() throws Trouble {
        try {
            MemorySegment at = arena.allocate(ADDRESS);
            MemorySegment length = arena.allocate(JAVA_LONG);
            if ((int) vips.getBlob.invokeExact(image, arena.allocateFrom("icc-profile-data"), at, length) != 0) {
                trouble(vips);
                return Optional.empty();
            }
            return Optional.of(at.get(ADDRESS, 0).reinterpret(length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE));
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Makes the colours sRGB with 8 bits: by the file's profile where it has one that is not sRGB's and makes sense. */
    void toSrgb() throws Trouble {
        Optional<byte[]> profile = profile();
        if (profile.isEmpty() || SrgbProfile.is(profile.get()) || !byProfile()) {
            become((out, end) -> (int) vips.colourspace.invokeExact(image, out, SRGB, end));
        }
        if (number(vips.format) != UCHAR) {
            throw new Trouble("more than 8 bits");
        }
    }

    /** @return false when the profile makes no sense, or is not one of this kind of picture */
    private boolean byProfile() throws Trouble {
        MemorySegment srgb = arena.allocateFrom("srgb");
        MemorySegment embedded = arena.allocateFrom("embedded");
        MemorySegment intent = arena.allocateFrom("intent");
        MemorySegment depth = arena.allocateFrom("depth");
        try {
            become((out, end) -> (int) vips.iccTransform.invokeExact(image, out, srgb,
                    embedded, 1, intent, RELATIVE_COLORIMETRIC, depth, 8, end));
            return true;
        } catch (Trouble notUsable) {
            return false;
        }
    }

    /** Rows from the top, to be asked for in their order: 8 bits a band, band by band, pixel by pixel. */
    byte[] rows(int top, int count) throws Trouble {
        try {
            if (region.equals(MemorySegment.NULL)) {
                region = (MemorySegment) vips.regionNew.invokeExact(image);
            }
            int width = width();
            MemorySegment length = arena.allocate(JAVA_LONG);
            MemorySegment rows = (MemorySegment) vips.regionFetch.invokeExact(region, 0, top, width, count, length);
            if (rows.equals(MemorySegment.NULL)) {
                throw trouble(vips);
            }
            try {
                return rows.reinterpret((long) width * count * bands()).toArray(JAVA_BYTE);
            } finally {
                vips.free.invokeExact(rows);
            }
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    @Override
    public void close() {
        try {
            if (!region.equals(MemorySegment.NULL)) {
                vips.unref.invokeExact(region);
            }
            vips.unref.invokeExact(image);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        } finally {
            arena.close();
        }
    }

    @FunctionalInterface
    private interface Operation {
        /** @param end of the optional arguments */
        int into(MemorySegment out, MemorySegment end) throws Throwable;
    }

    /** Puts an operation's result, which holds on to what it is made from, in the picture's place. */
    private void become(Operation operation) throws Trouble {
        try {
            MemorySegment out = arena.allocate(ADDRESS);
            if (operation.into(out, MemorySegment.NULL) != 0) {
                throw trouble(vips);
            }
            vips.unref.invokeExact(image);
            image = out.get(ADDRESS, 0);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private int number(MethodHandle of) throws Trouble {
        try {
            return (int) of.invokeExact(image);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Takes the errors away. Those of several threads may mix: good for telling kinds apart, no more. */
    private static Trouble trouble(VipsLibrary vips) throws Throwable {
        MemorySegment errors = (MemorySegment) vips.takeErrors.invokeExact();
        String words = errors.reinterpret(Long.MAX_VALUE).getString(0, StandardCharsets.ISO_8859_1);
        vips.free.invokeExact(errors);
        return new Trouble(words.strip());
    }

    private static RuntimeException rethrown(Throwable e) throws Trouble {
        switch (e) {
            case Trouble trouble -> throw trouble;
            case RuntimeException runtime -> throw runtime;
            case Error error -> throw error;
            default -> throw new IllegalStateException(e);
        }
    }
}
