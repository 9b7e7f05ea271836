package dev.docket.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.OwnServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A crash run that finds nothing is worth something only if it finds what is wrong: small ones of people in threads. With -Pcrash. */
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "docket.crash.mutants", matches = "true")
class MutantsTest {
    private static final long SEED = Long.getLong("docket.crash.seed", System.nanoTime() % 1_000_000);
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final int EVENTS = 40;
    /** As many as two cores carry: people who wait too long for a connection do nothing. */
    private static final int AT_ONCE = 2;
    private static final int TRIES = 4;
    private static final Set<Nemesis> NEMESES = EnumSet.of(Nemesis.KILL, Nemesis.KILL_OFFLINE, Nemesis.STOP, Nemesis.CUT_CABLE);

    @TempDir
    private Path folder;

    @Test
    void whateverIsWrongWithTheDesksIsFound() throws Exception {
        Map<Mutant, Future<CrashRun.Report>> runs = new LinkedHashMap<>();
        try (OwnServer server = OwnServer.start(); ExecutorService all = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Mutant mutant : Mutant.values()) {
                runs.put(mutant, all.submit(() -> run(mutant, server)));
            }
            SoftAssertions seen = new SoftAssertions();
            for (Map.Entry<Mutant, Future<CrashRun.Report>> run : runs.entrySet()) {
                CrashRun.Report report = run.getValue().get();
                System.out.println(report.text());
                seen.assertThat(isRight(run.getKey(), report)).as("%s, seen: %s", run.getKey(), report.violations()).isTrue();
            }
            seen.assertAll();
        }
    }

    /** Until it is found: what a fault does depends on who is killed when. */
    private CrashRun.Report run(Mutant mutant, OwnServer server) throws Exception {
        CrashRun.Report report = null;
        for (int i = 0; i < TRIES && (report == null || !isRight(mutant, report)); i++) {
            CrashRun.Plan plan = new CrashRun.Plan(mutant.name().toLowerCase(Locale.ROOT) + i, SEED + i, 3, EVENTS, MOST, Duration.ofSeconds(1), 250, NEMESES, mutant.name(), true);
            report = CrashRun.of(plan, server, folder.resolve(plan.name()));
        }
        return report;
    }

    private static boolean isRight(Mutant mutant, CrashRun.Report report) {
        return mutant.foundBy().isEmpty() ? report.violations().isEmpty() : report.violations().stream().anyMatch(Pattern.compile(mutant.foundBy()).asPredicate());
    }
}
