package dev.docket.retrain;

import dev.docket.classify.ModelRejectedException;
import dev.docket.classify.ModelScore;
import dev.docket.classify.OnnxClassifier;
import dev.docket.classify.Scores;
import dev.docket.classify.ScoringException;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.UndecodableImageException;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.ScoreRule;
import dev.docket.progress.Progress;
import dev.docket.registry.ModelRegistry;
import dev.docket.registry.ModelVersion;
import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Standing;
import dev.docket.verdict.VerdictKind;
import dev.docket.verdict.Verdicts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A version in the shadow of the one in use: scores the desk's items with both and lists where their flags differ. Nothing that
 * is waiting moves; scores are kept, but count only once the version is promoted. What the version learned from is among the decided items, so
 * that flips towards their verdicts prove nothing by themselves: held-out figures do.
 */
public final class ShadowRun {
    /** What the verdict says of a flip. */
    public enum Judged { TOWARDS, AWAY, UNDECIDED }

    /**
     * One label of one item of which one version flags it and the other does not.
     *
     * @param before highest score the version in use gives for the label, 0..1; 0 where none is in use
     * @param after the same of the shadow
     * @param flags whether it is the shadow that flags it
     */
    public record Flip(UUID item, String shortId, String label, double before, double after, boolean flags, Judged judged) {}

    /**
     * What a run found.
     *
     * @param inUse the version in use, {@code id@version}; empty: none of this id is
     * @param items scored by both
     * @param unreadable items whose picture is gone or cannot be decoded
     */
    public record Outcome(String shadow, Optional<String> inUse, int items, int unreadable, List<Flip> flips) {
        public Outcome {
            flips = List.copyOf(flips);
        }

        public long judged(Judged judged) {
            return flips.stream().filter(flip -> flip.judged() == judged).count();
        }
    }

    /** Where items, pictures, verdicts and scores are. */
    public record Stores(Database database, BlobStore blobs, ImageDecoder decoder, Items items, Verdicts verdicts, Scores scores, ModelRegistry registry) {}

    /** A label of the policy: its highest score, and whether it is flagged. */
    private record Said(double score, boolean flagged) {}

    private final Stores stores;
    private final PolicyPack pack;

    public ShadowRun(Stores stores, PolicyPack pack) {
        this.stores = stores;
        this.pack = pack;
    }

    /**
     * @throws ModelRejectedException when one of both versions cannot be loaded
     * @throws dev.docket.progress.StoppedException when cancelled; scores made so far stay
     */
    public Outcome run(ModelVersion shadow, Progress progress) throws ModelRejectedException {
        Optional<ModelVersion> inUse = stores.database().inTransaction(stores.registry()::active).stream().filter(version -> version.id().equals(shadow.id())).findFirst();
        Map<UUID, Finding> verdicts = new HashMap<>();
        stores.database().inTransaction(stores.verdicts()::standings).forEach(standing -> finding(standing).ifPresent(finding -> verdicts.put(standing.item(), finding)));
        List<UUID> ids = stores.database().inTransaction(stores.items()::ids);
        List<Flip> flips = new ArrayList<>();
        int scored = 0;
        int unreadable = 0;
        try (OnnxClassifier after = OnnxClassifier.load(shadow, stores.registry().parts(shadow));
                OnnxClassifier before = inUse.isEmpty() ? null : OnnxClassifier.load(inUse.get(), stores.registry().parts(inUse.get()))) {
            for (UUID id : ids) {
                progress.stopIfCancelled();
                progress.at(scored + unreadable, ids.size(), "items in shadow");
                Optional<ImageItem> item = stores.database().inTransaction(tx -> stores.items().find(tx, id));
                if (item.isEmpty()) {
                    continue;
                }
                Optional<List<ModelScore>> now = scores(item.get(), after);
                Optional<List<ModelScore>> then = before == null ? Optional.of(List.of()) : now.flatMap(_ -> scores(item.get(), before));
                if (now.isPresent() && then.isPresent()) {
                    scored++;
                    flips.addAll(flips(item.get(), said(then.get()), said(now.get()), Optional.ofNullable(verdicts.get(id))));
                } else {
                    unreadable++;
                }
            }
        }
        return new Outcome(shadow.name(), inUse.map(ModelVersion::name), scored, unreadable, flips);
    }

    private static Optional<Finding> finding(Standing standing) {
        return standing.deciding().filter(verdict -> verdict.kind() != VerdictKind.PROPAGATED).flatMap(verdict -> verdict.finding());
    }

    /** Those stored, or else made now and stored. */
    private Optional<List<ModelScore>> scores(ImageItem item, OnnxClassifier model) {
        List<ModelScore> stored = stores.database().inTransaction(tx -> stores.scores().of(tx, item.id())).stream().filter(score -> StandingScores.name(score).equals(model.name())).toList();
        if (!stored.isEmpty()) {
            return Optional.of(stored);
        }
        try {
            Optional<byte[]> bytes = stores.blobs().get(item.sha256());
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            DecodedImage picture = stores.decoder().decode(bytes.get());
            List<ModelScore> made = model.score(picture);
            stores.database().transact(tx -> stores.scores().put(tx, item.id(), made));
            return Optional.of(made);
        } catch (IOException | UndecodableImageException | ScoringException e) {
            return Optional.empty();
        }
    }

    private Map<String, Said> said(List<ModelScore> scores) {
        Map<String, Said> said = new TreeMap<>();
        for (ModelScore score : scores) {
            Optional<ScoreRule> rule = PolicyScores.rule(pack, score);
            if (rule.isPresent()) {
                boolean flagged = score.score() >= rule.get().review().orElse(score.threshold());
                said.merge(rule.get().label(), new Said(score.score(), flagged), (a, b) -> new Said(Math.max(a.score(), b.score()), a.flagged() || b.flagged()));
            }
        }
        return said;
    }

    private static List<Flip> flips(ImageItem item, Map<String, Said> before, Map<String, Said> after, Optional<Finding> verdict) {
        TreeSet<String> labels = new TreeSet<>(before.keySet());
        labels.addAll(after.keySet());
        Said nothing = new Said(0, false);
        List<Flip> flips = new ArrayList<>();
        for (String label : labels) {
            Said was = before.getOrDefault(label, nothing);
            Said is = after.getOrDefault(label, nothing);
            if (was.flagged() != is.flagged()) {
                Judged judged = verdict.map(finding -> is.flagged() == (finding.label().equals(label) || finding.additional().contains(label)) ? Judged.TOWARDS : Judged.AWAY).orElse(Judged.UNDECIDED);
                flips.add(new Flip(item.id(), item.shortId(), label, was.score(), is.score(), is.flagged(), judged));
            }
        }
        return flips;
    }
}
