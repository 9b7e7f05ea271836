package dev.docket.bench.reference;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Our own small programs that drive other people's libraries, unpacked and started. One thread. */
public final class Scripts {
    private final Path folder;
    private final long leastNanos;

    /**
     * @param folder where they are unpacked
     * @param leastNanos how long a sample lasts at the least
     */
    public Scripts(Path folder, long leastNanos) {
        this.folder = folder;
        this.leastNanos = leastNanos;
    }

    /** Starts a script by the first Python on the path that has what the script needs. */
    public Optional<Peer> python(String script, String... arguments) throws IOException {
        return start("python3", script, arguments);
    }

    /** Starts a script by Node. */
    public Optional<Peer> node(String script, String... arguments) throws IOException {
        return start("node", script, arguments);
    }

    private Optional<Peer> start(String interpreter, String script, String... arguments) throws IOException {
        Path unpacked = unpacked(script);
        for (String program : onPath(interpreter)) {
            List<String> command = new ArrayList<>(List.of(program, unpacked.toString()));
            command.addAll(List.of(arguments));
            Optional<Peer> peer = Peer.start(command, leastNanos);
            if (peer.isPresent()) {
                return peer;
            }
        }
        return Optional.empty();
    }

    private static List<String> onPath(String program) {
        String path = System.getenv("PATH");
        return path == null ? List.of() : Arrays.stream(path.split(File.pathSeparator)).filter(Predicate.not(String::isBlank))
                .flatMap(place -> List.of(Path.of(place, program), Path.of(place, program + ".exe")).stream())
                .filter(Files::isExecutable).map(Path::toString).toList();
    }

    private Path unpacked(String script) throws IOException {
        Path file = folder.resolve(script);
        if (!Files.exists(file)) {
            try (InputStream in = Scripts.class.getResourceAsStream("/bench/" + script)) {
                if (in == null) {
                    throw new IllegalStateException("This copy of Docket lacks bench/" + script);
                }
                Files.copy(in, file);
            }
        }
        return file;
    }
}
