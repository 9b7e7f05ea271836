package dev.docket.provenance;

import static dev.docket.provenance.Crafted.ascii;
import static dev.docket.provenance.Crafted.chunk;
import static dev.docket.provenance.Crafted.exifSegment;
import static dev.docket.provenance.Crafted.gif;
import static dev.docket.provenance.Crafted.gifComment;
import static dev.docket.provenance.Crafted.gifXmp;
import static dev.docket.provenance.Crafted.iptcSegment;
import static dev.docket.provenance.Crafted.jpeg;
import static dev.docket.provenance.Crafted.jumbfSegment;
import static dev.docket.provenance.Crafted.packedText;
import static dev.docket.provenance.Crafted.png;
import static dev.docket.provenance.Crafted.pngXmp;
import static dev.docket.provenance.Crafted.riffChunk;
import static dev.docket.provenance.Crafted.text;
import static dev.docket.provenance.Crafted.tiff;
import static dev.docket.provenance.Crafted.unicodeComment;
import static dev.docket.provenance.Crafted.utf8;
import static dev.docket.provenance.Crafted.webp;
import static dev.docket.provenance.Crafted.xmp;
import static dev.docket.provenance.Crafted.xmpSegment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.docket.provenance.CraftedBoxes.Layout;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files in which bytes were changed, cut out or repeated. {@code -Ddocket.metadata.mutations=1000} for that many of each format,
 * {@code -Ddocket.seed=N} for others; the slowest file of each is printed.
 */
class MutatedMetadataTest {
    private static final int COUNT = Integer.getInteger("docket.metadata.mutations", 100);
    private static final long SEED = Long.getLong("docket.seed", 20261122);
    private static final Duration A_FILE = Duration.ofSeconds(2);
    private static final String PACKET = xmp("xmp:CreatorTool=\"a\" Iptc4xmpExt:DigitalSourceType=\"http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture\"",
            "<dc:description>b</dc:description><tc:AIGC>{\"Label\":\"1\",\"ProduceID\":\"2\"}</tc:AIGC>");
    private static final byte[] EXIF = tiff(Map.of(0x010F, ascii("Canon"), 0x0110, ascii("EOS")), Map.of(0x9286, unicodeComment("hello\nSteps: 1, Seed: 2")), true);

    enum Format {
        JPEG(jpeg(exifSegment(EXIF), iptcSegment(110, "Imagined with AI"), xmpSegment(PACKET), jumbfSegment("c2pa"))),
        PNG(png(text("parameters", "x\nSteps: 2, Sampler: y"), packedText("prompt", utf8("{\"class_type\"}")), pngXmp(PACKET), chunk("eXIf", EXIF), chunk("caBX", new byte[9]))),
        WEBP(webp(riffChunk("EXIF", EXIF), riffChunk("XMP ", utf8(PACKET)), riffChunk("C2PA", new byte[3]))),
        GIF(gif(gifComment("{\"AIGC\":{\"Label\":\"1\"}}"), gifXmp(PACKET))),
        AVIF(CraftedBoxes.file("avif", Layout.PIECES, 2, PACKET, EXIF)),
        HEIC(CraftedBoxes.file("heic", Layout.IDAT, 1, PACKET, EXIF)),
        TIFF(tiff(Map.of(0x010F, ascii("Canon"), 0x0110, ascii("EOS"), 0x02BC, utf8(PACKET)), Map.of(0x9286, unicodeComment("hello\nSteps: 1, Seed: 2")), true)),
        JXL(CraftedBoxes.jxl(PACKET, EXIF));

        final byte[] file;

        Format(byte[] file) {
            this.file = file;
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noMutatedFileCrashesTheReaderOrHoldsItUp(Format format, TestReporter figures) {
        MetadataReader reader = new MetadataReader();
        Random random = new Random(SEED + format.ordinal());
        long slowest = 0;
        for (int i = 0; i < COUNT; i++) {
            byte[] file = mutated(format.file, random);
            long start = System.nanoTime();
            ProvenanceReport report = assertTimeoutPreemptively(A_FILE, () -> reader.read(file));
            slowest = Math.max(slowest, System.nanoTime() - start);
            assertThat(report.signals()).allSatisfy(HostileMetadataTest::isPlainAndShort);
        }
        figures.publishEntry(format + ": " + COUNT + " mutated files, slowest " + slowest / 1_000_000 + " ms");
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG"})
    void noMutatedPixelsDo(Format format, TestReporter figures) throws IOException {
        Random random = new Random(SEED);
        byte[] text = CraftedStealth.gzip(utf8("{\"Software\": \"NovelAI\", \"Comment\": \"{}\"}".repeat(3)));
        int[] pixels = CraftedStealth.hide(64, 48, "stealth_pngcomp", text, 8 * text.length);
        for (int i = 0; i < COUNT; i++) {
            int[] changed = pixels.clone();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                // in the length and the text: the word itself would only be unknown
                int bit = 120 + random.nextInt(32 + 8 * text.length);
                changed[bit % 48 * 64 + bit / 48] ^= 1 << 24;
            }
            ProvenanceReport report = assertTimeoutPreemptively(A_FILE, () -> new MetadataReader().read(format.file, CraftedStealth.picture(64, 48, changed)));
            assertThat(report.signals()).allSatisfy(HostileMetadataTest::isPlainAndShort);
        }
        figures.publishEntry("hidden text: " + COUNT + " mutated pictures");
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] file = original.clone();
        for (int n = 1 + random.nextInt(12); n > 0; n--) {
            file[random.nextInt(file.length)] = switch (random.nextInt(4)) {
                case 0 -> (byte) 0xFF;
                case 1 -> 0;
                default -> (byte) random.nextInt();
            };
        }
        int at = random.nextInt(file.length);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(file, at);
            case 1 -> Crafted.join(Arrays.copyOf(file, at), Arrays.copyOfRange(file, random.nextInt(file.length), file.length));
            default -> file;
        };
    }
}
