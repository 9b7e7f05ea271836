package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.docket.decode.UndecodableImageException.State;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatDecodersTest {
    private static final int RED = 0xFF0000;
    private static final int GREEN = 0x00FF00;
    private static final int BLUE = 0x0000FF;
    private static final int WHITE = 0xFFFFFF;

    private final FormatDecoders decoder = new FormatDecoders();

    @Test
    void everyFormatIsKnownByItsContentAndShowsItsColours() throws Exception {
        for (Map.Entry<String, byte[]> file : Seeds.plain().entrySet()) {
            DecodedImage image = decoder.decode(file.getValue());

            assertThat(image.header()).as(file.getKey()).isEqualTo(new ImageHeader(file.getKey().split(" ")[0], 40, 24, 1, 1));
            assertThat(decoder.header(file.getValue())).isEqualTo(image.header());
            assertQuarters(image, RED, GREEN, BLUE, WHITE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 40, FF0000 00FF00 0000FF FFFFFF", "2, 40, 00FF00 FF0000 FFFFFF 0000FF",
        "3, 40, FFFFFF 0000FF 00FF00 FF0000", "4, 40, 0000FF FFFFFF FF0000 00FF00",
        "5, 24, FF0000 0000FF 00FF00 FFFFFF", "6, 24, 0000FF FF0000 FFFFFF 00FF00",
        "7, 24, FFFFFF 00FF00 0000FF FF0000", "8, 24, 00FF00 FFFFFF FF0000 0000FF"})
    void exifOrientationIsAppliedOnce(int orientation, int width, String quarters) throws Exception {
        byte[] jpeg = ImageFiles.withOrientation(ImageFiles.jpeg(ImageFiles.quarters(40, 24), false), orientation);
        byte[] png = ImageFiles.pngWithOrientation(ImageFiles.write(ImageFiles.quarters(40, 24), "png"), orientation);
        int[] colours = Arrays.stream(quarters.split(" ")).mapToInt(HexFormat::fromHexDigits).toArray();

        for (byte[] file : new byte[][] {jpeg, png}) {
            DecodedImage image = decoder.decode(file);

            assertThat(image.header().orientation()).isEqualTo(orientation);
            assertThat(image.width()).isEqualTo(width).isEqualTo(image.header().uprightWidth());
            assertThat(image.height()).isEqualTo(64 - width).isEqualTo(image.header().uprightHeight());
            assertQuarters(image, colours[0], colours[1], colours[2], colours[3]);
        }
    }

    @Test
    void aViewIsAPowerOfTwoFractionAtLeastAsLongAsAsked() throws Exception {
        byte[] jpeg = ImageFiles.jpeg(ImageFiles.quarters(1001, 500), false);
        byte[] png = ImageFiles.write(ImageFiles.quarters(1001, 500), "png");
        byte[] webp = ImageFiles.webp(ImageFiles.quarters(1001, 500), false);

        for (byte[] file : new byte[][] {jpeg, png, webp}) {
            assertThat(decoder.view(file, 2000).width()).isEqualTo(1001);
            assertThat(decoder.view(file, 501).width()).isEqualTo(501);
            assertThat(decoder.view(file, 300).width()).isEqualTo(501);
            DecodedImage small = decoder.view(file, 126);
            assertThat(small.width()).isEqualTo(126);
            assertThat(small.height()).isEqualTo(63);
            assertQuarters(small, RED, GREEN, BLUE, WHITE);
        }
        assertThat(decoder.view(png, 16).width()).isEqualTo(16);
    }

    @Test
    void aTruncatedFileIsDamagedForHashesAndPartialForTheEye() throws Exception {
        BufferedImage picture = ImageFiles.speckled(400, 300);
        byte[] jpeg = ImageFiles.jpeg(picture, false);
        byte[] png = ImageFiles.write(picture, "png");
        byte[] gif = ImageFiles.write(picture, "gif");
        byte[] bmp = ImageFiles.write(picture, "bmp");
        byte[] progressive = ImageFiles.jpeg(picture, true);
        byte[] webp = ImageFiles.webp(picture, false);

        for (byte[] file : new byte[][] {jpeg, progressive, png, gif, bmp, webp}) {
            byte[] cut = Arrays.copyOf(file, file.length * 3 / 5);

            assertThat(refusal(cut).state()).isEqualTo(State.DAMAGED);
            assertThat(refusal(cut)).hasMessage("The file ends early: part of the picture is missing");
            DecodedImage partial = decoder.view(cut, 400);
            assertThat(partial.partial()).isTrue();
            assertThat(partial.width()).isEqualTo(400);
        }
        assertThat(decoder.view(jpeg, 400).partial()).isFalse();
        assertThat(decoder.view(progressive, 400).partial()).isFalse();
    }

    @Test
    void aPngThatOnlyLacksItsEndIsWholeAndABrokenOneIsDamaged() throws Exception {
        byte[] png = ImageFiles.write(ImageFiles.speckled(400, 300), "png");
        byte[] broken = png.clone();
        Arrays.fill(broken, png.length / 2, png.length / 2 + 40, (byte) 0x55);

        assertThat(decoder.decode(Arrays.copyOf(png, png.length - 12)).partial()).isFalse();
        assertThat(refusal(broken)).hasMessage("The file is damaged: its PNG data cannot be decoded");
        assertThat(decoder.view(broken, 400).partial()).isTrue();
    }

    @Test
    void aPictureOverTheBudgetIsRefusedWithTheFigures() throws Exception {
        assertRefused(ImageFiles.pngClaiming(20_000, 20_000), "20000 x 20000 pixels is 400 megapixels; at most 100 are opened");
        assertRefused(ImageFiles.pngClaiming(30_001, 1000), "30001 x 1000 pixels has a side of 30001; at most 30000 are opened");
        assertRefused(ImageFiles.pngClaiming(40, 8001), "40 x 8001 pixels is 201 times as long as wide; at most 200 times is opened");
        assertThat(decoder.header(ImageFiles.pngClaiming(20_000, 20_000)).width()).isEqualTo(20_000);
    }

    @Test
    void whatIsNoPictureIsToldInItsOwnSentence() throws Exception {
        Map<String, String> kinds = Map.of(
                "hello there", "a text file, not an image",
                "<!DOCTYPE html><html>", "a web page, not an image",
                "<?xml version='1.0'?><svg>", "an SVG drawing",
                "%PDF-1.7", "a PDF document",
                "\0\0\0\40ftypisom\0\0", "a video");

        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            UndecodableImageException refusal = refusal(kind.getKey().getBytes(StandardCharsets.ISO_8859_1));
            assertThat(refusal.state()).isEqualTo(State.UNSUPPORTED);
            assertThat(refusal).hasMessage("This is " + kind.getValue() + "; Docket opens JPEG, PNG, WebP, GIF, BMP, TIFF, AVIF, HEIC and JPEG XL");
        }
        assertThat(refusal(new byte[0])).hasMessage("The file is empty");
        byte[] random = new byte[100];
        new Random(1).nextBytes(random);
        random[0] = 1;
        random[1] = 2;
        assertThat(refusal(random)).hasMessageStartingWith("This is not an image of a kind that Docket knows");
    }

    @Test
    void aHeaderThatIsCutOffSaysSo() throws Exception {
        for (Map.Entry<String, byte[]> file : Seeds.plain().entrySet()) {
            byte[] cut = Arrays.copyOf(file.getValue(), 17);
            if (!file.getKey().startsWith("image/gif")) {
                assertThatThrownBy(() -> decoder.header(cut)).as(file.getKey())
                        .hasMessage("The file ends early: its header is cut off after 17 bytes");
            }
        }
    }

    @Test
    void anAnimationShowsItsFirstFrameAndCountsThem() throws Exception {
        BufferedImage first = ImageFiles.quarters(40, 24);
        BufferedImage second = new BufferedImage(40, 24, BufferedImage.TYPE_INT_RGB);
        byte[] gif = ImageFiles.animatedGif(first, second, second);
        byte[] webp = ImageFiles.animatedWebp(40, 24, ImageFiles.webp(first, true), ImageFiles.webp(second, true), ImageFiles.webp(second, true));
        byte[] apng = ImageFiles.withChunk(ImageFiles.write(first, "png"), "acTL", new byte[] {0, 0, 0, 3, 0, 0, 0, 0});

        for (byte[] file : new byte[][] {gif, webp, apng}) {
            assertThat(decoder.header(file).frames()).isEqualTo(3);
            assertQuarters(decoder.decode(file), RED, GREEN, BLUE, WHITE);
            assertThat(decoder.view(file, 20).width()).isEqualTo(20);
            assertQuarters(decoder.view(file, 20), RED, GREEN, BLUE, WHITE);
        }
    }

    @Test
    void aGifWhoseFirstPictureReachesBeyondTheScreenIsAsLargeAsThePicture() throws Exception {
        byte[] gif = ImageFiles.write(ImageFiles.quarters(40, 24), "gif");
        gif[6] = 10;

        assertThat(decoder.header(gif).width()).isEqualTo(40);
        assertThat(decoder.decode(gif).width()).isEqualTo(40);
    }

    @Test
    void aCmykJpegShowsItsColours() throws Exception {
        try (InputStream in = FormatDecodersTest.class.getResourceAsStream("/golden/quarters-cmyk.jpg")) {
            DecodedImage image = decoder.decode(in.readAllBytes());

            assertQuarters(image, 0xC8283C, 0x1EA050, 0x283CBE, 0xFAFAFA);
        }
    }

    @Test
    void coloursWithAProfileBecomeSrgb() throws Exception {
        BufferedImage half = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        half.setRGB(0, 0, 0x808080);
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

        DecodedImage image = decoder.decode(ImageFiles.withProfile(ImageFiles.write(half, "png"), linear));

        // half the light is level 188 in sRGB
        assertThat(image.argb()[0] & 0xFF).isCloseTo(188, Offset.offset(1));
    }

    @Test
    void aRareJpegIsUnsupported() throws Exception {
        byte[] jpeg = ImageFiles.jpeg(ImageFiles.quarters(40, 24), false);
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C0");
        byte[] lossless = jpeg.clone();
        lossless[frame + 1] = (byte) 0xC3;
        byte[] deep = jpeg.clone();
        deep[frame + 4] = 12;

        assertThat(refusal(lossless)).hasMessageContaining("rare kind (lossless");
        assertThat(refusal(deep)).hasMessageContaining("12 bits per sample").extracting(UndecodableImageException::state).isEqualTo(State.UNSUPPORTED);
    }

    @Test
    void alphaComesPremultiplied() throws Exception {
        BufferedImage glass = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        glass.setRGB(0, 0, 0x80FF0000);
        glass.setRGB(1, 0, 0x00FFFFFF);

        DecodedImage image = decoder.decode(ImageFiles.write(glass, "png"));

        assertThat(image.argb()[0]).isEqualTo(0x80800000);
        assertThat(image.argb()[1]).isZero();
    }

    private void assertRefused(byte[] file, String message) {
        assertThat(refusal(file).state()).isEqualTo(State.REFUSED);
        assertThat(refusal(file)).hasMessage(message);
        assertThatThrownBy(() -> decoder.view(file, 100)).hasMessage(message);
    }

    private UndecodableImageException refusal(byte[] file) {
        return catchThrowableOfType(UndecodableImageException.class, () -> decoder.decode(file));
    }

    private static void assertQuarters(DecodedImage image, int... expected) {
        int[] at = {at(image, 1, 1), at(image, 3, 1), at(image, 1, 3), at(image, 3, 3)};
        for (int i = 0; i < 4; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int channel = at[i] >> shift & 0xFF;
                assertThat(channel).as("quarter %d: %06x for %06x in %s", i, at[i], expected[i], image.header())
                        .isCloseTo(expected[i] >> shift & 0xFF, Offset.offset(12));
            }
        }
    }

    private static int at(DecodedImage image, int quarterX, int quarterY) {
        return image.argb()[image.height() * quarterY / 4 * image.width() + image.width() * quarterX / 4] & 0xFFFFFF;
    }
}
