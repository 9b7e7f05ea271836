package dev.docket.report;

import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An item as its events have it now.
 *
 * @param deciding the finding that counts
 * @param propagated whether that was carried over from another item, so that nobody looked
 * @param first the first look's finding; of one that was changed once hidden things were shown, the one before
 * @param independent findings that were made without knowing of one another, one a person: the first look's and those of second looks
 * @param votes every finding of a person that stands, in order
 */
record Reviewed(UUID item, Standing.State state, Optional<Vote> deciding, boolean propagated, Optional<Vote> first, List<Vote> independent, List<Vote> votes) {

    /** @param history all events of one item */
    static Reviewed of(List<Verdict> history) {
        Standing standing = Standing.of(history.getFirst().itemId(), history);
        List<Verdict> own = standing.votes().stream().filter(vote -> vote.kind() != VerdictKind.PROPAGATED).toList();
        Optional<Vote> first = own.stream().filter(vote -> vote.round() == 1).findFirst().map(vote -> Vote.of(before(vote, history)));
        List<Vote> independent = new ArrayList<>(first.stream().toList());
        own.stream().filter(vote -> vote.kind() == VerdictKind.AGREED || vote.kind() == VerdictKind.DISAGREED).map(Vote::of)
                .filter(vote -> independent.stream().noneMatch(other -> other.person().equals(vote.person()))).forEach(independent::add);
        return new Reviewed(standing.item(), standing.state(), standing.deciding().map(Vote::of),
                standing.deciding().filter(verdict -> verdict.kind() == VerdictKind.PROPAGATED).isPresent(), first, independent, own.stream().map(Vote::of).toList());
    }

    /** What was found blind, where it was changed afterwards. */
    private static Verdict before(Verdict vote, List<Verdict> history) {
        return vote.kind() != VerdictKind.REVISED ? vote
                : history.stream().filter(event -> vote.about().equals(Optional.of(event.id())) && event.finding().isPresent()).findFirst().orElse(vote);
    }

    /** Whether two people judged it without knowing of one another. */
    boolean isDouble() {
        return independent.size() > 1;
    }
}
