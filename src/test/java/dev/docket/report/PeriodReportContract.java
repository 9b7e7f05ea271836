package dev.docket.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.dsa.StatementRoom;
import dev.docket.item.ItemFacts;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Proportions;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyFile;
import dev.docket.registry.ModelRegistry;
import dev.docket.storage.Database;
import dev.docket.verdict.Appeals;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a report counts and how it is told, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PeriodReportContract {
    private static final Period NOVEMBER = new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));

    @TempDir
    private Path folder;
    private Database database;
    private StatementRoom room;
    private PeriodReport report;

    abstract Database open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void fillTheRoom() {
        room = new StatementRoom(database, folder);
        Clock clock = Clock.fixed(StatementRoom.START.plus(Duration.ofDays(1)), ZoneOffset.UTC);
        report = new PeriodReport(database, room.pack, new Policies(), new ModelRegistry(folder.resolve("models"), new byte[32], null, clock), clock);
    }

    private void work() {
        UUID agreed = room.file(1);
        room.decide(room.ben, agreed, room.finding("spam_scam").withSure(false));
        room.decide(room.carla, agreed, room.finding("spam_scam"));
        UUID differing = room.file(2);
        room.decide(room.ben, differing, room.finding("spam_scam").withSure(false));
        room.decide(room.carla, differing, room.finding("benign"));
        UUID appealed = room.file(3);
        room.decide(room.ben, appealed, room.finding("spam_scam"));
        room.appeals.lodge(appealed, Appeals.Source.UPLOADER, "", room.lead.id());
        room.decide(room.carla, appealed, room.finding("benign"));
        room.desk.undo(room.decide(room.ben, room.file(4), room.finding("hate_symbols")));
        room.decide(room.ben, room.file(5, 5, new ItemFacts(Optional.of("\"gold\":true"), Optional.empty(), "*", Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), Optional.empty(), false)), room.finding("benign"));
        room.decide(room.ben, room.file(6, 6, new ItemFacts(Optional.empty(), Optional.empty(), "*", Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(), Optional.empty(), true)), room.finding("hate_symbols"));
    }

    @Test
    void decisionsThatStandAreCountedAndQualityChecksAreNot() {
        work();

        PeriodFigures figures = report.figures(NOVEMBER);

        assertThat(figures.admitted()).isEqualTo(5);
        assertThat(figures.decisions()).isEqualTo(7);
        assertThat(figures.byLabel()).isEqualTo(Map.of("Spam, scam or impersonation for gain", 4L, "Benign or within policy", 3L));
        assertThat(figures.byAction()).isEqualTo(Map.of("Remove", 4L, "Allow", 3L));
        assertThat(figures.byMonth()).isEqualTo(Map.of("2026-11", 7L));
        assertThat(figures.byLane().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(7);
        assertThat(figures.agreement()).isEqualTo(Proportions.rate(1, 2, 0.95));
        assertThat(figures.coefficients().get("gwet_ac1").n()).isEqualTo(2);
        assertThat(figures.exposure()).isEqualTo(new PeriodFigures.Exposure(2, 0, 0));
        assertThat(figures.overturned()).isEqualTo(Proportions.rate(1, 1, 0.95));
    }

    @Test
    void whatSpreadAndWasHaltedIsCounted() {
        UUID seed = room.file(1, 1, StatementRoom.facts("DE", "de"));
        UUID copy = room.file(2, 1, StatementRoom.facts("DE", "de"));
        room.decide(room.ben, seed, room.finding("spam_scam"));
        room.pass(Duration.ofMinutes(5));
        assertThat(room.propagation.spread()).hasSize(1);
        assertThat(report.figures(NOVEMBER).halted()).isZero();
        room.appeals.lodge(copy, Appeals.Source.UPLOADER, "", room.lead.id());
        room.decide(room.carla, copy, room.finding("benign"));

        PeriodFigures figures = report.figures(NOVEMBER);

        assertThat(List.of(figures.propagated(), figures.reversed(), figures.halted())).isEqualTo(List.of(1L, 0L, 1L));
    }

    @Test
    void anotherPeriodHasNothingAndSaysSo() throws Exception {
        work();
        Path page = folder.resolve(UUID.randomUUID() + ".html");

        PeriodFigures figures = report.write(new Period(LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-31")), page, Locale.ENGLISH);

        assertThat(figures.decisions()).isZero();
        assertThat(figures.agreement()).isEqualTo(Estimate.undefined("there is nothing to count", 0));
        assertThat(Files.readString(page)).contains("<td class=n>undefined<td class=n>there is none<td class=n>0", "<p class=none>None.");
    }

    @Test
    void thePageTellsRatesWithTheirIntervalsAndNobodysName() throws Exception {
        work();
        Path page = folder.resolve(UUID.randomUUID() + ".html");

        report.write(NOVEMBER, page, Locale.ENGLISH);

        String html = Files.readString(page);
        assertThat(html).contains("Spam, scam or impersonation for gain", "<td class=n>50.0 %<td class=n>9.5 % to 90.5 %<td class=n>2", "As a table", "Krippendorff&#39;s alpha of labels, two people an item", "fewer than five people decided", "<svg role=img", "default-src 'none'")
                .doesNotContain("L-01").doesNotContain("R-02").doesNotContain("R-03").doesNotContain("<script").doesNotContain("http://").doesNotContain("https://");
        assertThatThrownBy(() -> report.write(NOVEMBER, page, Locale.ENGLISH)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readString(page)).isEqualTo(html);
    }

    @Test
    void whereTheDeskIsGermanSoIsThePage() throws Exception {
        work();
        Path page = folder.resolve(UUID.randomUUID() + ".html");

        report.write(NOVEMBER, page, Locale.GERMANY);

        assertThat(Files.readString(page)).contains("<html lang=de>", "<title>Prüfbericht, 2026-11-01 bis 2026-11-30</title>", "<td class=n>50,0 %<td class=n>9,5 % bis 90,5 %<td class=n>2",
                "Krippendorffs Alpha der Labels, zwei Personen je Fall", "Weniger als fünf Personen", "Spam, scam or impersonation for gain").doesNotContain("Decisions by").doesNotContain("undefined");
    }

    @Test
    void wordsOfAPackAreTextInThePage() throws Exception {
        room = new StatementRoom(database, folder, PolicyFile.parse("odd", PolicyFile.shipped().text().replace("title: Spam, scam or impersonation for gain", "title: \"<script>'&\\\"\"")
                .replace("short_title: Spam or scam", "short_title: Spam")));
        room.decide(room.ben, room.file(1), room.finding("spam_scam"));
        Path page = folder.resolve(UUID.randomUUID() + ".html");

        new PeriodReport(database, room.pack, new Policies(), new ModelRegistry(folder.resolve("models"), new byte[32], null, Clock.systemUTC()), Clock.systemUTC()).write(NOVEMBER, page, Locale.ENGLISH);

        assertThat(Files.readString(page)).contains("&lt;script&gt;&#39;&amp;&quot;").doesNotContain("<script>");
    }

    @Test
    void aPeriodRunsForwardsAndIsNotEndless() {
        assertThatThrownBy(() -> new Period(LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-01"))).hasMessageContaining("before the first");
        assertThatThrownBy(() -> new Period(LocalDate.parse("1970-01-01"), LocalDate.parse("2026-11-01"))).hasMessageContaining("five years");
    }
}
