package dev.docket.report.benchmark;

import dev.docket.classify.Classifier;
import dev.docket.classify.ModelScore;
import dev.docket.classify.ScoringException;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.UndecodableImageException;
import dev.docket.progress.Progress;
import dev.docket.storage.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model said of a benchmark.
 *
 * @param data SHA-256 over name, truth, family and the hashes of the pictures of every film scored, in order: equal benchmarks have equal hashes
 * @param unread pictures left out, each with the reason
 */
public record BenchmarkScores(List<Scored> films, ContentHash data, List<String> unread) {
    private static final long LARGEST_PICTURE = 256L << 20;

    /**
     * One film.
     *
     * @param score mean over its pictures, 0..1
     * @param threshold of the model for the label
     */
    public record Scored(Film film, double score, double threshold) {}

    public BenchmarkScores {
        films = List.copyOf(films);
        unread = List.copyOf(unread);
    }

    /**
     * @param label the model's that means fake
     * @throws dev.docket.progress.StoppedException when cancelled
     */
    public static BenchmarkScores of(Classifier model, String label, ImageDecoder decoder, BenchmarkFolder folder, Progress progress) throws IOException {
        List<Scored> scored = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        for (Film film : folder.films()) {
            double sum = 0;
            int read = 0;
            double threshold = 0;
            StringBuilder hashes = new StringBuilder();
            for (Path picture : film.pictures()) {
                progress.stopIfCancelled();
                try {
                    byte[] bytes = bytes(picture);
                    ModelScore score = model.score(decoder.decode(bytes)).stream().filter(s -> s.label().equals(label)).findFirst().orElseThrow();
                    sum += score.score();
                    threshold = score.threshold();
                    hashes.append(' ').append(ContentHash.of(bytes).hex());
                    read++;
                } catch (IOException | UndecodableImageException | ScoringException e) {
                    unread.add(BenchmarkFolder.plain(picture.getFileName() + ": " + e.getMessage()));
                }
            }
            if (read > 0) {
                scored.add(new Scored(film, sum / read, threshold));
                seen.write((film.name() + "\t" + film.fake() + "\t" + film.family() + hashes + "\n").getBytes(StandardCharsets.UTF_8));
            }
            progress.at(scored.size(), folder.films().size(), BenchmarkFolder.plain(film.name()));
        }
        return new BenchmarkScores(scored, ContentHash.of(seen.toByteArray()), unread);
    }

    private static byte[] bytes(Path picture) throws IOException {
        if (Files.size(picture) > LARGEST_PICTURE) {
            throw new IOException("it is larger than " + (LARGEST_PICTURE >> 20) + " MB");
        }
        return Files.readAllBytes(picture);
    }
}
