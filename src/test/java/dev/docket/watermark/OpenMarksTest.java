package dev.docket.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.TestPictures;
import dev.docket.decode.DecodedImage;
import dev.docket.golden.Golden;
import dev.docket.provenance.ProvenanceReport.Watermark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Verdicts beside those of another implementation; all pictures of it with {@code -Ddocket.watermarks=full}. */
class OpenMarksTest {
    private static final boolean FULL = "full".equals(System.getProperty("docket.watermarks"));
    private static final int EVERY = FULL ? 1 : 13;

    private final OpenMarks marks = new OpenMarks();

    @Test
    void markedPicturesGetTheVerdictsOfTheOtherImplementation() throws IOException {
        assertThat(differing("marked", FULL ? 1 : 2)).isEmpty();
    }

    @Test
    void unmarkedPicturesGetThemTooAndNoneIsDetected() throws IOException {
        assertThat(differing("unmarked", EVERY)).isEmpty();
    }

    @Test
    void theReferenceHasNoDetectionOnAnyUnmarkedPictureAndManyOnMarkedOnes() throws IOException {
        JsonNode golden = Golden.read("watermarks");
        assertThat(golden.get("unmarked")).hasSizeGreaterThanOrEqualTo(500).allMatch(e -> e.get("verdicts").isEmpty());
        assertThat(golden.get("marked").valueStream().filter(e -> e.get("verdicts").toString().contains("detected"))).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void eachMarkCarriesItsFigures() {
        DecodedImage marked = PublicMark.embed(PaintedPictures.paint(2000, 320, 240), payload("SDXL").bits(), Method.DWT_DCT_SVD, Colours.F32);
        assertThat(marks.find(marked)).singleElement().satisfies(found -> {
            Watermark mark = found.mark();
            assertThat(mark.payload()).isEqualTo("SDXL");
            assertThat(mark.method()).isEqualTo("dwtDctSvd");
            assertThat(mark.matched()).isGreaterThanOrEqualTo(46);
            assertThat(mark.falsePositive()).isCloseTo(16 * 6.8e-9, org.assertj.core.data.Percentage.withPercentage(1));
            assertThat(mark.chance()).isLessThan(mark.falsePositive()).isPositive();
        });
    }

    @Test
    void thresholdsAreAsRareAsTheDocumentationSays() {
        assertThat(Binomial.tail(48, 43)).isCloseTo(6.8e-9, org.assertj.core.data.Percentage.withPercentage(1));
        assertThat(Binomial.tail(46, 41)).isCloseTo(2.2e-8, org.assertj.core.data.Percentage.withPercentage(3));
        assertThat(Binomial.tail(136, 100)).isCloseTo(1.9e-8, org.assertj.core.data.Percentage.withPercentage(3));
        assertThat(Binomial.tail(32, 32)).isEqualTo(Math.pow(2, -32));
        assertThat(Binomial.tail(8, 0)).isEqualTo(1);
    }

    @Test
    void fluxHas46Bits() {
        assertThat(payload("FLUX").bits()).hasSize(46);
    }

    @Test
    void aPictureTooSmallToBeMarkedIsNotRead() {
        assertThat(marks.find(PublicMark.embed(PaintedPictures.paint(2000, 255, 257), payload("FLUX").bits(), Method.DWT_DCT_SVD, Colours.F32))).isEmpty();
    }

    @Test
    void aStripNarrowerThanABlockIsNotRead() {
        assertThat(marks.find(TestPictures.of(7, 10_000, new int[70_000]))).isEmpty();
    }

    @Test
    void theLargestSingularValueIsThatOfTheMatrix() {
        assertThat(Singular.largest(new double[16], 0, 4)).isZero();
        double[] diagonal = {3, 0, 0, 0, 0, -7, 0, 0, 0, 0, 7, 0, 0, 0, 0, 1};
        assertThat(Singular.largest(diagonal, 0, 4)).isCloseTo(7, org.assertj.core.data.Offset.offset(1e-6));
        double[] even = new double[16];
        java.util.Arrays.fill(even, 128);
        assertThat(Singular.largest(even, 0, 4)).isCloseTo(512, org.assertj.core.data.Offset.offset(1e-9));
    }

    private static Payload payload(String name) {
        return OpenMarks.GENERATORS.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    private List<String> differing(String part, int every) throws IOException {
        List<String> differing = new ArrayList<>();
        JsonNode entries = Golden.read("watermarks").get(part);
        for (int i = 0; i < entries.size(); i += every) {
            JsonNode entry = entries.get(i);
            DecodedImage picture = picture(entry);
            assertThat(crc(picture)).as("the pixels of %s %d", part, i).isEqualTo(entry.get("crc32").asString());
            Map<String, String> found = new TreeMap<>();
            marks.find(picture).forEach(f -> found.put(f.mark().payload(), f.mark().state().word()));
            Map<String, String> expected = new TreeMap<>();
            entry.get("verdicts").properties().forEach(verdict -> expected.put(verdict.getKey(), verdict.getValue().asString()));
            if (!found.equals(expected)) {
                differing.add(part + " " + i + ": " + found + " for " + expected);
            }
            if (!readings(picture).equals(entry.get("matched").valueStream().map(JsonNode::asInt).toList())) {
                differing.add(part + " " + i + ": " + readings(picture) + " for " + entry.get("matched"));
            }
        }
        return differing;
    }

    private static List<Integer> readings(DecodedImage picture) {
        BlockReading reading = BlockReading.of(picture, OpenMarks.GENERATORS.stream().map(p -> p.bits().length()).toList());
        List<Integer> matched = new ArrayList<>();
        for (Payload payload : OpenMarks.GENERATORS) {
            for (Method method : Method.values()) {
                for (Colours colours : Colours.values()) {
                    matched.add(reading.matched(payload, method, colours));
                }
            }
        }
        return matched;
    }

    private static DecodedImage picture(JsonNode entry) {
        DecodedImage picture = PaintedPictures.paint(entry.get("seed").asInt(), entry.get("width").asInt(), entry.get("height").asInt());
        JsonNode mark = entry.get("mark");
        if (!mark.isNull()) {
            picture = PublicMark.embed(picture, payload(mark.get(0).asString()).bits(),
                    Method.of(mark.get(1).asString()).orElseThrow(), Colours.of(mark.get(2).asString()).orElseThrow());
        }
        return switch (entry.get("change").asString("")) {
            case "cut" -> cut(picture);
            case "coarse" -> coarse(picture);
            default -> picture;
        };
    }

    private static DecodedImage cut(DecodedImage picture) {
        int width = picture.width() - 2;
        int[] argb = new int[width * (picture.height() - 2)];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = picture.argb()[(i / width + 2) * picture.width() + i % width + 2];
        }
        return TestPictures.of(width, picture.height() - 2, argb);
    }

    private static DecodedImage coarse(DecodedImage picture) {
        int[] argb = picture.argb().clone();
        for (int i = 0; i < argb.length; i++) {
            int p = argb[i];
            argb[i] = 0xff << 24 | (p >> 16 & 255) / 6 * 6 << 16 | (p >> 8 & 255) / 6 * 6 << 8 | (p & 255) / 6 * 6;
        }
        return TestPictures.of(picture.width(), picture.height(), argb);
    }

    private static String crc(DecodedImage picture) {
        byte[] rgb = new byte[3 * picture.argb().length];
        for (int i = 0; i < picture.argb().length; i++) {
            rgb[3 * i] = (byte) (picture.argb()[i] >> 16);
            rgb[3 * i + 1] = (byte) (picture.argb()[i] >> 8);
            rgb[3 * i + 2] = (byte) picture.argb()[i];
        }
        CRC32 crc = new CRC32();
        crc.update(rgb);
        return String.format("%08x", crc.getValue());
    }
}
