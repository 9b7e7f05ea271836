package dev.docket.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.intake.IntakeSources.Format;
import dev.docket.item.EarlierLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ForeignSourcesTest {
    @TempDir
    private Path outside;
    private Path folder;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    @BeforeEach
    void images() throws IOException {
        folder = Files.createDirectories(outside.resolve("set"));
        for (String name : List.of("a.png", "images/b.png", "train/gore/c.png", "train/d.png", "data/e.png", "film/f1.jpg", "film_0002.jpg")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "not looked into here");
        }
        Files.writeString(outside.resolve("secret.png"), "secret");
    }

    @Test
    void labelStudiosTasksBringTheirLabelsAndSayWhoGaveThem() throws Exception {
        read(Format.LABEL_STUDIO, "tasks.json", """
                [{"id": 1, "data": {"image": "/data/upload/7/a.png"}, "annotations": [
                   {"result": [{"type": "choices", "value": {"choices": ["spam", "gore"]}}, {"type": "rectanglelabels", "value": {"rectanglelabels": ["face"]}}]},
                   {"was_cancelled": true, "result": [{"type": "choices", "value": {"choices": ["withdrawn"]}}]}],
                  "predictions": [{"model_version": "m1", "result": [{"type": "choices", "value": {"choices": ["benign"]}}]}]},
                 {"data": {"picture": "/data/local-files/?d=images%2Fb.png"}, "annotations": []}]""");

        assertThat(refused).isEmpty();
        assertThat(candidates.getFirst().facts().earlierLabels()).containsExactly(
                new EarlierLabel("spam", "Label Studio, annotation"), new EarlierLabel("gore", "Label Studio, annotation"),
                new EarlierLabel("face", "Label Studio, annotation"), new EarlierLabel("benign", "Label Studio, prediction of m1"));
        assertThat(candidates.getLast().place()).isEqualTo("tasks.json, task 2 (b.png)");
    }

    @Test
    void cocosCategoriesAreNamed() throws Exception {
        read(Format.COCO, "coco.json", """
                {"images": [{"id": 5, "file_name": "a.png"}, {"id": 6, "file_name": "b.png"}],
                 "annotations": [{"image_id": 5, "category_id": 2}, {"image_id": 5, "category_id": 2}, {"image_id": 5, "category_id": 9}],
                 "categories": [{"id": 2, "name": "gore"}]}""");

        assertThat(refused).containsExactly("coco.json, annotation 3: category_id: there is no category 9");
        assertThat(labels()).containsExactly(List.of("gore"), List.of());
    }

    @Test
    void fiftyOnesSamplesAndItsClassificationFolderAreRead() throws Exception {
        read(Format.FIFTYONE, "samples.json", """
                {"samples": [{"filepath": "train/d.png", "tags": ["x"], "ground_truth": {"_cls": "Classification", "label": "gore"},
                  "boxes": {"_cls": "Detections", "detections": [{"_cls": "Detection", "label": "face"}]}}]}""");
        read(Format.FIFTYONE, "labels.json", "{\"classes\": [\"x\", \"y\"], \"labels\": {\"e\": 1, \"missing\": 0}}");

        assertThat(labels()).containsExactly(List.of("gore", "face"), List.of("y"));
        assertThat(refused).containsExactly("labels.json, sample 2: there is no image 'missing' in data");
    }

    @Test
    void anImageFoldersLabelsAreItsTablesAndItsFoldersNames() throws Exception {
        Files.writeString(folder.resolve("train/metadata.jsonl"), "{\"file_name\": \"d.png\", \"label\": \"spam\"}\nnonsense\n{\"label\": \"x\"}\n");

        read(IntakeSources.open(folder, Format.IMAGEFOLDER, "", Clock.systemUTC()));

        assertThat(candidates).anySatisfy(c -> {
            assertThat(c.place()).startsWith("train/d.png");
            assertThat(c.facts().earlierLabels()).containsExactly(new EarlierLabel("spam", "image folder, metadata.jsonl"));
        }).anySatisfy(c -> {
            assertThat(c.place()).startsWith("train/gore/c.png");
            assertThat(c.facts().earlierLabels()).containsExactly(new EarlierLabel("gore", "image folder, folder's name"));
        }).filteredOn(c -> c.place().startsWith("a.png")).singleElement().satisfies(c -> assertThat(c.facts().earlierLabels()).isEmpty());
        assertThat(refused).hasSize(2).allMatch(r -> r.startsWith("train/metadata.jsonl:2: not valid JSON") || r.equals("train/metadata.jsonl:3: file_name: a text is wanted"));
    }

    @Test
    void framesOfAFilmAreFoundAndStayWithTheirOriginal() throws Exception {
        read(Format.DFDC, "metadata.json", "{\"film.mp4\": {\"label\": \"FAKE\", \"split\": \"train\", \"original\": \"real.mp4\"}, \"gone.mp4\": {\"label\": \"REAL\"}, \"a.png\": {\"label\": \"maybe\"}}");

        assertThat(candidates).extracting(c -> c.facts().uploader().orElseThrow()).containsExactly("dfdc:real", "dfdc:real");
        assertThat(labels()).containsExactly(List.of("FAKE"), List.of("FAKE"));
        assertThat(refused).hasSize(2).anyMatch(r -> r.contains("entry 2: 'gone.mp4': there are no images of it")).anyMatch(r -> r.equals("metadata.json, entry 3: label: FAKE or REAL is wanted"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "../secret.png|lies outside the folder", "/etc/passwd|lies outside the folder", "link.png|links to outside the folder", "https://example.org/a.png|is an address; nothing is fetched",
        "s3://bucket/a.png|is an address", "nowhere.png|there is no 'nowhere.png'", "''|a file name of 1 to 1000 characters is wanted"})
    void aFileIsNeverLookedForOutsideTheFolder(String name, String why) throws Exception {
        Files.createSymbolicLink(folder.resolve("link.png"), outside.resolve("secret.png"));

        read(Format.LABEL_STUDIO, "tasks.json", "[{\"data\": {\"image\": \"" + name + "\"}}, {\"data\": {\"image\": \"a.png\"}}]");

        assertThat(refused).singleElement().asString().startsWith("tasks.json, task 1: data.image: ").contains(why);
        assertThat(candidates).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"LABEL_STUDIO", "COCO", "FIFTYONE", "DFDC"})
    void whatIsNoDocumentIsRefusedByNameAndBreaksNothing(Format format) throws Exception {
        for (String text : List.of("", "nonsense", "[1, 2", "{\"samples\": 3}", "[[[", "[".repeat(100_000), "{\"images\": [" + "7,".repeat(50) + "{}]}", "{\"a\": {\"label\": []}}", "null", "\"text\"")) {
            String name = format == Format.FIFTYONE ? "samples.json" : "x.json";
            read(format, name, text);
            assertThat(refused).as(text.substring(0, Math.min(20, text.length()))).isNotEmpty().allMatch(r -> r.startsWith(name));
            refused.clear();
        }
        assertThat(candidates).isEmpty();
    }

    @Test
    void anElementTooLargeToBeHonestIsNotHeldInMemory() throws Exception {
        read(Format.LABEL_STUDIO, "tasks.json", "[{\"data\": {\"image\": \"a.png\"}}, {\"data\": {\"image\": [" + "\"x\",".repeat(2_000_000) + "1]}}]");

        assertThat(candidates).hasSize(1);
        assertThat(refused).singleElement().asString().contains("more than 4 MiB");
    }

    @Test
    void whatIsNotThereIsSaidBeforeAnythingIsRead() {
        assertThatThrownBy(() -> IntakeSources.open(folder.resolve("film"), Format.DFDC, "", Clock.systemUTC())).isInstanceOf(IntakeException.class).hasMessageContaining("there is no metadata.json here");
        assertThatThrownBy(() -> IntakeSources.open(folder, Format.COCO, "", Clock.systemUTC())).isInstanceOf(IntakeException.class).hasMessageContaining("no JSON file of the format coco");
        assertThat(Format.LABEL_STUDIO).hasToString("label-studio");
    }

    private void read(Format format, String name, String text) throws Exception {
        read(IntakeSources.open(Files.writeString(folder.resolve(name), text), format, "", Clock.systemUTC()));
    }

    private void read(IntakeSource source) {
        source.forEach(candidates::add, refusal -> refused.add(refusal.place() + ": " + refusal.reason()));
    }

    private List<List<String>> labels() {
        return candidates.stream().map(c -> c.facts().earlierLabels().stream().map(EarlierLabel::label).toList()).toList();
    }
}
