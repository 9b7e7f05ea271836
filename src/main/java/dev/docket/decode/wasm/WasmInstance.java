package dev.docket.decode.wasm;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.util.Optional;

/** One running decoder with its memory. One thread at a time; after an exception it is of no use any more. */
final class WasmInstance {
    private final WasmCodec codec;
    private final EmbindHost host;
    private final Instance instance;

    /**
     * Takes some tenths of a second.
     *
     * @throws WasmFailure when the build did not bring this decoder
     */
    WasmInstance(WasmCodec codec) {
        this.codec = codec;
        this.host = new EmbindHost(codec);
        WasmModule module = compiled(codec).module();
        int pages = module.memorySection().orElseThrow().getMemory(0).limits().initialPages();
        instance = Instance.builder(module).withImportValues(host.imports(module)).withMachineFactory(compiled(codec)::machine)
                .withMemoryFactory(ByteArrayMemory::new).withMemoryLimits(new MemoryLimits(pages, WasmMemory.MAX_PAGES))
                .withStart(false).build();
        call("initialize");
    }

    /** Whether the build brought this decoder. Loads nothing. */
    static boolean isBuilt(WasmCodec codec) {
        return compiled(codec).isBuilt();
    }

    /** The picture, unless the decoder finds none in the file. */
    Optional<Raster> decode(byte[] file) {
        EmbindHost.Registered decode = host.registered("decode");
        int text = (int) call("malloc", file.length + 5L)[0];
        if (text == 0) {
            throw new WasmFailure("no memory for the file");
        }
        Memory memory = instance.memory();
        memory.writeI32(text, file.length);
        memory.write(text + 4, file);
        memory.writeByte(text + 4 + file.length, (byte) 0);
        int invoker = instance.table(0).requiredRef(decode.invoker());
        long[] arguments = codec.bitDepth() ? new long[] {decode.function(), text, 8} : new long[] {decode.function(), text};
        int picture = (int) instance.getMachine().call(invoker, arguments)[0];
        call("free", text);
        Optional<Raster> raster = Handles.isNothing(picture) ? Optional.empty() : Optional.of(host.handles().get(picture, Raster.class));
        host.handles().forgetPictures();
        return raster;
    }

    /** Whether it ever wanted more memory than it may have. */
    boolean lackedMemory() {
        return host.lackedMemory();
    }

    /** How much memory it holds, in bytes; it never gives any back. */
    long memory() {
        return (long) instance.memory().pages() * Memory.PAGE_SIZE;
    }

    private static CompiledWasm compiled(WasmCodec codec) {
        return new CompiledWasm(codec.className());
    }

    private long[] call(String name, long... arguments) {
        return instance.export(codec.exports().get(name)).apply(arguments);
    }
}
