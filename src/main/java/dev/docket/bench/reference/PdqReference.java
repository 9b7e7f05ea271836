package dev.docket.bench.reference;

import dev.docket.bench.measure.Contestant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code benchmark-photo-hasher} of Meta's C++: it hashes the pictures of a folder and takes its own time, reading and
 * scaling to 512 x 512 left out. One thread. Source: github.com/facebook/ThreatExchange, pdq/cpp/bin.
 */
public final class PdqReference {
    private static final String TOTAL = "TIME SPENT HASHING PHOTOS (SECONDS):";
    private static final double NANOS = 1e9;

    private final Path tool;

    public PdqReference(Path tool) {
        this.tool = tool;
    }

    /**
     * Hashing the pictures of a folder in turn.
     *
     * @param times how many hashes a sample makes
     */
    public Contestant contestant(Path folder, int times) {
        return new Contestant() {
            @Override
            public String name() {
                return "C++ reference";
            }

            @Override
            public double sample() throws IOException {
                String total = run("-n", Integer.toString(times), folder.toString()).stream().filter(line -> line.startsWith(TOTAL))
                        .findFirst().orElseThrow(() -> new IOException(tool.getFileName() + " did not tell its time"));
                return Double.parseDouble(total.substring(TOTAL.length()).strip()) * NANOS / times;
            }
        };
    }

    /** The hash of each picture in a folder, 64 hex digits, by file name. */
    public Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new HashMap<>();
        String file = "";
        for (String line : run("-v", folder.toString())) {
            if (line.startsWith("File: ")) {
                file = Path.of(line.substring("File: ".length())).getFileName().toString();
            } else if (line.startsWith("Hash: ")) {
                hashes.put(file, line.substring("Hash: ".length()).strip());
            }
        }
        return hashes;
    }

    private List<String> run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(tool.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var answers = process.inputReader(StandardCharsets.UTF_8)) {
            return answers.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }
}
