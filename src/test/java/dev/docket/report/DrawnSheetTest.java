package dev.docket.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.metrics.Estimate;
import dev.docket.quality.Sample;
import dev.docket.quality.SampleRule;
import dev.docket.report.Sheet.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DrawnSheetTest {
    private static final Period DAY = new Period(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-20"));

    @Test
    void eachIsWeighedByTheInverseOfItsProbability() {
        List<Sample> seen = List.of(sample(SampleRule.RANDOM, 0.05, Optional.of("b")), sample(SampleRule.RANDOM, 0.05, Optional.of("a")), sample(SampleRule.SEVERITY, 1, Optional.of("b")),
                sample(SampleRule.SEVERITY, 1, Optional.of("b")));

        assertThat(DrawnSheet.weighed(seen).figure().number().orElseThrow()).as("(20 + 1 + 1) / (20 + 20 + 1 + 1)").isCloseTo(22.0 / 42, Offset.offset(1e-12));
        assertThat(DrawnSheet.weighed(List.of()).figure().number()).isEmpty();
    }

    /** Of 20 000 decisions 30 % are graver, are always drawn and differ in 40 %, the others are drawn in 5 % and differ in 2 %: 13.4 % of all, where of those drawn it is about 36 %. */
    @Test
    void whatIsDrawnMoreOftenDoesNotCountMoreOften() {
        SplittableRandom random = new SplittableRandom(20261122);
        List<Sample> drawn = new ArrayList<>();
        for (int n = 0; n < 20_000; n++) {
            boolean grave = random.nextDouble() < 0.3;
            double probability = grave ? 1 : 0.05;
            if (random.nextDouble() < probability) {
                drawn.add(sample(grave ? SampleRule.SEVERITY : SampleRule.RANDOM, probability, Optional.of(random.nextDouble() < (grave ? 0.4 : 0.02) ? "b" : "a")));
            }
        }

        Estimate weighed = DrawnSheet.weighed(drawn);

        assertThat(weighed.interval().orElseThrow().low()).isLessThan(0.134);
        assertThat(weighed.interval().orElseThrow().high()).isGreaterThan(0.134).isLessThan(0.2);
        assertThat(drawn.stream().filter(each -> each.differs().orElseThrow()).count() / (double) drawn.size()).isGreaterThan(0.3);
    }

    @Test
    void whatWaitsIsCountedAndNotJudgedAndUnderTwentyIsNotTold() {
        Gathered all = new Gathered(DAY);
        for (int n = 0; n < 30; n++) {
            all.drawn.add(sample(SampleRule.NEW_REVIEWER, 0.25, n < 25 ? Optional.of("a") : Optional.empty()));
        }
        all.drawn.add(sample(SampleRule.MODEL, 0.5, Optional.of("b")));

        List<List<Cell>> rows = DrawnSheet.of(all).rows();

        assertThat(rows).extracting(row -> ((Cell.Term) row.getFirst()).code()).containsExactlyInAnyOrder("all_weighed", "new_reviewer", "model");
        assertThat(rows.getFirst().subList(1, 3)).containsExactly(new Cell.Count(31), new Cell.Count(26));
        assertThat(rows).filteredOn(row -> row.getFirst().equals(new Cell.Term("model"))).singleElement().extracting(List::getLast).isEqualTo(new Cell.TooFew(1));
        assertThat(DrawnSheet.of(new Gathered(DAY)).rows()).isEmpty();
    }

    private static Sample sample(SampleRule rule, double probability, Optional<String> second) {
        return new Sample(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), rule, probability, Instant.parse("2026-11-20T10:00:00Z"), "a", UUID.randomUUID(), second,
                second.map(_ -> UUID.randomUUID()), Optional.empty());
    }
}
