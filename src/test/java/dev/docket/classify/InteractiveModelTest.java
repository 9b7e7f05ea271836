package dev.docket.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.registry.ModelParts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class InteractiveModelTest {
    @TempDir
    private Path folder;
    private ModelLayout layout;

    @BeforeEach
    void writeModel() throws Exception {
        layout = ModelLayout.read(ModelParts.in(TinyModel.write(folder.resolve("hue"))));
    }

    @Test
    void itIsOpenedInTheBackgroundAndGivesTheSameScores() throws Exception {
        DecodedImage picture = TestPictures.mixed(7, 90, 60);
        try (OnnxModel bulk = OnnxModel.open(layout, 1); InteractiveModel interactive = new InteractiveModel(layout, 2)) {
            assertThat(interactive.ifWarm()).as("asked for the first time").isEmpty();
            OnnxModel warm = awaited(interactive);

            assertThat(warm.run(picture)).containsExactly(bulk.run(picture), Offset.offset(1e-6f));
            assertThat(interactive.ifWarm()).as("one is enough").containsSame(warm);
        }
    }

    @Test
    void withOneThreadThereIsNoSecondSession() throws Exception {
        try (InteractiveModel interactive = new InteractiveModel(layout, 1)) {
            interactive.ifWarm();
            Thread.sleep(200);
            assertThat(interactive.ifWarm()).isEmpty();
        }
    }

    @Test
    void closedWhileItOpensItStaysClosed() throws Exception {
        InteractiveModel interactive = new InteractiveModel(layout, 2);
        interactive.ifWarm();
        interactive.close();
        Thread.sleep(300);

        assertThat(interactive.ifWarm()).isEmpty();
    }

    @Test
    void picturesScoredAtOnceDoNotDisturbEachOther() throws Exception {
        try (OnnxModel model = OnnxModel.open(layout, 1)) {
            float[][] alone = IntStream.range(0, 16).mapToObj(i -> model.run(TestPictures.mixed(i, 40 + i, 30))).toArray(float[][]::new);

            for (int round = 0; round < 5; round++) {
                float[][] together = IntStream.range(0, 16).parallel().mapToObj(i -> model.run(TestPictures.mixed(i, 40 + i, 30))).toArray(float[][]::new);

                assertThat(together).isDeepEqualTo(alone);
            }
        }
    }

    private static OnnxModel awaited(InteractiveModel interactive) throws InterruptedException {
        Optional<OnnxModel> warm = interactive.ifWarm();
        while (warm.isEmpty()) {
            Thread.sleep(10);
            warm = interactive.ifWarm();
        }
        return warm.get();
    }
}
