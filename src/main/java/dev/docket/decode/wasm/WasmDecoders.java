package dev.docket.decode.wasm;

import dev.docket.decode.FormatDecoder;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decoders for AVIF and JPEG XL that need no system library: WebAssembly compiled to classes of the JVM. They take
 * seconds and hundreds of megabytes, and want a process of their own that was started with {@link #JVM_FLAGS}.
 */
public final class WasmDecoders {
    /** Without these HotSpot leaves the largest functions, which are the hot ones, interpreted: 3 to 7 times slower. */
    public static final List<String> JVM_FLAGS =
            List.of("-XX:-DontCompileHugeMethods", "-XX:MaxNodeLimit=240000", "-XX:NodeLimitFudgeFactor=8000");

    private WasmDecoders() {}

    /** Those that this copy of Docket was built with; loading and warming them is left to their first use. */
    public static List<FormatDecoder> all() {
        return Stream.of(WasmCodec.AVIF, WasmCodec.JXL).filter(WasmInstance::isBuilt).<FormatDecoder>map(WasmDecoder::new).toList();
    }

    /** Those of {@link #JVM_FLAGS} that this process was started without. */
    public static List<String> missingFlags() {
        List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return JVM_FLAGS.stream().filter(flag -> !given.contains(flag)).toList();
    }
}
