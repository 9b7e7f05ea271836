package dev.docket.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.Renditions;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

/** A field of soft hills with a dark block to the left, so that left and right are told apart. */
class PictureDifferenceTest {
    private static final DecodedImage PICTURE = painted(256, 192, (x, y) -> hills(x, y));

    @Test
    void theSamePictureSavedSmallerDiffersInNothing() {
        PictureDifference difference = PictureDifference.between(PICTURE, Renditions.scaled(PICTURE, 120));

        assertThat(difference).isEqualTo(new PictureDifference(false, 0, difference.lighter(), false, difference.share()));
        assertThat(difference.share()).as("the edge of the block").isLessThan(0.005);
        assertThat(difference.lighter()).isBetween(-2, 2);
    }

    @Test
    void aMirroredPictureIsToldAndNothingElseOfIt() {
        PictureDifference difference = PictureDifference.between(PICTURE, painted(256, 192, (x, y) -> hills(255 - x, y)));

        assertThat(difference.mirrored()).isTrue();
        assertThat(difference.share()).isLessThan(0.01);
    }

    @Test
    void otherHuesAreRecolouredOtherLightIsLighter() {
        PictureDifference blue = PictureDifference.between(PICTURE, painted(256, 192, (x, y) -> {
            int pixel = hills(x, y);
            return pixel & 0xFF00FF00 | (pixel & 255) << 16 | pixel >> 16 & 255;
        }));
        PictureDifference light = PictureDifference.between(PICTURE, painted(256, 192, (x, y) -> brighter(hills(x, y), 30)));

        assertThat(blue.recoloured()).isTrue();
        assertThat(light.recoloured()).isFalse();
        assertThat(light.lighter()).isBetween(25, 35);
        assertThat(light.share()).isLessThan(0.02);
    }

    @Test
    void aPatchCountsAsTheShareItCovers() {
        PictureDifference patched = PictureDifference.between(PICTURE, painted(256, 192, (x, y) -> x > 176 && y > 132 ? 0xFF000000 : hills(x, y)));

        assertThat(patched.share()).isBetween(0.05, 0.13);
        assertThat(patched.mirrored()).isFalse();
    }

    @Test
    void cutEdgesAreFound() {
        DecodedImage cut = painted(206, 154, (x, y) -> hills(x + 25, y + 19));

        PictureDifference difference = PictureDifference.between(PICTURE, cut);

        assertThat(difference.cut()).isEqualTo(10);
        assertThat(difference.share()).isLessThan(0.03);
    }

    private static int hills(int x, int y) {
        if (x > 40 && x < 100 && y > 60 && y < 130) {
            return 0xFF402018;
        }
        int wave = (int) (60 * Math.sin(x / 19.0) + 40 * Math.cos(y / 13.0 + x / 50.0));
        return 0xFF000000 | Math.clamp(150 + wave, 0, 255) << 16 | Math.clamp(110 + wave, 0, 255) << 8 | Math.clamp(60 + wave / 2, 0, 255);
    }

    private static int brighter(int pixel, int by) {
        int out = 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            out |= Math.min(255, (pixel >> shift & 255) + by) << shift;
        }
        return out;
    }

    private static DecodedImage painted(int width, int height, IntBinaryOperator colour) {
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = colour.applyAsInt(x, y);
            }
        }
        return new DecodedImage(width, height, argb, new ImageHeader("image/png", width, height, 1, 1), false);
    }
}
