package dev.docket.provenance.c2pa;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.docket.decode.wasm.CompiledWasm;
import dev.docket.decode.wasm.WasmFailure;
import dev.docket.provenance.c2pa.JsValues.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** One running c2pa-rs with its memory. One thread; after an exception it is of no use any more. */
final class Validator {
    /** As the build has it; part of every result. */
    static final String VERSION = "c2pa-wasm 0.13.3";
    static final CompiledWasm WASM = new CompiledWasm("C2paReader");
    /** 320 MiB: the file, what is read of it, and what is made of that. */
    private static final int MAX_PAGES = 5_120;

    private final JsHost host;
    private final Instance instance;

    /**
     * @param clock by which certificates are judged that no time stamp vouches for
     * @throws WasmFailure when the build did not bring the validator
     */
    Validator(Clock clock) {
        host = new JsHost(clock);
        WasmModule module = WASM.module();
        int pages = module.memorySection().orElseThrow().getMemory(0).limits().initialPages();
        instance = Instance.builder(module).withImportValues(host.imports(module)).withMachineFactory(WASM::machine)
                .withMemoryFactory(ByteArrayMemory::new).withMemoryLimits(new MemoryLimits(pages, MAX_PAGES)).withStart(false).build();
        host.attach(instance);
        call("__wbindgen_start");
    }

    /**
     * What the validator tells of a file, as JSON; or the error it ended with.
     *
     * @param settings JSON
     * @throws RuntimeException when it broke, or was interrupted
     */
    Told read(byte[] file, String mediaType, String settings) {
        long[] type = given(mediaType.getBytes(StandardCharsets.UTF_8));
        long[] bytes = given(file);
        long[] context = given(settings.getBytes(StandardCharsets.UTF_8));
        int number = (int) call("wasmreader_fromBytes", type[0], type[1], bytes[0], bytes[1], context[0], context[1])[0];
        Promise promise = host.values().get(number, Promise.class);
        host.drain();
        if (promise.isPending()) {
            throw new WasmFailure("it waits for something that never comes");
        }
        if (promise.isRejected()) {
            Object why = host.values().get(promise.value());
            return new Told.Refused(why instanceof Fault fault ? fault.message() : String.valueOf(why));
        }
        int reader = host.values().get(promise.value(), Integer.class);
        long[] json = call("wasmreader_json", reader);
        String text = new String(instance.memory().readBytes((int) json[0], (int) json[1]), StandardCharsets.UTF_8);
        call("__wbindgen_free", json[0], json[1], 1);
        call("__wbg_wasmreader_free", reader, 0);
        return new Told.Found(text);
    }

    /** Bytes of memory it holds; it never gives any back. */
    long memory() {
        return (long) instance.memory().pages() * Memory.PAGE_SIZE;
    }

    private long[] given(byte[] bytes) {
        long at = call("__wbindgen_malloc", bytes.length, 1)[0];
        instance.memory().write((int) at, bytes);
        return new long[] {at, bytes.length};
    }

    private long[] call(String name, long... arguments) {
        return instance.export(name).apply(arguments);
    }
}
