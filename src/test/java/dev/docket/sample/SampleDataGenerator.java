package dev.docket.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Writes the folder {@code sample-data}: {@code mvn -Psample-data test-compile exec:exec}. The same files every time on one JDK. */
public final class SampleDataGenerator {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SampleDataGenerator() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "sample-data");
        emptied(folder.resolve("images"));
        List<Sample> samples = SamplePlan.samples();
        Map<String, SampleArtist.Drawn> drawn = new ConcurrentHashMap<>();
        samples.parallelStream().forEach(sample -> {
            SampleArtist.Drawn one = SampleArtist.draw(sample);
            drawn.put(sample.id(), one);
            write(folder.resolve(sample.file()), encoded(sample, one.picture()));
        });
        List<BrokenFiles.Broken> broken = broken(folder, samples);
        for (BrokenFiles.Broken file : broken) {
            write(folder.resolve("images").resolve(file.file()), file.bytes());
        }
        writeLines(folder.resolve("queue.jsonl"), queue(samples, broken));
        writeLines(folder.resolve("truth.jsonl"), samples.stream().map(sample -> truth(sample, drawn.get(sample.id()))).toList());
        writeLines(folder.resolve("reviewers.jsonl"), samples.stream().flatMap(sample -> SimulatedReviewers.votes(sample).stream()).toList());
        writeLines(folder.resolve("refused.jsonl"), broken.stream().map(SampleDataGenerator::refused).toList());
    }

    private static void emptied(Path images) throws IOException {
        Files.createDirectories(images);
        try (Stream<Path> old = Files.list(images)) {
            for (Path file : old.filter(f -> f.getFileName().toString().startsWith("img-")).toList()) {
                Files.delete(file);
            }
        }
    }

    private static byte[] encoded(Sample sample, Picture picture) {
        try {
            return SampleArtist.encoded(sample, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BrokenFiles.Broken> broken(Path folder, List<Sample> samples) throws IOException {
        Sample jpeg = samples.stream().filter(s -> s.kind() == SampleKind.BENIGN && s.turn() == 0).findFirst().orElseThrow();
        Sample png = samples.stream().filter(s -> s.format() == Format.PNG).findFirst().orElseThrow();
        return BrokenFiles.all(Files.readAllBytes(folder.resolve(jpeg.file())), Files.readAllBytes(folder.resolve(png.file())));
    }

    /** The manifest: every sample, and the broken files spread among them. */
    static List<Map<String, Object>> queue(List<Sample> samples, List<BrokenFiles.Broken> broken) {
        List<Map<String, Object>> lines = new ArrayList<>(samples.stream().map(QueueFacts::line).toList());
        for (int i = 0; i < broken.size(); i++) {
            lines.add(23 + 31 * i, QueueFacts.line(broken.get(i)));
        }
        return lines;
    }

    /** What a sample is by construction; the outline of a change is given in shares of the upright picture. */
    static Map<String, Object> truth(Sample sample, SampleArtist.Drawn drawn) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", sample.file());
        line.put("id", sample.id());
        line.put("label", sample.kind().label);
        line.put("kind", sample.kind().name().toLowerCase(java.util.Locale.ROOT));
        line.put("origin", sample.kind().origin);
        line.put("scene", sample.motif().subject());
        line.put("cluster", sample.cluster().orElse(null));
        line.put("difficulty", sample.ambiguous() ? "ambiguous" : "plain");
        line.put("gold", sample.gold());
        line.put("mask", drawn.outline().length == 0 ? null : mask(sample, drawn));
        return line;
    }

    private static Map<String, Object> mask(Sample sample, SampleArtist.Drawn drawn) {
        List<List<Double>> points = new ArrayList<>();
        for (int i = 0; i < drawn.outline().length; i += 2) {
            points.add(List.of(share(drawn.outline()[i] / sample.width()), share(drawn.outline()[i + 1] / sample.height())));
        }
        return Map.of(drawn.box() ? "box" : "polygon", points);
    }

    private static double share(double value) {
        return Math.round(Math.clamp(value, 0, 1) * 10_000) / 10_000.0;
    }

    private static Map<String, Object> refused(BrokenFiles.Broken broken) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", "images/" + broken.file());
        line.put("id", Objects.requireNonNull(QueueFacts.line(broken).get("id")));
        line.put("why", broken.why());
        return line;
    }

    static String json(List<Map<String, Object>> lines) {
        StringBuilder text = new StringBuilder();
        for (Map<String, Object> line : lines) {
            text.append(JSON.writeValueAsString(line)).append('\n');
        }
        return text.toString();
    }

    private static void writeLines(Path file, List<Map<String, Object>> lines) throws IOException {
        Files.writeString(file, json(lines), StandardCharsets.UTF_8);
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
