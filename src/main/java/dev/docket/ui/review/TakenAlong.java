package dev.docket.ui.review;

import dev.docket.queue.LeasedTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was taken along for work away from the network.
 *
 * @param lane the tasks are of
 * @param tasks leased until {@code until}
 * @param cases what was read of them, in their order; one that is missing here is read when its turn comes
 * @param images how many of their pictures are on this machine
 * @param missing why something did not come; empty when all is here
 */
public record TakenAlong(int lane, List<LeasedTask> tasks, List<ReviewCase> cases, Instant until, int images, Optional<String> missing) {
    public TakenAlong {
        tasks = List.copyOf(tasks);
        cases = List.copyOf(cases);
    }
}
