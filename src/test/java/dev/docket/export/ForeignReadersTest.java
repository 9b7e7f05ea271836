package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.docket.progress.Progress;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/** What is written is read back by programs and schemas that know nothing of Docket. */
class ForeignReadersTest {
    @TempDir
    private Path folder;
    private SampleSet sample;
    private Path set;
    private final Map<String, JsonNode> rows = new TreeMap<>();

    @BeforeEach
    void write() throws Exception {
        sample = new SampleSet(folder, 60);
        set = folder.resolve("set");
        new SetFolder(sample.blobs, sample.keys, Files::newOutputStream).write(sample.set, EnumSet.allOf(Format.class), set, Progress.NONE, _ -> {});
        for (String line : Files.readAllLines(set.resolve("data.jsonl"))) {
            JsonNode row = CanonicalJson.MAPPER.readTree(line);
            rows.put(row.get("item_id").asString(), row);
        }
    }

    @Test
    void parquetIsReadByHyparquetCellByCellAndPictureByPicture() throws IOException {
        Set<String> seen = new HashSet<>();
        for (Path file : files("data")) {
            List<String> lines = NodeReader.run("parquet.mjs", NodeReader.HYPARQUET, file);
            JsonNode features = CanonicalJson.MAPPER.readTree(CanonicalJson.MAPPER.readTree(lines.getFirst()).get("huggingface").asString()).get("info").get("features");
            assertThat(features.get("image").get("_type").asString()).isEqualTo("Image");
            List<String> labels = features.get("label_class").get("names").valueStream().map(JsonNode::asString).toList();
            for (String line : lines.subList(1, lines.size())) {
                JsonNode read = CanonicalJson.MAPPER.readTree(line);
                JsonNode row = rows.get(read.get("item_id").asString());
                seen.add(read.get("item_id").asString());
                assertThat(labels.get(read.get("label_class").asInt())).isEqualTo(row.get("label").asString());
                picture(read.get("image"), row);
                for (String column : List.of("label", "sha256", "pdq", "file_name", "split", "policy_sha256", "uploader", "decided_at", "rationale", "sure", "gold", "width", "pdq_quality", "n_votes")) {
                    assertThat(read.get(column)).as(column).isEqualTo(row.get(column));
                }
                assertThat(read.get("agreement").asDouble()).isEqualTo(row.get("agreement").asDouble());
                for (String column : List.of("votes", "scores", "regions", "soft_label")) {
                    assertThat(CanonicalJson.MAPPER.readTree(read.get(column).asString())).as(column).isEqualTo(row.get(column));
                }
            }
        }
        assertThat(seen).isEqualTo(rows.keySet());
    }

    private static void picture(JsonNode image, JsonNode row) {
        if (row.get("export_mode").asString().equals("full")) {
            assertThat(image.get("bytes").asString()).isEqualTo(row.get("sha256").asString());
            assertThat(image.get("path")).isEqualTo(row.get("file_name"));
        } else {
            assertThat(image.isNull()).isTrue();
        }
    }

    @Test
    void shardsAreUnpackedByTar() throws IOException {
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        List<String> classes = CanonicalJson.MAPPER.readTree(Files.readString(set.resolve("webdataset/classes.json"))).valueStream().map(JsonNode::asString).toList();
        long pictures = 0;
        for (Path shard : files("webdataset")) {
            if (shard.toString().endsWith(".tar")) {
                List<String> names = NodeReader.said(unpacked, "tar", "-xvf", shard.toString());
                for (int i = 0; i < names.size(); i += 3) {
                    String key = names.get(i).substring(0, names.get(i).indexOf('.'));
                    assertThat(names.subList(i, i + 3)).containsExactly(key + ".cls", key + ".png", key + ".json");
                    JsonNode row = rows.get(key);
                    assertThat(CanonicalJson.MAPPER.readTree(Files.readString(unpacked.resolve(key + ".json")))).isEqualTo(row);
                    assertThat(ContentHash.of(Files.readAllBytes(unpacked.resolve(key + ".png"))).hex()).isEqualTo(row.get("sha256").asString());
                    assertThat(classes.get(Integer.parseInt(Files.readString(unpacked.resolve(key + ".cls"))))).isEqualTo(row.get("label").asString());
                    pictures++;
                }
            }
        }
        assertThat(pictures).isEqualTo(sample.set.withImages().size());
    }

    @ParameterizedTest
    @CsvSource({"coco, coco/train.json", "label-studio, label-studio.json", "fiftyone, samples.json", "croissant, croissant.json"})
    void documentsHaveTheFormThatIsPublished(String schema, String file) throws IOException {
        assertThat(schema(schema).validate(Files.readString(set.resolve(file)), InputFormat.JSON)).isEmpty();
    }

    @Test
    void whatCocoSaysOfThePicturesIsWhatTheRowsSay() throws IOException {
        long images = 0;
        Set<Long> ids = new HashSet<>();
        Set<String> boxes = new HashSet<>();
        for (Path file : files("coco")) {
            JsonNode coco = CanonicalJson.MAPPER.readTree(Files.readString(file));
            Map<Integer, String> names = new TreeMap<>();
            coco.get("categories").forEach(c -> names.put(c.get("id").asInt(), c.get("name").asString()));
            Map<Long, JsonNode> byId = new TreeMap<>();
            for (JsonNode image : coco.get("images")) {
                byId.put(image.get("id").asLong(), image);
                assertThat(set.resolve(image.get("file_name").asString())).isRegularFile();
                images++;
            }
            for (JsonNode annotation : coco.get("annotations")) {
                assertThat(ids.add(annotation.get("id").asLong())).isTrue();
                JsonNode row = rows.get(byId.get(annotation.get("image_id").asLong()).get("docket").get("item_id").asString());
                List<String> labels = new ArrayList<>(List.of(row.get("label").asString()));
                row.get("additional").forEach(label -> labels.add(label.asString()));
                row.get("regions").forEach(place -> labels.add(place.get("label").asString()));
                assertThat(labels).contains(names.get(annotation.get("category_id").asInt()));
            }
            coco.get("annotations").valueStream().filter(a -> !a.get("attributes").get("image_level").asBoolean()).forEach(a -> boxes.add(a.get("bbox").toString()));
        }
        assertThat(boxes).containsExactlyInAnyOrder("[16,24,32,24]", "[0,0,32,12]");
        assertThat(images).isEqualTo(sample.set.withImages().size());
    }

    @Test
    void cvatsFileIsWellFormedAndNamesEveryPicture() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(set.resolve("cvat.xml").toFile());
        var images = document.getElementsByTagName("image");
        assertThat(images.getLength()).isEqualTo(sample.set.withImages().size());
        for (int i = 0; i < images.getLength(); i++) {
            Element image = (Element) images.item(i);
            assertThat(set.resolve(image.getAttribute("name"))).isRegularFile();
            assertThat(((Element) image.getElementsByTagName("tag").item(0)).getAttribute("label")).isEqualTo(Path.of(image.getAttribute("name")).getParent().getFileName().toString());
        }
        assertThat(((Element) document.getElementsByTagName("polygon").item(0)).getAttribute("points")).isEqualTo("0.00,0.00;32.00,0.00;32.00,12.00");
        factory.newDocumentBuilder().parse(set.resolve("label-studio.xml").toFile());
    }

    @Test
    void croissantNamesEveryFileWithItsHash() throws IOException {
        JsonNode croissant = CanonicalJson.MAPPER.readTree(Files.readString(set.resolve("croissant.json")));
        Set<String> named = new HashSet<>();
        for (JsonNode each : croissant.get("distribution")) {
            if (each.get("@type").asString().equals("cr:FileObject")) {
                Path file = set.resolve(each.get("contentUrl").asString());
                assertThat(each.get("sha256").asString()).isEqualTo(ContentHash.of(Files.readAllBytes(file)).hex());
                named.add(each.get("@id").asString());
            } else {
                try (var found = Files.newDirectoryStream(set.resolve(each.get("includes").asString()).getParent().getParent())) {
                    assertThat(found).isNotEmpty();
                }
            }
        }
        assertThat(named).contains("data.jsonl", "data.csv", "README.md", "hashes.csv", "label-studio.json").doesNotContain("manifest.json");
    }

    @Test
    void pandasAndPillowReadWhatTheyAreMeantFor() throws IOException {
        String python = System.getProperty("docket.python", "python3");
        try {
            NodeReader.said(folder, python, "-c", "import pandas, PIL");
        } catch (IOException e) {
            Assumptions.abort("python3 with pandas and PIL is not installed here; name one that has them with -Ddocket.python=PATH");
        }
        List<String> said = NodeReader.said(Path.of("").toAbsolutePath(), python, "src/test/readers/tables.py", set.toString());
        assertThat(said).last().isEqualTo("ok " + rows.size() + " rows, " + sample.set.withImages().size() + " pictures");
    }

    private static JsonSchema schema(String name) throws IOException {
        try (var in = ForeignReadersTest.class.getResourceAsStream("/schemas/" + name + ".schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
        }
    }

    private List<Path> files(String inside) throws IOException {
        try (Stream<Path> files = Files.list(set.resolve(inside))) {
            return files.sorted().toList();
        }
    }
}
