package dev.docket.ui.review;

import dev.docket.desk.Desk;
import dev.docket.hash.NearDuplicates.Neighbour;
import dev.docket.item.ImageItem;
import dev.docket.policy.PolicyPack;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
        List<Neighbour> near = new ArrayList<>();
        near.add(new Neighbour(item.sha256(), 0));
        near.addAll(desk.nearDuplicates.near(tx, item.sha256()));
        List<PastVerdict> past = new ArrayList<>();
        for (Neighbour neighbour : near.subList(0, Math.min(NEAREST, near.size()))) {
            for (UUID other : desk.items.showing(tx, neighbour.image())) {
                if (!other.equals(item.id())) {
                    past.addAll(on(tx, other, neighbour.distance()));
                }
            }
        }
        return past;
    }

    /** What counts on an item, the latest look first; earlier looks that found otherwise are overturned. */
    List<PastVerdict> on(Handle tx, UUID item, int distance) {
        List<Verdict> history = desk.verdicts.history(tx, item);
        List<Verdict> counting = history.stream()
                .filter(v -> v.kind() == VerdictKind.DECIDED)
                .filter(v -> history.stream().noneMatch(w -> w.taskId().equals(v.taskId()) && w.round() == v.round() && w.revision() > v.revision()))
                .toList();
        if (counting.isEmpty()) {
            return List.of();
        }
        String last = counting.getLast().finding().orElseThrow().label();
        return counting.reversed().stream().map(v -> past(v, distance, !v.finding().orElseThrow().label().equals(last))).toList();
    }

    private PastVerdict past(Verdict verdict, int distance, boolean overturned) {
        PolicyPack pack = desk.policy.pack();
        Finding finding = verdict.finding().orElseThrow();
        String label = pack.find(finding.label()).map(PolicyPack.Label::shortTitle).orElse(finding.label());
        PolicyPack.Action action = pack.actions().get(finding.action());
        return new PastVerdict(verdict.id(), distance, finding.severity(), label, action == null ? finding.action() : action.title(), verdict.at(), overturned);
    }
}
