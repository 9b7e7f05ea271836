package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.progress.Progress;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class DecisionSetVerifierTest {
    @TempDir
    private Path folder;
    private Path set;
    private SampleSet sample;

    @BeforeEach
    void write() throws Exception {
        sample = new SampleSet(folder, 40);
        set = folder.resolve("set");
        new SetFolder(sample.blobs, sample.keys, Files::newOutputStream).write(sample.set, Format.ALL, set, Progress.NONE, _ -> {});
    }

    @Test
    void oneFlippedBitInAnyFileIsFound() throws IOException {
        Random random = new Random(3);
        List<Path> files;
        try (Stream<Path> all = Files.walk(set)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            byte[] bent = content.clone();
            bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bent);

            assertThat(findings()).as(file.toString()).isNotEmpty();

            Files.write(file, content);
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void aMissingAndAnAddedFileAreNamed() throws IOException {
        Files.delete(set.resolve("data.csv"));
        Files.writeString(set.resolve("train/extra.txt"), "more");

        assertThat(findings()).containsExactly("data.csv is missing.", "train/extra.txt is not in the manifest.");
    }

    @Test
    void aFolderWithoutManifestIsToldPlainly() throws IOException {
        Files.delete(set.resolve("manifest.json"));

        assertThat(findings()).containsExactly("manifest.json is missing.");
    }

    @Test
    void aManifestSignedByAnotherKeyOfTheSameNameIsFound() throws IOException {
        ExportKeys other = ExportKeys.open(folder.resolve("other.keys"), new byte[32]);
        Files.write(set.resolve("manifest.sig"), other.sign(Files.readAllBytes(set.resolve("manifest.json"))));

        assertThat(findings()).singleElement().asString().startsWith("The signature does not match");
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path link = set.resolve("data.csv");
        Files.delete(link);
        Files.createSymbolicLink(link, secret);
        Files.createSymbolicLink(set.resolve("loop"), set);

        assertThat(findings()).contains("data.csv is a symbolic link, which a decision set never holds.", "loop is a symbolic link, which a decision set never holds.", "data.csv is missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "train/../../secret", "C:\\secret", "a//b", "./a", "manifest.json", "", "a\u0000b", "a\u001b[2Jb"})
    void pathsOutOfTheFolderAreRefused(String path) throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");
        resign(m -> ((ArrayNode) m.get("files")).addObject().put("path", path).put("bytes", 6).put("sha256", "0".repeat(64)));

        assertThat(findings()).singleElement().asString().contains("is no path inside the folder").doesNotContain("\u001b");
    }

    @Test
    void aHugeManifestIsNotRead() throws IOException {
        try (var file = new RandomAccessFile(set.resolve("manifest.json").toFile(), "rw")) {
            file.setLength(1L << 40);
        }

        assertThat(findings()).containsExactly("manifest.json has 1099511627776 bytes, more than any decision set needs.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"schema\":\"docket.decision-set/1\"}", "{\"schema\":\"docket.decision-set/1\",\"files\":[null]}", "not json", "{\"files\":{}}"})
    void nonsenseInPlaceOfTheManifestIsAFinding(String text) throws IOException {
        Files.writeString(set.resolve("manifest.json"), text);

        assertThat(findings()).isNotEmpty().allMatch(f -> f.startsWith("manifest.json"));
    }

    @Test
    void deeplyNestedJsonIsAFinding() throws IOException {
        Files.writeString(set.resolve("manifest.json"), "[".repeat(100_000));

        assertThat(findings()).singleElement().asString().startsWith("manifest.json cannot be read");
    }

    @Test
    void wrongCountsAreFoundThoughSigned() throws IOException {
        resign(m -> ((ObjectNode) m.get("counts").get("by_label").get("benign")).put("train", 1000));

        assertThat(findings()).containsExactly("The rows by label are not those the manifest counts.");
    }

    @Test
    void aGroupInTwoSplitsIsFoundInTheRowsThemselves() {
        List<SetRow> rows = new ArrayList<>();
        rows.add(row("a", "c1", "train", "00".repeat(32)));
        rows.add(row("b", "c1", "test", "ff".repeat(32)));

        assertThat(LeakageCheck.findings(rows, false)).containsExactly("Near-duplicate group c1 stands in 2 splits: test, train.");
    }

    @Test
    void picturesThatLookAlikeInTwoSplitsAreFoundWhateverTheirGroups() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            byte[] hash = new byte[32];
            random.nextBytes(hash);
            byte[] near = hash.clone();
            random.ints(0, 256).distinct().limit(31).forEach(bit -> near[bit / 8] ^= (byte) (1 << bit % 8));
            List<SetRow> rows = List.of(row("a", "c1", "train", hex(hash)), row("b", "c2", "test", hex(near)));

            assertThat(LeakageCheck.findings(rows, false)).containsExactly("Items a (train) and b (test) look alike: their PDQ hashes are 31 bits apart.");
        }
    }

    @Test
    void anUploaderInTwoSplitsCountsOnlyWhereUploadersAreKeptTogether() {
        List<SetRow> rows = List.of(row("a", "c1", "train", null), row("b", "c2", "test", null), row("c", "c3", "gold", null));

        assertThat(LeakageCheck.findings(rows, false)).isEmpty();
        assertThat(LeakageCheck.findings(rows, true)).containsExactly("Uploader u stands in 2 splits: test, train.");
    }

    private List<String> findings() throws IOException {
        return DecisionSetVerifier.verify(set).findings();
    }

    /** Changes the manifest and signs it anew with the right key. */
    @Test
    void aRootThatIsNotOfTheFilesIsFoundAndSetsOfBeforeHaveNone() throws Exception {
        resign(m -> m.put("root", "0".repeat(64)));
        assertThat(findings()).containsExactly("The root in manifest.json is not that of its files.");

        resign(m -> m.remove("root"));
        assertThat(findings()).isEmpty();
    }

    private void resign(Consumer<ObjectNode> change) throws IOException {
        ObjectNode manifest = (ObjectNode) CanonicalJson.MAPPER.readTree(Files.readString(set.resolve("manifest.json")));
        change.accept(manifest);
        byte[] text = CanonicalJson.write(manifest).getBytes(StandardCharsets.UTF_8);
        Files.write(set.resolve("manifest.json"), text);
        Files.write(set.resolve("manifest.sig"), sample.keys.sign(text));
    }

    private static SetRow row(String item, String group, String split, String pdq) {
        return new SetRow(item, ContentHash.of(item.getBytes()).hex(), pdq, pdq == null ? null : 90, group, "u", "benign", split, null);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
