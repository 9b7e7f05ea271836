package dev.docket.retrain;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.classify.CalibratedParts;
import dev.docket.classify.ForensicBackbone;
import dev.docket.classify.ModelFolder;
import dev.docket.classify.ModelRejectedException;
import dev.docket.classify.StarterModel;
import dev.docket.export.Changes;
import dev.docket.export.DecisionSet;
import dev.docket.export.ExportDesk;
import dev.docket.export.Format;
import dev.docket.export.Order;
import dev.docket.export.SelectionException;
import dev.docket.metrics.Bootstrap;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelRegistry;
import dev.docket.registry.ModelVersion;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.StorageException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Trains a candidate from the verdicts: decision set, its manifest, embeddings, head, held-out evaluation, one model
 * file in the registry. The same verdicts give the same model, byte for byte, unless it is trained privately: that needs noise
 * nobody can repeat. Nothing goes live here: see {@link Promotion}.
 */
public final class RetrainingRun {
    /** Id of the models this makes. */
    public static final String ID = ModelFolderWriter.ID;

    /**
     * What a run gave.
     *
     * @param isNew false when these verdicts gave a model that the registry has already
     */
    public record Outcome(ModelVersion candidate, boolean isNew, TrainingReport report) {}

    /**
     * How to train.
     *
     * @param source what it learns from
     * @param privacy what the head may give away; empty: it is trained plainly
     * @param balance what labels are balanced over; not with privacy, as the weights would tell what the noise hides
     */
    public record Choices(TrainingSource source, Optional<PrivacyBudget> privacy, Optional<GroupBy> balance) {
        public static final Choices PLAIN = new Choices(Optional.empty(), Optional.empty());

        /** From everything decided. */
        public Choices(Optional<PrivacyBudget> privacy, Optional<GroupBy> balance) {
            this(TrainingSource.EVERYTHING, privacy, balance);
        }

        public Choices {
            if (privacy.isPresent() && balance.isPresent()) {
                throw new IllegalArgumentException("A private head is not balanced: the weights would tell what the noise hides");
            }
        }
    }

    /** What a run reads and where its model goes. */
    public record Stores(Database database, ExportDesk export, EmbeddingCache embeddings, StandingScores standing, ModelRegistry registry, AuditLog audit) {}

    private final Stores stores;
    private final PolicyPack pack;
    private final Clock clock;

    public RetrainingRun(Stores stores, PolicyPack pack, Clock clock) {
        this.stores = stores;
        this.pack = pack;
        this.clock = clock;
    }

    /** Trains plainly. */
    public Outcome run(Progress progress) throws TooFewVerdictsException {
        return run(Choices.PLAIN, progress);
    }

    /**
     * @throws TooFewVerdictsException when no label has enough examples, or they are of too few people to train privately; says what there is
     * @throws StorageException when the model cannot be kept
     * @throws dev.docket.progress.StoppedException when cancelled; nothing is added
     */
    public Outcome run(Choices choices, Progress progress) throws TooFewVerdictsException {
        DecisionSet set = decisions(choices.source());
        TrainingSet verdicts = TrainingSet.of(set, pack);
        refuseTooFew(verdicts);
        ContentHash manifest = stores.export().manifest(set, Set.of(Format.JSONL)).hash();
        try (ForensicBackbone backbone = ForensicBackbone.load()) {
            Map<ContentHash, float[]> features = stores.embeddings().embed(
                    verdicts.examples().stream().map(TrainingSet.Example::picture).toList(), backbone, progress);
            TrainingData data = TrainingData.of(verdicts, features, held -> stores.standing().of(held.item()), pack, choices.balance());
            refuseTooFew(data, verdicts);
            progress.at(0, 0, "training");
            Optional<PrivateHeadTrainer.Private> noised = choices.privacy().isEmpty() ? Optional.empty()
                    : Optional.of(new PrivateHeadTrainer(choices.privacy().get()).train(data.training(), data.unit(), progress));
            HeadTrainer.Trained trained = noised.isPresent() ? noised.get().trained() : HeadTrainer.train(data.training(), progress);
            progress.at(0, 0, "measuring on held-out items");
            progress.stopIfCancelled();
            Optional<PrivacyStatement> privacy = noised.map(head -> head.statement().after(spentBefore()));
            TrainingReport report = report(verdicts, data, trained, privacy, choices, progress);
            return keep(report, trained, manifest, backbone.dimensions());
        }
    }

    /** What a run would learn from now. Reads every verdict and trains nothing. @throws SelectionException when the source names something that is not there any more */
    public TrainingCheck check(TrainingSource source) throws SelectionException {
        if (source.like().isEmpty()) {
            return TrainingCheck.of(source, stores.export().preview(source.recipe()), pack, Optional.empty());
        }
        // only what the version itself was asked for says what changed since: quality checks may not have been in it
        Order asked = stores.export().ordered(stores.export().manifest(source.like().get()));
        Optional<Changes> since = stores.export().draft(asked.withName(Optional.of(source.like().get().name()))).lineage().changes();
        return TrainingCheck.of(source, stores.export().preview(source.recipe()), pack, since);
    }

    private DecisionSet decisions(TrainingSource source) {
        try {
            return stores.export().preview(source.recipe());
        } catch (SelectionException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Epsilon of the private heads the registry has. */
    private double spentBefore() {
        return stores.database().inTransaction(stores.registry()::all).stream().filter(version -> version.id().equals(ID))
                .flatMap(version -> TrainingReport.of(stores.registry().parts(version)).flatMap(TrainingReport::privacy).stream()).mapToDouble(PrivacyStatement::epsilon).sum();
    }

    private static TrainingReport report(TrainingSet verdicts, TrainingData data, HeadTrainer.Trained trained, Optional<PrivacyStatement> privacy, Choices choices, Progress progress) {
        Evaluation evaluation = Evaluation.of(data.heldOut(), trained, Bootstrap.DEFAULT);
        List<Integer> counts = LearningCurve.steps(verdicts.examples().size());
        // heads along the way would be trained without noise: a private run has the two ends alone
        List<LearningCurve.Point> curve = privacy.isPresent()
                ? LearningCurve.ends(trained, counts.getLast(), data.training().size(), data.heldOut(), Bootstrap.DEFAULT)
                : LearningCurve.measure(new LearningCurve.Verdicts(data.training(), data.after()), data.heldOut(), counts, Bootstrap.DEFAULT, progress);
        return new TrainingReport(verdicts.examples().size() + verdicts.forbidden(), data.training().size(), verdicts.forbidden(), data.unreadable(),
                trained.lambdas(), trained.calibrated(), trained.leftOut(), evaluation, curve, PromotionGate.of(evaluation, GateChecks.of(data.heldOut(), data.heldItems(), trained, Bootstrap.DEFAULT)),
                choices.balance().map(by -> Balance.of(by, data.training(), trained.head().labels())), privacy,
                Optional.of(MembershipAttack.on(trained.head(), data.training(), data.heldOut(), Bootstrap.DEFAULT)), Optional.of(choices.source().command()));
    }

    /** Equal bytes are the model the registry has already; else the next version. */
    private Outcome keep(TrainingReport report, HeadTrainer.Trained trained, ContentHash manifest, int dimensions) {
        List<ModelVersion> known = stores.database().inTransaction(stores.registry()::all);
        String parent = known.stream().filter(v -> v.id().equals(StarterModel.ID)).map(ModelVersion::name).findFirst().orElse(StarterModel.ID);
        byte[] onnx = ModelFolderWriter.onnx(trained, parent, manifest, report);
        ContentHash hash = ContentHash.of(onnx);
        Optional<ModelVersion> same = known.stream().filter(v -> v.id().equals(ID) && v.sha256().equals(hash) && !CalibratedParts.isCalibrated(v)).findFirst();
        if (same.isPresent()) {
            return new Outcome(same.get(), false, report);
        }
        String version = nextVersion(known);
        ModelParts parts = ModelFolderWriter.files(onnx, new ModelFolderWriter.Parts(version, trained, parent, manifest, report.verdicts(),
                HeadCard.of(report, trained, parent, dimensions, manifest.hex()), report));
        try {
            ModelVersion candidate = ModelFolder.check(parts, clock.instant());
            return new Outcome(stores.database().inTransaction(tx -> add(tx, candidate, parts, report)), true, report);
        } catch (ModelRejectedException e) {
            throw new IllegalStateException("The trained model does not pass its own check: " + e.getMessage(), e);
        }
    }

    private ModelVersion add(Handle tx, ModelVersion candidate, ModelParts parts, TrainingReport report) {
        ModelVersion added = stores.registry().add(tx, candidate, parts);
        stores.audit().append(tx, AuditKind.MODEL_TRAINED, Map.of(
                "model", added.name(), "sha256", added.sha256().hex(), "dataset", added.dataset().orElseThrow().hex(),
                "verdicts", report.verdicts(), "trained_on", report.trainedOn(), "held_out", report.evaluation().items(),
                "gate", report.gate().passed() ? "passed" : "failed",
                "epsilon", report.privacy().map(privacy -> Double.toString(privacy.epsilon())).orElse("none")));
        return added;
    }

    /** 1.0.0, 1.1.0, 1.2.0 ... */
    private static String nextVersion(List<ModelVersion> known) {
        int next = known.stream().filter(v -> v.id().equals(ID)).map(v -> v.version().split("\\."))
                .filter(parts -> parts.length == 3 && parts[0].equals("1") && parts[1].matches("\\d{1,6}"))
                .mapToInt(parts -> Integer.parseInt(parts[1]) + 1).max().orElse(0);
        return "1." + next + ".0";
    }

    /** Before any picture is read: whether the verdicts could suffice. */
    private static void refuseTooFew(TrainingSet verdicts) throws TooFewVerdictsException {
        int labels = verdicts.labels().size();
        double[][] targets = verdicts.training().stream().map(TrainingSet.Example::target).toArray(double[][]::new);
        List<HeadTrainer.LeftOut> leftOut = HeadTrainer.leftOut(verdicts.labels(), targets);
        if (leftOut.size() == labels) {
            throw TooFewVerdictsException.of(verdicts, leftOut);
        }
    }

    /** After reading: pictures can be gone. */
    private static void refuseTooFew(TrainingData data, TrainingSet verdicts) throws TooFewVerdictsException {
        List<HeadTrainer.LeftOut> leftOut = HeadTrainer.leftOut(data.training());
        if (leftOut.size() == data.training().labels().size()) {
            throw TooFewVerdictsException.of(verdicts, leftOut);
        }
    }
}
