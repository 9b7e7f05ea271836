package dev.docket.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFolderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    private Path temporary;
    private Path folder;

    @BeforeEach
    void writeSoundFolder() throws IOException {
        folder = TinyModel.write(temporary.resolve("Colour Guess"));
    }

    @Test
    void aSoundFolderBecomesACandidate() throws Exception {
        ModelVersion version = ModelFolder.check(ModelParts.in(folder), NOW);

        assertThat(version.name()).isEqualTo("colour-guess@1");
        assertThat(version.stage()).isEqualTo(Stage.CANDIDATE);
        assertThat(version.sha256()).isEqualTo(ContentHash.of(Files.readAllBytes(folder.resolve("model.onnx"))));
        assertThat(version.thresholds()).containsExactly(Map.entry("red", .5), Map.entry("green", .5), Map.entry("blue", .5));
        assertThat(version.addedAt()).isEqualTo(NOW);
    }

    @Test
    void docketJsonNamesAndSetsThresholds() throws Exception {
        Files.writeString(folder.resolve("docket.json"), """
                {"id": "hue", "version": "2.1", "thresholds": {"green": 0.8}, "parent": "hue@2.0", "dataset": "%s"}
                """.formatted("ab".repeat(32)));

        ModelVersion version = ModelFolder.check(ModelParts.in(folder), NOW);

        assertThat(version.name()).isEqualTo("hue@2.1");
        assertThat(version.thresholds()).containsExactly(Map.entry("red", .5), Map.entry("green", .8), Map.entry("blue", .5));
        assertThat(version.parent()).contains("hue@2.0");
        assertThat(version.dataset()).contains(ContentHash.fromHex("ab".repeat(32)));
    }

    @Test
    void theOnnxFolderOfAnExportIsFound() throws Exception {
        Files.createDirectory(folder.resolve("onnx"));
        Files.move(folder.resolve("model.onnx"), folder.resolve("onnx/model.onnx"));

        assertThat(ModelFolder.check(ModelParts.in(folder), NOW).id()).isEqualTo("colour-guess");
    }

    @Test
    void logitsOfOneLabelEachBecomeSoftmax() throws Exception {
        List<ModelScore> scores = scoreOfRed();

        assertThat(scores).extracting(ModelScore::label).containsExactly("red", "green", "blue");
        // red is 1, the others -1, times 10
        assertThat(scores.get(0).score()).isCloseTo(1 / (1 + 2 * Math.exp(-20)), within(1e-6));
        assertThat(scores.stream().mapToDouble(ModelScore::score).sum()).isCloseTo(1, within(1e-6));
    }

    @Test
    void logitsOfSeveralLabelsBecomeSigmoids() throws Exception {
        edit("config.json", "\"problem_type\": null", "\"problem_type\": \"multi_label_classification\"");

        assertThat(scoreOfRed().get(1).score()).isCloseTo(1 / (1 + Math.exp(10)), within(1e-6));
    }

    @Test
    void anOutputNamedScoresIsUsedAsItIs() throws Exception {
        Files.write(folder.resolve("model.onnx"), TinyModel.withScores());
        edit("preprocessor_config.json", "\"do_normalize\": true", "\"do_normalize\": false");

        assertThat(scoreOfRed()).extracting(ModelScore::score).containsExactly(1.0, 0.0, 0.0);
    }

    @Test
    void aPickleIsNotAModel() throws Exception {
        Files.delete(folder.resolve("model.onnx"));
        Files.write(folder.resolve("pytorch_model.bin"), new byte[] {1});

        assertRejected("model.onnx is missing; pytorch_model.bin is not taken", "export the model to ONNX");
    }

    @Test
    void aPickleUnderAnotherNameIsNotAModelEither() throws Exception {
        Files.write(folder.resolve("model.onnx"), new byte[] {(byte) 0x80, 4, 'c', 'o', 's'});

        assertRejected("model.onnx is a pickle");
    }

    @Test
    void aTableModelIsNamedWithItsInputAndRank() throws Exception {
        Files.write(folder.resolve("model.onnx"), TinyModel.tabular());

        assertRejected("model.onnx", "input pixel_values is float32[?,3] of rank 2; an image model takes rank 4 (N,C,H,W)");
    }

    @Test
    void aModelForGreyPicturesIsRefused() throws Exception {
        Files.write(folder.resolve("model.onnx"), TinyModel.onnx(1));

        assertRejected("input pixel_values is float32[?,1,32,32], but preprocessor_config.json makes [?,3,32,32]");
    }

    @Test
    void sizesOfModelAndPreprocessorMustAgree() throws Exception {
        edit("preprocessor_config.json", "\"height\": 32", "\"height\": 48");

        assertRejected("model.onnx: input pixel_values is float32[?,3,32,32], but preprocessor_config.json makes [?,3,48,32]");
    }

    @Test
    void asManyOutputsAsLabels() throws Exception {
        edit("config.json", ", \"2\": \"blue\"", "");

        assertRejected("model.onnx: output logits gives 3 numbers a picture, but config.json: id2label names 2 labels");
    }

    @Test
    void aModelWhoseScoresAreNoNumbersFailsTheSelfTest() throws Exception {
        Files.write(folder.resolve("model.onnx"), TinyModel.broken());

        assertRejected("fails on a grey test picture", "NaN");
    }

    @Test
    void weightsInAnotherFileAreRefused() throws Exception {
        ModelProto.Builder model = ModelProto.parseFrom(TinyModel.onnx(3)).toBuilder();
        model.getGraphBuilder().getInitializerBuilder(0).setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue("../../etc/passwd"));
        Files.write(folder.resolve("model.onnx"), model.build().toByteArray());

        assertRejected("model.onnx keeps weights in another file");
    }

    @Test
    void aTruncatedModelIsToldToBe() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve("model.onnx"));
        Files.write(folder.resolve("model.onnx"), Arrays.copyOf(whole, whole.length / 2));

        assertRejected("model.onnx is not an ONNX file, or was cut short");
    }

    @Test
    void textIsNotAModel() throws Exception {
        Files.writeString(folder.resolve("model.onnx"), "version https://git-lfs.github.com/spec/v1\n");

        assertRejected("model.onnx");
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            config.json              | "0": "red"             | "0": ""                      | config.json: id2label names no label of 1 to 60 characters for output 0
            config.json              | "0": "red"             | "0": "blue"                  | config.json: id2label names a label twice
            config.json              | "0": "red"             | "7": "red"                   | config.json: id2label names no label of 1 to 60 characters for output 0
            config.json              | id2label               | names                        | config.json: id2label is missing
            config.json              | null                   | "regression"                 | config.json: problem_type is regression
            config.json              | {"model_type"          | {"model_type                 | config.json is not JSON: line 1
            preprocessor_config.json | "resample": 3          | "resample": 0                | preprocessor_config.json: resample is 0.0
            preprocessor_config.json | "height": 32           | "height": "tall"             | preprocessor_config.json: size.height is not a whole number from 1 to 2048
            preprocessor_config.json | "size"                 | "sizes"                      | preprocessor_config.json: size is missing
            preprocessor_config.json | "image_mean"           | "mean"                       | preprocessor_config.json: image_mean is missing
            preprocessor_config.json | "image_std": [0.5,     | "image_std": [0,             | preprocessor_config.json: image_std holds 0; a deviation is above 0
            preprocessor_config.json | "do_resize": true      | "do_resize": "yes"           | preprocessor_config.json: do_resize is neither true nor false
            preprocessor_config.json | "do_resize": true      | "do_resize": true, "do_pad": true | preprocessor_config.json: do_pad is true
            """)
    void aFaultNamesItsFileAndField(String file, String from, String to, String message) throws Exception {
        edit(file, from, to);

        assertRejected(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id": "../up"}                   | docket.json: id may hold
            {"version": "1/2"}                | docket.json: version may hold
            {"thresholds": {"grue": 0.5}}     | docket.json: thresholds.grue is no label of config.json
            {"thresholds": {"red": 1.5}}      | docket.json: thresholds.red does not lie in 0..1
            {"dataset": "abc"}                | docket.json: dataset is not a SHA-256
            {"card": {"limits": 7}}           | docket.json: card cannot be read
            """)
    void aFaultOfDocketJsonNamesItsField(String json, String message) throws Exception {
        Files.writeString(folder.resolve("docket.json"), json);

        assertRejected(message);
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Files.delete(folder.resolve("preprocessor_config.json"));

        assertRejected("preprocessor_config.json is missing");
    }

    private List<ModelScore> scoreOfRed() throws Exception {
        int[] red = new int[50 * 40];
        Arrays.fill(red, 0xffff0000);
        try (OnnxClassifier classifier = OnnxClassifier.load(ModelFolder.check(ModelParts.in(folder), NOW), ModelParts.in(folder))) {
            return classifier.score(TestPictures.of(50, 40, red));
        }
    }

    private void assertRejected(String... parts) {
        assertThatThrownBy(() -> ModelFolder.check(ModelParts.in(folder), NOW)).isInstanceOf(ModelRejectedException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }
}
