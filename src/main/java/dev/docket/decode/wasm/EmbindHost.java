package dev.docket.decode.wasm;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a decoder compiled by Emscripten expects of the world around it: as much of Embind as it takes to hand back a
 * picture, memory that grows, and nothing else: no files, no clock, no network. Whatever is not offered here ends the
 * decoder. Source: Emscripten's {@code embind.js}, {@code emval.js} and {@code library.js}.
 */
final class EmbindHost {
    /** Room an argument takes on its way out. */
    private static final int ARGUMENT = 8;
    private static final int NO_SEEKING = 70;
    private static final int NO_CLOSING = 52;

    /** Thrown where C calls longjmp; caught where C called setjmp. */
    private static final class LongJump extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LongJump() {
            super("longjmp", null, false, false);
        }
    }

    /** A function that the decoder registered. */
    record Registered(int invoker, int function) {}

    private final WasmCodec codec;
    private final Handles handles = new Handles();
    private final Map<String, Registered> functions = new HashMap<>();
    private final Map<String, WasmFunctionHandle> offered = new HashMap<>();
    private boolean lackedMemory;

    EmbindHost(WasmCodec codec) {
        this.codec = codec;
        offerRegistering();
        offerValues();
        offerSystem();
    }

    /** Everything the module imports, by its own short names. */
    ImportValues imports(WasmModule module) {
        List<ImportFunction> functions = module.importSection().stream()
                .filter(FunctionImport.class::isInstance).map(FunctionImport.class::cast).map(wanted -> function(module, wanted)).toList();
        return ImportValues.builder().withFunctions(functions).build();
    }

    private ImportFunction function(WasmModule module, FunctionImport wanted) {
        FunctionType type = module.typeSection().getType(wanted.typeIndex());
        String name = codec.imports().getOrDefault(wanted.name(), wanted.name());
        WasmFunctionHandle handle = offered.getOrDefault(name, (_, _) -> {
            throw new WasmFailure("it called " + name);
        });
        boolean asDouble = type.returns().equals(List.of(ValType.F64));
        return new HostFunction(wanted.module(), wanted.name(), type, (instance, arguments) -> {
            long[] result = handle.apply(instance, arguments);
            return asDouble ? new long[] {Double.doubleToRawLongBits(result[0])} : type.returns().isEmpty() ? null : result;
        });
    }

    Registered registered(String name) {
        Registered function = functions.get(name);
        if (function == null) {
            throw new WasmFailure("it has no function " + name);
        }
        return function;
    }

    /** Whether more memory was ever asked for than there is. */
    boolean lackedMemory() {
        return lackedMemory;
    }

    Handles handles() {
        return handles;
    }

    private void offer(String names, WasmFunctionHandle function) {
        for (String name : names.split(" ")) {
            offered.put(name, function);
        }
    }

    private void offerRegistering() {
        offer("register_bigint register_bool register_emval register_float register_integer register_memory_view "
                + "register_std_string register_std_wstring register_void emval_incref emval_decref emval_run_destructors", (_, _) -> new long[1]);
        offer("register_function", (instance, a) -> {
            functions.put(text(instance.memory(), (int) a[0]), new Registered((int) a[4], (int) a[5]));
            return new long[1];
        });
    }

    private void offerValues() {
        offer("emval_get_global", (instance, a) -> one(handles.keep(text(instance.memory(), (int) a[0]))));
        // the kinds of the arguments are known from what is made of them
        offer("emval_get_method_caller", (_, a) -> one(a[0]));
        offer("emval_call", (instance, a) -> one(made(instance.memory(), handles.get((int) a[1], String.class), (int) a[3])));
        offer("emval_new", (instance, a) -> one(made(instance.memory(), handles.get((int) a[0], String.class), (int) a[3])));
    }

    private int made(Memory memory, String type, int arguments) {
        return switch (type) {
            case "Uint8ClampedArray" -> handles.keep(memory.readBytes(memory.readInt(arguments + 4), memory.readInt(arguments)));
            case "ImageData" -> handles.keep(new Raster(memory.readInt(arguments + ARGUMENT), memory.readInt(arguments + 2 * ARGUMENT),
                    handles.get(memory.readInt(arguments), byte[].class)));
            default -> throw new WasmFailure("it makes a " + type);
        };
    }

    private void offerSystem() {
        offer("resize_heap", (instance, a) -> {
            boolean grown = WasmMemory.grown(instance.memory(), a[0] & 0xFFFFFFFFL);
            lackedMemory |= !grown;
            return one(grown ? 1 : 0);
        });
        offer("memcpy_big", (instance, a) -> {
            instance.memory().copy((int) a[0], (int) a[1], (int) a[2]);
            return new long[1];
        });
        offer("fd_close", (_, _) -> one(NO_CLOSING));
        offer("fd_seek", (_, _) -> one(NO_SEEKING));
        offer("fd_write", (instance, a) -> written(instance.memory(), (int) a[1], (int) a[2], (int) a[3]));
        offer("throw_longjmp", (_, _) -> {
            throw new LongJump();
        });
        offer("invoke", this::invoke);
    }

    /** Takes what it has to say and drops it: it would be about a hostile file. */
    private static long[] written(Memory memory, int pieces, int count, int total) {
        int length = 0;
        for (int i = 0; i < count; i++) {
            length += memory.readInt(pieces + 8 * i + 4);
        }
        memory.writeI32(total, length);
        return new long[1];
    }

    /** Calls a function of its table, and takes a long jump out of it for an answer. */
    private long[] invoke(Instance instance, long... arguments) {
        long[] stack = instance.export(codec.exports().get("stack_current")).apply();
        try {
            long[] rest = new long[arguments.length - 1];
            System.arraycopy(arguments, 1, rest, 0, rest.length);
            return instance.getMachine().call(instance.table(0).requiredRef((int) arguments[0]), rest);
        } catch (LongJump jump) {
            instance.export(codec.exports().get("stack_restore")).apply(stack);
            instance.export(codec.exports().get("set_threw")).apply(1, 0);
            return new long[1];
        }
    }

    private static String text(Memory memory, int at) {
        List<Byte> bytes = new ArrayList<>();
        for (byte b = memory.read(at); b != 0; b = memory.read(at + bytes.size())) {
            bytes.add(b);
        }
        byte[] text = new byte[bytes.size()];
        for (int i = 0; i < text.length; i++) {
            text[i] = bytes.get(i);
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static long[] one(long value) {
        return new long[] {value};
    }
}
