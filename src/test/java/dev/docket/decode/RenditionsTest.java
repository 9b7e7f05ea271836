package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RenditionsTest {

    @Test
    void aScaledPictureKeepsItsShapeAndItsMeans() {
        DecodedImage image = noise(1000, 400, 1);

        DecodedImage small = Renditions.scaled(image, 256);

        assertThat(small.width()).isEqualTo(256);
        assertThat(small.height()).isEqualTo(102);
        assertThat(mean(small, 16)).isCloseTo(mean(image, 16), Offset.offset(0.6));
        assertThat(mean(small, 0)).isCloseTo(mean(image, 0), Offset.offset(0.6));
        assertThat(Arrays.stream(small.argb()).map(pixel -> pixel >>> 24)).containsOnly(255);
    }

    @Test
    void halvingIsTheMeanOfFourPixels() {
        DecodedImage image = picture(4, 2, 0xFF000000, 0xFF0000FF, 0xFF00FF00, 0xFF00FF00, 0xFF000000, 0xFF0000FF, 0, 0);

        assertThat(Renditions.scaled(image, 2).argb()).containsExactly(0xFF000080, 0x80008000);
    }

    @Test
    void nothingIsScaledUp() {
        DecodedImage image = noise(30, 20, 2);

        assertThat(Renditions.scaled(image, 256)).isSameAs(image);
        assertThat(Renditions.scaled(noise(3000, 20, 3), 100).height()).isEqualTo(1);
    }

    @Test
    void aCoverIsSmallBlurredAndGrey() {
        DecodedImage image = checks(1200, 900, 40);

        DecodedImage light = Renditions.covered(image, 30, false);
        DecodedImage full = Renditions.covered(image, 100, true);

        assertThat(light.width()).isEqualTo(52);
        assertThat(full.width()).isEqualTo(24);
        assertThat(spread(full)).isLessThan(40);
        assertThat(spread(light)).isGreaterThan(spread(full));
        assertThat(Arrays.stream(full.argb()).allMatch(pixel -> (pixel & 0xFF) == (pixel >> 8 & 0xFF) && (pixel & 0xFF) == (pixel >> 16 & 0xFF)))
                .isTrue();
    }

    @Test
    void withoutBlurOnlyTheColourGoes() {
        DecodedImage image = noise(300, 200, 4);

        assertThat(Renditions.covered(image, 0, true).width()).isEqualTo(300);
        assertThat(Renditions.covered(image, 0, false).argb()).isEqualTo(image.argb());
        assertThat(Renditions.covered(picture(1, 1, 0xFFFF0000), 0, true).argb()).containsExactly(0xFF363636);
        assertThatThrownBy(() -> Renditions.covered(image, 101, true)).hasMessageContaining("101");
    }

    private static int spread(DecodedImage image) {
        int[] greens = Arrays.stream(image.argb()).map(pixel -> pixel >> 8 & 0xFF).sorted().toArray();
        return greens[greens.length - 1] - greens[0];
    }

    private static double mean(DecodedImage image, int shift) {
        return Arrays.stream(image.argb()).map(pixel -> pixel >> shift & 0xFF).average().orElseThrow();
    }

    private static DecodedImage checks(int width, int height, int side) {
        int[] argb = new int[width * height];
        Arrays.setAll(argb, i -> (i % width / side + i / width / side) % 2 == 0 ? 0xFF10E020 : 0xFFE01040);
        return picture(width, height, argb);
    }

    private static DecodedImage noise(int width, int height, int seed) {
        Random random = new Random(seed);
        int[] argb = new int[width * height];
        Arrays.setAll(argb, i -> random.nextInt() | 0xFF000000);
        return picture(width, height, argb);
    }

    private static DecodedImage picture(int width, int height, int... argb) {
        return new DecodedImage(width, height, argb, new ImageHeader("image/png", width, height, 1, 1), false);
    }
}
