package dev.docket.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.docket.item.Items;
import dev.docket.item.SampleItems;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.Severity;
import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import dev.docket.team.Role;
import dev.docket.team.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the queue promises on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReviewQueueContract {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final UUID CARLA = new UUID(0, 3);

    private Database database;
    private final ReviewQueue queue = new ReviewQueue();
    private final ReviewQueue hasty = new ReviewQueue(Duration.ofSeconds(-1));

    abstract Database open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @BeforeEach
    void emptyDatabase() {
        EmptyTables.in(database);
        database.transact(tx -> SamplePolicy.open(tx, queue));
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @Test
    void theMostUrgentComesFirst() {
        UUID low = file(1, "spam", 10);
        UUID high = file(2, "spam", 500);
        UUID middle = file(3, "spam", 20);

        assertThat(claim(ANNA, "spam", 8)).extracting(LeasedTask::itemId).containsExactly(high, middle, low);
    }

    @Test
    void whereManyWaitATenthOfTheClaimsIsForWhatWasDrawnAtRandomAndAFifthForWhatModelsAreUndecidedAbout() {
        SplittableRandom random = new SplittableRandom(7);
        ReviewQueue mixed = new ReviewQueue(random::nextDouble);
        Map<UUID, Slice> least = fileSlices(mixed, 240);
        fileAll(420);
        Map<Slice, Integer> given = new EnumMap<>(Slice.class);
        int lane = laneId("spam");

        for (int claim = 0; claim < 70; claim++) {
            List<LeasedTask> window = database.inTransaction(tx -> mixed.claim(tx, ANNA, lane, 3));
            assertThat(window).hasSize(3);
            window.forEach(task -> {
                given.merge(least.getOrDefault(task.itemId(), Slice.PRIORITY), 1, Integer::sum);
                assertThat(close(ANNA, task)).isTrue();
            });
        }

        assertThat(given.get(Slice.RANDOM)).as("of 210 tasks").isBetween(6, 42);
        assertThat(given.get(Slice.UNCERTAIN)).as("of 210 tasks").isBetween(21, 66);
    }

    @Test
    void aShortLaneIsServedByPriorityWhateverWasDrawn() {
        ReviewQueue always = new ReviewQueue(() -> 0);
        fileSlices(always, 4);
        UUID urgent = file(77, "spam", 900);
        int lane = laneId("spam");

        assertThat(database.<List<LeasedTask>>inTransaction(tx -> always.claim(tx, ANNA, lane, 1))).extracting(LeasedTask::itemId).containsExactly(urgent);
    }

    @Test
    void whatIsDrawnAtRandomKeepsTheProbabilityItWasDrawnBy() {
        ReviewQueue always = new ReviewQueue(() -> 0.0999);
        ReviewQueue never = new ReviewQueue(() -> 0.1);

        assertThat(always.draw(true)).isEqualTo(Slice.RANDOM);
        assertThat(never.draw(true)).isEqualTo(Slice.UNCERTAIN);
        assertThat(never.draw(false)).isEqualTo(Slice.PRIORITY);
        fileSlices(never, 3);

        assertThat(database.<List<String>>inTransaction(tx -> tx.createQuery("select slice, sampling from review_task order by slice")
                .map((row, _) -> row.getInt(1) + " " + row.getObject(2)).list())).containsExactly("0 null", "1 null", "2 0.1");
    }

    @Test
    void twoWhoAreDealtTheSameAreNotGivenTheSameTask() throws Exception {
        ReviewQueue always = new ReviewQueue(() -> 0);
        fileSlices(always, 90);
        fileAll(200);
        int lane = laneId("spam");

        List<UUID> given = together(4, reviewer -> {
            List<UUID> mine = new ArrayList<>();
            for (int turn = 0; turn < 8; turn++) {
                database.<List<LeasedTask>>inTransaction(tx -> always.claim(tx, new UUID(9, reviewer), lane, 2)).forEach(task -> mine.add(task.taskId()));
            }
            return mine;
        });

        // a claim may come away with less while others claim the same
        assertThat(given).doesNotHaveDuplicates().hasSizeBetween(32, 64);
    }

    /** Files items of every slice in turn, the least urgent of all, and returns which is which. */
    private Map<UUID, Slice> fileSlices(ReviewQueue by, int items) {
        Map<UUID, Slice> filed = new HashMap<>();
        database.transact(tx -> IntStream.range(0, items).forEach(n -> {
            UUID item = SampleItems.add(tx, 5000 + n);
            filed.put(item, Slice.values()[n % 3]);
            by.enqueue(tx, item, SamplePolicy.review("spam", 0), filed.get(item));
        }));
        return filed;
    }

    @Test
    void aClaimTakesItsWindowFromItsLaneAlone() {
        fileAll(20);
        file(99, "general", 900);

        List<LeasedTask> window = claim(ANNA, "spam", 8);

        assertThat(window).hasSize(8).allSatisfy(task -> {
            assertThat(task.laneId()).isEqualTo(laneId("spam"));
            assertThat(task.round()).isEqualTo(1);
            assertThat(task.epoch()).isEqualTo(1);
            assertThat(task.taskId()).isEqualTo(ReviewQueue.taskId(task.itemId(), 1));
        });
        assertThat(lane("spam")).extracting(Lane::waiting, Lane::leased).containsExactly(12L, 8L);
        assertThat(claim(BEN, "spam", 64)).hasSize(12).doesNotContainAnyElementsOf(window);
        assertThat(claim(CARLA, "spam", 8)).isEmpty();
    }

    @Test
    void whatSomebodyIsNotServedKeepsItsPlaceForTheOthers() {
        UUID first = file(1, "spam", 500);
        UUID second = file(2, "spam", 400);
        fileAll(200);

        List<LeasedTask> taken = database.inTransaction(tx ->
                queue.claim(tx, ANNA, laneId("spam"), 3, item -> !item.equals(first)));

        assertThat(taken).hasSize(3).extracting(LeasedTask::itemId).startsWith(second).doesNotContain(first);
        assertThat(taken).allSatisfy(task -> assertThat(task.epoch()).isEqualTo(1));
        assertThat(claim(BEN, "spam", 1)).extracting(LeasedTask::itemId).containsExactly(first);
    }

    @Test
    void whatIsServedIsFoundFarBehindWhatIsNot() {
        fileAll(200);
        UUID last = file(999, "spam", 0);

        List<LeasedTask> taken = database.inTransaction(tx -> queue.claim(tx, ANNA, laneId("spam"), 8, last::equals));

        assertThat(taken).extracting(LeasedTask::itemId).containsExactly(last);
    }

    @Test
    void aClaimOfNothingOrTooMuchIsRefused() {
        assertThatThrownBy(() -> claim(ANNA, "spam", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> claim(ANNA, "spam", 65)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eightThreadsAreNeverGivenTheSameTask() throws Exception {
        fileAll(200);

        List<UUID> given = together(8, reviewer -> {
            List<UUID> mine = new ArrayList<>();
            for (int turn = 0; turn < 30; turn++) {
                List<LeasedTask> window = claim(new UUID(9, reviewer), "spam", 4);
                window.forEach(task -> {
                    assertThat(close(new UUID(9, reviewer), task)).isTrue();
                    mine.add(task.taskId());
                });
            }
            return mine;
        });

        assertThat(given).doesNotHaveDuplicates().hasSize(200);
    }

    @Test
    void namedTasksAreTakenUnlessSomebodyHoldsThem() {
        fileAll(4);
        LeasedTask bens = claim(BEN, "spam", 1).getFirst();
        LeasedTask own = claim(ANNA, "spam", 1).getFirst();
        List<UUID> rest = claim(CARLA, "spam", 8).stream().map(LeasedTask::taskId).toList();
        database.transact(tx -> queue.release(tx, CARLA, rest));
        List<UUID> all = java.util.stream.Stream.concat(java.util.stream.Stream.of(bens.taskId(), own.taskId()), rest.stream()).toList();

        List<LeasedTask> taken = database.inTransaction(tx -> queue.take(tx, ANNA, all));

        assertThat(taken).extracting(LeasedTask::taskId).containsExactlyInAnyOrderElementsOf(rest);
        assertThat(taken).allSatisfy(task -> assertThat(close(ANNA, task)).isTrue());
        assertThat(close(ANNA, own)).as("its epoch is what it was").isTrue();
        assertThat(close(BEN, bens)).isTrue();
    }

    @Test
    void filingTwiceIsFilingOnce() {
        file(1, "spam", 10);
        file(1, "general", 20);

        assertThat(database.<List<Lane>>inTransaction(queue::lanes)).extracting(Lane::waiting).containsExactly(1L, 0L, 0L, 0L);
    }

    @Test
    void onlyWhatNeedsAPersonIsFiled() {
        database.transact(tx -> {
            queue.enqueue(tx, SampleItems.add(tx, 1), SamplePolicy.decision(Disposition.RELEASE, "spam", "*", 1));
            queue.enqueue(tx, SampleItems.add(tx, 2), SamplePolicy.decision(Disposition.QUARANTINE, "spam", "*", 1));
            queue.enqueue(tx, SampleItems.add(tx, 3), SamplePolicy.decision(Disposition.WITHHOLD, "spam", "*", 1));
            queue.enqueue(tx, SampleItems.add(tx, 4), SamplePolicy.decision(Disposition.REVIEW, "spam", "*", 1));
        });

        assertThat(claim(ANNA, "spam", 8)).extracting(LeasedTask::itemId)
                .containsExactlyInAnyOrder(SampleItems.item(3).id(), SampleItems.item(4).id());
    }

    @Test
    void aQuarantinedItemIsNotFiled() {
        database.transact(tx -> {
            UUID item = SampleItems.add(tx, 1);
            new Items().quarantine(tx, item);
            queue.enqueue(tx, item, SamplePolicy.review("spam", 1));
            queue.file(tx, item, second(UUID.randomUUID(), ANNA));
        });

        assertThat(database.<List<Lane>>inTransaction(queue::lanes)).extracting(Lane::waiting).containsOnly(0L);
    }

    @Test
    void anUnknownLaneIsABug() {
        assertThatThrownBy(() -> file(1, "no-such-lane", 1)).hasMessageContaining("Lane 'no-such-lane' of test is not open");
    }

    @Test
    void aLapsedLeaseFreesTheTaskAndFencesItsFormerHolder() {
        file(1, "spam", 10);
        LeasedTask annas = claimWith(hasty, ANNA).getFirst();

        LeasedTask bens = claim(BEN, "spam", 1).getFirst();

        assertThat(bens.taskId()).isEqualTo(annas.taskId());
        assertThat(bens.epoch()).isEqualTo(annas.epoch() + 1);
        assertThat(close(ANNA, annas)).isFalse();
        assertThat(heartbeat(ANNA, annas)).isEmpty();
        assertThat(close(BEN, bens)).isTrue();
        assertThat(close(BEN, bens)).as("closed once").isFalse();
    }

    @Test
    void anOldEpochDoesNotCountEvenForTheSamePerson() {
        file(1, "spam", 10);
        LeasedTask before = claimWith(hasty, ANNA).getFirst();
        LeasedTask after = claim(ANNA, "spam", 1).getFirst();

        assertThat(close(ANNA, before)).isFalse();
        assertThat(close(ANNA, after)).isTrue();
    }

    @Test
    void aHeartbeatKeepsWhatWouldHaveLapsed() {
        file(1, "spam", 10);
        LeasedTask task = claimWith(hasty, ANNA).getFirst();

        assertThat(heartbeat(ANNA, task)).containsExactly(task.taskId());

        assertThat(database.<Integer>inTransaction(queue::reap)).isZero();
        assertThat(claim(BEN, "spam", 1)).isEmpty();
        assertThat(close(ANNA, task)).isTrue();
    }

    @Test
    void aHeartbeatReachesOnlyOnesOwn() {
        fileAll(2);
        LeasedTask annas = claim(ANNA, "spam", 1).getFirst();
        LeasedTask bens = claim(BEN, "spam", 1).getFirst();

        assertThat(database.<List<UUID>>inTransaction(tx -> queue.heartbeat(tx, ANNA, List.of(annas.taskId(), bens.taskId()))))
                .containsExactly(annas.taskId());
        assertThat(database.<List<UUID>>inTransaction(tx -> queue.heartbeat(tx, ANNA, List.of()))).isEmpty();
    }

    @Test
    void reapingFreesWhatLapsedAndNothingElse() {
        fileAll(3);
        claim(ANNA, "spam", 1);
        claimWith(hasty, BEN);

        assertThat(database.<Integer>inTransaction(queue::reap)).isEqualTo(1);
        assertThat(lane("spam")).extracting(Lane::waiting, Lane::leased).containsExactly(2L, 1L);
    }

    @Test
    void whatIsGivenBackCanBeHadByOthers() {
        fileAll(5);
        List<LeasedTask> annas = claim(ANNA, "spam", 3);
        claim(BEN, "spam", 2);

        database.transact(tx -> queue.release(tx, ANNA, List.of(annas.getFirst().taskId())));
        assertThat(lane("spam").leased()).isEqualTo(4);

        database.transact(tx -> queue.releaseAll(tx, ANNA));
        assertThat(lane("spam")).extracting(Lane::waiting, Lane::leased).containsExactly(3L, 2L);
        assertThat(close(ANNA, annas.getLast())).isFalse();
    }

    @Test
    void aSkippedTaskGoesBehindTheOthersAndComesForwardWhenReprioritised() {
        UUID urgent = file(1, "spam", 900);
        UUID idle = file(2, "spam", 0);
        LeasedTask task = claim(ANNA, "spam", 1).getFirst();

        assertThat(database.<Boolean>inTransaction(tx -> queue.skip(tx, ANNA, task.taskId(), task.epoch()))).isTrue();

        List<LeasedTask> next = claim(ANNA, "spam", 8);
        assertThat(next).extracting(LeasedTask::itemId).containsExactly(idle, urgent);
        database.transact(tx -> {
            queue.releaseAll(tx, ANNA);
            queue.reprioritise(tx, urgent, SamplePolicy.review("spam", 900));
        });
        assertThat(claim(ANNA, "spam", 8)).extracting(LeasedTask::itemId).containsExactly(urgent, idle);
    }

    @Test
    void reprioritisingMovesWaitingTasksOnly() {
        UUID waiting = file(1, "spam", 1);
        UUID held = file(2, "spam", 900);
        claim(ANNA, "spam", 1);

        database.transact(tx -> {
            queue.reprioritise(tx, waiting, SamplePolicy.review("general", 5));
            queue.reprioritise(tx, held, SamplePolicy.review("general", 5));
        });

        assertThat(lane("general")).extracting(Lane::waiting, Lane::leased).containsExactly(1L, 0L);
        assertThat(lane("spam")).extracting(Lane::waiting, Lane::leased).containsExactly(0L, 1L);
    }

    @Test
    void aSecondOpinionIsNotGivenToThoseWhoJudgedBefore() {
        UUID item = file(1, "spam", 30);
        database.transact(tx -> queue.file(tx, item, second(UUID.randomUUID(), ANNA)));

        assertThat(claim(ANNA, LaneKey.SECOND_OPINION, 1)).isEmpty();
        LeasedTask bens = claim(BEN, LaneKey.SECOND_OPINION, 1).getFirst();

        assertThat(bens.round()).isEqualTo(2);
        assertThat(bens.itemId()).isEqualTo(item);
        assertThat(bens.priority()).isEqualTo(SamplePolicy.review("spam", 30).queuePriority());

        UUID verdict = UUID.randomUUID();
        database.transact(tx -> queue.file(tx, item, second(verdict, ANNA, BEN)));
        assertThat(claim(ANNA, LaneKey.SECOND_OPINION, 1)).isEmpty();
        assertThat(claim(BEN, LaneKey.SECOND_OPINION, 1)).isEmpty();
        assertThat(claim(CARLA, LaneKey.SECOND_OPINION, 1)).extracting(LeasedTask::round).containsExactly(3);
    }

    @Test
    void lanesCountForAReviewerOnlyWhatTheyMayBeGiven() {
        UUID item = file(1, "spam", 30);
        database.transact(tx -> queue.file(tx, item, second(UUID.randomUUID(), ANNA)));

        assertThat(database.<List<Lane>>inTransaction(tx -> queue.lanes(tx, ANNA))).extracting(Lane::waiting).containsExactly(1L, 0L, 0L, 0L);
        assertThat(database.<List<Lane>>inTransaction(tx -> queue.lanes(tx, BEN))).extracting(Lane::waiting).containsExactly(1L, 0L, 1L, 0L);
        assertThat(database.<List<Lane>>inTransaction(queue::lanes)).extracting(Lane::waiting).containsExactly(1L, 0L, 1L, 0L);
    }

    @Test
    void aTaskIsKeptFromAnyNumberOfPeople() {
        UUID item = file(1, "spam", 30);
        UUID[] judges = IntStream.range(10, 30).mapToObj(n -> new UUID(n, n)).toArray(UUID[]::new);
        LeasedTask task = database.inTransaction(tx -> queue.file(tx, item, second(UUID.randomUUID(), judges))).orElseThrow();

        for (UUID judge : judges) {
            assertThat(claim(judge, LaneKey.SECOND_OPINION, 1)).isEmpty();
            assertThat(database.<Boolean>inTransaction(tx -> queue.isBarred(tx, task.taskId(), judge))).isTrue();
        }
        database.transact(tx -> queue.bar(tx, new LeasedTask(ReviewQueue.taskId(item, 1), item, 1, 0, 0, 0), BEN));
        assertThat(claim(BEN, LaneKey.SECOND_OPINION, 1)).isEmpty();
        assertThat(claim(CARLA, LaneKey.SECOND_OPINION, 1)).hasSize(1);
    }

    @Test
    void furtherLooksHaveLanesOfTheirOwnThatShowWhenThereIsSomethingInThem() {
        UUID item = file(1, "spam", 30);
        assertThat(database.<List<Lane>>inTransaction(queue::lanes)).extracting(Lane::key).containsExactly("spam", "general", "second-opinion", "escalated");

        database.transact(tx -> {
            queue.file(tx, item, Look.ladder("legal", UUID.randomUUID(), List.of(), Duration.ofHours(1)));
            queue.file(tx, item, Look.ladder("nowhere", UUID.randomUUID(), List.of(), Duration.ofHours(1)));
            queue.file(tx, item, Look.adjudication(UUID.randomUUID(), List.of(ANNA), Duration.ofHours(1)));
            queue.file(tx, item, Look.appeal(UUID.randomUUID(), List.of(ANNA), Duration.ofHours(1)));
        });

        assertThat(database.<List<Lane>>inTransaction(tx -> queue.lanes(tx, ANNA))).extracting(Lane::key, Lane::waiting, Lane::barred).containsExactly(
                tuple("spam", 1L, 0L), tuple("general", 0L, 0L), tuple("second-opinion", 0L, 0L), tuple("escalated", 1L, 0L),
                tuple("ladder-legal", 1L, 0L), tuple("adjudication", 0L, 1L), tuple("appeals", 0L, 1L));
    }

    @Test
    void aFollowUpThatIsWithdrawnCanBeFiledAgain() {
        UUID item = file(1, "spam", 30);
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        database.transact(tx -> queue.file(tx, item, second(first, ANNA)));
        LeasedTask bens = claim(BEN, LaneKey.SECOND_OPINION, 1).getFirst();

        assertThat(database.<Boolean>inTransaction(tx -> queue.withdrawFiledBy(tx, first))).isTrue();
        assertThat(close(BEN, bens)).as("it was withdrawn under Ben's hands").isFalse();
        database.transact(tx -> queue.file(tx, item, Look.ladder("lead", second, List.of(), Duration.ofHours(1))));

        LeasedTask escalated = claim(CARLA, LaneKey.ESCALATED, 1).getFirst();
        assertThat(escalated.taskId()).isEqualTo(bens.taskId());
        assertThat(escalated.epoch()).isGreaterThan(bens.epoch());
        assertThat(close(CARLA, escalated)).isTrue();
        assertThat(database.<Boolean>inTransaction(tx -> queue.withdrawFiledBy(tx, second))).as("it was decided").isFalse();
    }

    @Test
    void aDecidedTaskIsTakenBackUnderANewEpoch() {
        file(1, "spam", 10);
        LeasedTask task = claim(ANNA, "spam", 1).getFirst();
        close(ANNA, task);

        LeasedTask again = database.inTransaction(tx -> queue.reopen(tx, ANNA, task.taskId())).orElseThrow();

        assertThat(again.epoch()).isEqualTo(task.epoch() + 1);
        assertThat(close(ANNA, task)).isFalse();
        assertThat(close(ANNA, again)).isTrue();
    }

    @Test
    void whatSomebodyElseHoldsOrWhatIsWithdrawnIsNotTakenBack() {
        UUID item = file(1, "spam", 10);
        LeasedTask task = claim(ANNA, "spam", 1).getFirst();
        database.transact(tx -> queue.skip(tx, ANNA, task.taskId(), task.epoch()));
        claim(BEN, "spam", 1);
        assertThat(database.<Optional<LeasedTask>>inTransaction(tx -> queue.reopen(tx, ANNA, task.taskId()))).isEmpty();

        database.transact(tx -> queue.withdraw(tx, item));
        assertThat(database.<Optional<LeasedTask>>inTransaction(tx -> queue.reopen(tx, ANNA, task.taskId()))).isEmpty();
    }

    @Test
    void withdrawingTakesAnItemOutOfEveryHand() {
        UUID item = file(1, "spam", 10);
        LeasedTask task = claim(ANNA, "spam", 1).getFirst();

        database.transact(tx -> queue.withdraw(tx, item));

        assertThat(close(ANNA, task)).isFalse();
        assertThat(claim(BEN, "spam", 1)).isEmpty();
    }

    @Test
    void lanesStandInThePacksOrderWithTheirOwnForAJurisdiction() {
        database.transact(tx -> queue.enqueue(tx, SampleItems.add(tx, 1), SamplePolicy.decision(Disposition.REVIEW, "spam", "EU", 3)));

        List<Lane> lanes = database.inTransaction(queue::lanes);

        assertThat(lanes).extracting(Lane::key).containsExactly("spam", "spam/EU", "general", "second-opinion", "escalated");
        assertThat(lanes).extracting(Lane::title).containsExactly("Spam", "Spam, EU", "Everything else", "Second opinion", "Escalated");
        assertThat(lanes.get(1)).extracting(Lane::severity, Lane::waiting).containsExactly("S1", 1L);
        assertThat(lanes.get(1).oldest().orElseThrow()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(lanes.get(0).oldest()).isEmpty();
        assertThat(lanes).extracting(Lane::id).doesNotHaveDuplicates();
    }

    @Test
    void aNewPackKeepsItsLanesAndRetiresOthersUntilTheyAreEmpty() {
        file(1, "general", 1);
        int spam = laneId("spam");

        database.transact(tx -> queue.openLanes(tx, "test", List.of(
                SamplePolicy.lane("fraud", "Fraud", Severity.S2), SamplePolicy.lane("spam", "Spam and scams", Severity.S2))));

        assertThat(database.<List<Lane>>inTransaction(queue::lanes)).extracting(Lane::key)
                .containsExactly("fraud", "spam", "second-opinion", "escalated", "general");
        assertThat(lane("spam")).extracting(Lane::id, Lane::title, Lane::severity).containsExactly(spam, "Spam and scams", "S2");
        assertThat(claim(ANNA, "general", 1)).hasSize(1);
    }

    @Test
    void openingTheSamePackAgainChangesNothing() {
        List<Lane> before = database.inTransaction(queue::lanes);

        database.transact(tx -> SamplePolicy.open(tx, queue));

        assertThat(database.<List<Lane>>inTransaction(queue::lanes)).isEqualTo(before);
    }

    @Test
    void holdersAreNamedByPseudonym() {
        fileAll(3);
        UUID known = database.inTransaction(tx -> new Team().add(tx, "R-01", Role.REVIEWER)).id();
        claim(known, "spam", 2);

        List<Holder> holders = database.inTransaction(queue::holders);

        assertThat(holders).hasSize(1);
        assertThat(holders.getFirst()).extracting(Holder::pseudonym, Holder::lane, Holder::tasks).containsExactly("R-01", "spam", 2L);
    }

    private static Look second(UUID filedBy, UUID... notBy) {
        return Look.second(filedBy, List.of(notBy), Duration.ofDays(1));
    }

    private UUID file(int number, String lane, double priority) {
        return database.inTransaction(tx -> {
            UUID item = SampleItems.add(tx, number);
            queue.enqueue(tx, item, SamplePolicy.review(lane, priority));
            return item;
        });
    }

    private void fileAll(int items) {
        PolicyDecision decision = SamplePolicy.review("spam", 10);
        database.transact(tx -> IntStream.range(0, items).forEach(n -> queue.enqueue(tx, SampleItems.add(tx, n), decision)));
    }

    private List<LeasedTask> claim(UUID reviewer, String lane, int n) {
        int id = laneId(lane);
        return database.inTransaction(tx -> queue.claim(tx, reviewer, id, n));
    }

    private List<LeasedTask> claimWith(ReviewQueue other, UUID reviewer) {
        int id = laneId("spam");
        return database.inTransaction(tx -> other.claim(tx, reviewer, id, 1));
    }

    private boolean close(UUID reviewer, LeasedTask task) {
        return database.inTransaction(tx -> queue.close(tx, reviewer, task.taskId(), task.epoch()).isPresent());
    }

    private List<UUID> heartbeat(UUID reviewer, LeasedTask task) {
        return database.inTransaction(tx -> queue.heartbeat(tx, reviewer, List.of(task.taskId())));
    }

    private Lane lane(String key) {
        return database.inTransaction(queue::lanes).stream().filter(lane -> lane.key().equals(key)).findFirst().orElseThrow();
    }

    private int laneId(String key) {
        return lane(key).id();
    }

    /** Runs the work as so many reviewers at once and joins what they return. */
    private static <T> List<T> together(int reviewers, IntFunction<List<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(reviewers)) {
            List<Callable<List<T>>> calls = IntStream.range(0, reviewers).mapToObj(n -> (Callable<List<T>>) () -> work.apply(n)).toList();
            List<T> all = new ArrayList<>();
            for (Future<List<T>> done : threads.invokeAll(calls)) {
                all.addAll(done.get());
            }
            return all;
        }
    }
}
