package dev.docket.crash;

import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.Severity;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Items without pictures, for people who decide blind. */
final class Feed {
    private static final Instant FLAGGED = Instant.parse("2026-11-21T09:00:00Z");

    private Feed() {}

    /** In the lane for everybody, some more urgent than others. */
    static void bring(Handle tx, int number) {
        ContentHash picture = ContentHash.of(("picture " + number).getBytes(StandardCharsets.UTF_8));
        Source source = new Source("feed", "item-" + number);
        new Items().add(tx, new ImageItem(Items.idOf(source), source, picture, 1000, "image/png", 64, 48, FLAGGED, FLAGGED, ItemFacts.NONE), "{}");
        new ReviewQueue().enqueue(tx, Items.idOf(source), new PolicyDecision(Sitting.PACK.ref(), Disposition.REVIEW, "general", "*", List.of(), "open", Severity.S0,
                Optional.empty(), 100 - number % 90, List.of(), List.of()));
    }
}
