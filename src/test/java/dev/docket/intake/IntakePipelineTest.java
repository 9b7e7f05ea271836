package dev.docket.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.docket.audit.AuditVerifier;
import dev.docket.classify.ModelScore;
import dev.docket.classify.StarterModel;
import dev.docket.decode.UndecodableImageException;
import dev.docket.desk.Desk;
import dev.docket.item.ItemFacts;
import dev.docket.item.Source;
import dev.docket.policy.PolicyDecision;
import dev.docket.progress.Progress;
import dev.docket.progress.Reins;
import dev.docket.progress.Stage;
import dev.docket.registry.ModelVersion;
import dev.docket.storage.BlobStore;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.StorageException;
import dev.docket.verdict.VerdictAudit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The intake of a real desk, with a decoder that waits, fails or hangs as told. */
@Timeout(60)
class IntakePipelineTest {
    private static final IntakeLimits LIMITS = new IntakeLimits(3, 6, 1 << 20, 1 << 20);

    private static Desk desk;

    private final ExecutorService starter = Executors.newSingleThreadExecutor();
    private final AtomicInteger offered = new AtomicInteger();

    @TempDir
    private Path folder;
    private String feed;

    @BeforeAll
    static void openDesk(@TempDir Path profile) throws Exception {
        desk = Desk.open(profile, Clock.systemUTC());
    }

    @AfterAll
    static void closeDesk() {
        desk.close();
    }

    @BeforeEach
    void nameTheFeed(TestInfo test) {
        feed = test.getTestMethod().orElseThrow().getName();
    }

    @AfterEach
    void nothingIsLeftRunning() {
        until(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().startsWith("intake-")));
        starter.shutdownNow();
    }

    @Test
    void itemsAreFiledInTheSourcesOrderHoweverLongEachTakes() throws Exception {
        StagedDecoder decoder = decoder((number, header) -> pause(number * 37 % 40));

        IntakeResult result = pipeline(decoder, LIMITS).admitAll(pictures(40), Progress.NONE);

        assertThat(result.added()).isEqualTo(40);
        assertThat(decoder.most.get()).as("at once").isGreaterThan(1).isLessThanOrEqualTo(LIMITS.threads());
        assertThat(admitted()).isEqualTo(IntStream.range(0, 40).mapToObj(IntakePipelineTest::id).toList());
        assertThat(result.stages()).extracting(Stage::name).containsExactly("read", "decode", "hash", "score", "file");
        assertThat(result.stages()).allSatisfy(stage -> assertThat(stage.done()).isEqualTo(40)).allSatisfy(stage -> assertThat(stage.now()).isZero());
        assertSound();
    }

    @Test
    void theSourceWaitsForADecoderThatIsSlow() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        StagedDecoder decoder = decoder((number, header) -> await(go));
        Future<IntakeResult> intake = starter.submit(() -> pipeline(decoder, LIMITS).admitAll(pictures(60), Progress.NONE));

        until(() -> decoder.begun.get() == LIMITS.threads());
        pause(150);
        // one is in the hands of the filing, one waits at the door
        assertThat(offered.get()).isLessThanOrEqualTo(LIMITS.ahead() + 2);
        go.countDown();

        assertThat(intake.get().added()).isEqualTo(60);
    }

    @Test
    void picturesThatFillTheMemoryAreDecodedOneAtATime() throws Exception {
        IntakeLimits onePicture = new IntakeLimits(4, 20, 1 << 20, 16 * 12 * 4);
        StagedDecoder decoder = decoder((number, header) -> pause(5));

        assertThat(pipeline(decoder, onePicture).admitAll(pictures(20), Progress.NONE).added()).isEqualTo(20);

        assertThat(decoder.most.get()).isEqualTo(1);
    }

    @Test
    void filesThatFillTheMemoryAreReadOneAtATime() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        StagedDecoder decoder = decoder((number, header) -> await(go));
        IntakeLimits oneFile = new IntakeLimits(4, 20, 1, 1 << 20);
        Future<IntakeResult> intake = starter.submit(() -> pipeline(decoder, oneFile).admitAll(pictures(5), Progress.NONE));

        until(() -> decoder.begun.get() == 1);
        pause(100);
        assertThat(decoder.begun.get()).isEqualTo(1);
        go.countDown();

        assertThat(intake.get().added()).isEqualTo(5);
    }

    @Test
    void aPausedIntakeBeginsNothingAndGoesOnWhenTold() throws Exception {
        Told told = new Told();
        StagedDecoder decoder = decoder((number, header) -> {
            if (number == 10) {
                told.reins.pause();
            }
        });
        Future<IntakeResult> intake = starter.submit(() -> pipeline(decoder, LIMITS).admitAll(pictures(40), told));

        until(told.reins::paused);
        pause(100);
        int begun = decoder.begun.get();
        int filed = admitted().size();
        pause(300);
        assertThat(decoder.begun.get()).isEqualTo(begun).isLessThan(10 + LIMITS.threads());
        assertThat(admitted()).hasSize(filed);
        told.reins.goOn();

        assertThat(intake.get().added()).isEqualTo(40);
        assertThat(told.last).isEqualTo("40 of 40");
    }

    @Test
    void aStoppedIntakeEndsWhileADecoderHangsAndSaysWhatItAdmitted() throws Exception {
        Told told = new Told();
        CountDownLatch hang = new CountDownLatch(1);
        StagedDecoder decoder = decoder((number, header) -> {
            if (number > 12) {
                awaitDeafly(hang);
            }
        });
        Future<Throwable> intake = starter.submit(() ->
                catchThrowableOfType(IntakeStoppedException.class, () -> pipeline(decoder, LIMITS).admitAll(pictures(40), told)));
        until(() -> decoder.begun.get() == 12 + LIMITS.threads() && admitted().size() >= 10);

        told.reins.stop();
        IntakeStoppedException stopped = (IntakeStoppedException) intake.get(5, TimeUnit.SECONDS);

        assertThat(stopped.soFar().added()).isEqualTo(admitted().size()).isGreaterThanOrEqualTo(10);
        assertThat(stopped.soFar().refusals()).isEmpty();
        assertSound();
        hang.countDown();
        assertThat(pipeline(decoder(), LIMITS).admitAll(pictures(40), Progress.NONE).added()).isEqualTo(40 - stopped.soFar().added());
    }

    @Test
    void aPausedIntakeCanBeStopped() throws Exception {
        Told told = new Told();
        told.reins.pause();
        Future<Throwable> intake = starter.submit(() ->
                catchThrowableOfType(IntakeStoppedException.class, () -> pipeline(decoder(), LIMITS).admitAll(pictures(5), told)));
        pause(50);

        told.reins.stop();

        assertThat(intake.get(5, TimeUnit.SECONDS)).isInstanceOf(IntakeStoppedException.class);
        assertThat(admitted()).isEmpty();
    }

    @Test
    void aBugInADecoderSurfacesAndWhatWasAdmittedStays() throws Exception {
        StagedDecoder decoder = decoder((number, header) -> {
            if (number == 20) {
                throw new IllegalArgumentException("a bug");
            }
        });

        assertThatThrownBy(() -> pipeline(decoder, LIMITS).admitAll(pictures(40), Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("a bug");

        assertSound();
    }

    @Test
    void aPictureThatTakesTooMuchMemoryIsRefusedAndTheOthersGoOn() throws Exception {
        StagedDecoder decoder = decoder((number, header) -> {
            if (number % 10 == 0) {
                throw new OutOfMemoryError("told to");
            }
            if (number % 10 == 5) {
                throw new UndecodableImageException(UndecodableImageException.State.DAMAGED, "The file is damaged");
            }
        });

        IntakeResult result = pipeline(decoder, LIMITS).admitAll(pictures(20), Progress.NONE);

        assertThat(result.added()).isEqualTo(16);
        assertThat(result.refusals()).extracting(Refusal::reason).containsExactlyInAnyOrder(
                "too large for this machine's memory", "too large for this machine's memory", "The file is damaged", "The file is damaged");
        List<Refusal> kept = desk.database.inTransaction(desk.refusals::all);
        assertThat(kept).hasSize(4).allSatisfy(refusal -> assertThat(refusal.place()).startsWith(folder.toString()));
        assertSound();
    }

    @Test
    void aBugInTheSourceSurfacesOnceWhatItOfferedIsFiled() throws Exception {
        IntakeSource broken = source(30, number -> {
            if (number == 25) {
                throw new IllegalStateException("a broken feed");
            }
        });

        assertThatThrownBy(() -> pipeline(decoder(), LIMITS).admitAll(broken, Progress.NONE))
                .isInstanceOf(IllegalStateException.class).hasMessage("a broken feed");

        assertThat(admitted()).hasSize(25);
    }

    @Test
    void aFullDiskStopsTheIntakeWithAWordOfWhatToDo() throws Exception {
        BlobStore full = new FailingBlobs(desk.blobs, 10, new IOException("No space left on device"));

        assertThatThrownBy(() -> pipeline(decoder(), LIMITS, full).admitAll(pictures(40), Progress.NONE))
                .isInstanceOf(StorageException.class).hasMessageContaining("No space left").hasMessageContaining("Free some space");

        assertThat(admitted()).hasSizeLessThanOrEqualTo(10);
        assertSound();
    }

    @Test
    void aBugInTheImageStoreSurfaces() throws Exception {
        BlobStore broken = new FailingBlobs(desk.blobs, 10, new IllegalStateException("a bug"));

        assertThatThrownBy(() -> pipeline(decoder(), LIMITS, broken).admitAll(pictures(40), Progress.NONE))
                .isInstanceOf(IllegalStateException.class).hasMessage("a bug");
    }

    @Test
    void anItemOfferedTwiceIsAdmittedOnce() throws Exception {
        List<Candidate> candidates = new ArrayList<>();
        pictures(5).forEach(candidates::add, refusal -> {});
        candidates.addAll(List.copyOf(candidates));

        IntakeResult result = pipeline(decoder(), LIMITS).admitAll(of(candidates), Progress.NONE);

        assertThat(result.added()).isEqualTo(5);
        assertThat(result.known()).isEqualTo(5);
    }

    @Test
    void aPictureQuarantinedByPeopleIsNeitherDecodedNorStored() throws Exception {
        StagedDecoder decoder = decoder();
        IntakePipeline pipeline = pipeline(decoder, LIMITS);
        pipeline.admitAll(pictures(1), Progress.NONE);
        UUID known = live().getFirst();
        ContentHash picture = desk.database.inTransaction(tx -> desk.items.find(tx, known)).orElseThrow().sha256();
        desk.database.transact(tx -> desk.items.quarantine(tx, known));
        desk.blobs.delete(picture);
        Candidate again = new Candidate("again", folder.resolve("pictures/0.png"), "another " + feed, Optional.of("x"), Optional.empty(),
                ItemFacts.NONE, List.of());

        IntakeResult result = pipeline.admitAll(of(List.of(again)), Progress.NONE);

        assertThat(result.added()).isEqualTo(1);
        assertThat(decoder.begun.get()).isEqualTo(1);
        assertThat(desk.blobs.contains(picture)).isFalse();
        assertThat(admitted()).isEmpty();
        boolean noted = desk.database.inTransaction(tx -> desk.items.contains(tx, new Source("another " + feed, "x")));
        assertThat(noted).isTrue();
    }

    @Test
    void aPictureQuarantinedWhileItIsBeingStoredIsForgotten() throws Exception {
        pipeline(decoder(), LIMITS).admitAll(pictures(1), Progress.NONE);
        UUID known = live().getFirst();
        BlobStore meanwhile = new FailingBlobs(desk.blobs, Integer.MAX_VALUE, null) {
            @Override
            public ContentHash put(byte[] content) throws IOException {
                ContentHash address = super.put(content);
                desk.database.transact(tx -> desk.items.quarantine(tx, known));
                return address;
            }
        };
        Candidate again = new Candidate("again", folder.resolve("pictures/0.png"), "another " + feed, Optional.of("x"), Optional.empty(),
                ItemFacts.NONE, List.of());

        pipeline(decoder(), LIMITS, meanwhile).admitAll(of(List.of(again)), Progress.NONE);

        assertThat(admitted()).isEmpty();
        assertThat(desk.blobs.contains(ContentHash.of(again.image().read()))).isFalse();
        assertThat(tasks("another " + feed)).isZero();
    }

    @Test
    void aFeedThatNamesAModelInUseDoesNotSpeakForIt() throws Exception {
        ModelVersion model = desk.database.inTransaction(desk.registry::active).getFirst();
        String label = model.thresholds().keySet().iterator().next();
        pictures(1);
        Path manifest = folder.resolve("pictures/queue.jsonl");
        Files.writeString(manifest, """
                {"file":"0.png","id":"0","scores":[{"model":"forensic-starter","version":"%s","label":"%s","score":0.123,"threshold":0.5},\
                {"model":"other","version":"1","label":"x","score":0.5,"threshold":0.5}]}
                """.formatted(model.version(), label));

        IntakeResult result = pipeline(decoder(), LIMITS).admitAll(
                IntakeSources.open(manifest, IntakeSources.Format.AUTO, feed, desk.clock), Progress.NONE);

        assertThat(result.refusals()).isEmpty();
        List<ModelScore> scores = desk.database.inTransaction(tx -> desk.scores.of(tx, live().getFirst()));
        assertThat(scores).extracting("model").contains("other", StarterModel.ID);
        assertThat(scores).extracting("score").doesNotContain(0.123);
    }

    /** Listens, and holds the reins. */
    private static final class Told implements Progress {
        private final Reins reins = new Reins();
        private volatile String last = "";

        @Override
        public void at(long done, long total, String what) {
            last = done + " of " + total;
        }

        @Override
        public boolean cancelled() {
            return reins.stopped();
        }

        @Override
        public void stopIfCancelled() {
            reins.pass();
        }
    }

    /** An image store that has room for so many. */
    private static class FailingBlobs implements BlobStore {
        private final BlobStore blobs;
        private final AtomicInteger room;
        private final Exception failure;

        FailingBlobs(BlobStore blobs, int room, Exception failure) {
            this.blobs = blobs;
            this.room = new AtomicInteger(room);
            this.failure = failure;
        }

        @Override
        public ContentHash put(byte[] content) throws IOException {
            if (room.getAndDecrement() <= 0) {
                switch (failure) {
                    case IOException full -> throw full;
                    default -> throw (RuntimeException) failure;
                }
            }
            return blobs.put(content);
        }

        @Override
        public Optional<byte[]> get(ContentHash address) throws IOException {
            return blobs.get(address);
        }

        @Override
        public boolean contains(ContentHash address) {
            return blobs.contains(address);
        }

        @Override
        public void delete(ContentHash address) throws IOException {
            blobs.delete(address);
        }
    }

    /** Every item admitted is there whole: its bytes, its decision, its task, and the log holds. */
    private void assertSound() throws Exception {
        List<UUID> ids = live();
        for (UUID id : ids) {
            var item = desk.database.inTransaction(tx -> desk.items.find(tx, id)).orElseThrow();
            assertThat(desk.blobs.get(item.sha256())).isPresent();
            Optional<PolicyDecision> decision = desk.database.inTransaction(tx -> desk.policies.of(tx, id));
            assertThat(decision).isPresent();
            List<ModelScore> scores = desk.database.inTransaction(tx -> desk.scores.of(tx, id));
            assertThat(scores).isNotEmpty();
        }
        assertThat(tasks(feed)).isEqualTo(ids.size());
        assertThat(new AuditVerifier(new VerdictAudit()).verify(desk.database).firstBad()).isEmpty();
    }

    private List<UUID> live() {
        return desk.database.inTransaction(tx -> tx.createQuery("select item_id from item where source = :feed and state = 0 order by external_id")
                .bind("feed", feed).mapTo(UUID.class).list());
    }

    private static int tasks(String feed) {
        return desk.database.inTransaction(tx -> tx.createQuery(
                        "select count(*) from review_task t join item i on i.item_id = t.item_id where i.source = :feed")
                .bind("feed", feed).mapTo(Integer.class).one());
    }

    /** External ids in the order of the audit log, which is the order of filing. */
    private List<String> admitted() {
        return desk.database.inTransaction(tx -> {
            Map<String, String> live = new HashMap<>();
            tx.createQuery("select item_id, external_id from item where state = 0 and source = :feed").bind("feed", feed)
                    .map((row, _) -> live.put(row.getObject(1, UUID.class).toString(), row.getString(2))).list();
            List<String> admitted = tx.select("select body_json from audit_entry where kind like '%ADMITTED%' order by writer_seq").mapTo(String.class).list();
            return admitted.stream().map(body -> CanonicalJson.MAPPER.readTree(body).get("item").asString()).filter(live::containsKey).map(live::get).toList();
        });
    }

    private IntakeSource pictures(int count) throws IOException {
        return source(count, number -> {});
    }

    private IntakeSource source(int count, Consumer<Integer> beforeOffering) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = pictures.resolve(i + ".png");
            BufferedImage picture = new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(i % 16, i / 16, 0xffffff);
            picture.setRGB(15, 11, feed.hashCode());
            ImageIO.write(picture, "png", file.toFile());
            candidates.add(new Candidate(file.toString(), file, feed, Optional.of(id(i)), Optional.empty(), ItemFacts.NONE, List.of()));
        }
        return new IntakeSource() {
            @Override
            public long expected() {
                return count;
            }

            @Override
            public void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused) {
                for (int i = 0; i < count; i++) {
                    beforeOffering.accept(i);
                    offered.incrementAndGet();
                    candidate.accept(candidates.get(i));
                }
            }
        };
    }

    private static IntakeSource of(List<Candidate> candidates) {
        return new IntakeSource() {
            @Override
            public long expected() {
                return candidates.size();
            }

            @Override
            public void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused) {
                candidates.forEach(candidate);
            }
        };
    }

    private static String id(int number) {
        return "p%03d".formatted(number);
    }

    private StagedDecoder decoder() {
        return decoder((number, header) -> {});
    }

    private StagedDecoder decoder(StagedDecoder.Act act) {
        return new StagedDecoder(desk.decoder, act);
    }

    private IntakePipeline pipeline(StagedDecoder decoder, IntakeLimits limits) {
        return pipeline(decoder, limits, desk.blobs);
    }

    private IntakePipeline pipeline(StagedDecoder decoder, IntakeLimits limits, BlobStore blobs) {
        return new IntakePipeline(
                new IntakePipeline.Stages(decoder, desk.hasher, desk.banks, desk.provenance, desk.models, desk.policy),
                new IntakePipeline.Stores(desk.database, blobs, desk.items, desk.nearDuplicates, desk.scores, desk.policies,
                        desk.queue, desk.refusals, desk.audit), desk.clock, limits);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As native code does, which hears no interruption. */
    private static void awaitDeafly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.interrupted();
            pause(5);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            pause(10);
        }
    }
}
