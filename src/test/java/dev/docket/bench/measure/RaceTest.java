package dev.docket.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RaceTest {
    private final List<String> order = new ArrayList<>();

    private Contestant contestant(String name, double nanos) {
        return new Contestant() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double sample() {
                order.add(name);
                return nanos;
            }
        };
    }

    @Test
    void everybodyWarmsUpBeforeAnybodyIsTimedAndThenTheyTakeTurns() throws Exception {
        List<Timing> timings = Race.run(new Pace(3, Duration.ZERO, Duration.ZERO), List.of(contestant("A", 10), contestant("B", 20)));

        assertThat(order).containsExactly("A", "B", "A", "B", "B", "A", "A", "B");
        assertThat(timings).extracting(Timing::name).containsExactly("A", "B");
        assertThat(timings).extracting(Timing::count).containsExactly(3, 3);
        assertThat(timings.get(1).least()).isEqualTo(20);
    }

    @Test
    void theSamplesOfTheWarmUpDoNotCount() throws Exception {
        List<Double> left = new ArrayList<>(List.of(1.0, 8.0, 9.0));
        Contestant coldFirst = new Contestant() {
            @Override
            public String name() {
                return "cold";
            }

            @Override
            public double sample() {
                return left.removeFirst();
            }
        };

        assertThat(Race.run(new Pace(2, Duration.ZERO, Duration.ZERO), List.of(coldFirst)).getFirst().least()).isEqualTo(8);
    }

    @Test
    void anInterruptedRaceStops() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Race.run(Pace.quick(), List.of(contestant("A", 1)))).isInstanceOf(InterruptedException.class);
    }

    @Test
    void shortWorkIsRepeatedUntilASampleIsLongEnough() throws Exception {
        int[] times = {0};
        InProcess work = new InProcess("w", () -> times[0]++, 1_000_000);

        double nanos = work.sample();

        assertThat(times[0]).isGreaterThan(1);
        assertThat(nanos * times[0]).isGreaterThanOrEqualTo(1_000_000);
    }

    @Test
    void whatTheWorkThrowsEndsTheRace() {
        InProcess broken = new InProcess("w", () -> {
            throw new java.io.IOException("no disk");
        }, 0);

        assertThatThrownBy(() -> Race.run(Pace.quick(), List.of(broken))).hasMessage("no disk");
    }
}
