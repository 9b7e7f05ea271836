package dev.docket.provenance;

import static dev.docket.provenance.Crafted.ascii;
import static dev.docket.provenance.Crafted.int32;
import static dev.docket.provenance.Crafted.join;
import static dev.docket.provenance.Crafted.latin;
import static dev.docket.provenance.Crafted.tiff;
import static dev.docket.provenance.Crafted.utf8;
import static dev.docket.provenance.Crafted.xmp;
import static dev.docket.provenance.CraftedBoxes.box;
import static dev.docket.provenance.CraftedBoxes.full;
import static dev.docket.provenance.CraftedBoxes.int16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.docket.provenance.CraftedBoxes.Layout;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxBlocksTest {
    private static final String GENERATED = xmp("Iptc4xmpExt:DigitalSourceType=\"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia\"", "");
    private static final Signal STATED = new Signal("iptc", Strength.DISCLOSURE, Origin.AI_GENERATED, "", "Digital source type trainedAlgorithmicMedia");

    private final MetadataReader reader = new MetadataReader();

    @ParameterizedTest
    @CsvSource({"avif, FILE, 0", "avif, FILE, 1", "avif, FILE, 2", "avif, PIECES, 0", "avif, PIECES, 2", "avif, IDAT, 1", "avif, IDAT, 2",
        "heic, FILE, 0", "heic, PIECES, 1", "heic, IDAT, 1"})
    void xmpIsReadWhereverItsItemLies(String brand, Layout layout, int version) {
        assertThat(reader.read(CraftedBoxes.file(brand, layout, version, GENERATED, new byte[0])).signals()).containsExactly(STATED);
    }

    @Test
    void exifIsReadBesideXmp() {
        byte[] tiff = tiff(Map.of(0x010F, ascii("Canon"), 0x0110, ascii("EOS R5")), Map.of(), true);

        ProvenanceReport report = reader.read(CraftedBoxes.file("heic", Layout.IDAT, 1, GENERATED, tiff));

        assertThat(report.signals()).extracting(Signal::origin).containsExactly(Origin.AI_GENERATED, Origin.CAMERA);
        assertThat(report.gps()).isTrue();
        assertThat(report.contradictions()).hasSize(1);
    }

    @Test
    void xmpMayStandInABoxOfItsOwnToo() {
        byte[] uuid = java.util.HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");
        byte[] jxl = join(box("JXL ", int32(0x0D0A870A)), box("ftyp", latin("jxl "), int32(0), latin("jxl ")), box("xml ", utf8(GENERATED)));

        assertThat(reader.read(join(box("ftyp", latin("avif"), int32(0)), box("uuid", uuid, utf8(GENERATED)))).signals()).containsExactly(STATED);
        assertThat(reader.read(jxl).signals()).containsExactly(STATED);
    }

    @Test
    void placesOutsideTheFileAndItemsOfOtherFilesAreLeftAlone() {
        byte[] infe = full("infe", 2, int16(1), new byte[2], latin("mimeXMP\0application/rdf+xml\0"));
        byte[] iinf = full("iinf", 0, int16(1), infe);
        byte[] head = box("ftyp", latin("avif"), int32(0));
        byte[] huge = ByteBuffer.allocate(16).putLong(Long.MAX_VALUE - 4).putLong(Long.MAX_VALUE - 4).array();
        byte[][] places = {
            join(new byte[] {0x44, 0}, int16(1), int16(1), int16(0), int16(1), int32(-1), int32(-1)),
            join(new byte[] {(byte) 0x88, 0}, int16(1), int16(1), int16(0), int16(1), huge),
            join(new byte[] {(byte) 0x88, (byte) 0x80}, int16(1), int16(1), int16(0), new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, 0, 0}, int16(1), huge),
            join(new byte[] {0x44, 0}, int16(1), int16(1), int16(7), int16(1), int32(0), int32(10)),
            join(new byte[] {0x44, 0}, int16(0xFFFF), int16(1), int16(0), int16(0xFFFF), int32(0), int32(10)),
            join(new byte[] {(byte) 0xFF, (byte) 0xFF}, int16(1), int16(1), int16(0), int16(1), huge)};

        for (byte[] place : places) {
            byte[] file = join(head, full("meta", 0, iinf, full("iloc", 0, place)), box("mdat", utf8(GENERATED)));
            assertThat(reader.read(file)).isEqualTo(ProvenanceReport.NONE);
        }
    }

    @Test
    void manyItemsThatAllClaimTheWholeFileCostNoMoreThanTheyMay() {
        int count = 60_000;
        byte[][] entries = new byte[count][];
        byte[][] places = new byte[count][];
        for (int i = 0; i < count; i++) {
            entries[i] = full("infe", 2, int16(i), new byte[2], latin("mime\0application/rdf+xml\0"));
            places[i] = join(int16(i), int16(0), int16(1), int32(0), int32(1_000_000));
        }
        byte[] file = join(box("ftyp", latin("avif"), int32(0)), full("meta", 0, full("iinf", 0, int16(count), join(entries)),
                full("iloc", 0, new byte[] {0x44, 0}, int16(count), join(places))), box("mdat", new byte[2_000_000]));

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(reader.read(file)).isEqualTo(ProvenanceReport.NONE));
    }
}
