package dev.docket.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageFiles;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures with thumbnails of their own, made as cameras make them, and of others. */
class ThumbnailedProvenanceTest {
    private final FormatDecoders decoder = new FormatDecoders();
    private final ProvenanceReader reader = new ThumbnailedProvenance(new MetadataReader(), decoder);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aThumbnailOfThePictureHoweverItLiesIsNothingToTell(long seed) throws Exception {
        BufferedImage picture = painted(seed, 600, 400);
        BufferedImage small = scaled(picture, 160, 107);

        assertThat(signals(picture, small)).as("as it is").isEmpty();
        assertThat(signals(picture, scaled(picture, 160, 120))).as("squeezed").isEmpty();
        assertThat(signals(picture, on(small, 160, 120, 0, 6))).as("between bars").isEmpty();
        assertThat(signals(picture, scaled(picture.getSubimage(33, 0, 533, 400), 160, 120))).as("its middle").isEmpty();
        assertThat(signals(turned(picture), small)).as("on its side").isEmpty();
        assertThat(signals(turned(turned(turned(picture))), on(small, 160, 120, 0, 6))).as("on its other side, between bars").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aThumbnailOfAnotherPictureOrOfMoreOfItIsAHint(long seed) throws Exception {
        BufferedImage picture = painted(seed, 600, 400);

        List<Signal> other = signals(picture, scaled(painted(seed + 100, 600, 400), 160, 107));
        List<Signal> cropped = signals(picture.getSubimage(230, 120, 330, 220), scaled(picture, 160, 107));

        assertThat(other).singleElement().satisfies(signal -> {
            assertThat(signal.source()).isEqualTo("exif");
            assertThat(signal.strength()).isEqualTo(Strength.HINT);
            assertThat(signal.origin()).isEqualTo(Origin.OTHER);
            assertThat(signal.detail()).startsWith("The EXIF thumbnail shows something else than the picture").matches(".*: \\d+ of 256 bits differ.*");
        });
        assertThat(cropped).hasSize(1);
    }

    @Test
    void aPictureOrThumbnailTooPlainOrTooSmallToTellSaysNothing() throws Exception {
        BufferedImage picture = painted(1, 600, 400);
        BufferedImage plain = on(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 160, 107, 0, 0);

        assertThat(signals(picture, plain)).isEmpty();
        assertThat(signals(plain, scaled(picture, 160, 107))).isEmpty();
        assertThat(signals(picture, scaled(painted(50, 600, 400), 24, 16))).isEmpty();
        assertThat(reader.read(new byte[0], image(picture))).isEqualTo(ProvenanceReport.NONE);
    }

    @Test
    void aThumbnailThatIsBrokenOrLiesNowhereSaysNothing() throws Exception {
        BufferedImage picture = painted(1, 600, 400);
        byte[] block = block(jpeg(scaled(painted(2, 600, 400), 160, 107)));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] broken = Arrays.copyOf(block, 1 + random.nextInt(block.length));
            for (int k = 0; k < 4; k++) {
                broken[random.nextInt(Math.min(60, broken.length))] = (byte) random.nextInt(256);
            }
            ExifThumbnail.in(broken);
            assertThat(reader.read(Crafted.jpeg(Crafted.exifSegment(broken)), image(picture)).statesAi()).isFalse();
        }
        assertThat(ExifThumbnail.in(new byte[0])).isEmpty();
        assertThat(ExifThumbnail.in(block).orElseThrow()).startsWith(0xFF, 0xD8);
    }

    private List<Signal> signals(BufferedImage picture, BufferedImage thumbnail) throws Exception {
        return reader.read(Crafted.jpeg(Crafted.exifSegment(block(jpeg(thumbnail)))), image(picture)).signals();
    }

    /** No field in the main directory, two in the second. */
    private static byte[] block(byte[] thumbnail) {
        return ByteBuffer.allocate(44 + thumbnail.length).order(ByteOrder.LITTLE_ENDIAN).put(Crafted.latin("II*\0")).putInt(8).putShort((short) 0).putInt(14)
                .putShort((short) 2).putShort((short) 0x0201).putShort((short) 4).putInt(1).putInt(44)
                .putShort((short) 0x0202).putShort((short) 4).putInt(1).putInt(thumbnail.length).putInt(0).put(thumbnail).array();
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        return ImageFiles.write(picture, "jpeg");
    }

    private DecodedImage image(BufferedImage picture) throws Exception {
        return decoder.view(ImageFiles.write(picture, "png"), 4000);
    }

    /** A ground and things before it, with edges, as in a photograph. */
    private static BufferedImage painted(long seed, int width, int height) {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(random.nextInt(0x1000000)), random.nextInt(width), height, new Color(random.nextInt(0x1000000))));
        g.fillRect(0, 0, width, height);
        for (int i = 0; i < 24; i++) {
            g.setColor(new Color(random.nextInt(0x1000000)));
            int x = random.nextInt(width) - 40;
            int y = random.nextInt(height) - 40;
            if (i % 2 == 0) {
                g.fillRect(x, y, 20 + random.nextInt(width / 4), 20 + random.nextInt(height / 3));
            } else {
                g.fillOval(x, y, 20 + random.nextInt(width / 4), 20 + random.nextInt(height / 3));
            }
        }
        g.dispose();
        return picture;
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.drawImage(picture.getScaledInstance(width, height, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
        g.dispose();
        return small;
    }

    private static BufferedImage on(BufferedImage picture, int width, int height, int x, int y) {
        BufferedImage ground = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = ground.createGraphics();
        g.setColor(Color.BLACK);
        g.fillRect(0, 0, width, height);
        g.drawImage(picture, x, y, null);
        g.dispose();
        return ground;
    }

    /** A quarter, clockwise. */
    private static BufferedImage turned(BufferedImage picture) {
        BufferedImage turned = new BufferedImage(picture.getHeight(), picture.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                turned.setRGB(picture.getHeight() - 1 - y, x, picture.getRGB(x, y));
            }
        }
        return turned;
    }
}
