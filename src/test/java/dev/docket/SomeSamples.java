package dev.docket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The first lines of the sample queue with their pictures, where the whole of it would take too long. */
public final class SomeSamples {
    private static final Path HOME = Path.of(System.getProperty("docket.home", "."), "sample-data");

    private SomeSamples() {}

    /**
     * @param folder is made, and gets {@code queue.jsonl} and {@code images}
     * @return the folder
     */
    public static Path in(Path folder, int count) throws IOException {
        List<String> lines = Files.readAllLines(HOME.resolve("queue.jsonl")).subList(0, count);
        Path images = Files.createDirectories(folder.resolve("images"));
        for (String line : lines) {
            String file = line.replaceFirst(".*\"file\":\"images/([^\"]+)\".*", "$1");
            Files.copy(HOME.resolve("images").resolve(file), images.resolve(file));
        }
        Files.write(folder.resolve("queue.jsonl"), lines);
        return folder;
    }
}
