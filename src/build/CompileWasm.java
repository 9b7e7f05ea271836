import com.dylibso.chicory.build.time.compiler.Config;
import com.dylibso.chicory.build.time.compiler.Generator;
import com.dylibso.chicory.compiler.InterpreterFallback;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Run by the build: fetches a decoder in WebAssembly from the package registry that npm is set up with, checks it, and
 * compiles it to classes in a jar that stays outside the build folder.
 *
 * <p>Arguments: package with version, path of the .wasm in it, its SHA-256, name of the class, jar. Ends well without a
 * jar where npm is missing or the package cannot be had: the program then says that it was built without this decoder.
 * Fails when the file is not the one expected.
 */
class CompileWasm {
    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory("docket-wasm");
        try {
            if (!fetched(work, args[0])) {
                System.out.println("WARNING: Docket is built without " + args[0] + ", as npm did not bring it; install npm and build again");
                return;
            }
            Path wasm = work.resolve("package").resolve(args[1]);
            check(wasm, args[2]);
            compile(wasm, args[3], work.resolve("classes"));
            keep(work.resolve("classes"), Path.of(args[4]));
        } finally {
            delete(work);
        }
    }

    private static boolean fetched(Path work, String spec) throws InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        try {
            run(work, windows ? "npm.cmd" : "npm", "pack", "--silent", spec);
            try (Stream<Path> files = Files.list(work)) {
                Path archive = files.filter(f -> f.toString().endsWith(".tgz")).findFirst().orElseThrow(() -> new IOException("no archive"));
                run(work, "tar", "-xzf", archive.getFileName().toString());
            }
            return true;
        } catch (IOException e) {
            System.out.println("WARNING: " + e.getMessage());
            return false;
        }
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said.strip());
        }
    }

    private static void check(Path file, String sha256) throws IOException, GeneralSecurityException {
        String found = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        if (!found.equals(sha256)) {
            throw new IOException(file.getFileName() + " has the SHA-256 " + found + " and not the expected " + sha256);
        }
    }

    /** A function too large for a method of the JVM is interpreted; each decoder has one, which is not where the time goes. */
    private static void compile(Path wasm, String name, Path classes) throws IOException {
        Generator generator = new Generator(Config.builder().withWasmFile(wasm).withName(name)
                .withTargetClassFolder(classes).withTargetSourceFolder(classes).withTargetWasmFolder(classes)
                .withInterpreterFallback(InterpreterFallback.SILENT).withInterpretedFunctions(Set.of()).build());
        Set<Integer> interpreted = generator.generateResources();
        generator.generateMetaWasm(interpreted);
        System.out.println("Compiled " + wasm.getFileName() + "; interpreted functions: " + interpreted);
    }

    private static void keep(Path classes, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        Path part = Files.createTempFile(jar.getParent(), "wasm", ".part");
        try (OutputStream out = Files.newOutputStream(part); ZipOutputStream zip = new ZipOutputStream(out); Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(classes.relativize(file).toString().replace('\\', '/'));
                entry.setTime(0);
                zip.putNextEntry(entry);
                Files.copy(file, zip);
            }
        }
        Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
