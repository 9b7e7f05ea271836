package dev.docket.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.classify.ModelScore;
import dev.docket.classify.Scores;
import dev.docket.dsa.StatementRoom;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Proportions;
import dev.docket.policy.Policies;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.queue.ReviewQueue;
import dev.docket.queue.Scope;
import dev.docket.registry.ModelRegistry;
import dev.docket.report.Sheet.Cell;
import dev.docket.report.Sheet.Kind;
import dev.docket.storage.Database;
import dev.docket.verdict.Appeals;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The lead's figures of real stores, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QualityContract {
    private static final Period NOVEMBER = new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));
    private static final int TWICE = 22;

    @TempDir
    private Path folder;
    private Database database;
    private StatementRoom room;
    private QualityDesk quality;

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
        Clock clock = Clock.fixed(StatementRoom.START, ZoneOffset.UTC);
        quality = new QualityDesk(database, room.pack, new Policies(), new ModelRegistry(folder.resolve("models"), new byte[32], null, clock), new ReviewQueue());
    }

    /** Ben is unsure of all, carla finds the same in all but two; one of those is settled for her. */
    private void work() {
        for (int n = 0; n < TWICE; n++) {
            UUID item = room.file(n + 1);
            database.transact(tx -> new Scores().add(tx, item, List.of(new ModelScore("forensic-starter", "1.0.0", "overlay", 0.9, 0.5))));
            room.decide(room.ben, item, room.finding("spam_scam").withSure(false));
            room.decide(room.carla, item, room.finding(n < 2 ? "benign" : "spam_scam"));
            if (n == 0) {
                room.decide(room.lead, item, room.finding("benign"));
            }
        }
        UUID appealed = room.file(100);
        room.decide(room.ben, appealed, room.finding("spam_scam"));
        room.appeals.lodge(appealed, Appeals.Source.UPLOADER, "", room.lead.id());
        room.decide(room.carla, appealed, room.finding("benign"));
        room.file(101);
    }

    private QualityFigures figures() {
        return quality.figures(NOVEMBER, Progress.NONE);
    }

    private static List<Cell> row(Sheet sheet, Cell name) {
        return sheet.rows().stream().filter(row -> row.getFirst().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void agreementAndErrorsAreOfWhatTwoPeopleJudged() {
        work();

        QualityFigures figures = figures();

        assertThat(figures.doubles()).isEqualTo(TWICE);
        List<Cell> all = row(figures.sheet(Kind.AGREEMENT), new Cell.Term("all_labels"));
        assertThat(all.get(1)).isEqualTo(new Cell.Count(TWICE));
        Estimate percent = ((Cell.Rate) all.get(2)).estimate();
        assertThat(percent.figure().number().orElseThrow()).isEqualTo(20.0 / 22);
        assertThat(percent.interval()).isPresent();
        assertThat(all.subList(3, 6)).allSatisfy(cell -> assertThat(cell).isInstanceOf(Cell.Rate.class));
        assertThat(row(figures.sheet(Kind.AGREEMENT), new Cell.Words(room.pack.label("benign").shortTitle())).get(5)).isEqualTo(new Cell.TooFew(2));
        // the one that is settled is known to have been a false positive; the other is disputed still
        List<Cell> errors = row(figures.sheet(Kind.ERRORS), new Cell.Term("all_labels"));
        assertThat(errors.get(1)).isEqualTo(new Cell.Count(21));
        assertThat(errors.get(2)).as("of one harmless item").isEqualTo(new Cell.TooFew(1));
        assertThat(errors.get(3)).isEqualTo(new Cell.Rate(Proportions.rate(0, 20, 0.95)));
        assertThat(errors.get(5)).isEqualTo(new Cell.Rate(Proportions.rate(0, 21, 0.95)));
    }

    @Test
    void modelsAreHeldAgainstWhatCounts() {
        work();

        Sheet models = figures().sheet(Kind.MODELS);

        List<Cell> row = models.rows().stream().filter(each -> each.getFirst().equals(new Cell.Words("forensic-starter@1.0.0"))).findFirst().orElseThrow();
        // one is disputed still; of the others one is within the policy
        assertThat(row.subList(2, 6)).containsExactly(new Cell.Count(21), new Cell.Count(20), new Cell.Count(0), new Cell.Count(1));
        assertThat(row.get(6)).isEqualTo(new Cell.Rate(Proportions.rate(1, 21, 0.95)));
        assertThat(row.get(7)).isEqualTo(new Cell.Rate(Proportions.rate(0, 20, 0.95)));
    }

    @Test
    void whatWaitsFellOnAppealAndCameInIsCounted() {
        work();

        QualityFigures figures = figures();

        // one new item and one adjudication
        assertThat(List.of(figures.waiting(), figures.held(), figures.overdue())).isEqualTo(List.of(2L, 0L, figures.overdue()));
        assertThat(figures.sheet(Kind.BACKLOG).rows()).isNotEmpty();
        assertThat(figures.overturned()).isEqualTo(Proportions.rate(1, 1, 0.95));
        assertThat(row(figures.sheet(Kind.OVERTURNS), new Cell.Term("all_labels")).subList(1, 4)).containsExactly(new Cell.Count(1), new Cell.Count(1), new Cell.TooFew(1));
        assertThat(figures.sheet(Kind.THROUGHPUT).rows()).contains(List.of(new Cell.Words("2026-11-21"), new Cell.Count(24), new Cell.Count(47)));
        assertThat(figures.decided()).isEqualTo(47);
        assertThat(figures.unsure()).isEqualTo(Proportions.rate(22, 23, 0.95));
    }

    @Test
    void oneLaneOrPlaceIsCountedByItself() {
        work();
        QualityFigures all = figures();

        QualityFigures general = quality.figures(NOVEMBER, new Scope(Optional.of("general"), Optional.of("*")), Progress.NONE);
        QualityFigures elsewhere = quality.figures(NOVEMBER, new Scope(Optional.of("general"), Optional.of("EU")), Progress.NONE);
        QualityFigures other = quality.figures(NOVEMBER, new Scope(Optional.of("no_such"), Optional.empty()), Progress.NONE);

        List<Kind> otherwise = List.of(Kind.APART, Kind.EXPOSURE, Kind.BACKLOG); // of the whole desk alone; how old what waits is by now
        assertThat(general.sheets()).filteredOn(sheet -> !otherwise.contains(sheet.kind()))
                .isEqualTo(all.sheets().stream().filter(sheet -> !otherwise.contains(sheet.kind())).toList());
        assertThat(general.waiting()).isEqualTo(all.waiting());
        assertThat(row(all.sheet(Kind.APART), new Cell.Term("team"))).isNotEmpty();
        assertThat(general.sheet(Kind.APART).rows()).isEmpty();
        assertThat(general.decided()).isEqualTo(47);
        assertThat(List.of(elsewhere, other)).allSatisfy(figures -> {
            assertThat(figures.isEmpty()).isTrue();
            assertThat(figures.unsure()).isEqualTo(Proportions.rate(0, 0, 0.95));
            assertThat(figures.sheet(Kind.THROUGHPUT).rows()).allSatisfy(day -> assertThat(day).endsWith(new Cell.Count(0), new Cell.Count(0)));
            assertThat(figures.sheet(Kind.AGREEMENT).rows()).singleElement().extracting(alone -> alone.get(1)).isEqualTo(new Cell.Count(0));
        });
        assertThat(quality.suspects(NOVEMBER, new Scope(Optional.of("no_such"), Optional.empty()), Progress.NONE)).isEmpty();
    }

    @Test
    void nothingIsToldOfFewCasesOrWithoutItsInterval() {
        work();

        assertThat(figures().sheets()).hasSize(Kind.values().length).allSatisfy(sheet -> assertThat(sheet.rows()).allSatisfy(row -> assertThat(row).allSatisfy(cell -> {
            if (cell instanceof Cell.Rate(Estimate estimate)) {
                assertThat(estimate.n()).isGreaterThanOrEqualTo(Sheet.LEAST);
                assertThat(estimate.interval()).isPresent();
            }
        })));
    }

    @Test
    void nobodyIsNamedWhoseChecksChanceExplainsAndNoneOfFewPeopleIsAddedUp() {
        work();

        QualityFigures figures = figures();

        assertThat(figures.people()).isEqualTo(3);
        assertThat(figures.sheet(Kind.EXPOSURE).rows()).as("what fewer than five people saw").isEmpty();
        assertThat(figures.sheet(Kind.APART).rows()).hasSize(1);
        assertThat(figures.sheets().toString()).doesNotContain("R-02").doesNotContain("R-03").doesNotContain("L-01")
                .doesNotContain(room.ben.id().toString()).doesNotContain(room.carla.id().toString());
    }

    @Test
    void anEmptyDeskHasSheetsThatSayNothing() {
        QualityFigures figures = figures();

        assertThat(figures.isEmpty()).isTrue();
        assertThat(figures.unsure().figure().whyUndefined()).contains("there is nothing to count");
        assertThat(row(figures.sheet(Kind.AGREEMENT), new Cell.Term("all_labels")).get(5)).isEqualTo(new Cell.TooFew(0));
    }

    @Test
    void computingThemCanBeStopped() {
        work();

        assertThatThrownBy(() -> quality.figures(NOVEMBER, new Progress() {
            @Override
            public void at(long done, long total, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        })).isInstanceOf(StoppedException.class);
    }
}
