package dev.docket.watermark.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.classify.TestPictures;
import dev.docket.decode.DecodedImage;
import dev.docket.watermark.PaintedPictures;
import dev.docket.watermark.copy.MarkReader.Reading;
import dev.docket.watermark.copy.MarkReader.Size;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** With {@code -Ddocket.watermarks=full} 36 pictures through all treatments and 1 000 without a mark, and the figures of docs/watermarks.md. */
class CopyMarkTest {
    private static final boolean FULL = "full".equals(System.getProperty("docket.watermarks"));
    private static final int[][] SIZES = {{256, 256}, {640, 480}, {400, 300}, {333, 517}, {800, 600}, {1280, 853}, {2400, 1600}, {300, 257}};
    private static final long NUMBER = 0xC0FFEE42L;

    private final CopyMark mark = new CopyMark();
    private final MarkReader reader = new MarkReader();

    @Test
    void copiesLiveThroughWhatTheyMustAndLookTheSame(TestReporter reporter) throws UnmarkableException {
        Map<Treatment, Integer> read = new EnumMap<>(Treatment.class);
        List<DecodedImage> pictures = colourful();
        double worst = Double.MAX_VALUE;
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            DecodedImage picture = pictures.get(i);
            long number = NUMBER * (i + 1) & 0xffffffffL;
            DecodedImage copy = mark.marked(picture, number);
            worst = Math.min(worst, psnr(picture, copy));
            List<Size> sizes = List.of(new Size(4000, 3000), new Size(picture.width(), picture.height()));
            for (Treatment treatment : Treatment.values()) {
                if (!FULL && !treatment.must && i % 9 != 0) {
                    continue;
                }
                boolean found = reader.read(treatment.of(copy), sizes).map(Reading::number).filter(n -> n == number).isPresent();
                read.merge(treatment, found ? 1 : 0, Integer::sum);
                if (!found && treatment.must) {
                    lost.add(treatment + " " + i + " " + picture.width() + " x " + picture.height());
                }
            }
        }
        reporter.publishEntry("of " + pictures.size(), read + ", worst PSNR " + worst);
        assertThat(lost).isEmpty();
        assertThat(worst).isGreaterThanOrEqualTo(38);
    }

    @Test
    void picturesWithoutAMarkHaveNoNumber(TestReporter reporter) {
        List<Size> sizes = List.of(new Size(640, 480), new Size(512, 512), new Size(1000, 1000), new Size(1200, 800));
        int count = FULL ? 1000 : 8;
        List<Integer> found = new ArrayList<>();
        for (int seed = 0; seed < count; seed++) {
            int[] size = SIZES[seed / 8 % 3];
            if (reader.read(PaintedPictures.paint(seed, size[0], size[1]), sizes).isPresent()) {
                found.add(seed);
            }
        }
        reporter.publishEntry("numbers found in " + count + " pictures without one", found.toString());
        assertThat(found).isEmpty();
    }

    @Test
    void thePictureItselfStaysAsItIs() throws UnmarkableException {
        DecodedImage picture = PaintedPictures.paint(8, 256, 256);
        int[] before = picture.argb().clone();
        mark.marked(picture, 1);
        assertThat(picture.argb()).isEqualTo(before);
    }

    @Test
    void aPictureThatIsTooSmallIsRefusedWithTheReason() {
        assertThatThrownBy(() -> mark.marked(PaintedPictures.paint(8, 255, 400), 1)).isInstanceOf(UnmarkableException.class).hasMessageContaining("smaller than 256 x 256");
    }

    @Test
    void aGreyPictureIsRefusedWithTheReason() {
        assertThatThrownBy(() -> mark.marked(PaintedPictures.paint(9 * 8 + 5, 300, 300), 1)).isInstanceOf(UnmarkableException.class).hasMessageContaining("grey");
    }

    @Test
    void whatIsTransparentIsWhiteInACopy() throws UnmarkableException {
        DecodedImage picture = PaintedPictures.paint(8, 256, 256);
        int[] argb = picture.argb().clone();
        IntStream.range(0, 256 * 40).forEach(i -> argb[i] = 0);
        DecodedImage copy = mark.marked(TestPictures.of(256, 256, argb), 7);
        assertThat(copy.argb()[300] >>> 24).isEqualTo(255);
        assertThat(copy.argb()[300] & 0xff).isGreaterThan(240);
    }

    @Test
    void aFrameIsKnownByItsKindAndItsChecksum() {
        assertThat(MarkFrame.number(MarkFrame.of(0))).hasValue(0);
        assertThat(MarkFrame.number(MarkFrame.of(0xffffffffL))).hasValue(0xffffffffL);
        assertThat(IntStream.range(0, 64)).allMatch(bit -> MarkFrame.number(MarkFrame.of(NUMBER) ^ 1L << bit).isEmpty());
        assertThat(List.of(0L, -1L, 0x5555555555555555L, 0xaaaaaaaaaaaaaaaaL, 0x00ff00ff00ff00ffL)).allMatch(bits -> MarkFrame.number(bits).isEmpty());
    }

    private static List<DecodedImage> colourful() {
        List<DecodedImage> pictures = new ArrayList<>();
        int[] kinds = {0, 1, 2, 3, 4, 6};
        for (int i = 0; i < (FULL ? 36 : 20); i++) {
            int[] size = SIZES[FULL ? i % SIZES.length : i % 4];
            pictures.add(PaintedPictures.paint(3000 / 8 * 8 + 8 * i + kinds[i % kinds.length], size[0], size[1]));
        }
        return pictures;
    }

    private static double psnr(DecodedImage a, DecodedImage b) {
        double sum = 0;
        for (int i = 0; i < a.argb().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int by = (a.argb()[i] >> shift & 0xff) - (b.argb()[i] >> shift & 0xff);
                sum += by * by;
            }
        }
        return 10 * Math.log10(255.0 * 255 * 3 * a.argb().length / sum);
    }
}
