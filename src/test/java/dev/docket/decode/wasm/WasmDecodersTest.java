package dev.docket.decode.wasm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.decode.ChartPicture;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.GoldenFiles;
import dev.docket.decode.HeaderFiles;
import dev.docket.decode.HeifFiles;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.UndecodableImageException.State;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WasmDecodersTest {
    /** Kept, as loading takes a while. */
    private static final FormatDecoders DECODER = new FormatDecoders(WasmDecoders.all());

    @BeforeAll
    static void areBuilt() {
        assumeTrue(WasmDecoders.all().size() == 2, "see WasmBuildTest");
    }

    @ParameterizedTest
    @CsvSource({"chart-10bit.avif, 0", "chart-alpha.avif, 0", "chart-p3.avif, 2", "chart.jxl, 3", "chart-alpha.jxl, 3", "turned.jxl, 3", "chart-p3.jxl, 6"})
    void theyDecodeWhatLibvipsDecodes(String name, int most) throws Exception {
        DecodedImage image = DECODER.decode(GoldenFiles.read(name));

        GoldenFiles.difference(image, GoldenFiles.decoded(name)).isWithin(most, 0.5);
        assertThat(image.partial()).isFalse();
    }

    @Test
    void coloursOfHalfTheSizeAreSpreadSmoothlyWhereLibvipsRepeatsThem() throws Exception {
        DecodedImage image = DECODER.decode(GoldenFiles.read("chart.avif"));

        GoldenFiles.differenceOfLuma(image, GoldenFiles.decoded("chart.avif")).isWithin(16, 0.5);
        double smooth = GoldenFiles.difference(image, ChartPicture.draw(64, 48, false)).mean();
        DecodedImage repeated = new FormatDecoders().decode(GoldenFiles.read("chart.avif.png"));
        assertThat(smooth).isLessThan(GoldenFiles.difference(repeated, ChartPicture.draw(64, 48, false)).mean());
    }

    @Test
    void whatWasEncodedWithoutLossComesBackExactly() throws Exception {
        DecodedImage image = DECODER.decode(GoldenFiles.read("chart-lossless.jxl"));

        GoldenFiles.difference(image, ChartPicture.draw(64, 48, false)).isWithin(0, 0);
        assertThat(image.header()).isEqualTo(new ImageHeader("image/jxl", 64, 48, 1, 1));
    }

    @Test
    void aSinglePixelOpens() throws Exception {
        int drawn = ChartPicture.draw(64, 48, false).getRGB(30, 20);

        assertThat(DECODER.decode(GoldenFiles.read("pixel.jxl")).argb()).containsExactly(drawn);
        DecodedImage avif = DECODER.decode(GoldenFiles.read("pixel.avif"));
        assertThat(avif.argb()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void anAvifThatIsToBeTurnedComesUpright(int quarters) throws Exception {
        byte[] plain = GoldenFiles.read("chart-10bit.avif");
        BufferedImage upright = GoldenFiles.decoded("chart-10bit.avif");
        byte[] turned = HeifFiles.with(plain, HeaderFiles.box("irot", new byte[] {(byte) quarters}));
        byte[] mirrored = HeifFiles.with(plain, HeaderFiles.box("irot", new byte[] {(byte) quarters}), HeaderFiles.box("imir", new byte[] {1}));

        for (int i = 0; i < quarters; i++) {
            upright = turnedLeft(upright);
        }
        GoldenFiles.difference(DECODER.decode(turned), upright).isWithin(0, 0);
        GoldenFiles.difference(DECODER.decode(mirrored), mirrored(upright)).isWithin(0, 0);
    }

    @Test
    void anAvifMadeOfTilesIsWholeAndCutToItsSize() throws Exception {
        byte[] tile = GoldenFiles.read("square.avif");
        DecodedImage one = DECODER.decode(tile);

        DecodedImage grid = DECODER.decode(HeifFiles.grid(tile, 3, 140, 60));

        assertThat(grid.width()).isEqualTo(140);
        assertThat(grid.height()).isEqualTo(60);
        for (int i = 0; i < grid.argb().length; i++) {
            assertThat(grid.argb()[i]).isEqualTo(one.argb()[i / 140 * 64 + i % 140 % 64]);
        }
    }

    @Test
    void aCleanApertureIsCutOut() throws Exception {
        byte[] plain = GoldenFiles.read("chart-10bit.avif");
        // 40 x 20, its centre 4 right of and 6 below that of the picture
        byte[] cut = HeifFiles.with(plain, HeaderFiles.box("clap", HeaderFiles.ints(40, 1, 20, 1, 4, 1, 6, 1)));

        DecodedImage image = DECODER.decode(cut);

        assertThat(DECODER.header(cut)).isEqualTo(new ImageHeader("image/avif", 40, 20, 1, 1));
        GoldenFiles.difference(image, GoldenFiles.decoded("chart-10bit.avif").getSubimage(16, 20, 40, 20)).isWithin(0, 0);
    }

    @Test
    void aViewIsAPowerOfTwoFraction() throws Exception {
        assertThat(DECODER.view(GoldenFiles.read("chart-10bit.avif"), 20).width()).isEqualTo(32);
        assertThat(DECODER.view(GoldenFiles.read("turned.jxl"), 16).height()).isEqualTo(16);
        assertThat(DECODER.view(GoldenFiles.read("chart.jxl"), 64).width()).isEqualTo(64);
    }

    @Test
    void aBrokenFileIsRefusedAndTheNextOneOpens() throws Exception {
        for (String name : new String[] {"chart-10bit.avif", "chart.jxl"}) {
            byte[] file = GoldenFiles.read(name);
            byte[] broken = file.clone();
            Arrays.fill(broken, file.length * 2 / 3, file.length, (byte) 0xFF);
            byte[] cut = Arrays.copyOf(file, file.length * 2 / 3);

            assertThat(refusal(cut)).isNotNull().extracting(e -> e.state()).isEqualTo(State.DAMAGED);
            UndecodableImageException refused = refusal(broken);
            assertThat(refused == null || refused.state() == State.DAMAGED).isTrue();
            GoldenFiles.difference(DECODER.decode(file), GoldenFiles.decoded(name)).isWithin(3, 0.5);
        }
    }

    @Test
    void anAvifThatEndsEarlySaysSoAndShowsNothing() throws Exception {
        byte[] cut = Arrays.copyOf(GoldenFiles.read("chart-10bit.avif"), 900);

        assertThat(refusal(cut)).hasMessage("The file ends early: part of the picture is missing");
        assertThatThrownBy(() -> DECODER.view(cut, 64)).hasMessage("The file ends early: part of the picture is missing");
    }

    @Test
    void aSizeThatThePictureDoesNotHaveIsRefused() throws Exception {
        byte[] plain = GoldenFiles.read("chart-10bit.avif");
        byte[] claiming = HeifFiles.with(plain, HeaderFiles.ispe(4000, 3000));

        assertThat(refusal(claiming)).isNotNull().extracting(e -> e.state()).isEqualTo(State.DAMAGED);
    }

    private static UndecodableImageException refusal(byte[] file) {
        return catchThrowableOfType(UndecodableImageException.class, () -> DECODER.decode(file));
    }

    private static BufferedImage turnedLeft(BufferedImage image) {
        BufferedImage turned = new BufferedImage(image.getHeight(), image.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                turned.setRGB(y, image.getWidth() - 1 - x, image.getRGB(x, y));
            }
        }
        return turned;
    }

    private static BufferedImage mirrored(BufferedImage image) {
        BufferedImage mirrored = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                mirrored.setRGB(image.getWidth() - 1 - x, y, image.getRGB(x, y));
            }
        }
        return mirrored;
    }
}
