package dev.docket.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.decode.FormatDecoders;
import dev.docket.decode.UndecodableImageException;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PdqHasher;
import dev.docket.hash.PerceptualHash;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The committed sample data are what the program makes, and hold what their README promises. */
class SampleDataTest {
    private static final Path FOLDER = Path.of(System.getProperty("docket.home", "."), "sample-data");
    private static final long MOST_BYTES = 15_000_000;

    @Test
    void theQueueIsWhatTheProgramWrites() throws IOException {
        List<BrokenFiles.Broken> broken = BrokenFiles.all(new byte[100], new byte[100]);

        assertThat(SampleDataGenerator.json(SampleDataGenerator.queue(SamplePlan.samples(), broken)))
                .isEqualTo(Files.readString(FOLDER.resolve("queue.jsonl")));
    }

    @Test
    void theVotesAreWhatTheProgramWrites() throws IOException {
        assertThat(SampleDataGenerator.json(SamplePlan.samples().stream().flatMap(s -> SimulatedReviewers.votes(s).stream()).toList()))
                .isEqualTo(Files.readString(FOLDER.resolve("reviewers.jsonl")));
    }

    @Test
    void aHandfulOfPicturesIsDrawnAgainPixelByPixel() throws IOException {
        Map<String, JsonNode> truth = byId("truth.jsonl");
        List<Sample> some = SamplePlan.samples().stream().filter(s -> s.format() == Format.PNG).filter(s -> s.number() % 4 == 0).limit(5).toList();

        assertThat(some).hasSizeGreaterThanOrEqualTo(4);
        for (Sample sample : some) {
            SampleArtist.Drawn drawn = SampleArtist.draw(sample);
            assertThat(pixels(ImageIO.read(FOLDER.resolve(sample.file()).toFile()))).as(sample.file()).isEqualTo(pixels(drawn.picture().toImage()));
            assertThat(JsonMapper.shared().readTree(SampleDataGenerator.json(List.of(SampleDataGenerator.truth(sample, drawn)))))
                    .isEqualTo(truth.get(sample.id()));
        }
    }

    @Test
    void everyNamedFileIsThereAndNoOther() throws IOException {
        Set<String> named = lines("queue.jsonl").stream().map(line -> line.get("file").asString()).collect(Collectors.toSet());
        Set<String> present;
        try (Stream<Path> files = Files.list(FOLDER.resolve("images"))) {
            present = files.map(file -> "images/" + file.getFileName()).collect(Collectors.toSet());
        }

        assertThat(named).hasSize(206).isEqualTo(present);
        assertThat(byId("refused.jsonl")).hasSize(6);
    }

    @Test
    void theFolderStaysSmall() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum()).isLessThan(MOST_BYTES);
        }
    }

    @Test
    void everyKindHasItsNumber() throws IOException {
        Map<String, Long> kinds = lines("truth.jsonl").stream().collect(Collectors.groupingBy(line -> line.get("kind").asString(), Collectors.counting()));

        assertThat(kinds).isEqualTo(Map.of("benign", 80L, "synthetic", 30L, "disclosed", 15L, "manipulated", 20L, "spam", 20L, "emblem", 15L,
                "paint", 10L, "likeness", 10L));
    }

    @Test
    void clustersAmbiguousAndGoldSamplesHaveTheirNumbers() throws IOException {
        List<JsonNode> truth = lines("truth.jsonl");
        Map<String, Long> clusters = truth.stream().filter(line -> !line.get("cluster").isNull())
                .collect(Collectors.groupingBy(line -> line.get("cluster").asString(), Collectors.counting()));

        assertThat(clusters).hasSize(12).allSatisfy((name, size) -> assertThat(size).isEqualTo(3));
        assertThat(truth.stream().filter(line -> line.get("difficulty").asString().equals("ambiguous"))).hasSize(30);
        assertThat(truth.stream().filter(line -> line.get("gold").asBoolean())).hasSize(30)
                .filteredOn(line -> line.get("label").asString().equals("benign")).hasSize(15);
    }

    @Test
    void everyClusterIsOneByItsHashes() throws Exception {
        Map<String, List<PerceptualHash>> clusters = new HashMap<>();
        for (JsonNode line : lines("truth.jsonl")) {
            if (!line.get("cluster").isNull()) {
                byte[] file = Files.readAllBytes(FOLDER.resolve(line.get("file").asString()));
                clusters.computeIfAbsent(line.get("cluster").asString(), c -> new ArrayList<>())
                        .add(new PdqHasher().hash(new FormatDecoders().decode(file)));
            }
        }

        assertThat(clusters).allSatisfy((name, hashes) -> assertThat(hashes).allSatisfy(hash -> {
            assertThat(hash.quality()).isGreaterThanOrEqualTo(NearDuplicates.MIN_QUALITY);
            assertThat(hashes).allSatisfy(other -> assertThat(hash.distance(other)).isLessThanOrEqualTo(NearDuplicates.MAX_DISTANCE));
        }));
    }

    @Test
    void brokenFilesAreRefusedByTheDecoder() throws IOException {
        for (JsonNode line : lines("refused.jsonl")) {
            byte[] file = Files.readAllBytes(FOLDER.resolve(line.get("file").asString()));
            assertThatThrownBy(() -> new FormatDecoders().decode(file)).as(line.toString()).isInstanceOf(UndecodableImageException.class);
        }
    }

    @Test
    void theQueueDoesNotTellTheTruth() throws IOException {
        assertThat(lines("queue.jsonl")).allSatisfy(line -> assertThat(line.propertyNames()).doesNotContain("label", "kind", "origin", "cluster"));
    }

    @Test
    void theBiasedSourceAccusesTheInnocentMoreOften() throws IOException {
        int[] biased = falseAccusations(true);
        int[] others = falseAccusations(false);
        double p = biased[0] / (double) biased[1];
        double q = others[0] / (double) others[1];
        double margin = 1.96 * Math.sqrt(p * (1 - p) / biased[1] + q * (1 - q) / others[1]);

        assertThat(p - q).as("difference of false positive rates %.3f - %.3f", p, q).isGreaterThan(margin);
    }

    @Test
    void theVendorIsInformativeAndNotMore() throws IOException {
        Map<String, JsonNode> truth = byId("truth.jsonl");
        for (String label : QueueFacts.LABELS) {
            assertThat(rankingQuality(label, truth)).as(label).isBetween(.68, .92);
        }
    }

    /** Accusations over the threshold, and all scores, for labels that are not the sample's. */
    private int[] falseAccusations(boolean biased) throws IOException {
        Map<String, JsonNode> truth = byId("truth.jsonl");
        int[] counts = new int[2];
        for (JsonNode line : scored()) {
            if (line.get("source").asString().equals(QueueFacts.BIASED_SOURCE) == biased) {
                for (JsonNode score : line.get("scores")) {
                    if (!score.get("label").asString().equals(truth.get(line.get("id").asString()).get("label").asString())) {
                        counts[0] += score.get("score").asDouble() >= score.get("threshold").asDouble() ? 1 : 0;
                        counts[1]++;
                    }
                }
            }
        }
        return counts;
    }

    /** Share of pairs of one that is the label and one that is not which the vendor ranks right. */
    private double rankingQuality(String label, Map<String, JsonNode> truth) throws IOException {
        Map<Boolean, List<Double>> scores = new HashMap<>(scored().stream().collect(Collectors.partitioningBy(
                line -> truth.get(line.get("id").asString()).get("label").asString().equals(label),
                Collectors.mapping(line -> line.get("scores").get(QueueFacts.LABELS.indexOf(label)).get("score").asDouble(), Collectors.toList()))));
        double right = 0;
        for (double yes : scores.get(true)) {
            for (double no : scores.get(false)) {
                right += yes > no ? 1 : yes == no ? .5 : 0;
            }
        }
        return right / (scores.get(true).size() * (double) scores.get(false).size());
    }

    private static List<JsonNode> scored() throws IOException {
        return lines("queue.jsonl").stream().filter(line -> line.has("scores")).toList();
    }

    private static Map<String, JsonNode> byId(String file) throws IOException {
        return lines(file).stream().collect(Collectors.toMap(line -> line.get("id").asString(), line -> line));
    }

    private static List<JsonNode> lines(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private static int[] pixels(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        return pixels;
    }
}
