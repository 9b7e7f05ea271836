package dev.docket.ui.grid;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which tiles stayed in view long enough to have been seen. JavaFX thread. */
final class Sightings {
    /** How long a tile has to be in view at a stretch. */
    static final Duration LONG_ENOUGH = Duration.ofMillis(400);

    private final Map<UUID, Long> since = new HashMap<>();
    private final Set<UUID> told = new HashSet<>();

    /**
     * To be asked several times in 400 ms.
     *
     * @param inView painted, and at least half of it not scrolled away
     * @param nanos {@link System#nanoTime}
     * @return those that have just been in view long enough; each is told of once
     */
    Set<UUID> at(Set<UUID> inView, long nanos) {
        since.keySet().retainAll(inView);
        inView.forEach(item -> since.putIfAbsent(item, nanos));
        Set<UUID> seen = new HashSet<>();
        since.forEach((item, from) -> {
            if (nanos - from >= LONG_ENOUGH.toNanos() && told.add(item)) {
                seen.add(item);
            }
        });
        return seen;
    }

    void clear() {
        since.clear();
        told.clear();
    }
}
