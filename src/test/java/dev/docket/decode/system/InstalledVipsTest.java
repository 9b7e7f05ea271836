package dev.docket.decode.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.UndecodableImageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With libvips 8.13 or newer installed, for those of AVIF, HEIC and JPEG XL that it opens. */
class InstalledVipsTest {
    private static final int RED = 0xC04040;
    private static final int GREEN = 0x40C040;
    private static final int BLUE = 0x4040C0;
    private static final int YELLOW = 0xC0C040;

    private Vips vips;
    private FormatDecoders decoders;

    @BeforeEach
    void whereLibvipsIsInstalled() {
        Optional<Vips> found = Vips.find();
        assumeTrue(found.isPresent(), "libvips is not installed");
        vips = found.get();
        decoders = new FormatDecoders(List.of(vips));
    }

    @Test
    void everyFormatItOpensShowsItsColours() throws Exception {
        for (byte[] file : vips.samples()) {
            DecodedImage image = decoders.decode(file);

            assertThat(vips.mediaTypes()).contains(image.header().mediaType());
            assertThat(image.width()).isEqualTo(48);
            assertThat(image.height()).isEqualTo(32);
            assertQuarters(image, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF);
        }
    }

    @Test
    void aViewIsAPowerOfTwoFraction() throws Exception {
        for (byte[] file : vips.samples()) {
            DecodedImage half = decoders.view(file, 20);

            assertThat(half.width()).isEqualTo(24);
            assertThat(half.height()).isEqualTo(16);
            assertQuarters(half, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF);
            assertThat(decoders.view(file, 1).argb()).hasSize(1);
        }
    }

    @Test
    void whatTheFileAsksToBeTurnedIsTurnedOnce() throws Exception {
        assumeTrue(vips.mediaTypes().containsAll(List.of("image/avif", "image/jxl")), "this libvips does not open AVIF and JPEG XL");
        for (String file : List.of("turned.avif", "turned.jxl")) {
            DecodedImage image = decoders.decode(golden(file));

            assertThat(image.width()).isEqualTo(32);
            assertThat(image.height()).isEqualTo(48);
            assertThat(image.header().uprightWidth()).isEqualTo(32);
            assertQuarters(image, GREEN, YELLOW, RED, BLUE);
        }
        assertQuarters(decoders.decode(golden("mirrored.avif")), BLUE, YELLOW, RED, GREEN);
        assertQuarters(decoders.decode(golden("mirrored.jxl")), GREEN, RED, YELLOW, BLUE);
    }

    @Test
    void wideColoursBecomeSrgb() throws Exception {
        for (String mediaType : vips.mediaTypes()) {
            String format = mediaType.substring("image/".length());
            // Display P3, as Little CMS converts it
            assertQuarters(decoders.decode(golden("p3." + format)), 0xD1313A, 0x00C31F, 0x4040C7, 0xC0C00E);
        }
    }

    @Test
    void wideColoursToldByNumbersBecomeSrgb() throws Exception {
        assumeTrue(vips.mediaTypes().contains("image/avif"), "this libvips does not open AVIF");
        byte[] file = golden("mirrored.avif");
        int numbers = new String(file, StandardCharsets.ISO_8859_1).indexOf("colrnclx") + 8;
        file[numbers + 1] = 12;
        file[numbers + 3] = 13;

        assertQuarters(decoders.decode(file), 0x4040C7, 0xC0C00E, 0xD1313A, 0x00C31F);
    }

    @Test
    void aFileThatIsCutOffIsDamaged() {
        for (byte[] file : vips.samples()) {
            byte[] cut = Arrays.copyOf(file, file.length - 20);

            assertThatThrownBy(() -> decoders.decode(cut)).isInstanceOf(UndecodableImageException.class)
                    .hasMessageMatching("The file (ends early: part of the picture is missing|is damaged: its .* data cannot be decoded)");
        }
    }

    @Test
    void aSizeOtherThanTheHeadersIsDamage() throws Exception {
        for (byte[] file : vips.samples()) {
            ImageHeader header = decoders.header(file);
            ImageHeader wrong = new ImageHeader(header.mediaType(), 50, 32, 1, 1);

            assertThatThrownBy(() -> vips.decode(file, wrong, 50, true)).hasMessage("The file is damaged: it says both 50 x 32 and 48 x 32 pixels");
        }
    }

    @Test
    void otherFormatsStayShut() {
        ImageHeader avif = new ImageHeader("image/avif", 48, 32, 1, 1);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 48, 0, 0, 0, 32, 8, 2, 0, 0, 0};

        assertThatThrownBy(() -> vips.decode(png, avif, 48, true)).hasMessage("The file is damaged: its AVIF data cannot be decoded");
    }

    @Test
    void brokenFilesEndInAPictureOrInASentence() throws Exception {
        Random random = new Random(7);
        int shown = 0;
        for (int i = 0; i < Integer.getInteger("docket.vips-mutations", 150); i++) {
            byte[] file = vips.samples().get(random.nextInt(vips.samples().size())).clone();
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            try {
                shown += decoders.view(file, 48).width() > 0 ? 1 : 0;
            } catch (UndecodableImageException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
        assertThat(shown).isPositive();
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = InstalledVipsTest.class.getResourceAsStream("/golden/patches-" + name)) {
            return in.readAllBytes();
        }
    }

    private static void assertQuarters(DecodedImage image, int... expected) {
        for (int i = 0; i < 4; i++) {
            int x = image.width() * (1 + 2 * (i % 2)) / 4;
            int y = image.height() * (1 + 2 * (i / 2)) / 4;
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat(image.argb()[y * image.width() + x] >> shift & 0xFF).as("quarter %d of %s", i, image.header())
                        .isCloseTo(expected[i] >> shift & 0xFF, Offset.offset(16));
            }
        }
    }
}
