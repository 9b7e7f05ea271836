package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.queue.LeasedTask;
import dev.docket.storage.Notices;
import dev.docket.storage.StorageException;
import dev.docket.verdict.VerdictDesk.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A day of several people on one PostgreSQL, each with no more rights than their login has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedRoomTest {
    @TempDir
    private static Path folder;
    private SharedRoom room;
    private int filed;

    @BeforeAll
    void openTheRoom() {
        room = new SharedRoom(folder);
    }

    @AfterAll
    void closeTheRoom() {
        room.close();
    }

    @AfterEach
    void theLogIsSound() {
        assertThat(room.faultOfTheLog()).isEmpty();
    }

    @Test
    void aQuarantineATakeOverAndNewTasksAreToldAndClaimsAndVerdictsAreNot() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Notices notices = new Notices(room.shared.source(room.ben.member), heard::add)) {
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(Notices.ANYTHING);
            UUID decided = room.file(900);
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(Notices.TASKS);
            room.anna.decide(decided, Room.finding("benign"));
            UUID taken = room.file(901);
            assertThat(heard.poll(20, TimeUnit.SECONDS)).as("not a word of the verdict").isEqualTo(Notices.TASKS);
            room.anna.claim(taken).orElseThrow();
            room.lead.database.transact(tx -> room.lead.queue.holders(tx).forEach(holder -> room.lead.queue.takeFrom(tx, holder)));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("taken over");
            room.carla.desk.record(room.carla.event(room.carla.claim(taken).orElseThrow(), VerdictKind.QUARANTINED, "suspected"));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("withheld");
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void twoPeopleNeverHoldTheSameItem() throws Exception {
        for (int i = 0; i < 40; i++) {
            item();
        }
        Map<UUID, UUID> holders = new ConcurrentHashMap<>();
        List<Thread> people = Stream.of(room.anna, room.ben, room.carla, room.lead).map(seat -> Thread.ofPlatform().start(() -> {
            for (int turn = 0; turn < 5; turn++) {
                seat.database.<List<LeasedTask>>inTransaction(tx -> seat.queue.lanes(tx).stream().flatMap(lane -> seat.queue.claim(tx, seat.id(), lane.id(), 3).stream()).toList())
                        .forEach(task -> assertThat(holders.put(task.taskId(), seat.id())).isNull());
            }
        })).toList();
        for (Thread person : people) {
            person.join();
        }

        assertThat(holders).hasSizeGreaterThanOrEqualTo(40);
        room.shared.owner.transact(tx -> tx.execute("update review_task set state = 3, lease_owner = null, lease_until = null where state in (0, 1)"));
    }

    @Test
    void aVerdictIsRecordedOnceHoweverOftenItIsSent() {
        UUID item = item();
        Verdict verdict = room.anna.verdict(room.anna.claim(item).orElseThrow(), Room.finding("benign"));

        assertThat(room.anna.desk.record(verdict)).isEqualTo(Outcome.ACCEPTED);
        assertThat(room.anna.desk.record(verdict)).isEqualTo(Outcome.DUPLICATE);

        assertThat(room.record(item)).containsExactly(verdict);
        assertThat(room.anna.claim(item)).isEmpty();
    }

    @Test
    void aVerdictUnderALeaseThatPassedIsKeptAsASecondOpinion() {
        UUID item = item();
        LeasedTask lost = room.anna.claim(item).orElseThrow();
        room.shared.owner.transact(tx -> tx.execute("update review_task set lease_until = current_timestamp - interval '1' second where lease_owner is not null"));
        room.ben.decide(item, Room.finding("benign"));
        Verdict late = room.anna.verdict(lost, Room.finding("spam_scam"));

        assertThat(room.anna.desk.record(late)).isEqualTo(Outcome.LATE);

        assertThat(room.anna.desk.late(item)).containsExactly(late);
        assertThat(room.ben.desk.late(item)).as("somebody else's").isEmpty();
        assertThat(room.record(item)).hasSize(1);
    }

    @Test
    void aVerdictIsTakenBackAndMadeAnew() {
        UUID item = item();
        Verdict verdict = room.anna.decide(item, Room.finding("benign"));

        assertThat(room.anna.desk.undo(verdict)).isPresent();
        assertThat(room.anna.desk.redo(verdict)).isPresent();

        assertThat(room.record(item)).extracting(Verdict::kind).containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE, VerdictKind.DECIDED);
        assertThat(room.ben.desk.undo(verdict)).as("somebody else's").isEmpty();
    }

    @Test
    void whatIsTakenBackAndGivenUpIsForEverybody() {
        UUID item = item();
        LeasedTask again = room.anna.desk.undo(room.anna.decide(item, Room.finding("benign"))).orElseThrow();
        room.anna.database.transact(tx -> room.anna.queue.release(tx, room.anna.id(), List.of(again.taskId())));

        Verdict second = room.ben.decide(item, Room.finding("spam_scam"));

        assertThat(second.revision()).as("the events before it count, though they cannot be seen").isEqualTo(2);
        assertThat(room.standing(item).deciding()).contains(second);
    }

    @Test
    void aSkippedItemGoesToTheEndOfItsLaneAndTheSkipCanBeTakenBack() {
        UUID item = item();
        Verdict skip = room.anna.event(room.anna.claim(item).orElseThrow(), VerdictKind.SKIPPED, "unclear");

        assertThat(room.anna.desk.record(skip)).isEqualTo(Outcome.ACCEPTED);
        assertThat(room.anna.desk.undo(skip)).isPresent();

        room.anna.database.transact(tx -> room.anna.queue.releaseAll(tx, room.anna.id()));
        assertThat(room.record(item)).extracting(Verdict::kind).containsExactly(VerdictKind.SKIPPED, VerdictKind.UNDONE);
    }

    @Test
    void aSecondLookIsBlindAndTheDatabaseComparesIt() {
        UUID item = item();
        Verdict first = room.anna.decide(item, Room.finding("spam_scam").withSure(false));

        assertThat(room.anna.claim(item)).as("never one's own").isEmpty();
        LeasedTask task = room.ben.claim(item).orElseThrow();
        assertThat(room.ben.history(item)).as("what was found before").isEmpty();
        assertThat(room.ben.desk.record(room.ben.verdict(task, Room.finding("spam_scam")))).isEqualTo(Outcome.ACCEPTED);

        assertThat(room.record(item)).extracting(Verdict::kind).containsExactly(VerdictKind.DECIDED, VerdictKind.AGREED);
        assertThat(room.record(item).getLast().about()).contains(first.id());
    }

    @Test
    void twoFindingsThatDifferGoToAThirdPersonWhoSeesBoth() {
        UUID item = item();
        room.anna.decide(item, Room.finding("spam_scam").withSure(false));
        assertThat(room.ben.decide(item, Room.finding("benign")).kind()).isEqualTo(VerdictKind.DISAGREED);
        assertThat(room.anna.claim(item)).isEmpty();
        assertThat(room.ben.claim(item)).isEmpty();

        LeasedTask task = room.carla.claim(item).orElseThrow();
        assertThat(room.carla.history(item)).extracting(Verdict::kind).containsExactly(VerdictKind.DECIDED, VerdictKind.DISAGREED);
        Verdict third = room.carla.verdict(task, Room.finding("civic_deception"));
        assertThat(room.carla.desk.record(third)).isEqualTo(Outcome.ACCEPTED);

        assertThat(room.standing(item)).extracting(Standing::state, standing -> standing.deciding().orElseThrow().id()).containsExactly(Standing.State.DECIDED, third.id());
    }

    @Test
    void whatIsPassedUpGoesToALead() {
        UUID item = item();
        assertThat(room.anna.desk.record(room.anna.event(room.anna.claim(item).orElseThrow(), VerdictKind.ESCALATED, "lead"))).isEqualTo(Outcome.ACCEPTED);

        assertThat(room.ben.claim(item)).isEmpty();
        assertThat(room.lead.decide(item, Room.finding("benign")).kind()).isEqualTo(VerdictKind.DECIDED);
    }

    @Test
    void anUnsureVerdictThatIsTakenBackTakesItsSecondLookWithIt() {
        UUID item = item();
        Verdict unsure = room.anna.decide(item, Room.finding("benign").withSure(false));

        assertThat(room.anna.desk.undo(unsure)).isPresent();

        assertThat(room.ben.claim(item)).isEmpty();
        room.anna.database.transact(tx -> room.anna.queue.releaseAll(tx, room.anna.id()));
        assertThat(room.ben.claim(item)).as("the first look again").isPresent();
        room.ben.database.transact(tx -> room.ben.queue.releaseAll(tx, room.ben.id()));
    }

    @Test
    void aQuarantineReachesWhatItsPersonCannotSee() {
        UUID item = item();
        room.ben.desk.record(room.ben.verdict(room.ben.claim(item).orElseThrow(), Room.finding("spam_scam").withSure(false).withNote(Optional.of("a note of ben's"))));
        LeasedTask task = room.carla.claim(item).orElseThrow();

        assertThat(room.carla.desk.record(room.carla.event(task, VerdictKind.QUARANTINED, "suspected"))).isEqualTo(Outcome.ACCEPTED);

        assertThat(room.shared.owner.<Integer>inTransaction(tx -> tx.select("select state from item where item_id = ?", item).mapTo(Integer.class).one())).isEqualTo(9);
        assertThat(room.shared.owner.<Long>inTransaction(tx -> tx.select("select count(*) from review_task where item_id = ? and state in (0, 1)", item).mapTo(Long.class).one())).isZero();
        assertThat(room.shared.owner.<Long>inTransaction(tx -> tx.select("select count(*) from hand_over where item_id = ?", item).mapTo(Long.class).one())).isOne();
        new VerdictDesk(room.lead.database, room.lead.queue, new dev.docket.item.Items(), new dev.docket.storage.FolderBlobStore(folder, new byte[32]), SharedRoom.PACK,
                room.lead.audit, java.time.Clock.systemUTC());
        assertThat(room.shared.owner.<String>inTransaction(tx -> tx.select("select string_agg(finding_json, ' ') from verdict_event where item_id = ?", item).mapTo(String.class).one()))
                .as("a lead's next start erases what the quarantining person could not read").doesNotContain("a note of ben's");
    }

    @Test
    void aDecisionIsCarriedOverToLookAlikesThatNobodyHolds() {
        UUID seed = room.file(++filed, "general", Room.hash(4711));
        UUID alike = room.file(++filed, "general", Room.hash(4711));
        UUID held = room.file(++filed, "general", Room.hash(4711));
        room.ben.claim(held).orElseThrow();
        Verdict decided = room.anna.decide(seed, Room.finding("spam_scam"));
        List<Propagation.Tile> tiles = Stream.of(alike, held).map(each -> new Propagation.Tile(each, SampleShown.of(each))).toList();

        Propagation.Batch batch = room.anna.propagation.confirm(new Propagation.Chosen(decided.id(), room.anna.id(), tiles));

        assertThat(batch.items()).containsExactly(alike);
        assertThat(room.record(alike)).extracting(Verdict::kind).containsExactly(VerdictKind.PROPAGATED);
        assertThat(room.anna.propagation.reverse(batch)).isOne();
        assertThat(room.record(alike)).extracting(Verdict::kind).containsExactly(VerdictKind.PROPAGATED, VerdictKind.REVERSED);
        room.ben.database.transact(tx -> room.ben.queue.releaseAll(tx, room.ben.id()));
    }

    @Test
    void whatSpreadsByItselfIsCarriedOverByTheIntakesLogin() {
        UUID seed = room.file(++filed, "general", Room.hash(815));
        byte[] same = ("picture " + filed).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        room.anna.decide(seed, Room.finding("spam_scam"));
        room.pass(Duration.ofMinutes(5));

        assertThat(room.feed.propagation.spread()).as("nothing looks alike").isEmpty();
        assertThat(same).isNotEmpty();
    }

    @Test
    void anAppealIsRegisteredByALeadAndHeardBySomebodyElse() {
        UUID item = item();
        Verdict decided = room.anna.decide(item, Room.finding("spam_scam"));

        assertThat(room.lead.appeals.lodge(item, Appeals.Source.UPLOADER, "it is mine", room.lead.id())).isPresent();
        assertThat(room.anna.claim(item)).isEmpty();
        Verdict heard = room.ben.decide(item, Room.finding("benign"));

        assertThat(heard.kind()).isEqualTo(VerdictKind.OVERTURNED);
        assertThat(heard.about()).contains(decided.id());
        assertThatThrownBy(() -> room.ben.appeals.lodge(item, Appeals.Source.DESK, "again", room.ben.id())).isInstanceOf(StorageException.class)
                .hasMessageContaining("does not permit this");
    }

    private UUID item() {
        return room.file(++filed);
    }
}
