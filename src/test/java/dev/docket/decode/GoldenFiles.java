package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;

/** The files in {@code golden/modern}, and what was decoded held against them. */
public final class GoldenFiles {
    private GoldenFiles() {}

    public static byte[] read(String name) throws IOException {
        try (InputStream in = GoldenFiles.class.getResourceAsStream("/golden/modern/" + name)) {
            return in.readAllBytes();
        }
    }

    /** What another decoder made of the file. */
    public static BufferedImage decoded(String name) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(read(name + ".png")));
    }

    /** How far two pictures are apart, in levels of 0..255, premultiplied. */
    public record Difference(int max, double mean) {
        public void isWithin(int most, double mostMean) {
            assertThat(max).as("largest of %s", this).isLessThanOrEqualTo(most);
            assertThat(mean).as("mean of %s", this).isLessThanOrEqualTo(mostMean);
        }
    }

    public static Difference difference(DecodedImage image, BufferedImage expected) {
        assertThat(image.width() + " x " + image.height()).isEqualTo(expected.getWidth() + " x " + expected.getHeight());
        int max = 0;
        long sum = 0;
        for (int i = 0; i < image.argb().length; i++) {
            int wanted = premultiplied(expected.getRGB(i % image.width(), i / image.width()));
            for (int shift = 0; shift < 32; shift += 8) {
                int apart = Math.abs((image.argb()[i] >> shift & 0xFF) - (wanted >> shift & 0xFF));
                max = Math.max(max, apart);
                sum += apart;
            }
        }
        return new Difference(max, sum / 4.0 / image.argb().length);
    }

    /** The same of brightness alone, by the weights of BT.601: decoders differ in how they spread colours of half the size. */
    public static Difference differenceOfLuma(DecodedImage image, BufferedImage expected) {
        int max = 0;
        long sum = 0;
        for (int i = 0; i < image.argb().length; i++) {
            int apart = Math.abs(luma(image.argb()[i]) - luma(expected.getRGB(i % image.width(), i / image.width())));
            max = Math.max(max, apart);
            sum += apart;
        }
        return new Difference(max, (double) sum / image.argb().length);
    }

    private static int luma(int pixel) {
        return (int) Math.round(0.299 * (pixel >> 16 & 0xFF) + 0.587 * (pixel >> 8 & 0xFF) + 0.114 * (pixel & 0xFF));
    }

    private static int premultiplied(int pixel) {
        int alpha = pixel >>> 24;
        int result = alpha << 24;
        for (int shift = 0; shift < 24; shift += 8) {
            result |= ((pixel >> shift & 0xFF) * alpha + 127) / 255 << shift;
        }
        return result;
    }
}
