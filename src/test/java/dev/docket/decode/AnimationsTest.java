package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.ApngFiles.Part;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnimationsTest {
    private static final int RED = 0xFFFF0000;
    private static final int GREEN = 0xFF00FF00;
    private static final int BLUE = 0xFF0000FF;

    private final FormatDecoders decoder = new FormatDecoders();

    @Test
    void everyFrameIsShownInItsTurn() throws Exception {
        BufferedImage[] colours = {filled(40, 24, RED), filled(40, 24, GREEN), filled(40, 24, BLUE)};
        byte[] gif = ImageFiles.animatedGif(colours);
        byte[] webp = ImageFiles.animatedWebp(40, 24, ImageFiles.webp(colours[0], true), ImageFiles.webp(colours[1], true), ImageFiles.webp(colours[2], true));
        byte[] apng = ApngFiles.of(false, new Part(colours[0], 0, 0, 100, 0, 0), new Part(colours[1], 0, 0, 100, 0, 0), new Part(colours[2], 0, 0, 100, 0, 0));

        for (byte[] file : new byte[][] {gif, webp, apng}) {
            Animation animation = decoder.animation(file, 20);

            assertThat(animation.total()).isEqualTo(3);
            assertThat(animation.frames()).extracting(f -> f.image().argb()[0]).containsExactly(RED, GREEN, BLUE);
            assertThat(animation.frames()).allSatisfy(frame -> {
                assertThat(frame.image().width()).isEqualTo(20);
                assertThat(frame.shown()).isEqualTo(Duration.ofMillis(100));
            });
        }
    }

    @Test
    void aPictureThatDoesNotMoveIsOneFrame() throws Exception {
        Animation animation = decoder.animation(ImageFiles.write(ImageFiles.quarters(40, 24), "png"), 40);

        assertThat(animation.frames()).hasSize(1);
        assertThat(animation.total()).isEqualTo(1);
    }

    /** A 20 x 10 red picture, then a green square at 2, 2 and a blue one at 8, 2; what is left of the green one in the last frame. */
    @ParameterizedTest
    @CsvSource({"0, FF00FF00", "1, 00000000", "2, FFFF0000"})
    void aFrameOfAnApngLeavesBehindWhatItSays(int dispose, String left) throws Exception {
        byte[] apng = ApngFiles.of(false, new Part(filled(20, 10, RED), 0, 0, 50, 0, 0),
                new Part(filled(4, 4, GREEN), 2, 2, 50, dispose, 0), new Part(filled(4, 4, BLUE), 8, 2, 50, 0, 0));

        List<Animation.Frame> frames = decoder.animation(apng, 20).frames();

        assertThat(frames).hasSize(3);
        assertThat(frames.get(1).image().argb()[3 * 20 + 3]).isEqualTo(GREEN);
        assertThat(frames.get(1).image().argb()[0]).isEqualTo(RED);
        assertThat(frames.get(2).image().argb()[3 * 20 + 3]).isEqualTo(HexFormat.fromHexDigits(left));
        assertThat(frames.get(2).image().argb()[3 * 20 + 9]).isEqualTo(BLUE);
    }

    @Test
    void aFrameOfAnApngIsLaidOverOrPutInPlace() throws Exception {
        BufferedImage glass = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);
        BufferedImage ground = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 200; i++) {
            glass.setRGB(i % 20, i / 20, 0x800000FF);
            ground.setRGB(i % 20, i / 20, RED);
        }
        for (int blend = 0; blend <= 1; blend++) {
            byte[] apng = ApngFiles.of(false, new Part(ground, 0, 0, 50, 0, 0), new Part(glass, 0, 0, 50, 0, blend));

            assertThat(decoder.animation(apng, 20).frames().get(1).image().argb()[0]).isEqualTo(blend == 0 ? 0x80000080 : 0xFF7F0080);
        }
    }

    @Test
    void aPictureForThoseWhoDoNotPlayIsNoFrame() throws Exception {
        byte[] apng = ApngFiles.of(true, new Part(filled(20, 10, RED), 0, 0, 50, 0, 0), new Part(filled(20, 10, GREEN), 0, 0, 50, 0, 0));

        assertThat(decoder.animation(apng, 20).frames()).extracting(f -> f.image().argb()[0]).containsExactly(RED, GREEN);
    }

    @Test
    void aFrameOutsideThePictureEndsTheAnimation() throws Exception {
        byte[] apng = ApngFiles.of(false, new Part(filled(20, 10, RED), 0, 0, 50, 0, 0), new Part(filled(4, 4, GREEN), 18, 2, 50, 0, 0));

        Animation animation = decoder.animation(apng, 20);

        assertThat(animation.frames()).hasSize(1);
        assertThat(animation.total()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 100", "2, 20", "500, 5000", "65535, 60000"})
    void aFrameIsShownAsLongAsBrowsersShowIt(int hundredths, int millis) throws Exception {
        byte[] gif = ImageFiles.animatedGif(filled(20, 10, RED), filled(20, 10, GREEN));

        Animation animation = decoder.animation(withDelay(gif, hundredths), 20);

        assertThat(animation.frames()).hasSize(2);
        assertThat(animation.frames().getFirst().shown()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void onlyAsManyFramesAreKeptAsTheMemoryForThemHolds() throws Exception {
        BufferedImage large = filled(3000, 3000, RED);
        byte[] gif = ImageFiles.animatedGif(large, large, large, large, large);

        Animation full = decoder.animation(gif, 3000);

        assertThat(full.frames()).hasSize(3);
        assertThat(full.total()).isEqualTo(5);
        assertThat(decoder.animation(gif, 300).frames()).hasSize(5);
    }

    @Test
    void anAnimationThatEndsEarlyPlaysAsFarAsItGoes() throws Exception {
        byte[] apng = ApngFiles.of(false, new Part(ImageFiles.speckled(60, 40), 0, 0, 50, 0, 0), new Part(ImageFiles.speckled(60, 40), 0, 0, 50, 0, 0));
        byte[] gif = ImageFiles.animatedGif(ImageFiles.speckled(60, 40), ImageFiles.speckled(60, 40), ImageFiles.speckled(60, 40));

        for (byte[] file : new byte[][] {apng, gif}) {
            Animation animation = decoder.animation(Arrays.copyOf(file, file.length * 3 / 4), 60);

            assertThat(animation.frames()).isNotEmpty();
            assertThat(animation.frames().getFirst().image().partial()).isFalse();
        }
    }

    /** The file with a graphic control before its first frame. @param hundredths of a second */
    private static byte[] withDelay(byte[] gif, int hundredths) {
        int start = 13 + ((gif[10] & 0x80) == 0 ? 0 : 3 << (gif[10] & 7) + 1);
        byte[] control = {0x21, (byte) 0xF9, 4, 0, (byte) hundredths, (byte) (hundredths >> 8), 0, 0};
        return HeaderFiles.joined(Arrays.copyOf(gif, start), control, Arrays.copyOfRange(gif, start, gif.length));
    }

    private static BufferedImage filled(int width, int height, int colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, colour);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }
}
