package dev.docket.decode.worker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Where shared memory has to be a file: which folder, which name, and what an earlier process left there. */
final class PixelFiles {
    private static final String PREFIX = "docket-pixels-";

    private PixelFiles() {}

    /** A folder in memory where there is one, else the one for temporary files. */
    static Path folder() {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) ? memory : Path.of(System.getProperty("java.io.tmpdir"));
    }

    static String name() {
        return PREFIX + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    }

    /** Deletes the files of processes that are gone. What cannot be deleted is left for the next time. */
    static void sweep(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (!alive(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException unreadable) {
            return;
        }
    }

    private static boolean alive(String name) {
        String pid = name.substring(PREFIX.length()).split("-")[0];
        try {
            return ProcessHandle.of(Long.parseLong(pid)).isPresent();
        } catch (NumberFormatException ours) {
            return true;
        }
    }
}
