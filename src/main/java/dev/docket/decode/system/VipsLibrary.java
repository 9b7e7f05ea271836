package dev.docket.decode.system;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The few calls of libvips' C interface that decode. Told to use one thread, to keep nothing, and to load no format but
 * HEIF (HEIC and AVIF) and JPEG XL. Safe to use from several threads. Source: the headers of libvips 8.14.
 */
final class VipsLibrary {
    final MethodHandle newFromBuffer;
    final MethodHandle iccTransform;
    final MethodHandle colourspace;
    final MethodHandle width;
    final MethodHandle height;
    final MethodHandle bands;
    final MethodHandle format;
    final MethodHandle getBlob;
    final MethodHandle regionNew;
    final MethodHandle regionFetch;
    final MethodHandle takeErrors;
    final MethodHandle unref;
    final MethodHandle free;
    private final String version;

    private VipsLibrary(NativeLibrary vips, NativeLibrary objects, NativeLibrary glib) {
        version = started(vips, glib);
        newFromBuffer = vips.function("vips_image_new_from_buffer",
                FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS), Linker.Option.firstVariadicArg(3));
        iccTransform = vips.function("vips_icc_transform", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS,
                ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS), Linker.Option.firstVariadicArg(3));
        colourspace = vips.function("vips_colourspace",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS), Linker.Option.firstVariadicArg(3));
        width = vips.function("vips_image_get_width", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        height = vips.function("vips_image_get_height", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        bands = vips.function("vips_image_get_bands", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        format = vips.function("vips_image_get_format", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        getBlob = vips.function("vips_image_get_blob", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        regionNew = vips.function("vips_region_new", FunctionDescriptor.of(ADDRESS, ADDRESS));
        regionFetch = vips.function("vips_region_fetch",
                FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
        takeErrors = vips.function("vips_error_buffer_copy", FunctionDescriptor.of(ADDRESS));
        unref = objects.function("g_object_unref", FunctionDescriptor.ofVoid(ADDRESS));
        free = glib.function("g_free", FunctionDescriptor.ofVoid(ADDRESS));
    }

    /** The library, where it is installed in version 8.13 or newer, ready to decode. Loads its plug-ins: takes tens of milliseconds. */
    static Optional<VipsLibrary> find() {
        Optional<NativeLibrary> objects = NativeLibrary.open("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll");
        Optional<NativeLibrary> glib = NativeLibrary.open("libglib-2.0.so.0", "libglib-2.0.0.dylib", "libglib-2.0-0.dll");
        // older ones cannot be kept from guessing the format, among forty kinds
        Optional<NativeLibrary> vips = NativeLibrary.open("libvips.so.42", "libvips.42.dylib", "libvips-42.dll")
                .filter(library -> library.has("vips_operation_block_set"));
        return vips.isEmpty() || objects.isEmpty() || glib.isEmpty() ? Optional.empty()
                : Optional.of(new VipsLibrary(vips.get(), objects.get(), glib.get()));
    }

    /** Such as {@code 8.14.1}. */
    String version() {
        return version;
    }

    private static String started(NativeLibrary vips, NativeLibrary glib) {
        try (Arena arena = Arena.ofConfined()) {
            // read by vips_init: its warnings would go to standard error, past the log
            MethodHandle environment = glib.function("g_setenv", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
            int ignored = (int) environment.invokeExact(arena.allocateFrom("VIPS_WARNING"), arena.allocateFrom("0"), 1);
            int failed = (int) vips.function("vips_init", FunctionDescriptor.of(JAVA_INT, ADDRESS)).invokeExact(arena.allocateFrom("docket"));
            if (failed != 0) {
                throw new IllegalStateException("libvips does not start");
            }
            setting(vips, "vips_concurrency_set", 1);
            setting(vips, "vips_cache_set_max", 0);
            MethodHandle block = vips.function("vips_operation_block_set", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
            block.invokeExact(arena.allocateFrom("VipsForeignLoad"), 1);
            block.invokeExact(arena.allocateFrom("VipsForeignLoadHeif"), 0);
            block.invokeExact(arena.allocateFrom("VipsForeignLoadJxl"), 0);
            MemorySegment version = (MemorySegment) vips.function("vips_version_string", FunctionDescriptor.of(ADDRESS)).invokeExact();
            return version.reinterpret(Long.MAX_VALUE).getString(0);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void setting(NativeLibrary vips, String function, int value) throws Throwable {
        vips.function(function, FunctionDescriptor.ofVoid(JAVA_INT)).invokeExact(value);
    }
}
