package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.item.ImageItem;
import dev.docket.item.Source;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SetFolderTest {
    @TempDir
    private Path folder;
    private SampleSet sample;

    @BeforeEach
    void sample() {
        sample = new SampleSet(folder, 60);
    }

    @Test
    void theSameSetGivesTheSameBytesSignatureIncluded() throws Exception {
        write(Format.ALL, "one");
        SampleSet again = new SampleSet(folder, 60);
        new SetFolder(again.blobs, again.keys, FolderFiles.DURABLE).write(again.set, Format.ALL, folder.resolve("two"), Progress.NONE, _ -> {});

        assertThat(hashes("one")).isEqualTo(hashes("two")).containsKeys("manifest.json", "manifest.sig", "hashes.csv");
    }

    @Test
    void theDryManifestIsTheOneThatIsWritten() throws Exception {
        Manifest written = write(Format.ALL, "set");

        Manifest dry = new DecisionSetWriter(sample.set, Format.ALL, Images.COPY, sample.keys).write(new DryFiles(sample.blobs, Images.COPY));

        assertThat(dry.hash()).isEqualTo(written.hash());
    }

    @Test
    void aDecisionLeadsBackToItsVerdictsAndThoseToTheReportThatWasOnTheScreen() throws Exception {
        write(EnumSet.of(Format.PROV), "set");

        JsonNode prov = CanonicalJson.MAPPER.readTree(Files.readAllBytes(folder.resolve("set/prov.json")));
        JsonNode bundles = prov.get("bundle");
        assertThat(bundles.size()).isEqualTo(sample.set.rows().size());
        int shown = 0;
        for (String line : Files.readAllLines(folder.resolve("set/data.jsonl"))) {
            JsonNode row = CanonicalJson.MAPPER.readTree(line);
            String item = row.get("item_id").asString();
            JsonNode bundle = bundles.get("docket:item/" + item);
            List<String> from = objects(bundle, "wasDerivedFrom", "prov:generatedEntity", "docket:decision/" + item, "prov:usedEntity");
            for (int i = 0; i < row.get("votes").size(); i++) {
                JsonNode vote = row.get("votes").get(i);
                String number = item + "/" + (i + 1);
                assertThat(from).contains("docket:verdict/" + number);
                assertThat(objects(bundle, "wasAttributedTo", "prov:entity", "docket:verdict/" + number, "prov:agent")).containsExactly("docket:reviewer/" + vote.get("reviewer").asString());
                List<String> used = objects(bundle, "used", "prov:activity", "docket:review/" + number, "prov:entity");
                assertThat(used).contains("docket:image/" + row.get("sha256").asString());
                if (vote.get("report").isNull()) {
                    assertThat(used).hasSize(1);
                } else {
                    shown++;
                    assertThat(used).contains("docket:report/" + vote.get("report").asString());
                    assertThat(objects(bundle, "wasGeneratedBy", "prov:entity", "docket:report/" + vote.get("report").asString(), "prov:activity")).hasSize(1);
                }
            }
        }
        assertThat(shown).isPositive();
    }

    /** Of all relations of this kind from this subject. */
    private static List<String> objects(JsonNode bundle, String relation, String from, String subject, String to) {
        List<String> objects = new ArrayList<>();
        for (JsonNode each : bundle.path(relation)) {
            if (each.get(from).asString().equals(subject)) {
                objects.add(each.get(to).asString());
            }
        }
        return objects;
    }

    @Test
    void aWrittenSetIsSound() throws Exception {
        for (Format format : Format.values()) {
            write(EnumSet.of(format), format.word());

            DecisionSetVerifier.Outcome outcome = DecisionSetVerifier.verify(folder.resolve(format.word()));

            assertThat(outcome.findings()).isEmpty();
            assertThat(outcome.rows()).isPositive();
            assertThat(outcome.keyId()).contains(sample.keys.publicKey().id());
        }
    }

    @Test
    void theImageFolderIsLaidOutAsLoadersExpect() throws Exception {
        write(EnumSet.of(Format.IMAGEFOLDER), "set");

        long pictures = 0;
        for (Path inside : splits()) {
            Set<Set<String>> columns = new HashSet<>();
            for (String line : Files.readAllLines(inside.resolve("metadata.jsonl"))) {
                JsonNode row = CanonicalJson.MAPPER.readTree(line);
                Path picture = inside.resolve(row.get("file_name").asString());
                assertThat(picture).isRegularFile();
                assertThat(picture.getParent().getFileName()).hasToString(row.get("label").asString());
                assertThat(row.values()).noneMatch(value -> value.isNull() || value.isContainer() || value.isFloat() || value.isDouble());
                columns.add(Set.copyOf(row.propertyNames()));
                pictures++;
            }
            assertThat(columns).hasSize(1);
        }
        assertThat(pictures).isEqualTo(sample.set.withImages().size());
        assertThat(Files.readString(folder.resolve("set/README.md"))).startsWith("---\nlicense: other").contains("- split: train\n    path: train/**");
    }

    @Test
    void picturesAreCopiedByteForByte() throws Exception {
        write(EnumSet.of(Format.IMAGEFOLDER), "set");

        for (LabelledItem item : sample.set.withImages()) {
            Path copy = folder.resolve("set").resolve(item.split().word()).resolve(item.label()).resolve(item.item().sha256().hex() + ".png");
            assertThat(Files.readAllBytes(copy)).isEqualTo(sample.blobs.get(item.item().sha256()).orElseThrow());
        }
    }

    @Test
    void onlyHashLabelAndDayLeaveOfAHashOnlyItem() throws Exception {
        write(Format.ALL, "set");

        LabelledItem item = sample.set.hashesOnly().getFirst();
        String name = item.item().sha256().hex();
        Map<String, byte[]> files = bytes(folder.resolve("set"));
        assertThat(new String(files.get("hashes.csv"), StandardCharsets.UTF_8)).contains(name + "," + item.pdq().orElseThrow().hex() + ",90," + item.label() + ",2026-11-03");
        files.remove("hashes.csv");
        assertThat(files.keySet()).noneMatch(path -> path.contains(name));
        assertThat(files.values()).noneMatch(content -> new String(content, StandardCharsets.ISO_8859_1).contains(name));
        assertThat(files.values()).noneMatch(content -> Arrays.equals(content, sample.blobs.get(item.item().sha256()).orElseThrow()));
    }

    @Test
    void aDerivedItemLeavesWithoutItsPicture() throws Exception {
        write(Format.ALL, "set");

        LabelledItem item = sample.set.rows().stream().filter(i -> i.mode() == ExportMode.DERIVED).findFirst().orElseThrow();
        assertThat(bytes(folder.resolve("set")).keySet()).noneMatch(path -> path.contains(item.item().sha256().hex()));
        assertThat(Files.readString(folder.resolve("set/data.jsonl"))).contains(item.item().sha256().hex());
    }

    @Test
    void namesNotesTextsAndMomentsStayHere() throws Exception {
        write(Format.ALL, "set");

        String all = bytes(folder.resolve("set")).values().stream().map(b -> new String(b, StandardCharsets.ISO_8859_1)).collect(Collectors.joining("\n"));
        LabelledItem item = sample.set.items().getFirst();
        assertThat(all).doesNotContain("secret posted text", "a note that stays here", "uploader-", "external-", "12:34:56",
                item.item().id().toString(), item.votes().getFirst().reviewer().toString());
    }

    @Test
    void aReviewerWithFewVotesIsNotToldFromOthers() throws Exception {
        write(EnumSet.of(Format.JSONL), "set");

        List<String> reviewers = Files.readAllLines(folder.resolve("set/data.jsonl")).stream().map(CanonicalJson.MAPPER::readTree)
                .flatMap(row -> row.get("votes").valueStream()).map(vote -> vote.get("reviewer").asString()).toList();
        assertThat(Set.copyOf(reviewers)).hasSize(2).contains("other");
        assertThat(reviewers.stream().filter("other"::equals).count()).isLessThan(Pseudonyms.MIN_VOTES);
    }

    @Test
    void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> write(Format.ALL, "taken")).isInstanceOf(TargetFolderException.class).hasMessageContaining("is not empty");

        assertThat(bytes(folder)).containsOnlyKeys("export.keys", "taken/mine.txt");
    }

    @Test
    void anEmptyFolderIsTaken() throws Exception {
        Files.createDirectory(folder.resolve("empty"));

        write(Format.ALL, "empty");

        assertThat(DecisionSetVerifier.verify(folder.resolve("empty")).findings()).isEmpty();
    }

    @Test
    void aFullDiskLeavesNothingBehindAndSaysSo() throws IOException {
        SetFolder folders = new SetFolder(sample.blobs, sample.keys, file -> full(FolderFiles.DURABLE.open(file), new AtomicLong(4000)));

        assertThatThrownBy(() -> folders.write(sample.set, Format.ALL, folder.resolve("set"), Progress.NONE, _ -> {}))
                .isInstanceOf(IOException.class).hasMessageContaining("No space left on device. Nothing was left behind.");

        assertThat(bytes(folder)).containsOnlyKeys("export.keys");
        assertThat(children()).containsExactly("export.keys");
    }

    @Test
    void aCancelledExportLeavesNothingBehind() throws IOException {
        AtomicLong calls = new AtomicLong();
        Progress impatient = new Progress() {
            @Override
            public void at(long done, long total, String what) {
                calls.incrementAndGet();
            }

            @Override
            public boolean cancelled() {
                return calls.get() > 5;
            }
        };

        assertThatThrownBy(() -> new SetFolder(sample.blobs, sample.keys, FolderFiles.DURABLE)
                .write(sample.set, Format.ALL, folder.resolve("set"), impatient, _ -> {})).isInstanceOf(StoppedException.class);

        assertThat(children()).containsExactly("export.keys");
    }

    @Test
    void aPictureThatLeftTheStoreMeanwhileStopsTheExport() throws IOException {
        sample.blobs.delete(sample.set.withImages().getLast().item().sha256());

        assertThatThrownBy(() -> write(Format.ALL, "set")).isInstanceOf(IOException.class).hasMessageContaining("left the image store");

        assertThat(children()).containsExactly("export.keys");
    }

    @Test
    void leftoversOfAKilledExportGoWithTheNextOne() throws Exception {
        Path leftover = Files.createDirectories(folder.resolve(".set.0b0b.docket-partial/set/train")).getParent().getParent();
        Files.writeString(leftover.resolve("lock"), "");
        Files.writeString(leftover.resolve("set/train/half.png"), "half");

        write(Format.ALL, "set");

        assertThat(children()).containsExactlyInAnyOrder("export.keys", "set");
    }

    @Test
    void anExportUnderWayToTheSameFolderIsNotDisturbed() throws Exception {
        try (StagingFolder other = StagingFolder.beside(folder.resolve("set"))) {
            write(Format.ALL, "set");

            assertThat(other.root()).isDirectory();
            assertThatThrownBy(other::publish).isInstanceOf(TargetFolderException.class);
        }
        assertThat(children()).containsExactlyInAnyOrder("export.keys", "set");
    }

    @Test
    void picturesCanBeNamedAndStayElsewhere() throws Exception {
        Set<Format> formats = EnumSet.complementOf(EnumSet.of(Format.WEBDATASET));
        Manifest manifest = new SetFolder(sample.blobs, sample.keys, Files::newOutputStream).write(Draft.of(sample.set, formats, Images.REFERENCE), List.of(), folder.resolve("set"), Progress.NONE, _ -> {});

        assertThat(manifest.elsewhere()).hasSize(sample.set.withImages().size());
        assertThat(DecisionSetVerifier.verify(folder.resolve("set")).findings()).isEmpty();
        byte[] picture = sample.blobs.get(sample.set.withImages().getFirst().item().sha256()).orElseThrow();
        assertThat(bytes(folder.resolve("set")).values()).noneMatch(content -> new String(content, StandardCharsets.ISO_8859_1).contains(new String(picture, StandardCharsets.ISO_8859_1)));

        Manifest.File first = manifest.elsewhere().getFirst();
        Path place = folder.resolve("set").resolve(first.path());
        Files.createDirectories(place.getParent());
        Files.write(place, sample.blobs.get(ContentHash.fromHex(first.sha256())).orElseThrow());
        assertThat(DecisionSetVerifier.verify(folder.resolve("set")).findings()).isEmpty();
        Files.writeString(place, "another");
        assertThat(DecisionSetVerifier.verify(folder.resolve("set")).findings()).singleElement().asString().contains(" has 7 bytes; the manifest says ");
    }

    @Test
    void aPictureOfAnEarlierSetIsLinkedWhereItIsStillTheSame() throws Exception {
        write(Set.of(Format.IMAGEFOLDER), "one");
        Path bent = folder.resolve("one").resolve(new ImageNames(sample.set.withImages(), Pseudonyms.of(sample.keys.names(), sample.set)).of(sample.set.withImages().getFirst()));
        byte[] was = Files.readAllBytes(bent);
        Files.write(bent, new byte[was.length]);

        Manifest linked = new SetFolder(sample.blobs, sample.keys, Files::newOutputStream)
                .write(Draft.of(sample.set, Set.of(Format.IMAGEFOLDER), Images.LINK), List.of(folder.resolve("gone"), folder.resolve("one")), folder.resolve("two"), Progress.NONE, _ -> {});

        assertThat(DecisionSetVerifier.verify(folder.resolve("two")).findings()).isEmpty();
        long shared = linked.files().stream().filter(f -> f.path().endsWith(".png") && same(f.path())).count();
        assertThat(shared).isEqualTo(sample.set.withImages().size() - 1);
        assertThat(linked.hash()).isEqualTo(write(Set.of(Format.IMAGEFOLDER), "three").hash());
    }

    private boolean same(String path) {
        try {
            return Files.readAttributes(folder.resolve("one").resolve(path), BasicFileAttributes.class).fileKey()
                    .equals(Files.readAttributes(folder.resolve("two").resolve(path), BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSharedPictureWithOneLabelStandsOnceForEachItem() {
        LabelledItem item = sample.set.withImages().getFirst();
        LabelledItem twin = new LabelledItem(
                new ImageItem(new UUID(1, 1), new Source("a", "b"), item.item().sha256(), 1, "image/png", 1, 1,
                        SampleSet.DAY, SampleSet.DAY, item.item().facts()),
                item.lane(), item.pdq(), item.group(), item.deciding(), item.votes(), item.shares(), 1, Set.of(), List.of(), item.reports(), item.mode(), true, item.split());

        ImageNames names = new ImageNames(List.of(item, twin), Pseudonyms.of(new byte[32], sample.set));

        assertThat(names.of(item)).endsWith(item.item().sha256().hex() + ".png").isNotEqualTo(names.of(twin));
        assertThat(names.of(twin)).contains(item.item().sha256().hex() + "-");
    }

    private Manifest write(Set<Format> formats, String name) throws IOException, TargetFolderException {
        return new SetFolder(sample.blobs, sample.keys, Files::newOutputStream).write(sample.set, formats, folder.resolve(name), Progress.NONE, _ -> {});
    }

    private List<String> children() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(p -> p.getFileName().toString()).toList();
        }
    }

    private List<Path> splits() throws IOException {
        try (Stream<Path> inside = Files.list(folder.resolve("set"))) {
            return inside.filter(Files::isDirectory).toList();
        }
    }

    private Map<String, ContentHash> hashes(String name) throws IOException {
        Map<String, ContentHash> hashes = new TreeMap<>();
        bytes(folder.resolve(name)).forEach((path, content) -> hashes.put(path, ContentHash.of(content)));
        return hashes;
    }

    private static OutputStream full(OutputStream disk, AtomicLong left) {
        return new FilterOutputStream(disk) {
            @Override
            public void write(byte[] b, int offset, int length) throws IOException {
                if (left.addAndGet(-length) < 0) {
                    throw new IOException("No space left on device");
                }
                out.write(b, offset, length);
            }
        };
    }

    static Map<String, byte[]> bytes(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
