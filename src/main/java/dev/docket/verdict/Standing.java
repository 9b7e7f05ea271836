package dev.docket.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an item's events come to now. A fold: the same events give the same standing, in whatever order they are handed in.
 *
 * @param votes findings that nobody took back, by round, time and id
 * @param settling tasks whose vote settles the item, over the others: an adjudicator's, a hearing's, a look up a ladder
 * @param deciding the finding that counts: of the last settling vote, else of the last vote; empty when there is none,
 *     when two differ and nobody settled it, and when it is grey
 * @param late ids of those votes that came after their lease had passed; none where they were not asked for
 */
public record Standing(UUID item, State state, List<Verdict> votes, Set<UUID> settling, Optional<Verdict> deciding, Set<UUID> late) {
    /** How far an item is. */
    public enum State {
        /** Nothing stands. */
        OPEN,
        /** One finding counts. */
        DECIDED,
        /** Two findings differ; a third person has yet to look. */
        DISPUTED,
        /** Passed up a ladder and not decided there. */
        ESCALATED,
        /** An appeal is to be heard; until then what is appealed against stands. */
        APPEALED,
        /** Settled as open: no one label is right. */
        GREY
    }

    private static final Comparator<Verdict> ORDER = Comparator.comparingInt(Verdict::round).thenComparing(Verdict::at)
            .thenComparing(v -> v.id().toString());

    public Standing {
        votes = List.copyOf(votes);
        settling = Set.copyOf(settling);
        late = Set.copyOf(late);
    }

    /**
     * The same with what came late among its votes, after the others: one of each person who has no vote in it, the last. How far the item is and
     * what decides it stays: a late verdict is a second opinion, never the record.
     *
     * @param came late, oldest first
     */
    Standing with(List<Verdict> came) {
        Map<UUID, Verdict> more = new LinkedHashMap<>();
        came.stream().filter(v -> v.finding().isPresent() && votes.stream().noneMatch(vote -> vote.reviewer().equals(v.reviewer()))).forEach(v -> more.put(v.reviewer(), v));
        return new Standing(item, state, Stream.concat(votes.stream(), more.values().stream()).toList(), settling, deciding,
                more.values().stream().map(Verdict::id).collect(Collectors.toSet()));
    }

    /** @param events all of one item, in any order */
    public static Standing of(UUID item, List<Verdict> events) {
        Map<String, List<Verdict>> rounds = events.stream().sorted(Comparator.comparingInt(Verdict::revision))
                .collect(Collectors.groupingBy(v -> v.taskId() + "/" + v.round(), TreeMap::new, Collectors.toList()));
        List<Verdict> heads = new ArrayList<>();
        boolean appealed = false;
        for (List<Verdict> round : rounds.values()) {
            Head head = Head.of(round);
            head.event().ifPresent(heads::add);
            appealed |= head.appealed();
        }
        heads.sort(ORDER);
        return of(item, heads, appealed);
    }

    private static Standing of(UUID item, List<Verdict> heads, boolean appealed) {
        List<Verdict> votes = heads.stream().filter(v -> v.finding().isPresent()).toList();
        List<Verdict> settled = heads.stream().filter(v -> settles(v, heads)).toList();
        int settledRound = settled.isEmpty() ? 0 : settled.getLast().round();
        boolean grey = !settled.isEmpty() && settled.getLast().finding().isEmpty();
        boolean disputed = votes.stream().anyMatch(v -> v.kind() == VerdictKind.DISAGREED && v.round() > settledRound);
        int last = votes.isEmpty() ? 0 : votes.getLast().round();
        boolean escalated = heads.stream().anyMatch(v -> wentUp(v) && v.finding().isEmpty() && v.round() >= last && v.round() > settledRound);
        State state = appealed ? State.APPEALED : escalated ? State.ESCALATED : disputed ? State.DISPUTED
                : grey ? State.GREY : votes.isEmpty() ? State.OPEN : State.DECIDED;
        Optional<Verdict> deciding = disputed || grey || votes.isEmpty() ? Optional.empty()
                : Optional.of(settled.isEmpty() ? votes.getLast() : settled.getLast());
        return new Standing(item, state, votes, settled.stream().map(Verdict::taskId).collect(Collectors.toSet()), deciding, Set.of());
    }

    /** Where a task's round has got to, and whether it is that of an appeal nobody heard. */
    private record Head(Optional<Verdict> event, boolean appealed) {
        static Head of(List<Verdict> events) {
            Verdict head = null;
            boolean appealed = false;
            for (Verdict event : events) {
                switch (event.kind()) {
                    case APPEALED -> {
                        appealed = true;
                        head = null;
                    }
                    case UNDONE -> {
                        // with nothing else to take back, it is the appeal that was withdrawn
                        appealed &= head != null;
                        head = null;
                    }
                    default -> head = event;
                }
            }
            boolean heard = head != null && head.kind() != VerdictKind.SKIPPED;
            return new Head(Optional.ofNullable(head), appealed && !heard);
        }
    }

    private static boolean settles(Verdict head, List<Verdict> heads) {
        return switch (head.kind()) {
            case ADJUDICATED, UPHELD, OVERTURNED -> true;
            // a look up a ladder; and a third look, as earlier versions knew no adjudication
            case DECIDED, REVISED -> heads.stream().anyMatch(v -> v.round() < head.round() && wentUp(v))
                    || head.round() >= 3 && heads.stream().anyMatch(v -> v.round() < head.round() && v.finding().isPresent());
            default -> false;
        };
    }

    private static boolean wentUp(Verdict head) {
        return head.kind() == VerdictKind.ESCALATED && !head.reason().equals(Optional.of(VerdictDesk.SECOND_OPINION))
                || head.finding().filter(finding -> finding.action().equals(VerdictDesk.ESCALATE)).isPresent();
    }
}
