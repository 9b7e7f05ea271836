package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.storage.ContentHash;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QuarantineCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;
    private ContentHash picture;

    /** A picture that a bank knows, and later the same picture under another name, when the bank is forgotten. */
    @BeforeEach
    void aKnownPictureIsTakenInTwice() throws Exception {
        byte[] bytes = png();
        picture = ContentHash.of(bytes);
        Path list = Files.writeString(folder.resolve("list.txt"), "sha256 " + picture.hex() + "\n");
        assertThat(docket("banks", "add", "known", list.toString(), "--label", "minors_safety")).as(err.toString()).isZero();
        takeIn(bytes, "first");
        assertThat(docket("banks", "remove", "known")).isZero();
        takeIn(bytes, "second");
        out.getBuffer().setLength(0);
    }

    @Test
    void everyQuarantinedItemHasARecordThatSaysWhatKnewIt() {
        assertThat(docket("quarantine", "list")).as(err.toString()).isZero();
        assertThat(out.toString().lines().toList()).hasSize(2);
        assertThat(out.toString()).contains("bank known  minors_safety  waits to be handed over", "a copy of record 1  minors_safety");

        assertThat(docket("quarantine", "show", "1")).isZero();
        assertThat(out.toString()).contains("SHA-256       " + picture.hex(), "Handed over   not yet", "Policy        ");
    }

    @Test
    void aRecordIsHandedOverOnce() {
        assertThat(docket("quarantine", "handed-over", "1", "--reference", "CT-4711")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Record 1 is handed over as CT-4711.");
        assertThat(docket("quarantine", "handed-over", "1", "--reference", "CT-4712")).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains("was handed over before, as CT-4711");

        assertThat(docket("quarantine", "show", "1", "--json")).isZero();
        assertThat(out.toString()).contains("\"cause\":\"bank\"", "\"source\":\"known\"", "\"handed_over\":true", "\"reference\":\"CT-4711\"", "\"noted_by\":\"");
        out.getBuffer().setLength(0);
        assertThat(docket("quarantine", "list", "--waiting")).isZero();
        assertThat(out.toString().lines().toList()).hasSize(1);
        assertThat(docket("audit", "verify")).as(out.toString() + err).isZero();
    }

    @Test
    void wrongUsageIsSaid() {
        assertThat(docket("quarantine", "show", "77")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("There is no record '77'");
        assertThat(docket("quarantine", "handed-over", "1", "--reference", "they were told")).isEqualTo(ExitCode.USAGE);
        assertThat(docket("quarantine", "handed-over", "1")).isEqualTo(ExitCode.USAGE);
    }

    private void takeIn(byte[] bytes, String name) throws Exception {
        Path feed = Files.createDirectories(folder.resolve(name));
        Files.write(feed.resolve(name + ".png"), bytes);
        try (Desk desk = Desk.open(folder.resolve("profile"), Clock.systemUTC())) {
            assertThat(desk.intake.admitAll(IntakeSources.open(feed, IntakeSources.Format.AUTO, name, desk.clock), Progress.NONE).added()).isEqualTo(1);
        }
    }

    private static byte[] png() throws Exception {
        BufferedImage bars = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 160; x++) {
            for (int y = 0; y < 120; y++) {
                bars.setRGB(x, y, (x / 16 * 40) << 16 | (y / 12 * 20) << 8 | 90);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(bars, "png", png);
        return png.toByteArray();
    }

    private int docket(String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.add("--profile");
        args.add(folder.resolve("profile").toString());
        CommandLine line = DocketCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(args.toArray(String[]::new));
    }
}
