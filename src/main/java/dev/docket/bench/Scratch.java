package dev.docket.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone when the run is, also when the run is stopped by Ctrl+C. */
final class Scratch implements AutoCloseable {
    private final Path folder;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    static Scratch make() throws IOException {
        Scratch scratch = new Scratch(Files.createTempDirectory("docket-bench"));
        // stays when the folder is closed, and finds nothing to do then
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(scratch::remove));
        return scratch;
    }

    Path folder() {
        return folder;
    }

    private void remove() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder " + folder + " cannot be removed", e);
        }
    }

    @Override
    public void close() {
        remove();
    }
}
