package dev.docket.provenance;

import static dev.docket.provenance.Crafted.ascii;
import static dev.docket.provenance.Crafted.exifSegment;
import static dev.docket.provenance.Crafted.jpeg;
import static dev.docket.provenance.Crafted.packedText;
import static dev.docket.provenance.Crafted.png;
import static dev.docket.provenance.Crafted.pngXmp;
import static dev.docket.provenance.Crafted.riffChunk;
import static dev.docket.provenance.Crafted.text;
import static dev.docket.provenance.Crafted.tiff;
import static dev.docket.provenance.Crafted.utf8;
import static dev.docket.provenance.Crafted.webp;
import static dev.docket.provenance.Crafted.xmp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metadata is written by whoever sent the picture. */
class HostileMetadataTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final MetadataReader reader = new MetadataReader();

    @Test
    void textIsCutAndStripped() {
        String evil = "\u202Ea\u0000b\u001b[2J\u200B\uFEFF" + "x".repeat(300_000) + "\nSteps: 1";

        List<Signal> signals = reader.read(png(text("invokeai_metadata", evil))).signals();

        assertThat(signals).hasSize(1).allSatisfy(HostileMetadataTest::isPlainAndShort);
    }

    @Test
    void anExternalEntityIsNeitherFetchedNorShown() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        try (ServerSocket server = new ServerSocket(0)) {
            server.setSoTimeout(300);
            for (String address : List.of(secret.toUri().toString(), "http://127.0.0.1:" + server.getLocalPort() + "/x")) {
                String packet = "<!DOCTYPE r [<!ENTITY e SYSTEM \"" + address + "\"><!ENTITY % p SYSTEM \"" + address + "\"> %p;]>"
                        + xmp("", "<xmp:CreatorTool>Draw Things &e;</xmp:CreatorTool>").replaceFirst("<\\?xpacket.*\\?>\n", "");
                assertThat(reader.read(png(pngXmp(packet))).toString()).doesNotContain("SECRET");
            }
            assertThat(wasCalled(server)).isFalse();
        }
    }

    @Test
    void entityBombsAndDeepNestingEndSoon() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        String laughs = bomb + "]><r>&a11;</r>";
        String deep = "<a>".repeat(300_000);
        String wide = xmp("", "<dc:title>x</dc:title>".repeat(40_000));

        assertTimeoutPreemptively(SOON, () -> {
            assertThat(reader.read(png(pngXmp(laughs)))).isEqualTo(ProvenanceReport.NONE);
            assertThat(reader.read(png(pngXmp(deep)))).isEqualTo(ProvenanceReport.NONE);
            assertThat(reader.read(png(pngXmp(wide)))).isEqualTo(ProvenanceReport.NONE);
        });
    }

    @Test
    void aPackedTextBombStaysPacked() {
        byte[] bomb = packedText("parameters", new byte[200_000_000]);
        byte[][] many = new byte[50][];
        java.util.Arrays.fill(many, bomb);

        assertTimeoutPreemptively(SOON, () -> assertThat(reader.read(png(many))).isEqualTo(ProvenanceReport.NONE));
    }

    @Test
    void anExifBlockThatPointsAtItselfAThousandfoldCostsNothing() {
        int entries = 65_000;
        ByteBuffer tiff = ByteBuffer.allocate(1_000_000).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(utf8("II")).putShort((short) 42).putInt(8).putShort((short) entries);
        for (int i = 0; i < entries; i++) {
            int kind = i % 4;
            tiff.putShort((short) (kind == 0 ? 0x8769 : kind == 1 ? 0x010F : kind == 2 ? 0x927C : 0x4000 + i));
            tiff.putShort((short) (kind == 0 ? 4 : kind == 3 ? 5 : 2)).putInt(kind == 0 ? 1 : kind == 3 ? 100_000 : 900_000).putInt(8);
        }

        assertTimeoutPreemptively(SOON, () -> assertThat(reader.read(webp(riffChunk("EXIF", tiff.array()))).camera()).hasSizeLessThan(3));
    }

    @Test
    void noPatternBacktracksBadly() {
        int length = PlainText.MAX_SEARCHED;
        List<String> seeds = List.of("Steps: ", "\nSteps: 1 Sampler", "\"software\"   ", "\"Label\" ", "{{{{", "--v ", "Job ID: 0000", " ", "a", "dall-", "\n", "<lora:");

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (String seed : seeds) {
                String value = seed.repeat(length / seed.length());
                for (String key : List.of("parameters", "Comment", "prompt", "Description", "Software", "AIGC", "postprocessing")) {
                    reader.read(png(text(key, value)));
                }
                reader.read(jpeg(exifSegment(tiff(Map.of(0x010E, ascii(value.substring(0, 60_000))), Map.of(), false))));
            }
        });
    }

    @Test
    void aHugeFileIsLeftUnreadAndSaidToBe() {
        ProvenanceReport report = reader.read(new byte[MetadataReader.MAX_FILE + 1]);

        assertThat(report.c2pa().state()).isEqualTo(State.UNREADABLE);
        assertThat(report.c2pa().failures()).containsExactly("docket.file.tooLarge");
    }

    static void isPlainAndShort(Signal signal) {
        for (String text : List.of(signal.tool(), signal.detail())) {
            assertThat(text).hasSizeLessThanOrEqualTo(PlainText.MAX_SHOWN).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        }
    }

    private static boolean wasCalled(ServerSocket server) {
        try {
            server.accept().close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
