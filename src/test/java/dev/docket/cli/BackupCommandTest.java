package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.item.Tombstone;
import dev.docket.item.Tombstones;
import dev.docket.progress.Progress;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole way: a desk is backed up, goes on, is lost, and is put back. */
class BackupCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static final String MARK = "{\"name\": \"Press\", \"bits\": \"0x9e3779b97f4a7c15\", \"methods\": [\"dwtDct\"], \"colours\": [\"u8\"], \"detected\": 60, \"says\": \"ai_generated\"}";

    @TempDir
    private Path folder;

    @Test
    void whatWasErasedSinceStaysErasedAndWhatWasHeldIsFree() throws Exception {
        List<UUID> items;
        LeasedTask held;
        try (Desk desk = open()) {
            items = admitTwo(desk);
            held = desk.database.inTransaction(tx -> desk.queue.take(tx, desk.self.id(), List.of(ReviewQueue.taskId(items.get(1), 1)))).getFirst();
            assertThat(docket("backup", folder.resolve("backups").toString(), "--profile", profile())).as("while it is open").isEqualTo(ExitCode.CANNOT_RUN);
            assertThat(err.toString()).contains("is open in another Docket", "Close it");
        }
        Files.writeString(Files.createDirectories(folder.resolve("desk/watermarks")).resolve("press.mark.json"), MARK);
        assertThat(docket("backup", folder.resolve("backups").toString(), "--profile", profile())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("files, ", "SHA-256 of its list: ");
        try (Desk desk = open()) {
            assertThat(desk.eraser.onRequest(items.get(0), "subject-request", "gdpr-17.1.a").stone()).isPresent();
        }
        assertThat(docket("backup", folder.resolve("backups").toString(), "--profile", profile())).isZero();
        String first = Files.list(folder.resolve("backups/snapshots")).sorted().findFirst().orElseThrow().getFileName().toString().replace(".json", "");

        assertThat(docket("restore", folder.resolve("backups").toString(), "--profile", profile())).as("never over a desk unasked").isEqualTo(ExitCode.CANNOT_RUN);
        out.getBuffer().setLength(0);
        assertThat(docket("restore", folder.resolve("backups").toString(), "--backup", first, "--replace", "--profile", profile())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("The desk that was there lies in ", "epochs of ", "The audit log ends after ");

        try (Desk desk = open()) {
            assertThat(desk.restored).as("done once").isEmpty();
            assertThat(folder.resolve("desk/watermarks/press.mark.json")).hasContent(MARK);
            assertThat(desk.database.<List<Tombstone>>inTransaction(new Tombstones()::all)).extracting(Tombstone::item).containsExactly(items.get(0));
            assertThat(desk.database.<List<UUID>>inTransaction(desk.items::ids)).containsExactly(items.get(1));
            assertThat(desk.blobs.get(desk.database.inTransaction(tx -> desk.items.find(tx, items.get(1))).orElseThrow().sha256())).isPresent();
            LeasedTask again = desk.database.inTransaction(tx -> desk.queue.take(tx, desk.self.id(), List.of(held.taskId()))).getFirst();
            assertThat(again.epoch()).isGreaterThan(1_000_000);
        }
        assertThat(docket("audit", "verify", "--profile", profile())).as(out.toString() + err).isZero();
        assertThat(docket("backup", "verify", folder.resolve("backups").toString())).isZero();
        assertThat(docket("backup", "prune", folder.resolve("backups").toString(), "--keep", "1")).isZero();
        assertThat(out.toString()).contains("2 backups are as they were written.", "1 backups were deleted");
    }

    private Desk open() throws Exception {
        return Desk.open(folder.resolve("desk"), Clock.systemUTC());
    }

    private List<UUID> admitTwo(Desk desk) throws Exception {
        Path feed = Files.createDirectories(folder.resolve("feed"));
        for (int shade : List.of(40, 200)) {
            BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < 64; x++) {
                picture.setRGB(x, shade % 48, shade << 16 | x);
            }
            ImageIO.write(picture, "png", feed.resolve(shade + ".png").toFile());
        }
        assertThat(desk.intake.admitAll(IntakeSources.open(feed, IntakeSources.Format.AUTO, "feed", desk.clock), Progress.NONE).added()).isEqualTo(2);
        return desk.database.inTransaction(desk.items::ids);
    }

    private String profile() {
        return folder.resolve("desk").toString();
    }

    private int docket(String... arguments) {
        CommandLine docket = DocketCommand.commandLine();
        docket.setOut(new PrintWriter(out));
        docket.setErr(new PrintWriter(err));
        return docket.execute(arguments);
    }
}
