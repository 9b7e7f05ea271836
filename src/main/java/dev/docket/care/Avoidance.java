package dev.docket.care;

import dev.docket.policy.Severity;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What one person is not to be served now. Nothing else changes: what they are not served waits in its lane for anybody else.
 *
 * @param from items from this severity up; empty: whatever severity
 * @param labels items of which one of these is suspected
 * @param items those they left to others today
 */
public record Avoidance(Optional<Severity> from, Set<String> labels, Set<UUID> items) {
    public static final Avoidance NOTHING = new Avoidance(Optional.empty(), Set.of(), Set.of());

    public Avoidance {
        labels = Set.copyOf(labels);
        items = Set.copyOf(items);
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** @param suspected labels the policy suspects */
    public boolean avoids(UUID item, Severity severity, Collection<String> suspected) {
        return items.contains(item) || from.map(least -> severity.compareTo(least) >= 0).orElse(false)
                || suspected.stream().anyMatch(labels::contains);
    }
}
