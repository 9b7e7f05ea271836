package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Colours with a profile become sRGB, as Little CMS converts them; others stay as they are. */
class ColourProfilesTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    private final FormatDecoders decoder = new FormatDecoders();

    @Test
    void wideColoursBecomeSrgbAsAnotherConverterMakesThem() throws Exception {
        for (Map.Entry<String, byte[]> profile : IccProfiles.wide().entrySet()) {
            for (Map.Entry<String, byte[][]> file : files(profile.getValue()).entrySet()) {
                String what = profile.getKey() + " in " + file.getKey();
                DecodedImage untagged = decoder.decode(file.getValue()[0]);
                DecodedImage converted = decoder.decode(file.getValue()[1]);

                assertClose(what, converted, LittleCms.toSrgb(profile.getValue(), untagged), 1, 0.05);
                assertThat(most(converted.argb(), untagged.argb())).as(what).isGreaterThan(50);
            }
        }
    }

    @Test
    void aProfileThatSaysSrgbChangesNothing() throws Exception {
        for (Map.Entry<String, byte[]> profile : IccProfiles.srgb().entrySet()) {
            for (Map.Entry<String, byte[][]> file : files(profile.getValue()).entrySet()) {
                assertThat(decoder.decode(file.getValue()[1]).argb()).as(profile.getKey() + " in " + file.getKey())
                        .isEqualTo(decoder.decode(file.getValue()[0]).argb());
            }
        }
    }

    @Test
    void aViewIsConvertedToo() throws Exception {
        byte[] profile = IccProfiles.wide().values().iterator().next();
        byte[] jpeg = ImageFiles.jpeg(picture(), false);

        DecodedImage untagged = decoder.view(jpeg, 16);

        assertClose("view", decoder.view(ImageFiles.jpegWithProfile(jpeg, profile), 16), LittleCms.toSrgb(profile, untagged), 1, 0.05);
    }

    @Test
    void sixteenBitsAreConvertedBeforeTheyBecomeEight() throws Exception {
        int[] samples = new Random(2).ints(3 * WIDTH * HEIGHT, 0, 65536).toArray();
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, WIDTH, HEIGHT, 3, null);
        raster.setPixels(0, 0, WIDTH, HEIGHT, samples);
        byte[] png = ImageFiles.write(new BufferedImage(new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false,
                Transparency.OPAQUE, DataBuffer.TYPE_USHORT), raster, false, null), "png");

        for (Map.Entry<String, byte[]> profile : IccProfiles.wide().entrySet()) {
            assertClose(profile.getKey(), decoder.decode(ImageFiles.withProfile(png, profile.getValue())),
                    LittleCms.toSrgb(profile.getValue(), samples, 16, WIDTH, HEIGHT), 1, 0.1);
        }
    }

    @Test
    void greyWithAProfileIsConverted() throws Exception {
        BufferedImage grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        int[] samples = new int[WIDTH * HEIGHT];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i % WIDTH * 4;
        }
        grey.getRaster().setPixels(0, 0, WIDTH, HEIGHT, samples);
        byte[] png = ImageFiles.withProfile(ImageFiles.write(grey, "png"), IccProfiles.grey());
        byte[] jpeg = ImageFiles.jpegWithProfile(ImageFiles.jpeg(grey, false), IccProfiles.grey());
        int[] expected = LittleCms.toSrgb(IccProfiles.grey(), samples, 8, WIDTH, HEIGHT);

        assertClose("PNG", decoder.decode(png), expected, 1, 0.2);
        assertClose("JPEG", decoder.decode(jpeg), expected, 4, 0.8);
    }

    @Test
    void inksWithAProfileAreConverted() throws Exception {
        byte[] inks = new byte[4 * WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int x = i % WIDTH;
            int y = i / WIDTH;
            inks[4 * i] = (byte) (4 * x);
            inks[4 * i + 1] = (byte) (5 * y);
            inks[4 * i + 2] = (byte) (255 - 4 * x);
            inks[4 * i + 3] = (byte) (x + y);
        }
        int[] samples = new int[inks.length];
        for (int i = 0; i < inks.length; i++) {
            samples[i] = inks[i] & 0xFF;
        }
        byte[] jpeg = ImageFiles.jpegWithProfile(ImageFiles.cmykJpeg(inks, WIDTH, HEIGHT), IccProfiles.cmyk());

        assertClose("CMYK", decoder.decode(jpeg), LittleCms.toSrgb(IccProfiles.cmyk(), samples, 8, WIDTH, HEIGHT), 4, 0.3);
    }

    @Test
    void aProfileForAnotherKindOfPictureOrABrokenOneIsIgnored() throws Exception {
        byte[] png = ImageFiles.write(picture(), "png");
        byte[] broken = IccProfiles.wide().values().iterator().next();
        broken[36] = 'x';

        for (byte[] profile : new byte[][] {IccProfiles.grey(), IccProfiles.cmyk(), broken, new byte[10]}) {
            assertThat(decoder.decode(ImageFiles.withProfile(png, profile)).argb()).isEqualTo(decoder.decode(png).argb());
        }
    }

    /** PNG may state its colours in four other ways. Docket goes by two of them; docs/formats.md says so. */
    @Test
    void chunksOfPngThatStateColoursCountAsDocumented() throws Exception {
        byte[] png = ImageFiles.write(picture(), "png");
        byte[] primaries = ByteBuffer.allocate(32).putInt(31270).putInt(32900).putInt(68000).putInt(32000)
                .putInt(26500).putInt(69000).putInt(15000).putInt(6000).array();
        byte[] linear = ByteBuffer.allocate(4).putInt(100_000).array();
        byte[] p3 = IccProfiles.wide().values().iterator().next();
        int[] plain = decoder.decode(png).argb();

        byte[] withPrimaries = ImageFiles.withChunk(png, "cHRM", primaries);
        assertThat(most(decoder.decode(withPrimaries).argb(), decoder.decode(ImageFiles.withProfile(png, p3)).argb())).isLessThanOrEqualTo(1);
        byte[] withGamma = ImageFiles.withChunk(png, "gAMA", linear);
        assertThat(most(decoder.decode(withGamma).argb(), plain)).isGreaterThan(50);
        assertThat(decoder.decode(ImageFiles.withChunk(withGamma, "sRGB", new byte[1])).argb()).isEqualTo(plain);
        assertThat(decoder.decode(ImageFiles.withChunk(png, "cICP", new byte[] {12, 13, 0, 1})).argb()).isEqualTo(plain);
    }

    /** By format: a file without profile, and the same with this one. */
    private static Map<String, byte[][]> files(byte[] profile) throws Exception {
        byte[] png = ImageFiles.write(picture(), "png");
        byte[] jpeg = ImageFiles.jpeg(picture(), false);
        byte[] lossless = ImageFiles.webp(picture(), true);
        byte[] lossy = ImageFiles.webp(picture(), false);
        Map<String, byte[][]> files = new LinkedHashMap<>();
        files.put("PNG", new byte[][] {png, ImageFiles.withProfile(png, profile)});
        files.put("JPEG", new byte[][] {jpeg, ImageFiles.jpegWithProfile(jpeg, profile)});
        files.put("lossless WebP", new byte[][] {lossless, ImageFiles.webpWithProfile(lossless, profile, WIDTH, HEIGHT)});
        files.put("lossy WebP", new byte[][] {lossy, ImageFiles.webpWithProfile(lossy, profile, WIDTH, HEIGHT)});
        return files;
    }

    /** Patches of every kind of colour, saturated ones among them. */
    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < HEIGHT; y += 8) {
            for (int x = 0; x < WIDTH; x += 8) {
                int colour = random.nextInt(0x1000000);
                for (int i = 0; i < 64; i++) {
                    picture.setRGB(x + i % 8, y + i / 8, colour);
                }
            }
        }
        return picture;
    }

    private static void assertClose(String what, DecodedImage image, int[] expected, int most, double mean) {
        assertThat(most(image.argb(), expected)).as(what).isLessThanOrEqualTo(most);
        long sum = 0;
        for (int i = 0; i < 3 * expected.length; i++) {
            sum += difference(image.argb(), expected, i);
        }
        assertThat(sum / (3.0 * expected.length)).as(what).isLessThanOrEqualTo(mean);
    }

    private static int most(int[] argb, int[] expected) {
        int most = 0;
        for (int i = 0; i < 3 * expected.length; i++) {
            most = Math.max(most, difference(argb, expected, i));
        }
        return most;
    }

    private static int difference(int[] argb, int[] expected, int sample) {
        int shift = 16 - 8 * (sample % 3);
        return Math.abs((argb[sample / 3] >> shift & 0xFF) - (expected[sample / 3] >> shift & 0xFF));
    }
}
