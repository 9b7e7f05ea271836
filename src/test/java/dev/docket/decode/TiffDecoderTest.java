package dev.docket.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.decode.TiffFiles.Kind;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiffDecoderTest {
    private final FormatDecoders decoder = new FormatDecoders(List.of(new TiffDecoder()));

    @ParameterizedTest
    @CsvSource(value = {"none", "LZW", "Deflate", "PackBits"})
    void everyWayOfPackingGivesTheVeryPixels(String compression) throws Exception {
        String packed = compression.equals("none") ? null : compression;
        for (boolean alpha : new boolean[] {false, true}) {
            BufferedImage chart = ChartPicture.draw(70, 50, alpha);

            DecodedImage image = decoder.decode(TiffFiles.write(packed, chart));

            assertThat(image.header()).isEqualTo(new ImageHeader("image/tiff", 70, 50, 1, 1));
            GoldenFiles.difference(image, chart).isWithin(0, 0);
        }
    }

    @Test
    void jpegInsideIsDecoded() throws Exception {
        BufferedImage chart = ChartPicture.draw(64, 48, false);

        GoldenFiles.difference(decoder.decode(TiffFiles.write("JPEG", chart)), chart).isWithin(120, 6);
    }

    @Test
    void palettesGreyAndBlackAndWhiteKeepTheirLevels() throws Exception {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage deep = new BufferedImage(16, 16, BufferedImage.TYPE_USHORT_GRAY);
        BufferedImage palette = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_INDEXED);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, i);
            deep.getRaster().setSample(i % 16, i / 16, 0, i * 257);
            palette.getRaster().setSample(i % 16, i / 16, 0, i);
        }
        int[] levels = new int[256];
        Arrays.setAll(levels, i -> 0xFF000000 | i * 0x010101);

        assertThat(decoder.decode(TiffFiles.write(null, grey)).argb()).containsExactly(levels);
        assertThat(decoder.decode(TiffFiles.write("LZW", deep)).argb()).containsExactly(levels);
        GoldenFiles.difference(decoder.decode(TiffFiles.write("LZW", palette)), palette).isWithin(0, 0);
    }

    @Test
    void aFaxIsBlackAndWhite() throws Exception {
        BufferedImage page = new BufferedImage(100, 60, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = page.createGraphics();
        pen.fillRect(10, 10, 30, 40);
        pen.dispose();

        for (String fax : new String[] {"CCITT RLE", "CCITT T.4", "CCITT T.6"}) {
            GoldenFiles.difference(decoder.decode(TiffFiles.write(fax, page)), page).isWithin(0, 0);
        }
    }

    @Test
    void whiteMayBeZero() throws Exception {
        byte[] levels = new byte[64];
        Arrays.setAll(new Object[64], i -> levels[i] = (byte) (4 * i));
        byte[] file = TiffFiles.uncompressed(ByteOrder.LITTLE_ENDIAN, 8, 8, new Kind(0, 1, 8, 1, 8, new byte[0]), levels);

        DecodedImage image = decoder.decode(file);

        assertThat(image.argb()[0]).isEqualTo(0xFFFFFFFF);
        assertThat(image.argb()[63] & 0xFF).isEqualTo(255 - 252);
    }

    @Test
    void sixteenBitsBecomeEightInEitherByteOrder() throws Exception {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            ByteBuffer pixels = ByteBuffer.allocate(16 * 12 * 6).order(order);
            for (int i = 0; i < 16 * 12; i++) {
                pixels.putShort((short) (i * 257)).putShort((short) 0xFFFF).putShort((short) 0x8080);
            }
            DecodedImage image = decoder.decode(TiffFiles.uncompressed(order, 16, 12, Kind.rgb(16), pixels.array()));

            assertThat(image.argb()[100]).isEqualTo(0xFF64FF80);
        }
    }

    @Test
    void inksBecomeColours() throws Exception {
        byte[] inks = new byte[8 * 8 * 4];
        for (int i = 0; i < 64; i++) {
            inks[4 * i] = (byte) 255;
            inks[4 * i + 3] = (byte) (i < 32 ? 0 : 128);
        }
        DecodedImage image = decoder.decode(TiffFiles.uncompressed(ByteOrder.BIG_ENDIAN, 8, 8, new Kind(5, 4, 8, 1, 8, new byte[0]), inks));

        assertThat(image.argb()[0]).isEqualTo(0xFF00FFFF);
        assertThat(image.argb()[63]).isEqualTo(0xFF007F7F);
    }

    @Test
    void coloursWithAProfileBecomeSrgb() throws Exception {
        byte[] colr = HeifFiles.property(resource("/decode/display-p3.avif"), "colr");
        byte[] pixels = new byte[8 * 8 * 3];
        for (int i = 0; i < pixels.length; i += 3) {
            pixels[i] = (byte) 200;
            pixels[i + 1] = 50;
            pixels[i + 2] = 60;
        }
        Kind p3 = Kind.rgb(8).with(Arrays.copyOfRange(colr, 4, colr.length));

        DecodedImage image = decoder.decode(TiffFiles.uncompressed(ByteOrder.LITTLE_ENDIAN, 8, 8, p3, pixels));

        // what libvips makes of 200, 50, 60 in Display P3
        assertThat(image.argb()[9]).isEqualTo(0xFFDA1836);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void orientationIsAppliedOnce(int orientation) throws Exception {
        byte[] pixels = {(byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255, 10, 10, 10, 20, 20, 20, 30, 30, 30};
        int[] stored = {0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFF0A0A0A, 0xFF141414, 0xFF1E1E1E};
        PixelRoom.Heap room = new PixelRoom.Heap();
        ImageHeader header = new ImageHeader("image/tiff", 3, 2, orientation, 1);
        DecodedImage wanted = room.image(Orientation.upright(java.nio.IntBuffer.wrap(stored), 3, 2, header, false, room), header);

        DecodedImage image = decoder.decode(TiffFiles.uncompressed(ByteOrder.LITTLE_ENDIAN, 3, 2, Kind.rgb(8).turned(orientation), pixels));

        assertThat(image.width()).isEqualTo(wanted.width());
        assertThat(image.argb()).containsExactly(wanted.argb());
    }

    @Test
    void aViewIsTheMeanOfWhatItLeavesOut() throws Exception {
        BufferedImage chart = ChartPicture.draw(1001, 700, false);
        byte[] file = TiffFiles.write("LZW", chart);

        DecodedImage view = decoder.view(file, 200);

        assertThat(view.width()).isEqualTo(251);
        assertThat(view.argb()).isEqualTo(BoxShrink.shrink(java.nio.IntBuffer.wrap(decoder.decode(file).argb()), 1001, 700, 4));
    }

    @Test
    void aLargePictureIsReadInBands() throws Exception {
        BufferedImage chart = ChartPicture.draw(3001, 2999, false);

        GoldenFiles.difference(decoder.decode(TiffFiles.write(null, chart)), chart).isWithin(0, 0);
    }

    @Test
    void everyPageIsShownInItsTurn() throws Exception {
        BufferedImage tall = new BufferedImage(20, 60, BufferedImage.TYPE_INT_RGB);
        byte[] file = TiffFiles.write("LZW", ChartPicture.draw(64, 48, false), tall, ChartPicture.draw(64, 48, false));

        Animation pages = decoder.animation(file, 64);

        assertThat(decoder.header(file).frames()).isEqualTo(3);
        assertThat(pages.total()).isEqualTo(3);
        assertThat(pages.frames()).hasSize(3).allSatisfy(frame -> {
            assertThat(frame.image().width()).isEqualTo(64);
            assertThat(frame.image().height()).isEqualTo(60);
        });
        assertThat(pages.frames().get(1).image().argb()[30 * 64 + 32]).isEqualTo(0xFF000000);
        assertThat(pages.frames().get(1).image().argb()[30 * 64]).as("beside the narrow page").isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 300})
    void aFileThatEndsEarlyShowsWhatThereIs(int rowsPerStrip) throws Exception {
        byte[] pixels = new byte[400 * 300 * 3];
        Arrays.fill(pixels, (byte) 0x70);
        byte[] file = TiffFiles.uncompressed(ByteOrder.LITTLE_ENDIAN, 400, 300, Kind.rgb(8).inStripsOf(rowsPerStrip), pixels);
        byte[] cut = Arrays.copyOf(file, file.length * 3 / 5);

        assertThatThrownBy(() -> decoder.decode(cut)).hasMessage("The file ends early: part of the picture is missing");
        DecodedImage partial = decoder.view(cut, 400);
        assertThat(partial.partial()).isTrue();
        assertThat(partial.argb()[0]).isEqualTo(0xFF707070);
        assertThat(partial.argb()[160 * 400]).isEqualTo(0xFF707070);
        assertThat(partial.argb()[299 * 400] & 0xFFFFFF).isZero();
    }

    @Test
    void aCutFaxIsNotTakenForAWhiteOne() throws Exception {
        byte[] file = TiffFiles.write("CCITT T.6", new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_BINARY));

        assertThatThrownBy(() -> decoder.decode(Arrays.copyOf(file, file.length - 20))).hasMessageStartingWith("The file ends early");
    }

    @Test
    void brokenDataIsDamagedOrPartial() throws Exception {
        byte[] file = TiffFiles.write("Deflate", ImageFiles.speckled(400, 300));
        Arrays.fill(file, file.length / 2, file.length / 2 + 100, (byte) 0x55);

        assertThatThrownBy(() -> decoder.decode(file)).hasMessage("The file is damaged: its TIFF data cannot be decoded");
        assertThat(decoder.view(file, 400).partial()).isTrue();
    }

    @Test
    void aRareKindIsKeptForAPersonAndNotCalledDamaged() {
        long[][] zstd = {{256, 3, 40}, {257, 3, 24}, {259, 3, 50000}};
        long[][] lab = {{256, 3, 40}, {257, 3, 24}, {262, 3, 8}};

        assertThatThrownBy(() -> decoder.decode(HeaderFiles.tiff(ByteOrder.LITTLE_ENDIAN, zstd)))
                .hasMessage("This is a TIFF picture of 40 x 24 pixels of a rare kind (packing 50000), and there is no reader for it here; "
                        + "to see it, have it sent in another format")
                .extracting("state").isEqualTo(UndecodableImageException.State.NO_DECODER);
        assertThatThrownBy(() -> decoder.view(HeaderFiles.tiff(ByteOrder.LITTLE_ENDIAN, lab), 40)).hasMessageContaining("rare kind (colours of kind 8)");
    }

    @Test
    void everySampleIsSound() throws Exception {
        for (byte[] sample : TiffSamples.all()) {
            assertThat(decoder.decode(sample).partial()).isFalse();
        }
    }

    private static byte[] resource(String name) throws Exception {
        try (java.io.InputStream in = TiffDecoderTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
