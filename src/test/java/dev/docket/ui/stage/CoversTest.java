package dev.docket.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class CoversTest {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;

    @Test
    void aSketchIsPaperWithALineWhereTheLightnessChanges() {
        DecodedImage sketch = new Covers(painted((x, y) -> x < WIDTH / 2 ? 0xFF202020 : 0xFFE0E0E0), Veil.SIXTY, true).make(Veil.SKETCH, false);

        assertThat(grey(sketch, 0.25)).isGreaterThan(230);
        assertThat(grey(sketch, 0.75)).isGreaterThan(230);
        assertThat(grey(sketch, 0.5)).isLessThan(140);
    }

    @Test
    void aSketchHasNoColourAndTellsNoTone() {
        DecodedImage red = new Covers(painted((x, y) -> 0xFFC00000), Veil.SIXTY, true).make(Veil.SKETCH, false);
        DecodedImage black = new Covers(painted((x, y) -> 0xFF000000), Veil.SIXTY, true).make(Veil.SKETCH, false);

        assertThat(red.argb()).isEqualTo(black.argb());
    }

    @Test
    void fineTextureLeavesNoLine() {
        DecodedImage sketch = new Covers(painted((x, y) -> (x / 4 + y / 4) % 2 == 0 ? 0xFF000000 : 0xFFFFFFFF), Veil.SIXTY, true).make(Veil.SKETCH, false);

        assertThat(Arrays.stream(sketch.argb()).map(p -> p & 0xFF).min().orElseThrow()).isGreaterThan(230);
    }

    @Test
    void onlyWhatIsShownFirstIsMadeAhead() {
        Covers covers = new Covers(painted((x, y) -> 0xFF808080), Veil.FULL, true);

        assertThat(covers.made(Veil.FULL, true)).isPresent();
        assertThat(covers.made(Veil.SIXTY, true)).isPresent();
        assertThat(covers.made(Veil.SKETCH, true)).isEmpty();
        covers.make(Veil.SKETCH, true);
        assertThat(covers.made(Veil.SKETCH, false)).isPresent();
    }

    @Test
    void aWeakerVeilLeavesMore() {
        Covers covers = new Covers(painted((x, y) -> x / 60 % 2 == 0 ? 0xFF000000 : 0xFFFFFFFF), Veil.FULL, true);

        assertThat(contrast(covers.make(Veil.THIRTY, true))).isGreaterThanOrEqualTo(contrast(covers.make(Veil.SIXTY, true)));
        assertThat(contrast(covers.make(Veil.SIXTY, true))).isGreaterThanOrEqualTo(contrast(covers.make(Veil.FULL, true)));
    }

    private static int contrast(DecodedImage image) {
        return Arrays.stream(image.argb()).map(p -> p & 0xFF).max().orElseThrow() - Arrays.stream(image.argb()).map(p -> p & 0xFF).min().orElseThrow();
    }

    private static int grey(DecodedImage image, double across) {
        return image.argb()[image.height() / 2 * image.width() + (int) (image.width() * across)] & 0xFF;
    }

    private static DecodedImage painted(IntBinaryOperator colour) {
        int[] argb = new int[WIDTH * HEIGHT];
        Arrays.setAll(argb, at -> colour.applyAsInt(at % WIDTH, at / WIDTH));
        return new DecodedImage(WIDTH, HEIGHT, argb, new ImageHeader("image/png", WIDTH, HEIGHT, 1, 1), false);
    }
}
