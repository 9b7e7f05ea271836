package dev.docket.ui.ladder;

import dev.docket.policy.PackRef;
import dev.docket.quality.SampleRule;
import dev.docket.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a desk knows of a task beside its picture, scores and provenance.
 *
 * @param before what others found or why they passed it up, oldest first, by whom is not told; empty in blind looks
 * @param due when this look is due, and by what rule
 * @param came the pack it was admitted under, with its text, where that is not the one in force
 * @param comments how many there are
 * @param drawn how the item came to be looked at again, where a rule drew it; for leads alone
 */
public record Dossier(List<Verdict> before, Optional<Due> due, Optional<Came> came, int comments, Optional<Drawn> drawn) {
    public static final Dossier NONE = new Dossier(List.of(), Optional.empty(), Optional.empty(), 0);

    /** @param rule in words */
    public record Due(Instant at, String rule) {}

    /** An earlier pack and its text. */
    public record Came(PackRef pack, String text) {}

    /** @param probability of being drawn by any rule that applied, 0 excluded to 1 */
    public record Drawn(SampleRule rule, double probability) {}

    /** Of one that no rule drew. */
    public Dossier(List<Verdict> before, Optional<Due> due, Optional<Came> came, int comments) {
        this(before, due, came, comments, Optional.empty());
    }

    public Dossier {
        before = List.copyOf(before);
    }
}
