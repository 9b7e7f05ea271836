package dev.docket.bench;

import dev.docket.decode.DecodedImage;
import dev.docket.desk.Desk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What an intake has to do to the pixels, each part alone on all cores: first all are decoded, then all hashed, then
 * all searched for marks, then all scored, a few pictures at a time, with the desk's own means. One thread.
 */
final class IntakeParts implements AutoCloseable {
    /** As many decoded pictures as fit into the memory of a small machine. */
    private static final int AT_A_TIME = 24;

    enum Part {
        DECODE("decoding"), HASH("hashing"), MARKS("looking for watermarks"), SCORE("scoring");

        final String words;

        Part(String words) {
            this.words = words;
        }
    }

    private final Desk desk;
    private final ExecutorService cores = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Map<Part, Long> nanos = new EnumMap<>(Part.class);

    IntakeParts(Desk desk) {
        this.desk = desk;
    }

    void run(List<Path> files) throws Exception {
        for (int from = 0; from < files.size(); from += AT_A_TIME) {
            List<Callable<DecodedImage>> decoding = new ArrayList<>();
            for (Path file : files.subList(from, Math.min(files.size(), from + AT_A_TIME))) {
                decoding.add(() -> desk.decoder.decode(Files.readAllBytes(file)));
            }
            List<DecodedImage> images = timed(Part.DECODE, decoding);
            timed(Part.HASH, images.stream().<Callable<Object>>map(image -> () -> desk.hasher.hash(image)).toList());
            timed(Part.MARKS, images.stream().<Callable<Object>>map(image -> () -> desk.watermarks.look(image)).toList());
            timed(Part.SCORE, images.stream().<Callable<Object>>map(image -> () -> desk.models.score(image)).toList());
        }
    }

    private <T> List<T> timed(Part part, List<Callable<T>> work) throws Exception {
        long start = System.nanoTime();
        List<T> results = new ArrayList<>();
        for (Future<T> done : cores.invokeAll(work)) {
            results.add(done.get());
        }
        nanos.merge(part, System.nanoTime() - start, Long::sum);
        return results;
    }

    /** Begins to count anew. */
    void forget() {
        nanos.clear();
    }

    long nanos(Part part) {
        return nanos.getOrDefault(part, 0L);
    }

    /** Of all parts. */
    long nanos() {
        return nanos.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        cores.shutdownNow();
    }
}
