package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import dev.docket.audit.AuditVerifier;
import dev.docket.classify.ForensicBackbone;
import dev.docket.classify.ModelScore;
import dev.docket.export.Format;
import dev.docket.export.Images;
import dev.docket.export.Order;
import dev.docket.export.Recipe;
import dev.docket.export.Selection;
import dev.docket.export.Splits;
import dev.docket.export.Version;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelVersion;
import dev.docket.registry.Stage;
import dev.docket.storage.CanonicalJson;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop from verdicts to re-scored items, over real stores and the real backbone. */
class RetrainingRunTest {
    @TempDir
    static Path admitted;

    private static Map<UUID, String> truth;

    @TempDir
    Path folder;

    private SmallDesk desk;

    /** Admits and embeds once; each test works on a copy. */
    @BeforeAll
    static void admit() throws Exception {
        try (SmallDesk first = new SmallDesk(admitted); ForensicBackbone backbone = ForensicBackbone.load()) {
            first.admit(90);
            first.embeddings.embed(first.pictures(), backbone, Progress.NONE);
            truth = first.truth;
        }
    }

    @BeforeEach
    void open() throws Exception {
        try (Stream<Path> files = Files.walk(admitted)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(admitted.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        desk = new SmallDesk(folder);
        desk.truth.putAll(truth);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void tooFewVerdictsAreRefusedWithWhatThereIs() {
        desk.decide(4);

        assertThatThrownBy(() -> desk.retraining.run(Progress.NONE)).isInstanceOf(TooFewVerdictsException.class)
                .hasMessageContaining("4 decided items").hasMessageContaining("at least 3 items with it and 3 without");
        assertThat(desk.database.inTransaction(desk.registry::all)).isEmpty();
    }

    @Test
    void whatARunFindsIsKnownBeforeItBegins() throws Exception {
        desk.decide(75);

        TrainingCheck check = desk.retraining.check(TrainingSource.EVERYTHING);
        TrainingReport report = desk.retraining.run(Progress.NONE).report();

        assertThat(check.enough()).isTrue();
        assertThat(check.training()).isEqualTo(report.trainedOn());
        assertThat(check.heldOut()).isEqualTo(report.evaluation().items());
        assertThat(check.leakage()).isEqualTo(new TrainingCheck.Leakage(0, 0, 0));
        assertThat(check.labels()).filteredOn(label -> !label.enough()).extracting(TrainingCheck.LabelCount::label)
                .containsExactlyInAnyOrderElementsOf(report.leftOut().stream().map(HeadTrainer.LeftOut::label).toList());
    }

    @Test
    void aRunLearnsFromTheSetItWasPointedTo(@TempDir Path out) throws Exception {
        desk.decide(90);
        Order order = Order.of(new Recipe(Selection.parse("source=feed-A,feed-B"), Splits.Grouping.NEAR_DUPLICATES), Set.of(Format.JSONL), Images.COPY).withName(Optional.of("two-feeds"));
        desk.export.write(desk.export.draft(order), out.resolve("set"), Progress.NONE);
        List<TrainingSource> sources = TrainingSource.of(desk.export);
        assertThat(sources).extracting(TrainingSource::like).containsExactly(Optional.empty(), Optional.of(new Version("two-feeds", 1)));

        TrainingCheck check = desk.retraining.check(sources.getLast());
        RetrainingRun.Outcome outcome = desk.retraining.run(new RetrainingRun.Choices(sources.getLast(), Optional.empty(), Optional.empty()), Progress.NONE);

        assertThat(check.changed().orElseThrow().none()).isTrue();
        assertThat(outcome.report().verdicts()).isEqualTo(check.training() + check.heldOut()).isLessThan(75);
        assertThat(outcome.candidate().dataset()).contains(desk.export.manifest(desk.export.preview(sources.getLast().recipe()), Set.of(Format.JSONL)).hash());
        assertThat(outcome.candidate().card().data()).contains("docket export --where 'source=feed-A,feed-B gold=yes' --format jsonl gives it");
    }

    @Test
    void aSetSelectedByUploaderIsNotLearnedFromAsTheCardKeepsIt() {
        assertThatThrownBy(() -> TrainingSource.where("uploader=u-17", false)).hasMessageContaining("names nobody");
    }

    @Test
    void theHeadLearnsWhatTheVerdictsSay() throws Exception {
        desk.decide(75);

        RetrainingRun.Outcome outcome = desk.retraining.run(Progress.NONE);

        TrainingReport report = outcome.report();
        assertThat(outcome.isNew()).isTrue();
        assertThat(outcome.candidate().name()).isEqualTo("desk-head@1.0.0");
        assertThat(outcome.candidate().stage()).isEqualTo(Stage.CANDIDATE);
        assertThat(outcome.candidate().thresholds().keySet()).containsExactly("undisclosed_synthetic", "spam_scam");
        assertThat(report.trainedOn() + report.evaluation().items()).isEqualTo(75);
        assertThat(report.leftOut()).extracting(HeadTrainer.LeftOut::label).contains("graphic_violence");
        assertThat(report.evaluation().meanDifference().figure().number().orElseThrow()).isPositive();
        assertThat(report.evaluation().meanAfter().figure().number().orElseThrow()).isGreaterThan(0.9);
        assertThat(report.curve().getLast().meanPrecision()).isEqualTo(report.evaluation().meanAfter());
    }

    @Test
    void theModelNamesTheManifestOfWhatItLearnedFrom() throws Exception {
        desk.decide(75);

        ModelVersion candidate = desk.retraining.run(Progress.NONE).candidate();

        var set = desk.export.preview(Selection.parse("gold=yes"), Splits.Grouping.NEAR_DUPLICATES);
        assertThat(candidate.dataset()).contains(desk.export.manifest(set, Set.of(Format.JSONL)).hash());
    }

    @Test
    void theSameVerdictsGiveTheSameBytesAndNoSecondVersion() throws Exception {
        desk.decide(75);

        ModelVersion first = desk.retraining.run(Progress.NONE).candidate();
        RetrainingRun.Outcome again = desk.retraining.run(Progress.NONE);

        assertThat(again.isNew()).isFalse();
        assertThat(again.candidate().sha256()).isEqualTo(first.sha256());
        assertThat(desk.database.inTransaction(desk.registry::all)).hasSize(1);

        desk.decide(15);
        assertThat(desk.retraining.run(Progress.NONE).candidate().name()).isEqualTo("desk-head@1.1.0");
    }

    @Test
    void plainOnnxRuntimeGivesTheSameLogitsKnowingOnlyTheFile() throws Exception {
        desk.decide(75);
        TrainingSet set = TrainingSet.of(desk.export.preview(Selection.ALL.withGold(true), Splits.Grouping.NEAR_DUPLICATES), desk.pack);
        ModelVersion candidate = desk.retraining.run(Progress.NONE).candidate();
        try (ForensicBackbone backbone = ForensicBackbone.load()) {
            var features = desk.embeddings.embed(set.examples().stream().map(TrainingSet.Example::picture).toList(), backbone, Progress.NONE);
            LogisticHead head = HeadTrainer.train(
                    TrainingData.of(set, features, held -> desk.standing.of(held.item()), desk.pack).training(), Progress.NONE).head();

            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession session = environment.createSession(desk.registry.parts(candidate).read(ModelParts.MODEL))) {
                Map<String, String> metadata = session.getMetadata().getCustomMetadata();
                double worst = 0;
                for (int i = 0; i < 20; i++) {
                    worst = Math.max(worst, worstGap(environment, session, head, i));
                }

                assertThat(worst).isLessThan(1e-4);
                assertThat(metadata).containsEntry("docket.dataset_manifest_sha256", candidate.dataset().orElseThrow().hex())
                        .containsEntry("docket.labels", CanonicalJson.write(head.labels()));
                assertThat(session.getOutputNames()).containsExactlyInAnyOrder("logits", "scores", "embedding");
            }
        }
    }

    /** Random input through the file; the embedding it gives through the head in memory; the largest distance of the logits. */
    private static double worstGap(OrtEnvironment environment, OrtSession session, LogisticHead head, long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        float smooth = random.nextFloat();
        Map<String, OnnxTensor> inputs = new HashMap<>();
        inputs.put("image", tensor(environment, random, smooth, 1, 3, 256, 256));
        inputs.put("tiles", tensor(environment, random, smooth, 1, 4, 3, 128, 128));
        try (OrtSession.Result result = session.run(inputs)) {
            float[] embedding = ((float[][]) result.get("embedding").orElseThrow().getValue())[0];
            float[] logits = ((float[][]) result.get("logits").orElseThrow().getValue())[0];
            float[] scores = ((float[][]) result.get("scores").orElseThrow().getValue())[0];
            double worst = 0;
            double[] own = head.logits(embedding);
            for (int l = 0; l < own.length; l++) {
                worst = Math.max(worst, Math.abs(own[l] - logits[l]));
                assertThat((double) scores[l]).isCloseTo(LogisticFit.sigmoid(own[l]), within(1e-5));
            }
            return worst;
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(OrtEnvironment environment, SplittableRandom random, float smooth, long... shape) throws Exception {
        float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.clamp(smooth + 0.2f * (random.nextFloat() - 0.5f), 0, 1);
        }
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
    }

    @Test
    void aPromotedHeadScoresTheWaitingItemsAndMovesThem() throws Exception {
        desk.decide(75);
        ModelVersion candidate = desk.retraining.run(Progress.NONE).candidate();

        desk.promotion.promote(candidate, desk.self, Optional.of("first head of this desk"));
        Rescoring.Outcome outcome = desk.rescoring.run(Progress.NONE);

        assertThat(desk.models.names()).containsExactly("desk-head@1.0.0");
        assertThat(outcome.items()).isEqualTo(15);
        assertThat(outcome.moved()).isPositive();
        for (UUID waiting : waiting()) {
            List<ModelScore> scores = desk.database.inTransaction(tx -> desk.scores.of(tx, waiting));
            assertThat(scores).extracting(ModelScore::model).contains("desk-head", "feed");
            boolean flagged = scores.stream().anyMatch(s -> s.model().equals("desk-head") && s.label().equals("spam_scam") && s.over());
            var decision = desk.database.inTransaction(tx -> desk.policies.of(tx, waiting)).orElseThrow();
            assertThat(decision.suspected().contains("spam_scam")).isEqualTo(flagged);
        }
        assertThat(new AuditVerifier().verify(desk.database).firstBad()).isEmpty();
    }

    @Test
    void rescoringThatWasStoppedIsCompletedByTheNextRun() throws Exception {
        desk.decide(60);
        desk.promotion.promote(desk.retraining.run(Progress.NONE).candidate(), desk.self, Optional.of("test"));

        assertThatThrownBy(() -> desk.rescoring.run(new StopAfter(1))).isInstanceOf(StoppedException.class);
        assertThat(scoredByHead()).isEqualTo(25);
        desk.rescoring.run(Progress.NONE);

        assertThat(scoredByHead()).isEqualTo(30);
    }

    @Test
    void rollingBackPutsTheFormerVersionToWorkAndKeepsAllScores() throws Exception {
        desk.decide(60);
        ModelVersion first = desk.retraining.run(Progress.NONE).candidate();
        desk.promotion.promote(first, desk.self, Optional.of("test"));
        desk.rescoring.run(Progress.NONE);
        desk.decide(15);
        ModelVersion second = desk.retraining.run(Progress.NONE).candidate();
        desk.promotion.promote(second, desk.self, Optional.of("test"));
        desk.rescoring.run(Progress.NONE);

        assertThat(desk.promotion.rollBack("desk-head", desk.self)).map(ModelVersion::name).contains("desk-head@1.0.0");
        desk.rescoring.run(Progress.NONE);

        assertThat(desk.models.names()).containsExactly("desk-head@1.0.0");
        List<ModelScore> kept = desk.database.inTransaction(tx -> desk.scores.of(tx, waiting().getFirst()));
        assertThat(kept).extracting(ModelScore::version).contains("1.0.0", "1.1.0", "3");
    }

    @Test
    void aGateThatFailedNeedsAReason() throws Exception {
        desk.decide(75);
        ModelVersion candidate = desk.retraining.run(Progress.NONE).candidate();
        Map<String, byte[]> files = new HashMap<>();
        for (String name : desk.registry.parts(candidate).names()) {
            files.put(name, desk.registry.parts(candidate).read(name));
        }
        files.compute("docket.json", (_, json) -> new String(json, StandardCharsets.UTF_8).replace("\"passed\":true", "\"passed\":false").getBytes(StandardCharsets.UTF_8));
        desk.registry.keep(candidate, ModelParts.of("changed", files));

        assertThatThrownBy(() -> desk.promotion.promote(candidate, desk.self, Optional.of(" "))).isInstanceOf(GateNotPassedException.class)
                .hasMessageContaining("No label gets worse");
        assertThat(desk.models.names()).isEmpty();

        desk.promotion.promote(candidate, desk.self, Optional.of("too few held-out items to tell"));
        assertThat(desk.models.names()).containsExactly(candidate.name());
    }

    @Test
    void theReportIsKeptWithTheModel() throws Exception {
        desk.decide(75);

        RetrainingRun.Outcome outcome = desk.retraining.run(Progress.NONE);

        assertThat(TrainingReport.of(desk.registry.parts(outcome.candidate()))).contains(outcome.report());
    }

    @Test
    void aVersionInShadowListsItsFlipsAndMovesNothing() throws Exception {
        desk.decide(60);
        ModelVersion first = desk.retraining.run(Progress.NONE).candidate();
        desk.promotion.promote(first, desk.self, Optional.of("test"));
        desk.rescoring.run(Progress.NONE);
        desk.decide(15);
        ModelVersion second = desk.retraining.run(Progress.NONE).candidate();
        ShadowRun shadow = new ShadowRun(new ShadowRun.Stores(desk.database, desk.blobs, desk.decoder, desk.items, desk.verdicts, desk.scores, desk.registry), desk.pack);
        Map<UUID, Object> before = decisions();

        ShadowRun.Outcome outcome = shadow.run(second, Progress.NONE);
        ShadowRun.Outcome itself = shadow.run(first, Progress.NONE);

        assertThat(outcome.inUse()).contains("desk-head@1.0.0");
        assertThat(outcome.items()).isEqualTo(90);
        assertThat(outcome.flips()).allSatisfy(flip -> {
            Map<String, ModelScore> scores = new HashMap<>();
            desk.database.inTransaction(tx -> desk.scores.of(tx, flip.item())).stream().filter(s -> s.label().equals(flip.label())).forEach(s -> scores.put(s.version(), s));
            assertThat(scores.get("1.0.0").over()).isNotEqualTo(scores.get("1.1.0").over());
            assertThat(flip.judged() == ShadowRun.Judged.UNDECIDED).isEqualTo(waiting().contains(flip.item()));
        });
        assertThat(itself.flips()).as("a version beside itself").isEmpty();
        assertThat(decisions()).isEqualTo(before);
        assertThat(desk.models.names()).containsExactly("desk-head@1.0.0");
    }

    @Test
    void inTheShadowOfNothingEveryFlagIsAFlip() throws Exception {
        desk.decide(75);
        ModelVersion candidate = desk.retraining.run(Progress.NONE).candidate();

        ShadowRun.Outcome outcome = new ShadowRun(new ShadowRun.Stores(desk.database, desk.blobs, desk.decoder, desk.items, desk.verdicts, desk.scores, desk.registry), desk.pack).run(candidate, Progress.NONE);

        assertThat(outcome.inUse()).isEmpty();
        assertThat(outcome.flips()).isNotEmpty().allSatisfy(flip -> assertThat(flip.flags()).isTrue());
        assertThat(outcome.judged(ShadowRun.Judged.TOWARDS)).isGreaterThan(outcome.judged(ShadowRun.Judged.AWAY));
    }

    private Map<UUID, Object> decisions() {
        Map<UUID, Object> decisions = new HashMap<>();
        waiting().forEach(id -> decisions.put(id, desk.database.inTransaction(tx -> desk.policies.of(tx, id)).orElseThrow()));
        return decisions;
    }

    @Test
    void aPrivateHeadSaysWhatItPromisesAndWhatItsElderSpent() throws Exception {
        desk.decide(75);
        RetrainingRun.Choices choices = new RetrainingRun.Choices(Optional.of(new PrivacyBudget(3, 10)), Optional.empty());

        TrainingReport first = desk.retraining.run(choices, Progress.NONE).report();
        RetrainingRun.Outcome second = desk.retraining.run(choices, Progress.NONE);

        PrivacyStatement statement = second.report().privacy().orElseThrow();
        assertThat(statement.epsilon()).isBetween(2.9, 3.0);
        assertThat(statement.delta()).isLessThan(1.0 / statement.units());
        assertThat(second.isNew()).as("no two private heads are alike").isTrue();
        assertThat(statement.earlier()).isEqualTo(first.privacy().orElseThrow().epsilon());
        assertThat(second.candidate().card().limits()).contains(statement.sentence(), statement.notCovered(), statement.together());
        assertThat(TrainingReport.of(desk.registry.parts(second.candidate()))).contains(second.report());
    }

    @Test
    void aPrivateHeadOfTooFewUploadersIsRefused() {
        desk.decide(75);

        assertThatThrownBy(() -> desk.retraining.run(new RetrainingRun.Choices(Optional.of(PrivacyBudget.of(3)), Optional.empty()), Progress.NONE))
                .isInstanceOf(TooFewVerdictsException.class).hasMessageContaining("at least 500 are needed");
        assertThat(desk.database.inTransaction(desk.registry::all)).isEmpty();
    }

    @Test
    void labelsBalancedOverTheSourceDoNotHangOnItAnyMore() throws Exception {
        desk.decide(75);

        RetrainingRun.Outcome outcome = desk.retraining.run(new RetrainingRun.Choices(Optional.empty(), Optional.of(GroupBy.SOURCE)), Progress.NONE);

        Balance balance = outcome.report().balance().orElseThrow();
        assertThat(balance.by()).isEqualTo("source");
        assertThat(balance.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.before()).isPositive();
            assertThat(row.after()).isLessThanOrEqualTo(1e-9);
        });
        assertThat(TrainingReport.of(desk.registry.parts(outcome.candidate()))).contains(outcome.report());
    }

    @Test
    void heldOutItemsAreNeverTrainedOn() throws Exception {
        desk.decide(90);
        TrainingSet set = TrainingSet.of(desk.export.preview(Selection.ALL.withGold(true), Splits.Grouping.NEAR_DUPLICATES), desk.pack);

        assertThat(set.heldOut()).isNotEmpty();
        assertThat(set.training()).extracting(TrainingSet.Example::group).doesNotContainAnyElementsOf(
                set.heldOut().stream().map(TrainingSet.Example::group).toList());
    }

    private List<UUID> waiting() {
        Set<UUID> decided = new java.util.HashSet<>(desk.database.inTransaction(desk.verdicts::current).stream().map(v -> v.itemId()).toList());
        return desk.truth.keySet().stream().filter(id -> !decided.contains(id)).toList();
    }

    private long scoredByHead() {
        return waiting().stream().filter(id -> desk.database.inTransaction(tx -> desk.scores.of(tx, id)).stream()
                .anyMatch(score -> score.model().equals("desk-head"))).count();
    }

    /** Cancels after so many batches. */
    private static final class StopAfter implements Progress {
        private int left;

        StopAfter(int batches) {
            left = batches;
        }

        @Override
        public void at(long done, long total, String what) {
            left--;
        }

        @Override
        public boolean cancelled() {
            return left <= 0;
        }
    }
}
