package dev.docket.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.item.SampleItems;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyDecision.PriorityPart;
import dev.docket.policy.PriorityWeights;
import dev.docket.policy.Severity;
import dev.docket.storage.Database;
import dev.docket.storage.EmptyTables;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How deadlines move tasks, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskClocksContract {
    private static final UUID ANNA = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    /** A deadline adds up to 4 points over the last 24 hours. */
    private static final PriorityWeights WEIGHTS = new PriorityWeights(Map.of(), 4, 24, 1, 1);

    private Database database;
    private final ReviewQueue queue = new ReviewQueue();

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
    void aTaskOvertakesOthersAsItsDeadlineComesNearer() {
        UUID urgentLater = file(1, 1, Optional.of(now().plus(Duration.ofHours(40))));
        UUID middling = file(2, 3, Optional.empty());
        assertThat(rank()).isEqualTo(1);
        assertThat(order()).containsExactly(middling, urgentLater);

        dueIn(urgentLater, Duration.ofHours(2));
        assertThat(rank()).isEqualTo(1);

        assertThat(order()).containsExactly(urgentLater, middling);
        assertThat(priority(urgentLater)).isCloseTo(1_000_000 - 1000 - Math.toIntExact(Math.round(4000 * Math.pow(22 / 24.0, 2))), within(2));
    }

    @Test
    void aTickTouchesNothingUntilTheNextStep() {
        UUID item = file(1, 1, Optional.of(now().plus(Duration.ofHours(10))));
        assertThat(rank()).isEqualTo(1);
        assertThat(rank()).isZero();

        Instant next = rankAt(item).orElseThrow();
        assertThat(Duration.between(now(), next)).isBetween(Duration.ZERO, Duration.ofMinutes(30));
    }

    @Test
    void afterItsDeadlineATaskStaysWhereItIs() {
        UUID item = file(1, 1, Optional.of(now().plus(Duration.ofHours(10))));
        dueIn(item, Duration.ofHours(-5));
        rank();

        assertThat(priority(item)).isEqualTo(1_000_000 - 1000 - 4000);
        assertThat(rankAt(item)).isEmpty();
    }

    @Test
    void aFarDeadlineIsLookedAtWhenItComesNear() {
        UUID item = file(1, 1, Optional.of(now().plus(Duration.ofDays(40))));

        assertThat(rank()).isZero();
        assertThat(rankAt(item).orElseThrow()).isCloseTo(now().plus(Duration.ofDays(33)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void aHeldTaskMovesTooAndADecidedOnesClockRestsUntilItIsOpenedAgain() {
        UUID held = file(1, 1, Optional.of(now().plus(Duration.ofHours(10))));
        LeasedTask task = claim(ANNA).getFirst();
        dueIn(held, Duration.ofHours(1));
        rank();
        assertThat(priority(held)).isLessThan(task.priority());

        database.transact(tx -> queue.close(tx, ANNA, task.taskId(), task.epoch()));
        dueIn(held, Duration.ofMinutes(5));
        rank();
        assertThat(rankAt(held)).as("resting").isEmpty();
        database.transact(tx -> queue.reopen(tx, ANNA, task.taskId()));
        assertThat(rank()).isEqualTo(1);
        assertThat(priority(held)).isCloseTo(1_000_000 - 1000 - 3972, within(10));
    }

    @Test
    void aSkippedTaskStaysBehindTheOthersWhateverItsDeadline() {
        UUID skipped = file(1, 9, Optional.of(now().plus(Duration.ofHours(10))));
        LeasedTask task = claim(ANNA).getFirst();
        UUID other = file(2, 0, Optional.empty());
        database.transact(tx -> queue.skip(tx, ANNA, task.taskId(), task.epoch()));
        dueIn(skipped, Duration.ofMinutes(1));
        rank();
        assertThat(order()).containsExactly(other, skipped);

        database.transact(tx -> queue.reopen(tx, ANNA, task.taskId()));
        rank();
        assertThat(order()).containsExactly(skipped, other);
    }

    @Test
    void aNewDecisionSetsTheClockAnew() {
        UUID item = file(1, 1, Optional.of(now().plus(Duration.ofHours(1))));
        rank();

        database.transact(tx -> queue.reprioritise(tx, item, decision(2, Optional.empty())));

        assertThat(priority(item)).isEqualTo(1_000_000 - 2000);
        assertThat(database.<Map<UUID, Instant>>inTransaction(tx -> queue.due(tx, List.of(ReviewQueue.taskId(item, 1))))).isEmpty();
    }

    @Test
    void aFurtherLookIsDueByItsOwnClockOrByWhatIsLeftOfTheFirst() {
        UUID item = file(1, 1, Optional.of(now().plus(Duration.ofHours(3))));
        UUID task = database.inTransaction(tx -> queue.file(tx, item, Look.second(UUID.randomUUID(), List.of(ANNA), Duration.ofHours(24)))).orElseThrow().taskId();
        UUID next = database.inTransaction(tx -> queue.file(tx, item, Look.ladder("lead", UUID.randomUUID(), List.of(), Duration.ofHours(1)))).orElseThrow().taskId();

        Map<UUID, Instant> due = database.inTransaction(tx -> queue.due(tx, List.of(task, next)));
        assertThat(due.get(task)).isCloseTo(now().plus(Duration.ofHours(3)), within(1, ChronoUnit.MINUTES));
        assertThat(due.get(next)).isCloseTo(now().plus(Duration.ofHours(1)), within(1, ChronoUnit.MINUTES));
        assertThat(lane("second-opinion").due()).contains(due.get(task));

        rank();
        assertThat(database.<LeasedTask>inTransaction(tx -> queue.find(tx, next).orElseThrow()).priority())
                .isCloseTo(1_000_000 - 1000 - Math.toIntExact(Math.round(4000 * Math.pow(23 / 24.0, 2))), within(2));
    }

    @Test
    void theMoreUrgentOfManyClocksAreMovedFirstAndTheRestInTheNextTick() {
        Instant due = now().plus(Duration.ofHours(20));
        database.transact(tx -> IntStream.range(0, 2100).forEach(n -> queue.enqueue(tx, SampleItems.add(tx, n), decision(1, Optional.of(due)))));

        assertThat(rank()).isEqualTo(2000);
        assertThat(rank()).isEqualTo(100);
        assertThat(rank()).isZero();
    }

    private UUID file(int number, double priority, Optional<Instant> deadline) {
        return database.inTransaction(tx -> {
            UUID item = SampleItems.add(tx, number);
            queue.enqueue(tx, item, decision(priority, deadline));
            return item;
        });
    }

    private PolicyDecision decision(double calm, Optional<Instant> deadline) {
        double added = deadline.map(at -> WEIGHTS.deadlineThousandths(Duration.between(now(), at)) / 1000.0).orElse(0.0);
        return new PolicyDecision(SamplePolicy.REF, Disposition.REVIEW, "spam", "*", List.of(), "open", Severity.S0, deadline, calm + added,
                List.of(new PriorityPart("Reports", calm), new PriorityPart("Deadline", added)), List.of());
    }

    private int rank() {
        return database.inTransaction(tx -> queue.rank(tx, WEIGHTS));
    }

    private void dueIn(UUID item, Duration left) {
        database.transact(tx -> tx.createUpdate("update task_clock set due_at = :due, rank_at = current_timestamp where task_id = :task")
                .bind("due", now().plus(left)).bind("task", ReviewQueue.taskId(item, 1)).execute());
    }

    private Optional<Instant> rankAt(UUID item) {
        return database.inTransaction(tx -> tx.createQuery("select rank_at from task_clock where task_id = :task").bind("task", ReviewQueue.taskId(item, 1))
                .map((row, _) -> Optional.ofNullable(row.getObject("rank_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant)).one());
    }

    private int priority(UUID item) {
        return database.<LeasedTask>inTransaction(tx -> queue.find(tx, ReviewQueue.taskId(item, 1)).orElseThrow()).priority();
    }

    private List<UUID> order() {
        return database.inTransaction(tx -> tx.createQuery("select item_id from review_task where state in (0, 1) order by priority").mapTo(UUID.class).list());
    }

    private List<LeasedTask> claim(UUID reviewer) {
        int lane = lane("spam").id();
        return database.inTransaction(tx -> queue.claim(tx, reviewer, lane, 1));
    }

    private Lane lane(String key) {
        return database.<List<Lane>>inTransaction(tx -> queue.lanes(tx, BEN)).stream().filter(lane -> lane.key().equals(key)).findFirst().orElseThrow();
    }

    private Instant now() {
        return database.inTransaction(tx -> tx.createQuery("select current_timestamp as now_at")
                .map((row, _) -> row.getObject("now_at", OffsetDateTime.class).toInstant()).one());
    }
}
