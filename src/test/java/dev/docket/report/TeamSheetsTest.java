package dev.docket.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.metrics.Estimate;
import dev.docket.policy.Severity;
import dev.docket.quality.GoldenAnswer;
import dev.docket.report.PeriodFigures.Exposure;
import dev.docket.report.Sheet.Cell;
import dev.docket.verdict.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the screen says of a team of eight over 2 000 items judged twice, one of the eight careless. */
class TeamSheetsTest {
    private static final List<Double> SKILL = List.of(0.95, 0.9, 0.88, 0.86, 0.84, 0.82, 0.8, 0.4);
    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

    private final Gathered all = new Gathered(new Period(LocalDate.parse("2026-11-22"), LocalDate.parse("2026-11-22")));
    private final SplittableRandom random = new SplittableRandom(8);

    @BeforeEach
    void work() {
        Map<UUID, String> names = new HashMap<>();
        for (int person = 0; person < SKILL.size(); person++) {
            names.put(id(person), "R-0" + (person + 1));
            for (int g = 0; g < 90; g++) {
                String given = random.nextDouble() < SKILL.get(person) ? "spam_scam" : "benign";
                all.golden.add(new GoldenAnswer(UUID.randomUUID(), id(100), id(101), id(102), "spam_scam", true, given, true, true, id(person), names.get(id(person)), AT, ""));
            }
        }
        all.pseudonyms = names;
        for (int n = 0; n < 2_000; n++) {
            int first = random.nextInt(8);
            List<Vote> votes = Stream.of(first, (first + 1 + random.nextInt(7)) % 8).map(this::vote).toList();
            all.reviewed.add(new Reviewed(new UUID(2, n), Standing.State.DECIDED, Optional.of(votes.get(1)), false, Optional.of(votes.get(0)), votes, votes));
        }
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }

    private Vote vote(int person) {
        String label = random.nextDouble() < SKILL.get(person) ? "graphic_violence" : "benign";
        return new Vote(UUID.randomUUID(), id(person), List.of(label), "remove", Severity.S3, true, AT, "pack@1", true, false, true);
    }

    @Test
    void onlyWhoStandsOutIsNamedAndNobodyHasAPlace() {
        Sheet sheet = TeamSheets.apart(all);

        assertThat(sheet.rows()).extracting(List::getFirst).containsExactly(new Cell.Term("team"), new Cell.Words("R-08"));
        Estimate team = ((Cell.Rate) sheet.rows().get(0).get(2)).estimate();
        Estimate careless = ((Cell.Rate) sheet.rows().get(1).get(2)).estimate();
        assertThat(careless.interval().orElseThrow().high()).isLessThan(team.figure().number().orElseThrow());
        assertThat(((Cell.Rate) sheet.rows().get(1).get(4)).estimate().interval().orElseThrow().high())
                .isLessThan(((Cell.Rate) sheet.rows().get(0).get(4)).estimate().figure().number().orElseThrow());
    }

    @Test
    void whatTheTeamSawIsASumAndOfFewerThanFiveItIsNotTold() {
        assertThat(TeamSheets.exposure(all)).isEqualTo(new Exposure(8, 4_000, 4_000));
        assertThat(TeamSheets.exposureSheet(all).rows()).hasSize(2);

        all.reviewed.removeIf(item -> item.votes().stream().anyMatch(vote -> vote.person().getLeastSignificantBits() > 3));

        assertThat(TeamSheets.exposure(all).people()).isEqualTo(4);
        assertThat(TeamSheets.exposureSheet(all).rows()).isEmpty();
    }
}
