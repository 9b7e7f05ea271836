package dev.docket.decode.wasm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A decoder that Emscripten compiled to WebAssembly, and what its shortened names mean. The names hold for one version
 * of a package; the build checks that it is that one. Source: the {@code wasmImports} of the package's own JavaScript.
 *
 * @param mediaType what it decodes
 * @param className of the classes the build compiled it to, in the package {@code docket.wasm}
 * @param imports what it calls, from the short name to Emscripten's
 * @param exports what it offers, from Emscripten's name to the short one
 * @param bitDepth whether its function takes the bits a sample as well
 * @param samples small files of this format, as resources
 * @param isFinished whether its pictures come upright and in sRGB; otherwise they come as they are coded
 */
record WasmCodec(String mediaType, String className, Map<String, String> imports, Map<String, String> exports,
        List<String> samples, boolean bitDepth, boolean isFinished) {

    /** {@code @jsquash/avif} 2.1.1: libavif 1.0.1 with libaom 3.7.0. */
    static final WasmCodec AVIF = new WasmCodec("image/avif", "AvifDecoder", named("""
            p register_bigint m register_bool l register_emval i register_float x register_function c register_integer
            b register_memory_view j register_std_string g register_std_wstring o register_void u throw_longjmp
            f emval_call B emval_call_method D emval_decref E emval_get_global e emval_get_method_caller A emval_new_cstring
            C emval_run_destructors h emval_set_property z emval_take_value a abort v resize_heap w fd_close n fd_seek y fd_write
            d invoke r invoke s invoke t invoke k invoke q invoke"""),
            named("initialize G malloc I free J set_threw L stack_restore M stack_current N"), List.of("quarters.avif", "display-p3.avif"), true, false);

    /** {@code @jsquash/jxl} 1.3.0: libjxl. */
    static final WasmCodec JXL = new WasmCodec("image/jxl", "JxlDecoder", named("""
            b assert_fail o cxa_throw q register_bigint m register_bool v register_emval k register_float j register_function
            d register_integer c register_memory_view l register_std_string g register_std_wstring n register_void
            e emval_decref f emval_get_global i emval_incref h emval_new a abort u memcpy_big r resize_heap
            t fd_close p fd_seek s fd_write"""),
            named("initialize x malloc y free z"), List.of("quarters.jxl"), false, true);

    private static Map<String, String> named(String pairs) {
        String[] words = pairs.strip().split("\\s+");
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            names.put(words[i], words[i + 1]);
        }
        return Map.copyOf(names);
    }
}
