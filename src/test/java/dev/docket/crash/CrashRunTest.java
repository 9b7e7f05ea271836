package dev.docket.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.OwnServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A team at one PostgreSQL whose people, cables, disks and server fail all the time. {@code -Ddocket.crash.events=N} sets for how
 * many events, {@code -Ddocket.crash.seed=N} which; docs/crash-run.md.
 */
@EnabledOnOs(OS.LINUX)
class CrashRunTest {
    private static final int EVENTS = Integer.getInteger("docket.crash.events", 150);
    private static final Duration MOST = Duration.ofSeconds(Integer.getInteger("docket.crash.seconds", 25));
    private static final int PEOPLE = Integer.getInteger("docket.crash.people", 6);
    private static final int EVERY_MILLIS = Integer.getInteger("docket.crash.every", 500);
    private static final long SEED = Long.getLong("docket.crash.seed", System.nanoTime() % 1_000_000);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostNothingTwiceNothingStaleWhateverFails() throws Exception {
        try (OwnServer server = OwnServer.start()) {
            CrashRun.Report report = CrashRun.of(new CrashRun.Plan("sound", SEED, PEOPLE, EVENTS, MOST, Duration.ofSeconds(2), EVERY_MILLIS, EnumSet.allOf(Nemesis.class), "NONE", false), server, folder);
            System.out.println(report.text());
            assertThat(report.violations()).as("see %s, -Ddocket.crash.seed=%d", report.history(), SEED).isEmpty();
        }
    }
}
