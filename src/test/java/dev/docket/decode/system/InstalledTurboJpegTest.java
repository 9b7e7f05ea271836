package dev.docket.decode.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoder;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.IccProfiles;
import dev.docket.decode.ImageFiles;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.Painted;
import dev.docket.decode.PixelRoom;
import dev.docket.decode.UndecodableImageException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With libjpeg-turbo installed; without it there is nothing to compare, and the bundled decoder has its own tests. */
class InstalledTurboJpegTest {
    private final FormatDecoder bundled = FormatDecoders.bundled().getFirst();
    private final Counted counted = new Counted(bundled);
    private final FormatDecoders plain = new FormatDecoders();
    private FormatDecoders turbo;

    @BeforeEach
    void whereLibjpegTurboIsInstalled() {
        var library = TurboJpegLibrary.find();
        assumeTrue(library.isPresent(), "libjpeg-turbo is not installed");
        turbo = new FormatDecoders(List.of(new TurboJpeg(library.get(), counted)));
    }

    @Test
    void everyPlainJpegHasTheSamePixelsAsFromTheBundledDecoderAtEveryScale() throws Exception {
        for (int[] size : new int[][] {{200, 120}, {163, 97}, {17, 33}, {1, 1}, {8, 1}}) {
            for (Map.Entry<String, byte[]> file : JpegKinds.all(size[0], size[1]).entrySet()) {
                for (int side : new int[] {Integer.MAX_VALUE, size[0] / 2 + 1, size[0] / 4 + 1, size[0] / 8 + 1, 1}) {
                    String what = file.getKey() + " " + size[0] + " x " + size[1] + " to " + side;
                    assertSame(what, turbo.view(file.getValue(), side), plain.view(file.getValue(), side));
                }
            }
        }
        assertThat(counted.asked).isZero();
    }

    @Test
    void everyOrientationIsTurnedUpright() throws Exception {
        byte[] jpeg = ImageFiles.jpeg(JpegKinds.waves(90, 50), false);
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] file = ImageFiles.withOrientation(jpeg, orientation);
            assertSame("orientation " + orientation, turbo.view(file, 45), plain.view(file, 45));
        }
        assertThat(counted.asked).isZero();
    }

    @Test
    void aPictureIsDecodedStraightIntoMemoryThatIsGiven() throws Exception {
        byte[] file = ImageFiles.jpeg(JpegKinds.waves(90, 50), false);
        IntBuffer given = ByteBuffer.allocateDirect(4 * 90 * 50).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();

        Painted painted = turbo.paint(file, 90, false, (width, height) -> given);

        int[] pixels = new int[90 * 50];
        given.get(0, pixels);
        assertThat(painted).isEqualTo(new Painted(90, 50, false));
        assertThat(pixels).isEqualTo(plain.decode(file).argb());
    }

    @Test
    void onlyAProfileOtherThanSrgbsGoesToTheBundledDecoder() throws Exception {
        byte[] jpeg = ImageFiles.jpeg(JpegKinds.waves(90, 50), false);
        for (byte[] profile : IccProfiles.srgb().values()) {
            byte[] file = ImageFiles.jpegWithProfile(jpeg, profile);
            assertSame("sRGB", turbo.decode(file), plain.decode(file));
        }
        assertThat(counted.asked).isZero();
        for (byte[] profile : IccProfiles.wide().values()) {
            byte[] file = ImageFiles.jpegWithProfile(jpeg, profile);
            assertSame("wide", turbo.decode(file), plain.decode(file));
        }
        assertThat(counted.asked).isEqualTo(IccProfiles.wide().size());
    }

    @Test
    void whatIsNotPlainGoesToTheBundledDecoder() throws Exception {
        byte[] jpeg = ImageFiles.jpeg(JpegKinds.waves(90, 50), false);
        try (InputStream in = InstalledTurboJpegTest.class.getResourceAsStream("/golden/quarters-cmyk.jpg")) {
            byte[] cmyk = in.readAllBytes();
            assertSame("CMYK", turbo.decode(cmyk), plain.decode(cmyk));
        }
        assertThat(counted.asked).isEqualTo(1);
        byte[] cut = Arrays.copyOf(jpeg, jpeg.length / 2);
        assertSame("cut", turbo.view(cut, 90), plain.view(cut, 90));
        assertThat(turbo.view(cut, 90).partial()).isTrue();
        assertThat(counted.asked).isEqualTo(3);
    }

    /** Not to the same pixels: numbers out of all range overflow differently in code for vectors. */
    @Test
    void brokenFilesEndAsWithTheBundledDecoder() throws Exception {
        Random random = new Random(5);
        List<byte[]> seeds = List.copyOf(JpegKinds.all(70, 40).values());
        int rounds = Integer.getInteger("docket.turbo-mutations", 1500);
        for (int i = 0; i < rounds; i++) {
            byte[] file = seeds.get(random.nextInt(seeds.size())).clone();
            file = random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
            for (int flips = random.nextInt(4); flips > 0 && file.length > 0; flips--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            byte[] tried = file;
            boolean lenient = random.nextBoolean();
            UndecodableImageException expected = catchThrowableOfType(UndecodableImageException.class, () -> decoded(plain, tried, lenient));
            UndecodableImageException got = catchThrowableOfType(UndecodableImageException.class, () -> decoded(turbo, tried, lenient));
            assertThat(got == null ? null : got.getMessage()).as("file %d", i).isEqualTo(expected == null ? null : expected.getMessage());
            if (expected == null) {
                assertThat(decoded(turbo, tried, lenient).partial()).as("file %d", i).isEqualTo(decoded(plain, tried, lenient).partial());
            }
        }
        assertThat(counted.asked).isBetween(1, 2 * rounds - 1);
    }

    private static DecodedImage decoded(FormatDecoders decoder, byte[] file, boolean lenient) throws UndecodableImageException {
        return lenient ? decoder.view(file, 40) : decoder.decode(file);
    }

    private static void assertSame(String what, DecodedImage got, DecodedImage expected) {
        assertThat(got.width()).as(what).isEqualTo(expected.width());
        assertThat(got.partial()).as(what).isEqualTo(expected.partial());
        assertThat(Arrays.mismatch(got.argb(), expected.argb())).as(what).isEqualTo(-1);
    }

    /** Counts how often the bundled decoder is asked. */
    private static final class Counted implements FormatDecoder {
        private final FormatDecoder decoder;
        private int asked;

        private Counted(FormatDecoder decoder) {
            this.decoder = decoder;
        }

        @Override
        public boolean opens(ImageHeader header) {
            return decoder.opens(header);
        }

        @Override
        public Painted paint(byte[] file, ImageHeader header, int longerSide, boolean lenient, PixelRoom room) throws UndecodableImageException {
            asked++;
            return decoder.paint(file, header, longerSide, lenient, room);
        }
    }
}
