package dev.docket.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingTest {
    private final Timing ours = new Timing("Docket", 4e6, 2e6, 3e6, 9e6);
    private final Timing theirs = new Timing("peer 1.2", 2e6);

    @Test
    void aTimingKnowsItsLeastMedianAndQuantiles() {
        Timing ten = new Timing("t", 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);

        assertThat(ten.least()).isEqualTo(1);
        assertThat(ten.median()).isEqualTo(5.5);
        assertThat(new Timing("odd", 3, 1, 2).median()).isEqualTo(2);
        assertThat(ten.quantile(0.95)).isEqualTo(10);
        assertThat(ten.quantile(0.9)).isEqualTo(9);
        assertThat(ten.quantile(0.01)).isEqualTo(1);
    }

    @Test
    void timesAreTheLeastOfTheirSamplesInMilliseconds() {
        Reading reading = Reading.of("x", ours);

        assertThat(reading.value()).isEqualTo(2);
        assertThat(reading.median()).isEqualTo(3.5);
        assertThat(reading.samples()).isEqualTo(4);
        assertThat(reading.holds()).as("without a limit").isEmpty();
    }

    @Test
    void aRatioIsJudgedByTheLeastOfBothSides() {
        Reading reading = Reading.of("x", ours).against(theirs);

        assertThat(reading.ratio()).hasValue(1.0);
        assertThat(reading.ratioAtMost(1.0).holds()).contains(true);
        assertThat(reading.ratioAtMost(0.99).holds()).contains(false);
        assertThat(reading.ratioAtLeast(1.01).holds()).contains(false);
    }

    @Test
    void aLimitOfTheFigureNeedsNoReference() {
        assertThat(Reading.of("p95", "ms", 51).atMost(50).holds()).contains(false);
        assertThat(Reading.of("speed", "images/s", 51).atLeast(50).holds()).contains(true);
    }

    @Test
    void withoutTheReferenceARatioIsNotJudged() {
        Reading reading = Reading.of("x", ours).against(new Reference.Missing("peer", "apt-get install peer")).ratioAtMost(1);

        assertThat(reading.ratio()).isEmpty();
        assertThat(reading.holds()).isEmpty();
    }
}
