package dev.docket.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.FormatDecoders;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class PdqHasherTest {
    private final PdqHasher hasher = new PdqHasher();
    private final FormatDecoders decoder = new FormatDecoders();

    @Test
    void ourPngPicturesHashAsMetasToolHashesThem() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        for (String line : golden("pdq.csv")) {
            expected.put(line.split(",")[0], line.split(",", 2)[1]);
        }

        Map<String, String> actual = new TreeMap<>();
        for (Map.Entry<String, BufferedImage> picture : PdqPictures.all().entrySet()) {
            PerceptualHash hash = hasher.hash(decoder.decode(PdqPictures.png(picture.getValue())));
            actual.put(picture.getKey(), hash.hex() + "," + hash.quality());
        }

        assertThat(actual).hasSizeGreaterThanOrEqualTo(30).isEqualTo(expected);
    }

    @Test
    void jpegFilesHashWithinThePublishedTolerance() throws Exception {
        for (String line : golden("pdq-jpeg.csv")) {
            String[] fields = line.split(",");
            PerceptualHash expected = PerceptualHash.fromHex(fields[1], Integer.parseInt(fields[2]));

            PerceptualHash hash = hasher.hash(decoder.decode(resource(fields[0])));

            assertThat(expected.quality()).isGreaterThanOrEqualTo(80);
            assertThat(hash.distance(expected)).as(fields[0]).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void aFullyTransparentPixelCountsAsBlackAndATranslucentOneKeepsItsColour() {
        DecodedImage opaque = picture(90, 70, x -> x % 37 < 9 ? 0xFF000000 : 0xFF80BF40);
        DecodedImage translucent = picture(90, 70, x -> x % 37 < 9 ? 0 : 0x80406020);

        assertThat(hasher.hash(translucent)).isEqualTo(hasher.hash(opaque));
    }

    @Test
    void aPictureWithASideBelowFiveHasNoHash() {
        assertThat(hasher.hash(picture(4, 400, x -> 0xFF000000 | x * 0x10203)))
                .isEqualTo(new PerceptualHash(0, 0, 0, 0, 0));
    }

    private static DecodedImage picture(int width, int height, IntUnaryOperator paint) {
        int[] argb = new int[width * height];
        Arrays.setAll(argb, i -> paint.applyAsInt(i % width + i / width));
        return new DecodedImage(width, height, argb, new ImageHeader("image/png", width, height, 1, 1), false);
    }

    /** The lines of a golden file without its comments. */
    private static List<String> golden(String name) throws Exception {
        return new String(resource(name), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
    }

    private static byte[] resource(String name) throws Exception {
        try (InputStream in = PdqHasherTest.class.getResourceAsStream("/golden/" + name)) {
            return in.readAllBytes();
        }
    }
}
