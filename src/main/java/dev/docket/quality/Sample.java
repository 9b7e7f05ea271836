package dev.docket.quality;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision that was drawn for a second look, and what came of that.
 *
 * @param verdict the first decision
 * @param task the second look
 * @param rule the gravest that drew it
 * @param probability of being drawn by any rule that applied, 0 excluded to 1: a statistic of all decisions weighs it by the inverse
 * @param first the label that was found, by {@code firstBy}
 * @param second what the second look found, empty while it waits or when it was passed on; by {@code secondBy}
 * @param adjudicated what settled it where the two differ; empty while nobody has, and where it was left grey
 */
public record Sample(UUID verdict, UUID item, UUID task, SampleRule rule, double probability, Instant at, String first, UUID firstBy,
        Optional<String> second, Optional<UUID> secondBy, Optional<String> adjudicated) {

    /** Whether two people found something else; empty while there is no second finding. */
    public Optional<Boolean> differs() {
        return second.map(label -> !label.equals(first));
    }
}
