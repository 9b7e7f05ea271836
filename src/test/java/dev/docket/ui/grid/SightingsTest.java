package dev.docket.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final long MILLI = 1_000_000;

    private final Sightings sightings = new Sightings();

    @Test
    void aTileIsSeenAfterFourHundredMillisecondsAndToldOnce() {
        assertThat(sightings.at(Set.of(ONE), 0)).isEmpty();
        assertThat(sightings.at(Set.of(ONE), 399 * MILLI)).isEmpty();
        assertThat(sightings.at(Set.of(ONE), 400 * MILLI)).containsExactly(ONE);
        assertThat(sightings.at(Set.of(ONE), 900 * MILLI)).isEmpty();
    }

    @Test
    void whatScrollsAwayStartsAnew() {
        sightings.at(Set.of(ONE, TWO), 0);
        sightings.at(Set.of(TWO), 300 * MILLI);

        assertThat(sightings.at(Set.of(ONE, TWO), 500 * MILLI)).containsExactly(TWO);
        assertThat(sightings.at(Set.of(ONE, TWO), 800 * MILLI)).isEmpty();
        assertThat(sightings.at(Set.of(ONE, TWO), 900 * MILLI)).containsExactly(ONE);
    }

    @Test
    void anotherStackIsSeenAnew() {
        sightings.at(Set.of(ONE), 0);
        sightings.at(Set.of(ONE), 400 * MILLI);
        sightings.clear();

        sightings.at(Set.of(ONE), 500 * MILLI);
        assertThat(sightings.at(Set.of(ONE), 900 * MILLI)).containsExactly(ONE);
    }
}
