package dev.docket.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.docket.Launcher;
import dev.docket.audit.AuditVerifier;
import dev.docket.desk.Desk;
import dev.docket.settings.NoHold;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictAudit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while Docket takes in, records and exports. {@code -Ddocket.kills=N} sets how often each is killed (default 2). */
class KilledProcessesTest {
    private static final int KILLS = Integer.getInteger("docket.kills", 2);
    private static final int PICTURES = 60;
    private final SplittableRandom random = new SplittableRandom(20261121);

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAndARerunCompletes() throws Exception {
        Path pictures = pictures();
        Path profile = NoHold.in(folder.resolve("profile"));

        killedIntakesAreCompletedByRunningThemAgain(pictures, profile);
        killedReviewersLoseNothingTheyWereTold(profile);
        killedExportsLeaveNothingHalf(profile);
    }

    private void killedIntakesAreCompletedByRunningThemAgain(Path pictures, Path profile) throws Exception {
        for (int i = 0; i < KILLS; i++) {
            try (ChildProcess intake = docket("intake", pictures.toString(), "--profile", profile.toString())) {
                Thread.sleep(1200 + random.nextInt(1500));
            }
        }
        try (ChildProcess intake = docket("intake", pictures.toString(), "--profile", profile.toString())) {
            assertThat(intake.exit()).as("%s", intake.lines()).isZero();
        }
        try (Desk desk = open(profile)) {
            assertThat(desk.database.inTransaction(desk.items::ids)).hasSize(PICTURES);
            assertThat(waiting(desk)).isEqualTo(PICTURES);
            assertThat(new AuditVerifier(new VerdictAudit()).verify(desk.database).firstBad()).isEmpty();
        }
    }

    private void killedReviewersLoseNothingTheyWereTold(Path profile) throws Exception {
        List<UUID> acknowledged = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            try (ChildProcess reviewer = ChildProcess.start(ReviewerProcess.class, profile.toString())) {
                reviewer.awaitLine("OPEN");
                Thread.sleep(random.nextInt(60));
                reviewer.kill();
                acknowledged.addAll(verdicts(reviewer));
            }
        }
        try (ChildProcess reviewer = ChildProcess.start(ReviewerProcess.class, profile.toString())) {
            assertThat(reviewer.exit()).as("%s", reviewer.lines()).isZero();
            acknowledged.addAll(verdicts(reviewer));
        }
        try (Desk desk = open(profile)) {
            List<Verdict> current = desk.database.inTransaction(desk.verdicts::current);
            assertThat(current).extracting(Verdict::id).containsAll(acknowledged);
            assertThat(current).extracting(Verdict::itemId).doesNotHaveDuplicates().hasSize(PICTURES);
            assertThat(waiting(desk)).isZero();
            assertThat(new AuditVerifier(new VerdictAudit()).verify(desk.database).firstBad()).isEmpty();
        }
    }

    private void killedExportsLeaveNothingHalf(Path profile) throws Exception {
        Path out = folder.resolve("set");
        for (int i = 0; i < KILLS; i++) {
            try (ChildProcess export = docket("export", "--out", out.toString(), "--profile", profile.toString())) {
                Thread.sleep(1000 + random.nextInt(1000));
            }
            if (Files.exists(out)) {
                assertVerified(out);
                out = folder.resolve("set-" + i);
            }
        }
        try (ChildProcess export = docket("export", "--out", out.toString(), "--profile", profile.toString())) {
            assertThat(export.exit()).as("%s", export.lines()).isZero();
        }
        assertVerified(out);
    }

    private void assertVerified(Path set) throws Exception {
        try (ChildProcess verify = docket("export", "verify", set.toString())) {
            assertThat(verify.exit()).as("%s", verify.lines()).isZero();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anIntakeThatIsInterruptedSaysWhatItAdmittedAndLeavesAllInOrder() throws Exception {
        assumeFalse(ignoresInterrupts(), "this run was started with SIGINT ignored, as a shell does in the background, and so are its children");
        Path pictures = pictures();
        Path profile = folder.resolve("profile");
        try (ChildProcess intake = docket("intake", pictures.toString(), "--profile", profile.toString(), "--watch")) {
            intake.awaitLine("Watching");
            Thread.sleep(2500);
            intake.interrupt();
            assertThat(intake.exit()).as("%s", intake.lines()).isEqualTo(130);
            long said = intake.lines().stream().filter(line -> line.contains(" added, "))
                    .mapToLong(line -> Long.parseLong(line.replaceFirst("^Stopped: ", "").split(" ")[0])).sum();
            try (Desk desk = open(profile)) {
                assertThat(desk.database.inTransaction(desk.items::ids)).hasSize((int) said);
                assertThat(waiting(desk)).isEqualTo(said);
                assertThat(new AuditVerifier(new VerdictAudit()).verify(desk.database).firstBad()).isEmpty();
            }
        }
    }

    @Test
    void aSecondProcessOnOneProfileIsToldAndTouchesNothing() throws Exception {
        Path profile = folder.resolve("profile");
        try (Desk desk = open(profile); ChildProcess second = docket("queue", "--profile", profile.toString())) {
            assertThat(second.exit()).isEqualTo(3);
            assertThat(String.join("\n", second.lines())).contains("is open in another Docket").contains(Long.toString(ProcessHandle.current().pid()));
            assertThat(desk.database.inTransaction(desk.items::ids)).isEmpty();
        }
    }

    /** Bit 1 of SigIgn, see proc(5). A JVM leaves a signal ignored that was ignored when it started. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status) && Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1 << 1) != 0);
    }

    private static ChildProcess docket(String... arguments) throws IOException {
        return ChildProcess.start(Launcher.class, arguments);
    }

    private static Desk open(Path profile) throws Exception {
        return Desk.open(profile, Clock.systemUTC());
    }

    private static long waiting(Desk desk) {
        return desk.database.inTransaction(desk.queue::lanes).stream().mapToLong(lane -> lane.waiting() + lane.leased()).sum();
    }

    private static List<UUID> verdicts(ChildProcess reviewer) {
        return reviewer.lines().stream().filter(line -> line.startsWith("ACCEPTED ")).map(line -> UUID.fromString(line.split(" ")[1])).toList();
    }

    private Path pictures() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        for (int i = 0; i < PICTURES; i++) {
            BufferedImage picture = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
            int[] blocks = random.ints(12 * 9).toArray();
            for (int y = 0; y < 120; y++) {
                for (int x = 0; x < 160; x++) {
                    picture.setRGB(x, y, blocks[(y * 9 / 120) * 12 + x * 12 / 160] & 0xffffff);
                }
            }
            ImageIO.write(picture, "png", pictures.resolve(i + ".png").toFile());
        }
        return pictures;
    }
}
