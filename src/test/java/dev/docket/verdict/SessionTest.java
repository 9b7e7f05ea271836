package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.Database;
import dev.docket.verdict.Session.Undone;
import dev.docket.verdict.Standing.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Ddocket.undos=N} sets how long the long sitting is (default 100). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionTest {
    private static final int UNDOS = Integer.getInteger("docket.undos", 100);

    @TempDir
    private static Path folder;
    private Database database;
    private Room room;
    private Session session;

    @BeforeAll
    void open() {
        database = Database.openEmbedded(folder.resolve("database"), new byte[32]);
    }

    @BeforeEach
    void sitDown() {
        room = new Room(database, folder.resolve("images"));
        session = new Session(room.desk, room.propagation);
    }

    @AfterEach
    void theLogIsSound() {
        room.assertThatTheLogIsSound();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void aLongSittingIsTakenBackAndMadeAnewToTheLast() {
        List<UUID> items = new ArrayList<>();
        for (int n = 1; n <= UNDOS; n++) {
            items.add(room.file(n));
        }
        int lane = room.lane(room.anna, "general").orElseThrow().id();
        for (List<LeasedTask> window = claim(lane); !window.isEmpty(); window = claim(lane)) {
            window.forEach(task -> session.record(room.verdict(room.anna, task, Room.finding(task.itemId().getLeastSignificantBits() % 2 == 0 ? "benign" : "spam_scam"))));
        }
        List<Verdict> made = current();
        assertThat(made).hasSize(UNDOS);

        for (int n = 0; n < UNDOS; n++) {
            assertThat(session.undo().orElseThrow().back()).isTrue();
        }
        assertThat(current()).isEmpty();
        assertThat(session.undo()).isEmpty();
        assertThat(session.redos()).isEqualTo(UNDOS);

        for (int n = 0; n < UNDOS; n++) {
            assertThat(session.redo()).isPresent();
        }
        assertThat(session.redo()).isEmpty();
        assertThat(current()).extracting(Verdict::itemId, v -> v.finding().orElseThrow()).containsExactlyInAnyOrderElementsOf(
                made.stream().map(v -> tuple(v.itemId(), v.finding().orElseThrow())).toList());
        assertThat(room.lane(room.anna, "general")).get().extracting(Lane::waiting, Lane::leased).containsExactly(0L, 0L);
        assertThat(room.kinds(items.getFirst())).containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE, VerdictKind.DECIDED);
    }

    @Test
    void randomTakingBackAndMakingAnewFollowsTwoStacks() {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int n = 1; n <= 40; n++) {
            room.file(n);
        }
        int lane = room.lane(room.anna, "general").orElseThrow().id();
        List<UUID> done = new ArrayList<>();
        List<UUID> undone = new ArrayList<>();
        for (int step = 0; step < 150; step++) {
            switch (random.nextInt(3)) {
                case 0 -> {
                    List<LeasedTask> one = database.inTransaction(tx -> room.queue.claim(tx, room.anna, lane, 1));
                    one.forEach(task -> {
                        session.record(room.verdict(room.anna, task, Room.finding("benign")));
                        done.add(task.itemId());
                        undone.clear();
                    });
                }
                case 1 -> {
                    Optional<Undone> back = session.undo();
                    assertThat(back.isPresent()).isEqualTo(!done.isEmpty());
                    back.ifPresent(_ -> undone.add(done.removeLast()));
                }
                default -> {
                    Optional<Verdict> anew = session.redo();
                    assertThat(anew.map(Verdict::itemId)).isEqualTo(undone.isEmpty() ? Optional.empty() : Optional.of(undone.getLast()));
                    anew.ifPresent(_ -> done.add(undone.removeLast()));
                }
            }
            assertThat(session.undos()).isEqualTo(done.size());
        }
        assertThat(current()).extracting(Verdict::itemId).containsExactlyInAnyOrderElementsOf(done);
    }

    @Test
    void skipsAndEscalationsAreTakenBackAndMadeAnewToo() {
        UUID item = room.file(1);
        LeasedTask task = room.claim(room.anna, item).orElseThrow();
        session.record(event(task, VerdictKind.ESCALATED, "legal"));
        assertThat(room.standing(item).state()).isEqualTo(State.ESCALATED);

        assertThat(session.undo().orElseThrow().task()).isPresent();
        assertThat(room.standing(item).state()).isEqualTo(State.OPEN);
        assertThat(session.redo().orElseThrow().kind()).isEqualTo(VerdictKind.ESCALATED);

        assertThat(room.standing(item).state()).isEqualTo(State.ESCALATED);
        assertThat(room.claim(room.dora, item)).isPresent();
    }

    @Test
    void somethingNewEndsWhatCouldBeMadeAnew() {
        UUID first = room.file(1);
        UUID second = room.file(2);
        session.record(room.verdict(room.anna, room.claim(room.anna, first).orElseThrow(), Room.finding("benign")));
        session.undo();
        session.record(room.verdict(room.anna, room.claim(room.anna, second).orElseThrow(), Room.finding("benign")));

        assertThat(session.redo()).isEmpty();
    }

    @Test
    void whatSomebodyElseHasActedOnStandsAndTheOneBeforeIsNext() {
        UUID first = room.file(1);
        UUID second = room.file(2);
        session.record(room.verdict(room.anna, room.claim(room.anna, first).orElseThrow(), Room.finding("benign")));
        session.record(room.verdict(room.anna, room.claim(room.anna, second).orElseThrow(), Room.finding("benign").withSure(false)));
        room.decide(room.ben, second, "benign");

        assertThat(session.undo().orElseThrow().back()).isFalse();
        assertThat(session.undo().orElseThrow().back()).isTrue();
        assertThat(room.standing(second).votes()).hasSize(2);
        assertThat(room.standing(first).state()).isEqualTo(State.OPEN);
    }

    @Test
    void aStackOfFiveHundredIsDecidedInOneStepAndTakenBackInOne() {
        byte[] picture = {1};
        List<UUID> items = IntStream.rangeClosed(0, 500).mapToObj(n -> room.file(n, picture, Room.hash(5), "*", false)).toList();
        UUID seedItem = items.getFirst();
        Verdict seed = room.verdict(room.anna, take(seedItem), Room.finding("hate_symbols").withSeverity(Severity.S1));
        List<Propagation.Tile> tiles = items.stream().skip(1).map(item -> new Propagation.Tile(item, Shown.tile(seed.shown().image(), "open"))).toList();

        assertThat(session.decide(seed, tiles).batch().size()).as("a label that never spreads").isZero();
        LeasedTask again = session.undo().orElseThrow().task().orElseThrow();

        Verdict spam = room.verdict(room.anna, again, Room.finding("spam_scam"));
        assertThat(session.decide(spam, tiles).batch().size()).isEqualTo(500);
        assertThat(session.undos()).isEqualTo(1);
        assertThat(current()).hasSize(501);

        assertThat(session.undo().orElseThrow().task()).as("the seed is in hand again").isPresent();
        assertThat(session.undos()).isZero();
        assertThat(current()).isEmpty();
        assertThat(room.kinds(items.getLast())).containsExactly(VerdictKind.PROPAGATED, VerdictKind.REVERSED);
        assertThat(room.kinds(seedItem)).containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE, VerdictKind.DECIDED, VerdictKind.UNDONE);
    }

    private LeasedTask take(UUID item) {
        return database.<List<LeasedTask>>inTransaction(tx -> room.queue.take(tx, room.anna, List.of(ReviewQueue.taskId(item, 1)))).getFirst();
    }

    @Test
    void whatSomebodyElseTookMeanwhileIsNotMadeAnew() {
        UUID item = room.file(1);
        session.record(room.verdict(room.anna, room.claim(room.anna, item).orElseThrow(), Room.finding("benign")));
        session.undo();
        database.transact(tx -> room.queue.releaseAll(tx, room.anna));
        room.decide(room.ben, item, "spam_scam");

        assertThat(session.redo()).isEmpty();
        assertThat(room.standing(item).votes()).extracting(Verdict::reviewer).containsExactly(room.ben);
    }

    @Test
    void aVerdictSentTwiceIsTakenBackOnce() {
        UUID item = room.file(1);
        Verdict verdict = room.verdict(room.anna, room.claim(room.anna, item).orElseThrow(), Room.finding("benign"));

        assertThat(session.record(verdict)).isEqualTo(VerdictDesk.Outcome.ACCEPTED);
        assertThat(session.record(verdict)).isEqualTo(VerdictDesk.Outcome.DUPLICATE);

        assertThat(session.undos()).isEqualTo(1);
    }

    @Test
    void aQuarantineIsNoneOfTheActs() {
        UUID item = room.file(1);
        session.record(event(room.claim(room.anna, item).orElseThrow(), VerdictKind.QUARANTINED, "child_safety"));

        assertThat(session.undo()).isEmpty();
    }

    @Test
    void whatIsHeldIsCountedUntilItsTimeHasPassed() {
        session.record(room.verdict(room.anna, room.claim(room.anna, room.file(1)).orElseThrow(), Room.finding("benign")));
        room.pass(Duration.ofSeconds(40));
        session.record(room.verdict(room.anna, room.claim(room.anna, room.file(2)).orElseThrow(), Room.finding("benign")));

        assertThat(held()).isEqualTo(2);
        room.pass(Duration.ofSeconds(20));
        assertThat(held()).isEqualTo(1);
        session.undo();
        assertThat(held()).as("taken back").isZero();
    }

    private long held() {
        return database.inTransaction(tx -> room.verdicts.inHold(tx, room.hold));
    }

    private List<LeasedTask> claim(int lane) {
        return database.inTransaction(tx -> room.queue.claim(tx, room.anna, lane, 64));
    }

    private List<Verdict> current() {
        return database.inTransaction(room.verdicts::current);
    }

    private Verdict event(LeasedTask task, VerdictKind kind, String reason) {
        return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, kind, room.anna, task.epoch(), Optional.empty(),
                Optional.of(reason), Room.PACK.ref(), SampleShown.of(task.itemId()), room.now());
    }
}
