package dev.docket.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What everybody said they did, in the order in which it was heard, and what was done to them: in a file, outside all that is
 * tested, by a process that is never killed. A line that a process wrote before it was killed is still heard. Several threads.
 */
final class History implements AutoCloseable {
    private final Path folder;
    private final Writer file;
    private final long start = System.nanoTime();
    private final Map<String, Integer> counts = new TreeMap<>();
    /** Whose key it was. */
    private final Map<UUID, String> made = new LinkedHashMap<>();
    private final Map<UUID, String> kept = new LinkedHashMap<>();

    History(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.file = Files.newBufferedWriter(folder.resolve("history.log"));
    }

    Path folder() {
        return folder;
    }

    synchronized void add(String who, String line) {
        try {
            file.write((System.nanoTime() - start) / 1_000_000 + " " + who + " " + line + "\n");
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] words = line.split(" ");
        counts.merge(words[0], 1, Integer::sum);
        switch (words[0]) {
            case "MADE" -> made.put(UUID.fromString(words[1]), who);
            case "KEPT" -> {
                kept.put(UUID.fromString(words[1]), who);
                counts.merge("KEPT " + words[2], 1, Integer::sum);
            }
            case "REDONE" -> made.put(UUID.fromString(words[1]), who);
            case "UNDOING" -> {
                if (words.length > 1) {
                    kept.remove(UUID.fromString(words[1]));
                }
            }
            default -> { }
        }
    }

    /** Verdicts whose key was pressed, by whom. */
    synchronized Map<UUID, String> made() {
        return Map.copyOf(made);
    }

    /** Verdicts after which the screen moved on, and that nobody began to take back, by whom. */
    synchronized Map<UUID, String> kept() {
        return Map.copyOf(kept);
    }

    synchronized int count(String word) {
        return counts.getOrDefault(word, 0);
    }

    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
