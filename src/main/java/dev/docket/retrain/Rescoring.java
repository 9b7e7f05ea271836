package dev.docket.retrain;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.classify.ActiveModels;
import dev.docket.classify.ModelScore;
import dev.docket.classify.Scores;
import dev.docket.hash.Match;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.Erasure;
import dev.docket.item.HandOver.Grounds;
import dev.docket.item.HandOvers;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.policy.Disposition;
import dev.docket.policy.Policies;
import dev.docket.policy.Policy;
import dev.docket.policy.PolicyDecision;
import dev.docket.progress.Progress;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.Verdicts;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Scores every undecided item with the models in use, holds it against the hash banks, lets the policy decide anew and moves
 * the waiting tasks; hashes what was admitted unseen and can be decoded now. Works in batches, each one transaction with its audit line; when it is stopped or killed, running it again completes it, and
 * pictures that were scored already are not read again. Scores of older models stay stored.
 */
public final class Rescoring {
    private static final int BATCH = 25;

    /**
     * What a run did.
     *
     * @param items scored
     * @param moved of them, those whose lane or priority changed or that were quarantined
     * @param unreadable items whose picture is gone or cannot be decoded
     */
    public record Outcome(int items, int moved, int unreadable) {
        Outcome plus(Outcome other) {
            return new Outcome(items + other.items, moved + other.moved, unreadable + other.unreadable);
        }
    }

    /** Where items are read and what is decided of them goes. */
    public record Stores(
            Database database, BlobStore blobs, Items items, Verdicts verdicts, Scores scores, Policies policies,
            ReviewQueue queue, AuditLog audit) {}

    private record Scored(ImageItem item, Optional<PerceptualHash> late, StandingScores.Standing scores, List<Match> matches) {}

    private final Stores stores;
    private final StandingScores standing;
    private final ActiveModels models;
    private final StandingMatches matches;
    private final LateHashes lateHashes;
    private final Policy policy;
    private final Clock clock;
    private final HandOvers handOvers = new HandOvers();

    public Rescoring(
            Stores stores, StandingScores standing, ActiveModels models, StandingMatches matches, LateHashes lateHashes, Policy policy, Clock clock) {
        this.stores = stores;
        this.standing = standing;
        this.models = models;
        this.matches = matches;
        this.lateHashes = lateHashes;
        this.policy = policy;
        this.clock = clock;
    }

    /** @throws dev.docket.progress.StoppedException when cancelled; the batches that were finished stay */
    public Outcome run(Progress progress) {
        return run(stores.database().inTransaction(this::undecided), progress);
    }

    /**
     * The same for the items alone that were admitted unseen and can be decoded now, as after the installation of a decoder.
     *
     * @throws dev.docket.progress.StoppedException when cancelled; the batches that were finished stay
     */
    public Outcome lookAgain(Progress progress) {
        List<ContentHash> unseen = stores.database().inTransaction(lateHashes::missing);
        List<ContentHash> seen = new ArrayList<>();
        for (ContentHash picture : unseen) {
            progress.stopIfCancelled();
            lateHashes.of(picture).ifPresent(hash -> seen.add(picture));
        }
        return run(stores.database().inTransaction(tx -> {
            Set<UUID> shown = seen.stream().flatMap(picture -> stores.items().showing(tx, picture).stream()).collect(Collectors.toSet());
            return undecided(tx).stream().filter(shown::contains).toList();
        }), progress);
    }

    /** Those of these items that are undecided, after something else that the policy goes by has changed. */
    Outcome again(Set<UUID> items) {
        return items.isEmpty() ? new Outcome(0, 0, 0) : run(stores.database().inTransaction(tx -> undecided(tx).stream().filter(items::contains).toList()), Progress.NONE);
    }

    private Outcome run(List<UUID> waiting, Progress progress) {
        Outcome sum = new Outcome(0, 0, 0);
        for (int from = 0; from < waiting.size(); from += BATCH) {
            progress.stopIfCancelled();
            progress.at(from, waiting.size(), "items scored again");
            sum = sum.plus(batch(waiting.subList(from, Math.min(from + BATCH, waiting.size()))));
        }
        progress.at(waiting.size(), waiting.size(), "items scored again");
        return sum;
    }

    /** Undecided items that some model in use has not scored yet: after a promotion, until {@link #run} is through. */
    public int pending() {
        List<String> active = models.names();
        return stores.database().inTransaction(tx -> (int) undecided(tx).stream()
                .filter(id -> !stores.scores().of(tx, id).stream().map(StandingScores::name).collect(Collectors.toSet()).containsAll(active))
                .count());
    }

    private List<UUID> undecided(Handle tx) {
        Set<UUID> decided = stores.verdicts().current(tx).stream().map(Verdict::itemId).collect(Collectors.toSet());
        return stores.items().ids(tx).stream().filter(id -> !decided.contains(id)).toList();
    }

    private Outcome batch(List<UUID> ids) {
        List<Scored> scored = new ArrayList<>();
        int unreadable = 0;
        for (UUID id : ids) {
            Optional<ImageItem> item = stores.database().inTransaction(tx -> stores.items().find(tx, id));
            Optional<Scored> scores = item.flatMap(this::scored);
            scores.ifPresent(scored::add);
            unreadable += item.isPresent() && scores.isEmpty() ? 1 : 0;
        }
        int moved = scored.isEmpty() ? 0 : stores.database().inTransaction(tx -> store(tx, scored));
        new Erasure(stores.items(), stores.blobs()).run(stores.database());
        return new Outcome(scored.size(), moved, unreadable);
    }

    /** A picture that nothing can decode is held against the banks all the same. */
    private Optional<Scored> scored(ImageItem item) {
        Optional<PerceptualHash> late = lateHashes.of(item.sha256());
        List<Match> known = late.map(hash -> matches.of(item.sha256(), hash)).orElseGet(() -> matches.of(item.sha256()));
        Optional<StandingScores.Standing> scores = standing.of(item);
        if (scores.isEmpty() && !known.isEmpty()) {
            List<ModelScore> stored = stores.database().inTransaction(tx -> stores.scores().of(tx, item.id()));
            return Optional.of(new Scored(item, late, new StandingScores.Standing(List.of(), stored, List.of()), known));
        }
        return scores.map(standing -> new Scored(item, late, standing, known));
    }

    private int store(Handle tx, List<Scored> batch) {
        int moved = 0;
        for (Scored scored : batch) {
            UUID id = scored.item().id();
            if (stores.items().find(tx, id).isEmpty()) {
                // quarantined since it was read
                continue;
            }
            scored.late().ifPresent(hash -> lateHashes.keep(tx, scored.item().sha256(), hash));
            stores.scores().put(tx, id, scored.scores().fresh());
            PolicyDecision decision = policy.decide(scored.scores().all(), provenance(tx, id), scored.matches(), scored.item().facts(),
                    scored.item().flaggedAt(), clock.instant());
            if (decision.disposition() == Disposition.QUARANTINE) {
                quarantine(tx, scored, decision);
                moved++;
                continue;
            }
            Optional<PolicyDecision> former = stores.policies().of(tx, id);
            stores.policies().put(tx, id, decision);
            stores.queue().enqueue(tx, id, decision);
            stores.queue().reprioritise(tx, id, decision);
            boolean stays = former.isPresent() && former.get().lane().equals(decision.lane()) && former.get().queuePriority() == decision.queuePriority();
            moved += stays ? 0 : 1;
        }
        stores.audit().append(tx, AuditKind.ITEMS_RESCORED, Map.of(
                "models", models.names(), "pack", policy.pack().ref().sha256().hex(), "moved", moved,
                "items", batch.stream().map(scored -> scored.item().id().toString()).toList()));
        return moved;
    }

    /** As intake does with what arrives: a bank that was added since may know a picture that waits. */
    private void quarantine(Handle tx, Scored scored, PolicyDecision decision) {
        ImageItem item = scored.item();
        Grounds grounds = policy.unseen(decision, scored.matches());
        for (UUID alike : stores.items().showing(tx, item.sha256())) {
            handOvers.openCopy(tx, alike, item.sha256(), clock.instant().truncatedTo(ChronoUnit.MICROS), grounds);
            stores.items().quarantine(tx, alike);
            stores.queue().withdraw(tx, alike);
            stores.audit().append(tx, AuditKind.ITEM_QUARANTINED_UNSEEN, Map.of(
                    "item", alike.toString(), "source", item.source().name(), "pack", policy.pack().ref().sha256().hex()));
        }
    }

    private ProvenanceReport provenance(Handle tx, UUID id) {
        return ProvenanceReport.kept(stores.items().provenanceJson(tx, id));
    }
}
