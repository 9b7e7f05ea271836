package dev.docket.ui.stack;

import dev.docket.policy.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Items that wait and whose pictures look alike, as the list shows them.
 *
 * @param seed the item whose picture is nearest to all others: the one the stack is opened by
 * @param title first words of the text posted with the seed, or its id
 * @param open how many can be decided here: nobody else holds them
 * @param held how many are in somebody else's hands
 * @param severity gravest suspicion of the seed; empty where that is hidden until the verdict
 * @param due when the first of them has to be decided
 * @param distance mean PDQ distance to the seed, 0..256 bits
 */
public record Stack(UUID seed, String title, int open, int held, Optional<Severity> severity, Optional<Instant> due, double distance) {}
