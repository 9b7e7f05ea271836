package dev.docket.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.report.Sheet.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DriftSheetTest {
    private static final Period DAY = new Period(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-20"));

    /** {@code scipy.stats.chi2.ppf([0.99, 0.99, 0.999], [1, 9, 9])}. */
    @Test
    void theQuantileIsCloseToTheTrueOne() {
        assertThat(DriftSheet.quantile(0.99, 1)).isCloseTo(6.634897, Percentage.withPercentage(2));
        assertThat(DriftSheet.quantile(0.99, 9)).isCloseTo(21.665994, Percentage.withPercentage(0.5));
        assertThat(DriftSheet.quantile(0.999, 9)).isCloseTo(27.877165, Percentage.withPercentage(1));
    }

    @Test
    void chanceIsSeldomTakenForDriftAndAShiftIsFound() {
        SplittableRandom random = new SplittableRandom(20261122);
        int alarms = 0;
        int found = 0;
        for (int run = 0; run < 400; run++) {
            alarms += DriftSheet.moved(tenths(400, random::nextDouble), tenths(400, random::nextDouble), 1) ? 1 : 0;
            found += DriftSheet.moved(tenths(400, random::nextDouble), tenths(400, () -> Math.min(1, random.nextDouble() + 0.15)), 1) ? 1 : 0;
        }
        assertThat(alarms).as("of 400 at 1 %").isLessThanOrEqualTo(12);
        assertThat(found).isGreaterThan(380);
        assertThat(DriftSheet.moved(new long[] {30, 0, 0, 0, 0, 0, 0, 0, 0, 0}, new long[] {30, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 1)).as("one value alone").isFalse();
    }

    @Test
    void whatModelsSaidIsHeldAgainstAsManyDaysBefore() {
        Gathered all = new Gathered(DAY);
        all.scored = new ArrayList<>(List.of(new Scored("m@1", "a", false, 1, 100, 0), new Scored("m@1", "a", false, 8, 20, 20), new Scored("m@1", "a", true, 1, 40, 0), new Scored("m@1", "a", true, 8, 60, 60),
                new Scored("m@1", "b", true, 3, 7, 0)));

        List<List<Cell>> rows = DriftSheet.of(all).rows();

        assertThat(rows.getFirst().get(2)).isEqualTo(new Cell.Count(100));
        assertThat(((Cell.Rate) rows.getFirst().get(3)).estimate().figure().number()).hasValue(0.6);
        assertThat(rows.getFirst().get(5)).isInstanceOf(Cell.Rate.class);
        assertThat(rows.getFirst().getLast()).isEqualTo(new Cell.Term("moved"));
        assertThat(rows.getLast().getLast()).isEqualTo(new Cell.TooFew(0));
        assertThat(DriftSheet.of(new Gathered(DAY)).rows()).isEmpty();
    }

    private static long[] tenths(int n, DoubleSupplier score) {
        long[] counts = new long[Scored.TENTHS];
        for (int k = 0; k < n; k++) {
            counts[(int) Math.min(9, score.getAsDouble() * 10)]++;
        }
        return counts;
    }
}
