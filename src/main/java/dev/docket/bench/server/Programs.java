package dev.docket.bench.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's own programs.
 *
 * @param folder which {@code initdb}, {@code pg_ctl} and {@code postgres} are in
 */
record Programs(Path folder) {
    private static final List<String> NEEDED = List.of("initdb", "pg_ctl", "postgres");
    /** Where Debian and its kin put a folder for each version. */
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    /** On the PATH, else the newest that Debian's packages installed. */
    static Optional<Programs> find() {
        return onPath("initdb").flatMap(initdb -> in(initdb.getParent())).or(() -> newest(VERSIONS));
    }

    /** Those in this folder; empty when one is missing. */
    static Optional<Programs> in(Path folder) {
        return NEEDED.stream().allMatch(name -> Files.isExecutable(folder.resolve(name))) ? Optional.of(new Programs(folder)) : Optional.empty();
    }

    static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/sbin")).filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(program)).filter(Files::isExecutable).findFirst();
    }

    static Optional<Programs> newest(Path versions) {
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(versions)) {
            return folders.filter(folder -> folder.getFileName().toString().matches("\\d+"))
                    .sorted(Comparator.comparingInt((Path folder) -> Integer.parseInt(folder.getFileName().toString())).reversed())
                    .flatMap(folder -> in(folder.resolve("bin")).stream()).findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    String path(String program) {
        return folder.resolve(program).toString();
    }
}
