package dev.docket.provenance.c2pa;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import dev.docket.decode.wasm.WasmFailure;
import dev.docket.provenance.c2pa.JsValues.Callable;
import dev.docket.provenance.c2pa.JsValues.Date;
import dev.docket.provenance.c2pa.JsValues.Fault;
import dev.docket.provenance.c2pa.JsValues.Global;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * What the validator expects of the world around it, which it takes for JavaScript's: promises, errors and the time. There
 * are no files and there is no network; whatever is not offered here ends the validator. Source: {@code pkg/c2pa.js} of
 * {@code @contentauth/c2pa-wasm} 0.13.3, by wasm-bindgen. One thread.
 */
final class JsHost {
    private final Clock clock;
    private final JsValues values = new JsValues();
    private final Queue<Runnable> next = new ArrayDeque<>();
    private final Map<String, WasmFunctionHandle> offered = new HashMap<>();
    private Instance instance;
    private String closureCall;
    private String promiseCall;

    JsHost(Clock clock) {
        this.clock = clock;
        offerTypes();
        offerPromises();
        offerTime();
    }

    /** Everything the module imports; to be called before {@link #attach}. */
    ImportValues imports(WasmModule module) {
        List<ImportFunction> functions = module.importSection().stream()
                .filter(FunctionImport.class::isInstance).map(FunctionImport.class::cast).map(wanted -> function(module, wanted)).toList();
        return ImportValues.builder().withFunctions(functions).build();
    }

    /** Names of closures end in a description of their kind. */
    void attach(Instance made) {
        instance = made;
        closureCall = export(made, "Result_____");
        promiseCall = export(made, "_Undefined_______true_");
    }

    private static String export(Instance made, String part) {
        for (int i = 0; i < made.module().exportSection().exportCount(); i++) {
            String name = made.module().exportSection().getExport(i).name();
            if (name.contains("___convert__closures") && name.contains(part)) {
                return name;
            }
        }
        throw new WasmFailure("it has no closure of " + part);
    }

    JsValues values() {
        return values;
    }

    /** Does what is to be done next until nothing is. */
    void drain() {
        for (Runnable todo = next.poll(); todo != null; todo = next.poll()) {
            todo.run();
        }
    }

    private ImportFunction function(WasmModule module, FunctionImport wanted) {
        FunctionType type = module.typeSection().getType(wanted.typeIndex());
        WasmFunctionHandle handle = offered.getOrDefault(name(wanted.name(), type), (_, _) -> {
            throw new WasmFailure("it called " + wanted.name());
        });
        boolean nothing = type.returns().isEmpty();
        boolean asDouble = type.returns().equals(List.of(ValType.F64));
        return new HostFunction(wanted.module(), wanted.name(), type, (made, arguments) -> {
            long[] result = handle.apply(made, arguments);
            return nothing ? null : asDouble ? new long[] {Double.doubleToRawLongBits(result[0])} : result;
        });
    }

    /** Without wasm-bindgen's hash; where several then share a name, the number of their arguments tells them apart. */
    private static String name(String imported, FunctionType type) {
        String plain = imported.replaceFirst("^__wbg_", "").replaceFirst("_[0-9a-f]{16}$", "");
        if (imported.startsWith("__wbindgen_")) {
            return imported.replaceFirst("0{2,}", "");
        }
        return plain.equals("queueMicrotask") ? plain + (type.returns().isEmpty() ? "!" : "?")
                : plain.equals("call") || plain.equals("then") || plain.equals("fetch") ? plain + type.params().size() : plain;
    }

    private void offer(String name, WasmFunctionHandle function) {
        offered.put(name, function);
    }

    private void offerTypes() {
        offer("__wbindgen_init_externref_table", (made, _) -> {
            TableInstance table = table(made);
            int from = table.grow(4, JsValues.UNDEFINED, made);
            table.setRef(0, JsValues.UNDEFINED, made);
            table.setRef(from + 1, JsValues.NULL, made);
            table.setRef(from + 2, values.keep(true), made);
            table.setRef(from + 3, values.keep(false), made);
            return null;
        });
        for (String absent : List.of("SELF", "WINDOW", "GLOBAL")) {
            offer("static_accessor_" + absent, (_, _) -> one(0));
        }
        offer("static_accessor_GLOBAL_THIS", (made, _) -> one(inTable(made, values.keep(new Global()))));
        offer("__wbindgen_is_undefined", (_, a) -> one(a[0] == JsValues.UNDEFINED ? 1 : 0));
        offer("__wbindgen_is_function", (_, a) -> one(values.is((int) a[0], Callable.class) ? 1 : 0));
        offer("__wbindgen_throw", (made, a) -> {
            throw new WasmFailure(text(made, a));
        });
        offer("Error", (made, a) -> one(values.keep(new Fault(text(made, a)))));
        offer("__wbindgen_generic_6", (made, a) -> one(values.keep(text(made, a))));
        offer("wasmreader_new", (_, a) -> one(values.keep((int) a[0])));
    }

    private void offerPromises() {
        offer("new_typed", (_, a) -> {
            Promise promise = new Promise(next);
            int resolve = values.keep((Callable) promise::fulfil);
            int reject = values.keep((Callable) promise::reject);
            instance.export(promiseCall).apply(a[0], a[1], resolve, reject);
            return one(values.keep(promise));
        });
        offer("resolve", (_, a) -> {
            if (values.is((int) a[0], Promise.class)) {
                return one(a[0]);
            }
            Promise promise = new Promise(next);
            promise.fulfil((int) a[0]);
            return one(values.keep(promise));
        });
        offer("then2", (_, a) -> then(a[0], a[1], a[1], false));
        offer("then3", (_, a) -> then(a[0], a[1], a[2], true));
        offer("queueMicrotask?", (_, _) -> one(values.keep((Callable) this::queue)));
        offer("queueMicrotask!", (_, a) -> {
            queue((int) a[0]);
            return null;
        });
        offer("call3", (_, a) -> {
            values.get((int) a[0], Callable.class).call((int) a[2]);
            return one(JsValues.UNDEFINED);
        });
        offer("__wbindgen_generic_1", (_, a) -> one(values.keep((Callable) argument -> closure(a[0], a[1], argument))));
    }

    private void queue(int callable) {
        Callable todo = values.get(callable, Callable.class);
        next.add(() -> todo.call(JsValues.UNDEFINED));
    }

    private long[] then(long promise, long fulfilled, long rejected, boolean hearsRejection) {
        Callable ifRejected = hearsRejection ? values.get((int) rejected, Callable.class) : _ -> { };
        values.get((int) promise, Promise.class).then(values.get((int) fulfilled, Callable.class), ifRejected);
        return one(values.keep(new Promise(next)));
    }

    private void closure(long a, long b, int argument) {
        long[] thrown = instance.export(closureCall).apply(a, b, argument);
        if (thrown[1] != 0) {
            throw new WasmFailure("it threw " + values.get(table(instance).ref((int) thrown[0])));
        }
    }

    private void offerTime() {
        offer("now", (_, _) -> one(clock.millis()));
        offer("new_0", (_, _) -> one(values.keep(new Date(clock.millis()))));
        offer("getTime", (_, a) -> one((long) values.get((int) a[0], Date.class).millis()));
    }

    /** Where Rust finds it. */
    private int inTable(Instance made, int value) {
        int index = (int) made.export("__externref_table_alloc").apply()[0];
        table(made).setRef(index, value, made);
        return index;
    }

    private static TableInstance table(Instance made) {
        return made.exports().table("__wbindgen_externrefs");
    }

    private static String text(Instance made, long[] a) {
        return new String(made.memory().readBytes((int) a[0], (int) a[1]), StandardCharsets.UTF_8);
    }

    private static long[] one(long value) {
        return new long[] {value};
    }
}
