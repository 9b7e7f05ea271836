package dev.docket.decode.system;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A shared library of the system's, opened for as long as the program runs. It is looked for where the system keeps
 * its libraries and never in the current folder, which may be one of hostile files. Only Linux has been tested.
 */
final class NativeLibrary {
    private static final Linker LINKER = Linker.nativeLinker();

    private final SymbolLookup symbols;

    private NativeLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /**
     * The library, when it is installed.
     *
     * @param linux its name with the version of its interface, such as {@code libvips.so.42}
     * @param mac its name as Homebrew installs it
     * @param windows its name in a folder of the {@code PATH}
     */
    static Optional<NativeLibrary> open(String linux, String mac, String windows) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return first(folders(System.getenv("PATH")), windows);
        }
        if (system.startsWith("mac")) {
            return first(Stream.of("/opt/homebrew/lib", "/usr/local/lib", "/opt/libjpeg-turbo/lib").map(Path::of), mac);
        }
        return load(() -> SymbolLookup.libraryLookup(linux, Arena.global()));
    }

    private static Stream<Path> folders(String path) {
        return path == null ? Stream.empty()
                : Arrays.stream(path.split(";")).filter(folder -> !folder.isBlank() && folder.indexOf('"') < 0).map(Path::of).filter(Path::isAbsolute);
    }

    private static Optional<NativeLibrary> first(Stream<Path> folders, String name) {
        return folders.map(folder -> folder.resolve(name)).filter(Files::isRegularFile).findFirst()
                .flatMap(file -> load(() -> SymbolLookup.libraryLookup(file, Arena.global())));
    }

    private static Optional<NativeLibrary> load(java.util.function.Supplier<SymbolLookup> lookup) {
        try {
            return Optional.of(new NativeLibrary(lookup.get()));
        } catch (IllegalArgumentException notInstalled) {
            return Optional.empty();
        }
    }

    boolean has(String function) {
        return symbols.find(function).isPresent();
    }

    /** @throws java.util.NoSuchElementException when the library has no such function */
    MethodHandle function(String name, FunctionDescriptor type, Linker.Option... options) {
        return LINKER.downcallHandle(symbols.find(name).orElseThrow(), type, options);
    }

    /** The layout of a C type, such as {@code long}, which is not the same everywhere. */
    static MemoryLayout c(String type) {
        return LINKER.canonicalLayouts().get(type);
    }
}
