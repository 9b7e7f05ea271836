package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** As somebody who asked to be forgotten would have it done. */
class EraseCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;
    private UUID item;
    private ContentHash picture;

    @BeforeEach
    void aPictureIsTakenInAndDecided() throws Exception {
        Path feed = Files.createDirectories(folder.resolve("feed"));
        byte[] bytes = png();
        picture = ContentHash.of(bytes);
        Files.write(feed.resolve("a.png"), bytes);
        Files.writeString(feed.resolve("feed.jsonl"), "{\"id\":\"post-1\",\"file\":\"a.png\",\"uploader\":\"u-77\",\"text\":\"words of a person\"}\n");
        // decided some minutes ago: an export waits for what can still be taken back
        try (Desk desk = Desk.open(folder.resolve("profile"), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10)))) {
            assertThat(desk.intake.admitAll(IntakeSources.open(feed.resolve("feed.jsonl"), IntakeSources.Format.AUTO, "feed", desk.clock), Progress.NONE).added()).isEqualTo(1);
            item = desk.database.inTransaction(desk.items::ids).getFirst();
            LeasedTask task = desk.database.inTransaction(tx -> desk.queue.take(tx, desk.self.id(), List.of(ReviewQueue.taskId(item, 1)))).getFirst();
            var label = desk.policy.pack().label("benign");
            desk.outbox.record(new Verdict(UUID.randomUUID(), task.taskId(), item, 1, 0, VerdictKind.DECIDED, desk.self.id(), task.epoch(),
                    Optional.of(Finding.of(label.id(), label.severity(), label.defaultAction()).withNote(Optional.of("a note"))), Optional.empty(),
                    desk.policy.pack().ref(), Shown.opened(picture, "off", 500), desk.clock.instant()));
        }
    }

    @Test
    void anItemIsErasedOnceAndTheSetsThatCarriedItAreNamed() {
        assertThat(docket("export", "--out", folder.resolve("set").toString())).as(out.toString() + err).isZero();

        assertThat(docket("erase", "--subject", "u-77", "--reason", "subject-request", "--legal-basis", "gdpr-17.1.b")).as(err.toString()).isZero();
        assertThat(out.toString()).contains(item + "  would be erased", "left in set ", "Nothing was erased yet");

        out.getBuffer().setLength(0);
        assertThat(docket("erase", item.toString(), "--reason", "subject-request", "--legal-basis", "gdpr-17.1.b", "--yes", "--json")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("\"erased\":true", "\"legal_basis\":\"gdpr-17.1.b\"", "\"parts\":[\"picture\",\"text\",\"notes\"]", "\"sets\":[{\"folder\":\"", "\"item_id\":\"");

        assertThat(docket("erase", "--list")).isZero();
        assertThat(out.toString()).contains(item + "  erased ");
        assertThat(docket("audit", "verify")).as(out.toString() + err).isZero();
        assertThat(docket("erase", item.toString(), "--reason", "r", "--legal-basis", "b", "--yes")).isEqualTo(ExitCode.FOUND);
        assertThat(docket("erase", "--sha256", picture.hex(), "--reason", "r", "--legal-basis", "b", "--yes")).as("nothing tells what it showed").isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aHoldKeepsItAndIsLifted() {
        assertThat(docket("hold", "place", item.toString().substring(0, 8), "--reference", "case-7")).as(err.toString()).isZero();
        assertThat(docket("hold", "list")).isZero();
        assertThat(out.toString()).contains(item + "  case-7, placed by L-01 on ");
        assertThat(docket("erase", item.toString(), "--reason", "r", "--legal-basis", "b", "--yes")).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains("on hold", "case-7, placed by L-01");
        assertThat(docket("hold", "lift", item.toString(), "--reference", "case-7")).isZero();
        assertThat(docket("hold", "lift", item.toString(), "--reference", "case-7")).isEqualTo(ExitCode.FOUND);
        assertThat(docket("erase", item.toString(), "--reason", "r", "--legal-basis", "b", "--yes")).as(err.toString()).isZero();
    }

    @Test
    void wrongUsageIsSaid() {
        assertThat(docket("erase", item.toString(), "--reason", "Anna asked", "--legal-basis", "b")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--reason takes a code");
        assertThat(docket("erase", item.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(docket("erase", "--reason", "r", "--legal-basis", "b")).isEqualTo(ExitCode.USAGE);
        assertThat(docket("erase", "ffffffff", "--reason", "r", "--legal-basis", "b")).isEqualTo(ExitCode.USAGE);
        assertThat(docket("hold")).isEqualTo(ExitCode.USAGE);
        assertThat(docket("retention", "list")).isZero();
        assertThat(out.toString()).contains("has no keep_days: nothing is erased by itself");
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

    private int docket(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--profile", folder.resolve("profile").toString()));
        CommandLine docket = DocketCommand.commandLine();
        docket.setOut(new PrintWriter(out));
        docket.setErr(new PrintWriter(err));
        return docket.execute(all.toArray(String[]::new));
    }
}
