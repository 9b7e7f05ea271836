package dev.docket.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.registry.ModelParts;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForensicBackboneTest {
    private static ForensicBackbone backbone;

    @BeforeAll
    static void load() {
        backbone = ForensicBackbone.load();
    }

    @AfterAll
    static void close() {
        backbone.close();
    }

    @Test
    void itsIdIsTheHashOfItsGraph() {
        assertThat(backbone.id()).isEqualTo(ContentHash.of(ForensicBackbone.graph()));
        assertThat(backbone.dimensions()).isEqualTo(446);
    }

    @Test
    void embeddingsAreTheSameOnEveryThreadAndEveryRun() {
        DecodedImage picture = TestPictures.mixed(3, 400, 300);
        float[] once = backbone.embed(picture);

        List<float[]> again = IntStream.range(0, 16).parallel().mapToObj(i -> backbone.embed(picture)).toList();

        assertThat(again).allSatisfy(embedding -> assertThat(embedding).isEqualTo(once));
        try (ForensicBackbone another = ForensicBackbone.load()) {
            assertThat(another.embed(picture)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 700", "3, 2", "127, 129", "256, 256", "2000, 9", "640, 480"})
    void everySizeGivesFiniteNumbers(int width, int height) {
        for (int colour : new int[] {0xff000000, 0xffffffff, 0x00000000, 0xff3366cc}) {
            int[] argb = new int[width * height];
            Arrays.fill(argb, colour);
            assertFinite(backbone.embed(TestPictures.of(width, height, argb)));
        }
        assertFinite(backbone.embed(TestPictures.mixed(width, width, height)));
    }

    @Test
    void itsInputsArePreparedAsTheSettingsFileSays(@TempDir Path folder) throws IOException, ModelRejectedException {
        Files.write(folder.resolve("preprocessor_config.json"), ForensicBackbone.preprocessorConfig());
        Preprocessing told = PreprocessorConfig.read(ModelParts.in(folder));

        assertThat(told.tiles()).contains(new NativeTiles("tiles", 128));
        assertThat(told.resize()).contains(new Preprocessing.Sizing(256, 256, false, ResizeFilter.BICUBIC));
        assertThat(told.crop()).isEmpty();
        assertThat(told.scale()).isEqualTo(1 / 255.0);
        assertThat(told.mean()).containsOnly(0);
        assertThat(told.deviation()).containsOnly(1);
    }

    private static void assertFinite(float[] embedding) {
        for (float value : embedding) {
            assertThat(value).isFinite();
        }
    }
}
