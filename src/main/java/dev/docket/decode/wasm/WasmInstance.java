package dev.docket.decode.wasm;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One running decoder with its memory. One thread at a time; after an exception it is of no use any more. */
final class WasmInstance {
    /** Read once: a process that is locked in opens no file any more, and a decoder that failed is made anew. */
    private static final Map<WasmCodec, WasmModule> MODULES = new ConcurrentHashMap<>();

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
        WasmModule module = MODULES.computeIfAbsent(codec, WasmInstance::module);
        int pages = module.memorySection().orElseThrow().getMemory(0).limits().initialPages();
        instance = Instance.builder(module).withImportValues(host.imports(module)).withMachineFactory(made -> machine(codec, made))
                .withMemoryFactory(ByteArrayMemory::new).withMemoryLimits(new MemoryLimits(pages, WasmMemory.MAX_PAGES))
                .withStart(false).build();
        call("initialize");
    }

    /** Whether the build brought this decoder. Loads nothing. */
    static boolean isBuilt(WasmCodec codec) {
        return WasmInstance.class.getResource(path(codec)) != null;
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

    private long[] call(String name, long... arguments) {
        return instance.export(codec.exports().get(name)).apply(arguments);
    }

    private static WasmModule module(WasmCodec codec) {
        try (InputStream in = WasmInstance.class.getResourceAsStream(path(codec))) {
            if (in == null) {
                throw new WasmFailure(codec.className() + " was not built");
            }
            loadClasses(codec);
            return Parser.parse(in);
        } catch (IOException | ChicoryException e) {
            throw new WasmFailure(codec.className() + " cannot be loaded: " + e.getMessage());
        }
    }

    /** Out of a folder each class is a file of its own, which cannot be opened later; an archive stays open. */
    private static void loadClasses(WasmCodec codec) throws IOException {
        URL meta = WasmInstance.class.getResource(path(codec));
        if (meta != null && meta.getProtocol().equals("file")) {
            try (DirectoryStream<Path> classes = Files.newDirectoryStream(Path.of(URI.create(meta.toString())).getParent(), codec.className() + "*.class")) {
                for (Path file : classes) {
                    Class.forName("docket.wasm." + file.getFileName().toString().replace(".class", ""));
                }
            } catch (ClassNotFoundException e) {
                throw new WasmFailure(codec.className() + " cannot be loaded: " + e);
            }
        }
    }

    /** The compiled functions; the build may not have brought them, so that no source can name them. */
    private static Machine machine(WasmCodec codec, Instance instance) {
        try {
            return (Machine) Class.forName("docket.wasm." + codec.className() + "Machine").getConstructor(Instance.class).newInstance(instance);
        } catch (ReflectiveOperationException e) {
            throw new WasmFailure(codec.className() + " cannot be loaded: " + e);
        }
    }

    private static String path(WasmCodec codec) {
        return "/docket/wasm/" + codec.className() + ".meta";
    }
}
