package dev.docket.forensics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

class ForensicViewsTest {
    private static final Progress STOPPED = new Progress() {
        @Override
        public void at(long done, long total, String what) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    };

    @Test
    void stretchedLevelsReachFromBlackToWhite() {
        DecodedImage dull = grains(1, 64, 64, 100, 30);

        DecodedImage clear = Levels.auto(dull).of(dull);

        assertThat(Arrays.stream(clear.argb()).map(p -> p & 0xFF).min().orElseThrow()).isZero();
        assertThat(Arrays.stream(clear.argb()).map(p -> p & 0xFF).max().orElseThrow()).isEqualTo(255);
    }

    @Test
    void unchangedLevelsChangeNoPixelAndHalfTransparentOnesStayPremultiplied() {
        DecodedImage grains = grains(2, 40, 30, 0, 256);
        int half = 0x80400020;

        assertThat(Levels.NONE.of(grains).argb()).isEqualTo(grains.argb());
        int lightened = new Levels(0, 128, 1).of(image(1, 1, half)).argb()[0];
        assertThat(lightened >>> 24).isEqualTo(0x80);
        assertThat(lightened >> 16 & 0xFF).isEqualTo(0x80);
        assertThat(lightened & 0xFF).isEqualTo(0x40);
        assertThat(lightened >> 8 & 0xFF).isZero();
    }

    @Test
    void onePlainColourHasLevelsToo() {
        assertThat(Levels.auto(image(2, 1, 0xFF000000, 0xFF000000)).black()).isLessThan(255);
        assertThat(Levels.auto(image(2, 1, 0xFFFFFFFF, 0xFFFFFFFF)).white()).isEqualTo(255);
        assertThat(Levels.auto(image(1, 1, 0))).isEqualTo(Levels.NONE);
    }

    @Test
    void aPatchThatWasNeverSavedStandsOutOfAPictureSavedAtThisQuality() throws IOException {
        DecodedImage saved = saved(grains(3, 320, 320, 60, 120));
        int[] argb = saved.argb().clone();
        DecodedImage fresh = grains(4, 320, 320, 60, 120);
        for (int y = 100; y < 200; y++) {
            System.arraycopy(fresh.argb(), y * 320 + 100, argb, y * 320 + 100, 100);
        }

        DecodedImage levels = ErrorLevels.of(image(320, 320, argb), Progress.NONE);

        assertThat(mean(levels, 110, 110, 80)).isGreaterThan(2 * mean(levels, 10, 10, 80));
    }

    @Test
    void noSeamShowsBetweenStrips() {
        int[] smooth = new int[64 * 600];
        for (int i = 0; i < smooth.length; i++) {
            int level = i / 64 * 255 / 600;
            smooth[i] = 0xFF000000 | level << 16 | (255 - level) << 8 | 0x40;
        }

        DecodedImage levels = ErrorLevels.of(image(64, 600, smooth), Progress.NONE);

        for (int seam : new int[] {256, 512}) {
            assertThat(mean(levels, 0, seam - 2, 4)).isLessThan(4 * mean(levels, 0, seam - 40, 32) + 16);
        }
    }

    @Test
    void noiseShowsWhereThereIsGrainAndNothingWhereItIsSmooth() {
        int[] argb = new int[100 * 300];
        Random random = new Random(6);
        for (int i = 0; i < argb.length; i++) {
            int level = i % 100 < 50 ? 128 : 108 + random.nextInt(40);
            argb[i] = 0xFF000000 | level * 0x010101;
        }

        DecodedImage noise = NoiseResidual.of(image(100, 300, argb), Progress.NONE);

        assertThat(mean(noise, 5, 250, 40)).isZero();
        assertThat(mean(noise, 55, 250, 40)).isGreaterThan(40);
    }

    @Test
    void theMedianIsThatOfSortedNeighbours() {
        DecodedImage grains = grains(7, 23, 17, 0, 256);
        DecodedImage noise = NoiseResidual.of(grains, Progress.NONE);
        for (int y = 0; y < 17; y++) {
            for (int x = 0; x < 23; x++) {
                int[] near = new int[9];
                for (int n = 0; n < 9; n++) {
                    near[n] = grains.argb()[Math.clamp(y + n / 3 - 1, 0, 16) * 23 + Math.clamp(x + n % 3 - 1, 0, 22)] & 0xFF;
                }
                int own = near[4];
                Arrays.sort(near);
                assertThat(noise.argb()[y * 23 + x] & 0xFF).isEqualTo(Math.min(255, Math.abs(own - near[4]) * NoiseResidual.GAIN));
            }
        }
    }

    @Test
    void bothCanBeStopped() {
        DecodedImage grains = grains(8, 300, 300, 0, 256);

        assertThatThrownBy(() -> ErrorLevels.of(grains, STOPPED)).isInstanceOf(StoppedException.class);
        assertThatThrownBy(() -> NoiseResidual.of(grains, STOPPED)).isInstanceOf(StoppedException.class);
    }

    private static double mean(DecodedImage image, int left, int top, int side) {
        long sum = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                sum += image.argb()[y * image.width() + x] >> 8 & 0xFF;
            }
        }
        return (double) sum / (side * side);
    }

    private static DecodedImage saved(DecodedImage image) throws IOException {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, image.width(), image.height(), image.argb(), 0, image.width());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(ErrorLevels.QUALITY / 100f);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        }
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        return image(image.width(), image.height(), read.getRGB(0, 0, image.width(), image.height(), null, 0, image.width()));
    }

    /** Grey grain. */
    private static DecodedImage grains(long seed, int width, int height, int least, int range) {
        Random random = new Random(seed);
        int[] argb = new int[width * height];
        Arrays.setAll(argb, i -> 0xFF000000 | (least + random.nextInt(range)) * 0x010101);
        return image(width, height, argb);
    }

    private static DecodedImage image(int width, int height, int... argb) {
        return new DecodedImage(width, height, argb, new ImageHeader("image/jpeg", width, height, 1, 1), false);
    }
}
