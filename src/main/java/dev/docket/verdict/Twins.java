package dev.docket.verdict;

import dev.docket.hash.NearDuplicates;
import dev.docket.hash.NearDuplicates.Neighbour;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.item.StandIns;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Twin.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds what a decision may be carried over to, by direct distance to its own picture: chains of look-alikes lead astray. */
final class Twins {
    private final ReviewQueue queue;
    private final Items items;
    private final NearDuplicates nearDuplicates;
    private final PolicyPack pack;
    private final Verdicts verdicts = new Verdicts();

    Twins(ReviewQueue queue, Items items, NearDuplicates nearDuplicates, PolicyPack pack) {
        this.queue = queue;
        this.items = items;
        this.nearDuplicates = nearDuplicates;
        this.pack = pack;
    }

    /** Copies first, then nearest first; empty when the seed's item is gone or is a quality check. */
    List<Twin> of(Handle tx, UUID seed, Finding finding, UUID by) {
        Optional<ImageItem> known = items.find(tx, seed).filter(item -> !item.facts().gold() && !StandIns.isOne(tx, item.id()));
        if (known.isEmpty()) {
            return List.of();
        }
        ContentHash picture = known.get().sha256();
        List<Twin> alike = new ArrayList<>();
        items.showing(tx, picture).stream().filter(item -> !item.equals(seed))
                .forEach(item -> alike.add(alike(tx, finding, known.get(), item, picture, Twin.COPY, by)));
        for (Neighbour near : nearDuplicates.near(tx, picture)) {
            items.showing(tx, near.image()).forEach(item -> alike.add(alike(tx, finding, known.get(), item, near.image(), near.distance(), by)));
        }
        return alike;
    }

    private Twin alike(Handle tx, Finding finding, ImageItem from, UUID item, ContentHash picture, int distance, UUID by) {
        return new Twin(item, ReviewQueue.taskId(item, 1), picture, distance, kept(tx, finding, from, item, distance, by));
    }

    private Optional<Kept> kept(Handle tx, Finding finding, ImageItem from, UUID item, int distance, UUID by) {
        Label label = pack.label(finding.label());
        Optional<ImageItem> known = items.find(tx, item);
        if (known.isEmpty() || known.get().facts().gold() || StandIns.isOne(tx, item)) {
            return Optional.of(Kept.QUALITY_CHECK);
        }
        if (distance != Twin.COPY && !label.propagation().confirmable()) {
            return Optional.of(Kept.NOT_A_COPY);
        }
        if (!sameRules(label.id(), from.facts().jurisdiction(), known.get().facts().jurisdiction())) {
            return Optional.of(Kept.OTHER_PLACE);
        }
        Standing standing = verdicts.standing(tx, item);
        if (standing.state() != Standing.State.OPEN) {
            boolean otherwise = standing.votes().stream().anyMatch(vote -> vote.kind() != VerdictKind.PROPAGATED
                    && !vote.finding().orElseThrow().agreesWith(finding));
            return Optional.of(otherwise ? Kept.DECIDED_OTHERWISE : Kept.DECIDED);
        }
        return switch (queue.availability(tx, ReviewQueue.taskId(item, 1), by)) {
            case FREE -> Optional.empty();
            case HELD -> Optional.of(Kept.HELD);
            case NOT_WAITING -> Optional.of(Kept.NOT_WAITING);
        };
    }

    /** Whether a label asks for the same in both places. */
    private boolean sameRules(String label, String here, String there) {
        Label a = pack.label(label, here);
        Label b = pack.label(label, there);
        return a.severity() == b.severity() && a.defaultAction().equals(b.defaultAction()) && a.display().equals(b.display()) && a.export().equals(b.export());
    }
}
