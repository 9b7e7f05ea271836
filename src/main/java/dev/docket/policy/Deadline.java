package dev.docket.policy;

import dev.docket.item.ItemFacts;
import dev.docket.policy.PolicyPack.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** When an item has to be decided, and whose clock that is. */
record Deadline(Instant at, String because) {

    /** The earliest of the feed's deadline and the clocks of the suspected labels; empty when none runs. */
    static Optional<Deadline> of(ItemFacts facts, Collection<Label> suspected, String place, Instant flagged) {
        Optional<Deadline> earliest = facts.deadline().map(at -> new Deadline(at, "as the feed asks"));
        for (Label label : suspected) {
            if (label.removalHours().isPresent()) {
                double hours = label.removalHours().get();
                Instant at = flagged.plus(Duration.ofSeconds(Math.round(hours * 3600)));
                String where = place.equals(PolicyPack.EVERYWHERE) ? "everywhere" : "in " + place;
                if (earliest.isEmpty() || at.isBefore(earliest.get().at())) {
                    earliest = Optional.of(new Deadline(at, Sentences.hours(hours) + " after it was flagged: " + label.shortTitle() + ", " + where));
                }
            }
        }
        return earliest;
    }
}
