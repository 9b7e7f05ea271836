package dev.docket.ui.ladder;

import dev.docket.policy.PolicyPack;
import dev.docket.queue.Holder;
import dev.docket.verdict.Appeals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the screens ask of a desk beyond one person's verdict on one item. Slow, but for the pack: workers only. Several threads. */
public interface LadderDesk {

    /**
     * A comment as it is shown.
     *
     * @param author pseudonym
     * @param own whether the person at this desk wrote it, and may delete it
     */
    record Said(UUID id, String author, String words, Instant at, boolean own) {}

    /** How an item stands with appeals. PENDING: one is registered and nobody has heard it. */
    enum Appealable { NOTHING, OPEN, PENDING }

    PolicyPack pack();

    /** Who else holds what. */
    List<Holder> others();

    /** Oldest first. */
    List<Said> comments(UUID item);

    /** @throws IllegalArgumentException when it is empty or too long, or the item is gone */
    void comment(UUID item, String words);

    /** Whether the person at this desk may say something beside the record. */
    default boolean mayComment() {
        return true;
    }

    /** Deletes one's own comment for good. */
    void uncomment(UUID comment);

    /** What the recorded event came to, where it judged others; else empty. */
    Optional<Aftermath> aftermath(UUID verdict);

    /** Takes back everything a decision was carried over to; returns how many items go back to their lanes. */
    int reverse(UUID seed);

    /** Whether the person at this desk may register an appeal: a lead. */
    boolean mayLodge();

    Appealable appealable(UUID item);

    /** False when nothing counts there or one is pending already. */
    boolean lodge(UUID item, Appeals.Source source, String words);

    /** False when it was heard meanwhile. */
    boolean withdraw(UUID item);
}
