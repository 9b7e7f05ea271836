package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.docket.hash.PerceptualHash;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.Stage;
import dev.docket.storage.Database;
import dev.docket.verdict.Propagation.Batch;
import dev.docket.verdict.Propagation.Chosen;
import dev.docket.verdict.Propagation.Tile;
import dev.docket.verdict.Standing.State;
import dev.docket.verdict.Twin.Kept;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How decisions spread, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PropagationContract {
    private static final byte[] PICTURE = "the picture".getBytes(StandardCharsets.UTF_8);
    private static final PerceptualHash HASH = Room.hash(5);
    private static final Duration HOLD = Duration.ofSeconds(60);

    @TempDir
    private Path folder;
    private Database database;
    private Room room;
    private UUID seedItem;
    private int filed;

    abstract Database open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void openRoom() {
        room = new Room(database, folder);
        filed = 0;
        seedItem = copy();
    }

    @AfterEach
    void theLogIsSound() {
        room.assertThatTheLogIsSound();
    }

    @Test
    void aDecisionSpreadsToCopiesAndTheNearestOnceItsHoldIsOver() {
        UUID copy = copy();
        UUID near = alike(8);
        UUID far = alike(30);
        Verdict seed = room.decide(room.anna, seedItem, "spam_scam");

        assertThat(room.propagation.spread()).as("held").isEmpty();
        room.pass(HOLD);
        Batch batch = room.propagation.spread().getFirst();

        assertThat(batch.items()).containsExactly(copy, near);
        assertThat(room.propagation.spread()).as("once").isEmpty();
        assertThat(room.standing(copy).deciding()).get().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(VerdictKind.PROPAGATED);
            assertThat(event.about()).contains(seed.id());
            assertThat(event.reason()).contains("near_auto");
            assertThat(event.shown().seen()).contains(Shown.Seen.NOT);
            assertThat(event.finding()).isEqualTo(seed.finding());
        });
        assertThat(room.standing(far).state()).isEqualTo(State.OPEN);
        assertThat(room.claim(room.ben, copy).filter(task -> task.round() == 1)).as("its task is closed").isEmpty();
        assertThat(room.propagation.descendants(seed.id())).isEqualTo(2);
    }

    @Test
    void eachLabelSpreadsByItsOwnRule() {
        UUID copy = copy();
        UUID near = alike(3);
        Verdict civic = room.decide(room.anna, seedItem, "civic_deception");
        room.pass(HOLD);

        assertThat(room.propagation.spread()).singleElement().satisfies(batch -> assertThat(batch.items()).containsExactly(copy));
        assertThat(room.propagation.plan(civic.id()).orElseThrow()).extracting(Twin::item, Twin::kept)
                .containsExactly(tuple(copy, Optional.of(Kept.DECIDED)), tuple(near, Optional.of(Kept.NOT_A_COPY)));

        Verdict hate = room.decide(room.anna, near, "hate_symbols");
        room.pass(HOLD);
        assertThat(room.propagation.spread()).isEmpty();
        assertThat(room.propagation.plan(hate.id())).isEmpty();
    }

    @Test
    void anUnsureOrDisputedOrTakenBackDecisionDoesNotSpread() {
        copy();
        UUID other = room.file(50);
        Verdict unsure = room.unsure(room.anna, seedItem, "spam_scam");
        Verdict undone = room.decide(room.anna, other, "spam_scam");
        room.desk.undo(undone);
        room.pass(HOLD);

        assertThat(room.propagation.spread()).isEmpty();
        assertThat(room.propagation.plan(unsure.id())).isEmpty();

        room.decide(room.ben, seedItem, "benign");
        room.pass(HOLD);
        assertThat(room.propagation.spread()).as("two findings differ").isEmpty();

        room.decide(room.carla, seedItem, "benign");
        room.pass(HOLD);
        assertThat(room.propagation.spread()).as("settled").hasSize(1);
    }

    @Test
    void whatIsDecidedHeldUnderOtherRulesOrAQualityCheckIsLeftAlone() {
        UUID decided = copy();
        UUID held = copy();
        UUID gold = room.file(++filed, PICTURE, HASH, "*", true);
        UUID elsewhere = room.file(++filed, PICTURE, HASH, "IN", false);
        room.decide(room.ben, decided, "undisclosed_synthetic");
        LeasedTask bens = room.claim(room.ben, held).orElseThrow();
        Verdict seed = room.decide(room.anna, seedItem, Room.finding("undisclosed_synthetic"));

        assertThat(room.propagation.plan(seed.id()).orElseThrow()).extracting(Twin::item, Twin::kept).containsExactlyInAnyOrder(
                tuple(decided, Optional.of(Kept.DECIDED)), tuple(held, Optional.of(Kept.HELD)),
                tuple(gold, Optional.of(Kept.QUALITY_CHECK)), tuple(elsewhere, Optional.empty()));
        room.pass(HOLD);
        room.propagation.spread();

        assertThat(room.record(room.verdict(room.ben, bens, Room.finding("benign"))).kind()).isEqualTo(VerdictKind.DECIDED);
        assertThat(room.standing(gold).state()).isEqualTo(State.OPEN);
    }

    @Test
    void whereAPersonFoundOtherwiseNothingSpreadsByItself() {
        UUID otherwise = alike(7);
        UUID copy = copy();
        room.decide(room.ben, otherwise, "benign");
        Verdict seed = room.decide(room.anna, seedItem, "spam_scam");
        room.pass(HOLD);

        assertThat(room.propagation.spread()).isEmpty();
        assertThat(room.propagation.plan(seed.id()).orElseThrow()).extracting(Twin::item, Twin::kept)
                .containsExactly(tuple(copy, Optional.empty()), tuple(otherwise, Optional.of(Kept.DECIDED_OTHERWISE)));
        assertThat(room.propagation.confirm(chosen(seed, room.anna, copy)).items()).as("a person may still").containsExactly(copy);
    }

    @Test
    void whatSomebodyLooksAtRightNowIsNotDecidedUnderTheirEyes() {
        UUID copy = copy();
        room.decide(room.anna, seedItem, "spam_scam");
        LeasedTask own = room.claim(room.anna, copy).orElseThrow();
        room.pass(HOLD);

        assertThat(room.propagation.spread()).isEmpty();
        assertThat(room.record(room.verdict(room.anna, own, Room.finding("benign"))).kind()).isEqualTo(VerdictKind.DECIDED);
    }

    @Test
    void quarantinedItemsAreNeverTouched() {
        UUID near = alike(2);
        room.event(room.ben, near, VerdictKind.QUARANTINED, "child_safety");
        Verdict seed = room.decide(room.anna, seedItem, "spam_scam");
        room.pass(HOLD);

        assertThat(room.propagation.plan(seed.id()).orElseThrow()).isEmpty();
        assertThat(room.propagation.spread()).isEmpty();

        room.event(room.ben, copy(), VerdictKind.QUARANTINED, "child_safety");
        assertThat(room.propagation.plan(seed.id())).as("a copy of the seed was quarantined, and so is the seed").isEmpty();
    }

    @Test
    void aPersonConfirmsWhatWasOnScreenInOneBatch() {
        UUID near = alike(20);
        UUID unticked = alike(22);
        UUID stranger = room.file(90);
        Verdict seed = room.decide(room.anna, seedItem, "spam_scam");
        LeasedTask own = room.claim(room.anna, near).orElseThrow();

        Batch batch = room.propagation.confirm(chosen(seed, room.anna, near, stranger));

        assertThat(batch.items()).containsExactly(near);
        assertThat(room.standing(near).deciding()).get().satisfies(event -> {
            assertThat(event.shown().seen()).contains(Shown.Seen.GALLERY);
            assertThat(event.shown().cover()).isEqualTo("text");
            assertThat(event.batch()).contains(batch.id());
            assertThat(event.reviewer()).isEqualTo(room.anna);
        });
        assertThat(room.standing(unticked).state()).isEqualTo(State.OPEN);
        assertThat(room.desk.record(room.verdict(room.anna, own, Room.finding("benign")))).as("the tile's own task is closed").isEqualTo(VerdictDesk.Outcome.LATE);
    }

    @Test
    void whatAPersonLeftOutIsNotDecidedByItselfLater() {
        UUID ticked = alike(6);
        UUID leftOut = alike(8);
        Verdict seed = room.decide(room.anna, seedItem, "spam_scam");
        room.propagation.confirm(chosen(seed, room.anna, ticked));
        room.pass(HOLD);

        assertThat(room.propagation.spread()).isEmpty();
        assertThat(room.standing(leftOut).state()).isEqualTo(State.OPEN);
    }

    @Test
    void aDecisionYetToBeMadeIsPlannedAsTheOneThatWasMade() {
        UUID near = alike(8);
        UUID held = alike(9);
        room.claim(room.ben, held).orElseThrow();

        assertThat(room.propagation.plan(seedItem, Room.finding("spam_scam"), room.anna).orElseThrow()).extracting(Twin::item, Twin::kept)
                .containsExactly(tuple(near, Optional.empty()), tuple(held, Optional.of(Kept.HELD)));
        assertThat(room.propagation.plan(seedItem, Room.finding("civic_deception"), room.anna).orElseThrow()).extracting(Twin::kept)
                .containsOnly(Optional.of(Kept.NOT_A_COPY));
        assertThat(room.propagation.plan(seedItem, Room.finding("hate_symbols"), room.anna)).as("never spreads").isEmpty();
        assertThat(room.kinds(seedItem)).as("a dry run").isEmpty();
    }

    @Test
    void seedsAreListedUntilNothingOfThemStandsAnyMore() {
        UUID near = alike(8);
        Verdict seed = room.decide(room.anna, seedItem, "spam_scam");
        room.propagation.confirm(chosen(seed, room.anna, near));
        assertThat(room.propagation.spreads(10)).containsExactly(new Propagation.Spread(seed, 1, true));

        room.desk.undo(seed);
        assertThat(room.propagation.spreads(10)).containsExactly(new Propagation.Spread(seed, 1, false));

        room.propagation.reverseAll(seed.id(), room.anna);
        assertThat(room.propagation.spreads(10)).isEmpty();
    }

    @Test
    void regionsGoWithCopiesAndNotWithLookAlikesNotesWithNeither() {
        UUID copy = copy();
        UUID near = alike(4);
        Finding finding = Room.finding("spam_scam").withRegions(List.of(Region.box("spam_scam", 0, 0, 0.5, 0.5))).withNote(Optional.of("seen before"));
        room.decide(room.anna, seedItem, finding);
        room.pass(HOLD);
        room.propagation.spread();

        assertThat(room.standing(copy).deciding().orElseThrow().finding()).contains(finding.withNote(Optional.empty()));
        assertThat(room.standing(near).deciding().orElseThrow().finding()).contains(finding.withNote(Optional.empty()).withRegions(List.of()));
    }

    @Test
    void aBatchIsTakenBackAndTheItemsWaitAgain() {
        List<UUID> copies = IntStream.range(0, 12).mapToObj(_ -> copy()).toList();
        Verdict seed = room.decide(room.anna, seedItem, "spam_scam");
        room.pass(HOLD);
        Batch batch = room.propagation.spread().getFirst();
        assertThat(batch.size()).isEqualTo(12);

        assertThat(room.propagation.reverse(batch)).isEqualTo(12);
        assertThat(room.propagation.reverse(batch)).isZero();

        assertThat(room.propagation.descendants(seed.id())).isZero();
        assertThat(copies).allSatisfy(item -> {
            assertThat(room.standing(item).state()).isEqualTo(State.OPEN);
            assertThat(room.kinds(item)).containsExactly(VerdictKind.PROPAGATED, VerdictKind.REVERSED);
        });
        assertThat(room.lane(room.ben, "general")).get().extracting(Lane::waiting).isEqualTo(12L);
        assertThat(room.decide(room.ben, copies.getFirst(), "benign").revision()).isEqualTo(2);
        assertThat(room.propagation.confirm(chosen(seed, room.anna, copies.get(1), copies.getFirst())).items()).containsExactly(copies.get(1));
    }

    @Test
    void reversingASeedReversesAllThatNobodyLookedAtSince() {
        UUID appealed = copy();
        UUID other = copy();
        Verdict seed = room.decide(room.anna, seedItem, "spam_scam");
        room.pass(HOLD);
        room.propagation.spread();
        room.appeals.lodge(appealed, Appeals.Source.UPLOADER, "", room.carla);
        assertThat(room.claim(room.anna, appealed)).as("she decided the seed").isEmpty();
        room.record(room.verdict(room.ben, room.claim(room.ben, appealed, Stage.APPEAL::equals).orElseThrow(), Room.finding("spam_scam")));
        room.desk.undo(seed);

        assertThat(room.propagation.descendants(seed.id())).isEqualTo(1);
        assertThat(room.propagation.reverseAll(seed.id(), room.dora).size()).isEqualTo(1);

        assertThat(room.standing(other).state()).isEqualTo(State.OPEN);
        assertThat(room.standing(appealed).state()).as("a person upheld it").isEqualTo(State.DECIDED);
    }

    @Test
    void aReversalIsTakenBackWhereNothingHappenedSince() {
        UUID untouched = copy();
        UUID decided = copy();
        UUID held = copy();
        Verdict seed = room.decide(room.anna, seedItem, "spam_scam");
        room.pass(HOLD);
        room.propagation.spread();
        Propagation.Reversal reversal = room.propagation.reverseAll(seed.id(), room.anna);
        room.decide(room.ben, decided, "benign");
        room.claim(room.ben, held).orElseThrow();

        assertThat(room.propagation.restore(reversal)).isEqualTo(1);
        assertThat(room.propagation.restore(reversal)).as("once").isZero();

        assertThat(room.kinds(untouched)).containsExactly(VerdictKind.PROPAGATED, VerdictKind.REVERSED, VerdictKind.PROPAGATED);
        assertThat(room.standing(untouched).deciding().orElseThrow()).extracting(Verdict::about, Verdict::finding)
                .containsExactly(Optional.of(seed.id()), seed.finding());
        assertThat(room.standing(decided).deciding().orElseThrow().reviewer()).isEqualTo(room.ben);
        assertThat(room.standing(held).state()).isEqualTo(State.OPEN);
        assertThat(room.propagation.reverseAll(seed.id(), room.anna).size()).as("and reversed once more").isEqualTo(1);
    }

    @Test
    void theFirstOverturnHaltsTheSpreadForGood() {
        UUID first = copy();
        Verdict seed = room.decide(room.anna, seedItem, "spam_scam");
        room.pass(HOLD);
        room.propagation.spread();
        UUID late = copy();
        assertThat(room.propagation.plan(seed.id()).orElseThrow()).hasSize(2);

        room.appeals.lodge(first, Appeals.Source.UPLOADER, "", room.carla);
        room.decide(room.ben, first, "benign");

        assertThat(room.propagation.plan(seed.id())).isEmpty();
        assertThat(room.propagation.confirm(chosen(seed, room.anna, late)).size()).isZero();
        assertThat(room.standing(late).state()).isEqualTo(State.OPEN);
    }

    @Test
    void someOfWhatWentUnseenIsCheckedBlindBySomebodyElse() {
        IntStream.range(0, 120).forEach(_ -> copy());
        Verdict seed = room.decide(room.anna, seedItem, "spam_scam");
        room.pass(HOLD);
        assertThat(room.propagation.spread().getFirst().size()).isEqualTo(120);

        Lane lane = room.lane(room.ben, "second-opinion").orElseThrow();
        assertThat(lane.waiting()).isBetween(1L, 20L);
        LeasedTask check = database.<List<LeasedTask>>inTransaction(tx -> room.queue.claim(tx, room.ben, lane.id(), 1)).getFirst();
        assertThat(check.stage()).isEqualTo(Stage.SECOND);
        Verdict found = room.record(room.verdict(room.ben, check, Room.finding("benign")));

        assertThat(found.kind()).isEqualTo(VerdictKind.DISAGREED);
        assertThat(room.propagation.plan(seed.id())).as("halted").isEmpty();
        assertThat(room.propagation.reverseAll(seed.id(), room.dora).size()).isEqualTo(119);
        assertThat(room.lane(room.carla, "second-opinion")).get().extracting(Lane::waiting).as("the checks went with them").isEqualTo(0L);
    }

    @Test
    void nobodyIsAskedToCheckWhereNobodyElseIs() {
        database.transact(tx -> tx.createUpdate("update principal set active = false where principal_id <> :anna").bind("anna", room.anna).execute());
        IntStream.range(0, 60).forEach(_ -> copy());
        room.decide(room.anna, seedItem, "spam_scam");
        room.pass(HOLD);
        room.propagation.spread();

        assertThat(room.lane(room.anna, "second-opinion")).get().extracting(Lane::waiting, Lane::barred).containsExactly(0L, 0L);
    }

    @Test
    void whatSpreadIsNobodysOwnWorkAndIsItselfHeld() {
        copy();
        room.decide(room.anna, seedItem, "spam_scam");
        room.pass(HOLD);
        room.propagation.spread();

        database.transact(tx -> {
            assertThat(room.verdicts.decidedSince(tx, room.anna, Room.START)).isEqualTo(1);
            assertThat(room.verdicts.recent(tx, room.anna, 10)).hasSize(1);
            assertThat(room.verdicts.current(tx)).hasSize(2);
            assertThat(room.verdicts.standings(tx)).filteredOn(room.hold::holds).hasSize(1);
        });
    }

    private static Chosen chosen(Verdict seed, UUID by, UUID... items) {
        return new Chosen(seed.id(), by, Stream.of(items).map(item -> new Tile(item, Shown.tile(seed.shown().image(), "text"))).toList());
    }

    private UUID copy() {
        return room.file(++filed, PICTURE, HASH, "*", false);
    }

    /** An item of another picture so many bits away. */
    private UUID alike(int bits) {
        long mask = bits == 0 ? 0 : -1L >>> (64 - bits);
        return room.file(++filed, ("picture " + filed).getBytes(StandardCharsets.UTF_8), new PerceptualHash(HASH.w0() ^ mask, HASH.w1(), HASH.w2(), HASH.w3(), 100), "*", false);
    }
}
