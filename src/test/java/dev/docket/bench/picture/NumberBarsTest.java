package dev.docket.bench.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.Renditions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberBarsTest {

    @TempDir
    private Path folder;

    @Test
    void aNumberIsReadBackFromTheFileThatWasNamedForIt() throws Exception {
        List<Path> files = Album.made(folder, true).numbered(Shot.JPEG_2, 12);

        assertThat(files).hasSize(12);
        for (int number = 0; number < 12; number++) {
            assertThat(files.get(number)).hasFileName("%05d.jpg".formatted(number));
            assertThat(NumberBars.read(middle(decoded(files.get(number))))).hasValue(number);
        }
    }

    @Test
    void everyBitCountsAndSurvivesScaling() {
        for (int number : List.of(0, 1, 0x555, 0xAAA, NumberBars.BOUND - 1)) {
            Painting painting = Painter.paint(640, 400, number);
            NumberBars.draw(painting, number);
            DecodedImage image = new DecodedImage(640, 400, painting.rgb(), null, false);
            assertThat(NumberBars.read(middle(Renditions.scaled(image, 311)))).hasValue(number);
        }
    }

    @Test
    void aPictureWithoutANumberAndAnEmptyGroundHaveNone() {
        Painting painting = Painter.paint(640, 400, 5);

        assertThat(NumberBars.read(middle(new DecodedImage(640, 400, painting.rgb(), null, false)))).isEqualTo(OptionalInt.empty());
        assertThat(NumberBars.read(new int[400])).isEmpty();
    }

    private static DecodedImage decoded(Path file) throws Exception {
        return new FormatDecoders().decode(Files.readAllBytes(file));
    }

    private static int[] middle(DecodedImage image) {
        int left = image.height() / 2 * image.width();
        return Arrays.copyOfRange(image.argb(), left, left + image.width() / 2);
    }
}
