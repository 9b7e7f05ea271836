package dev.docket.report;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * A finding that counts and may be wrong. It names nobody.
 *
 * @param label title of the label found
 * @param hint title of a label that a model misses; empty text: it misses none
 * @param why what raises the doubt: {@code model}, {@code votes}, {@code posterior}, one or more
 * @param likelihood what a model that did not learn from it gives this finding, 0..1; of several the least
 * @param votes how many people judged it
 * @param differing how many of them found another label
 * @param posterior what their votes, each weighed by how often its person is right, give the finding; 0..1
 */
public record Suspect(UUID item, UUID verdict, String label, String hint, List<String> why, OptionalDouble likelihood, int votes, int differing, OptionalDouble posterior, Instant decidedAt) {
    static final String MODEL = "model";
    static final String VOTES = "votes";
    static final String POSTERIOR = "posterior";

    public Suspect {
        why = List.copyOf(why);
    }

    /** The first eight hex digits of the item, as lists name it. */
    public String shortId() {
        return item.toString().substring(0, 8);
    }

    /** How likely the finding is by the least of what there is; 1 where nothing is known. */
    double least() {
        return Math.min(likelihood.orElse(1), posterior.orElse(1));
    }
}
