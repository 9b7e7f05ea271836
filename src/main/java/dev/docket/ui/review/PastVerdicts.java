package dev.docket.ui.review;

import dev.docket.desk.Desk;
import dev.docket.hash.NearDuplicates.Neighbour;
import dev.docket.item.ImageItem;
import dev.docket.item.StandIns;
import dev.docket.policy.PolicyPack;
import dev.docket.verdict.Finding;
import dev.docket.ui.review.PastVerdict.Outcome;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What was decided before, in the words of the pack in use. Several threads. */
final class PastVerdicts {
    private static final int NEAREST = 8;

    private final Desk desk;

    PastVerdicts(Desk desk) {
        this.desk = desk;
    }

    /** On the nearest near-duplicates and other items with the same picture, nearest first. */
    List<PastVerdict> near(Handle tx, ImageItem item) {
        // on a desk of one's own, what was found on a golden item would stand beside what stands in for it
        Optional<UUID> original = StandIns.original(tx, item.id());
        Set<UUID> told = original.map(known -> Stream.concat(Stream.of(known), StandIns.of(tx, known).stream()).collect(Collectors.toSet())).orElse(Set.of(item.id()));
        List<Neighbour> near = new ArrayList<>();
        near.add(new Neighbour(item.sha256(), 0));
        near.addAll(desk.nearDuplicates.near(tx, item.sha256()));
        List<PastVerdict> past = new ArrayList<>();
        for (Neighbour neighbour : near.subList(0, Math.min(NEAREST, near.size()))) {
            for (UUID other : desk.items.showing(tx, neighbour.image())) {
                if (!other.equals(item.id()) && !told.contains(other)) {
                    past.addAll(on(tx, other, neighbour.distance()));
                }
            }
        }
        return past;
    }

    /** What stands on an item, what counts first, each with what became of it. */
    List<PastVerdict> on(Handle tx, UUID item, int distance) {
        Standing standing = desk.verdicts.standing(tx, item);
        List<Verdict> votes = new ArrayList<>(standing.votes().reversed());
        standing.deciding().ifPresent(deciding -> {
            votes.remove(deciding);
            votes.addFirst(deciding);
        });
        return votes.stream().map(vote -> past(vote, distance, outcome(vote, standing))).toList();
    }

    private static Outcome outcome(Verdict vote, Standing standing) {
        boolean decides = standing.deciding().filter(d -> d.id().equals(vote.id())).isPresent();
        boolean otherwise = standing.deciding().flatMap(Verdict::finding).filter(f -> !f.agreesWith(vote.finding().orElseThrow())).isPresent();
        if (otherwise) {
            return Outcome.OVERTURNED;
        }
        return switch (standing.state()) {
            case APPEALED -> decides ? Outcome.APPEALED : Outcome.STANDS;
            case DISPUTED -> Outcome.DISPUTED;
            case GREY -> Outcome.GREY;
            default -> switch (vote.kind()) {
                case UPHELD -> Outcome.UPHELD;
                case ADJUDICATED -> Outcome.ADJUDICATED;
                case PROPAGATED -> Outcome.CARRIED_OVER;
                default -> Outcome.STANDS;
            };
        };
    }

    private PastVerdict past(Verdict verdict, int distance, Outcome outcome) {
        PolicyPack pack = desk.policy.pack();
        Finding finding = verdict.finding().orElseThrow();
        String label = pack.find(finding.label()).map(PolicyPack.Label::shortTitle).orElse(finding.label());
        PolicyPack.Action action = pack.actions().get(finding.action());
        return new PastVerdict(verdict.id(), distance, finding.severity(), label, action == null ? finding.action() : action.title(), verdict.at(), outcome);
    }
}
