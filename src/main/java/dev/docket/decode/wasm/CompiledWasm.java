package dev.docket.decode.wasm;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * WebAssembly that the build fetched and compiled to classes; it may have brought none of it. Several threads.
 *
 * @param className of the classes, in the package {@code docket.wasm}
 */
public record CompiledWasm(String className) {
    /** Read once: a process that is locked in opens no file any more, and an instance that failed is made anew. */
    private static final Map<String, WasmModule> MODULES = new ConcurrentHashMap<>();

    /** Whether the build brought it. Loads nothing. */
    public boolean isBuilt() {
        return CompiledWasm.class.getResource(path()) != null;
    }

    /**
     * What it imports and exports. Takes some tenths of a second the first time.
     *
     * @throws WasmFailure when the build did not bring it
     */
    public WasmModule module() {
        return MODULES.computeIfAbsent(className, _ -> read());
    }

    /** The compiled functions; the build may not have brought them, so that no source can name them. */
    public Machine machine(Instance instance) {
        try {
            return (Machine) Class.forName("docket.wasm." + className + "Machine").getConstructor(Instance.class).newInstance(instance);
        } catch (ReflectiveOperationException e) {
            throw new WasmFailure(className + " cannot be loaded: " + e);
        }
    }

    private WasmModule read() {
        try (InputStream in = CompiledWasm.class.getResourceAsStream(path())) {
            if (in == null) {
                throw new WasmFailure(className + " was not built");
            }
            loadClasses();
            return Parser.parse(in);
        } catch (IOException | ChicoryException e) {
            throw new WasmFailure(className + " cannot be loaded: " + e.getMessage());
        }
    }

    /** Out of a folder each class is a file of its own, which cannot be opened later; an archive stays open. */
    private void loadClasses() throws IOException {
        URL meta = CompiledWasm.class.getResource(path());
        if (meta != null && meta.getProtocol().equals("file")) {
            try (DirectoryStream<Path> classes = Files.newDirectoryStream(Path.of(URI.create(meta.toString())).getParent(), className + "*.class")) {
                for (Path file : classes) {
                    Class.forName("docket.wasm." + file.getFileName().toString().replace(".class", ""));
                }
            } catch (ClassNotFoundException e) {
                throw new WasmFailure(className + " cannot be loaded: " + e);
            }
        }
    }

    private String path() {
        return "/docket/wasm/" + className + ".meta";
    }
}
