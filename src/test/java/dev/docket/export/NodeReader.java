package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that are not ours, run over what we wrote. A package of npm is fetched once into {@code target/readers} and held
 * against its known hash; where npm or the network is missing, the test is skipped with a word on why.
 */
final class NodeReader {
    /** An npm package, and the SHA-256 of its archive. */
    record Pinned(String name, String version, String sha256) {}

    static final Pinned HYPARQUET = new Pinned("hyparquet", "1.31.5", "5fb6b118fcbc4575771204acd0aa5cab532f40be92339094b7cc756d79830ab5");

    private NodeReader() {}

    /** Lines that a script of {@code src/test/readers} prints. */
    static List<String> run(String script, Pinned pinned, Path file) throws IOException {
        Path unpacked = fetched(pinned);
        return said(Path.of("").toAbsolutePath(), "node", "src/test/readers/" + script, unpacked.toString(), file.toString());
    }

    private static synchronized Path fetched(Pinned pinned) throws IOException {
        Path home = Files.createDirectories(Path.of("target/readers").toAbsolutePath());
        Path unpacked = home.resolve(pinned.name() + "-" + pinned.version());
        if (!Files.isDirectory(unpacked)) {
            Path work = Files.createTempDirectory(home, "fetch");
            try {
                boolean windows = System.getProperty("os.name").startsWith("Windows");
                said(work, windows ? "npm.cmd" : "npm", "pack", "--silent", pinned.name() + "@" + pinned.version());
            } catch (IOException e) {
                Assumptions.abort("npm did not bring " + pinned.name() + ", with which this test reads: " + e.getMessage());
            }
            Path archive = work.resolve(pinned.name() + "-" + pinned.version() + ".tgz");
            assertThat(ContentHash.of(Files.readAllBytes(archive)).hex()).as("SHA-256 of " + archive.getFileName()).isEqualTo(pinned.sha256());
            said(work, "tar", "-xzf", archive.getFileName().toString());
            Files.move(work.resolve("package"), unpacked, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(archive);
            Files.delete(work);
        }
        return unpacked;
    }

    /** What a program prints, line by line. @throws IOException with its words when it fails or is not there */
    static List<String> said(Path folder, String... command) throws IOException {
        Path errors = Files.createTempFile("reader", ".txt");
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            List<String> lines = new ArrayList<>(process.inputReader().lines().toList());
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + Files.readString(errors));
            }
            return lines;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(errors);
        }
    }
}
