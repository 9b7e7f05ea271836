package dev.docket.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.golden.Golden;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Against values of Pillow and numpy; src/test/python/resize.py made them. */
class PreprocessorTest {

    @TestFactory
    List<DynamicTest> resizingEqualsPillowsBitForBit() throws IOException {
        return StreamSupport.stream(Golden.read("resize").get("resized").spliterator(), false).map(expected -> DynamicTest.dynamicTest(
                expected.get("width") + "x" + expected.get("height") + " to " + expected.get("to"), () -> {
                    RgbPicture picture = picture(expected);
                    for (Map.Entry<String, JsonNode> sha256 : expected.get("sha256_by_resample").properties()) {
                        ResizeFilter filter = ResizeFilter.of(Integer.parseInt(sha256.getKey())).orElseThrow();

                        RgbPicture resized = Resize.to(picture, expected.get("to").get(0).asInt(), expected.get("to").get(1).asInt(), filter);

                        assertThat(ContentHash.of(rgb(resized)).hex()).as("%s", filter).isEqualTo(sha256.getValue().asString());
                    }
                })).toList();
    }

    @Test
    void aPartIsCutFromWhatTheWholeWouldBe() {
        RgbPicture picture = RgbPicture.of(TestPictures.mixed(5, 301, 333));
        for (ResizeFilter filter : ResizeFilter.values()) {
            RgbPicture whole = Resize.to(picture, 90, 310, filter);

            RgbPicture part = Resize.part(picture, 90, 310, filter, new Resize.Window(13, 275, 60, 20));

            for (int y = 0; y < 20; y++) {
                assertThat(Arrays.copyOfRange(part.argb(), y * 60, y * 60 + 60))
                        .isEqualTo(Arrays.copyOfRange(whole.argb(), (275 + y) * 90 + 13, (275 + y) * 90 + 73));
            }
        }
    }

    @TestFactory
    List<DynamicTest> resizedCroppedAndNormalisedNumbersEqualNumpys() throws IOException {
        return StreamSupport.stream(Golden.read("resize").get("preprocessed").spliterator(), false).map(expected -> DynamicTest.dynamicTest(
                expected.get("width") + "x" + expected.get("height"), () -> {
                    int side = expected.get("shortest_edge").asInt();
                    int crop = expected.get("crop").asInt();
                    Preprocessing steps = new Preprocessing(Optional.of(new Preprocessing.Sizing(side, side, true, ResizeFilter.BILINEAR)),
                            Optional.of(new Preprocessing.Size(crop, crop)), 0.00392156862745098,
                            new float[] {0.485f, 0.456f, 0.406f}, new float[] {0.229f, 0.224f, 0.225f}, Optional.empty());

                    Preprocessor.Pixels pixels = new Preprocessor(steps).pixels(picture(expected));

                    assertThat(pixels.shape()).containsExactly(1, 3, crop, crop);
                    assertThat(pixels.values().isDirect()).isTrue();
                    for (int c = 0; c < 3; c++) {
                        assertThat(pixels.values().get((c * crop + crop / 2) * crop + crop / 2)).isEqualTo((float) expected.get("first").get(c).asDouble());
                    }
                    assertThat(crc(littleEndian(pixels.values()))).isEqualTo(expected.get("crc32").asString());
                })).toList();
    }

    @TestFactory
    List<DynamicTest> tilesEqualThoseOfTheDocumentedRecipe() throws IOException {
        return StreamSupport.stream(Golden.read("resize").get("tiled").spliterator(), false).map(expected -> DynamicTest.dynamicTest(
                expected.get("width") + "x" + expected.get("height"), () -> {
                    FloatBuffer tiles = new Preprocessor(plain()).tiles(picture(expected), new NativeTiles("tiles", 128)).values();

                    assertThat(crc(littleEndian(tiles))).isEqualTo(expected.get("crc32").asString());
                })).toList();
    }

    @Test
    void transparentPartsLieOnWhite() {
        RgbPicture picture = RgbPicture.of(TestPictures.of(2, 1, new int[] {0x00000000, 0x80400020}));
        RgbPicture doubled = Resize.to(picture, 4, 1, ResizeFilter.BILINEAR);

        assertThat(rgb(picture)).containsExactly(255, 255, 255, 0x40 + 127, 127, 0x20 + 127);
        assertThat(doubled.at(0)).isEqualTo(0xffffffff);
        assertThat(doubled.at(3)).isEqualTo(0xffbf7f9f);
    }

    @Test
    void tilesKeepTheJpegGridAndLieInTheFourQuarters() {
        int width = 640;
        int height = 400;
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | i % width / 8 << 16 | i / width / 8 << 8 | (i % 8 + i / width % 8 * 8);
        }
        NativeTiles tiles = new NativeTiles("tiles", 128);

        FloatBuffer out = new Preprocessor(plain()).tiles(RgbPicture.of(TestPictures.of(width, height, argb)), tiles).values();

        int plane = 128 * 128;
        for (int tile = 0; tile < 4; tile++) {
            assertThat(out.get(tile * 3 * plane + 2 * plane)).as("begins on the grid").isEqualTo(0f);
            assertThat(Math.round(out.get(tile * 3 * plane) * 255)).as("column").isEqualTo(tile % 2 == 0 ? 12 : 52);
            assertThat(Math.round(out.get(tile * 3 * plane + plane) * 255)).as("row").isEqualTo(tile / 2 == 0 ? 4 : 29);
        }
    }

    @Test
    void aPictureSmallerThanATileIsMirrored() {
        RgbPicture picture = RgbPicture.of(TestPictures.of(3, 1, new int[] {0xff0a0000, 0xff140000, 0xff1e0000}));

        FloatBuffer out = new Preprocessor(plain()).tiles(picture, new NativeTiles("tiles", 8)).values();

        int[] row = new int[8];
        Arrays.setAll(row, x -> Math.round(out.get(x) * 255));
        assertThat(row).containsExactly(10, 20, 30, 30, 20, 10, 10, 20);
        assertThat(Math.round(out.get(7 * 8) * 255)).as("last row").isEqualTo(10);
    }

    private static Preprocessing plain() {
        return new Preprocessing(Optional.empty(), Optional.empty(), 1 / 255.0, new float[3], new float[] {1, 1, 1}, Optional.empty());
    }

    private static RgbPicture picture(JsonNode of) {
        return RgbPicture.of(TestPictures.mixed(of.get("seed").asLong(), of.get("width").asInt(), of.get("height").asInt()));
    }

    private static byte[] rgb(RgbPicture picture) {
        byte[] rgb = new byte[picture.argb().length * 3];
        for (int i = 0; i < picture.argb().length; i++) {
            int pixel = picture.at(i);
            rgb[i * 3] = (byte) (pixel >> 16);
            rgb[i * 3 + 1] = (byte) (pixel >> 8);
            rgb[i * 3 + 2] = (byte) pixel;
        }
        return rgb;
    }

    private static byte[] littleEndian(FloatBuffer values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.capacity() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values.duplicate());
        return bytes.array();
    }

    private static String crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format("%08x", crc.getValue());
    }
}
