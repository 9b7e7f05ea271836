package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.Stage;
import dev.docket.storage.Database;
import dev.docket.team.Role;
import dev.docket.team.Team;
import dev.docket.verdict.Standing.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Second opinions, adjudication, ladders and appeals, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LadderContract {
    @TempDir
    private Path folder;
    private Database database;
    private Room room;
    private UUID item;

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
        item = room.file(1);
    }

    @AfterEach
    void theLogIsSound() {
        room.assertThatTheLogIsSound();
    }

    @Test
    void aSecondLookThatComesToTheSameAgrees() {
        Verdict first = room.unsure(room.anna, item, "spam_scam");

        Verdict second = room.decide(room.ben, item, "spam_scam");

        assertThat(second.kind()).isEqualTo(VerdictKind.AGREED);
        assertThat(second.about()).contains(first.id());
        assertThat(room.standing(item)).extracting(Standing::state, standing -> standing.votes().size()).containsExactly(State.DECIDED, 2);
        assertThat(room.claim(room.carla, item)).as("nothing is left to look at").isEmpty();
    }

    @Test
    void twoFindingsThatDifferGoToAThirdPersonWhoseWordCounts() {
        room.unsure(room.anna, item, "spam_scam");
        Verdict second = room.decide(room.ben, item, "benign");

        assertThat(second.kind()).isEqualTo(VerdictKind.DISAGREED);
        assertThat(room.standing(item)).extracting(Standing::state, Standing::deciding).containsExactly(State.DISPUTED, Optional.empty());
        assertThat(room.claim(room.anna, item)).isEmpty();
        assertThat(room.claim(room.ben, item)).isEmpty();
        assertThat(room.lane(room.anna, "adjudication")).get().extracting(Lane::waiting, Lane::barred).containsExactly(0L, 1L);

        Verdict third = room.decide(room.carla, item, "civic_deception");

        assertThat(third.kind()).isEqualTo(VerdictKind.ADJUDICATED);
        assertThat(room.standing(item).state()).isEqualTo(State.DECIDED);
        assertThat(room.standing(item).deciding()).contains(third);
        assertThat(room.standing(item).settling()).containsExactly(third.taskId());
    }

    @Test
    void anAdjudicationMayLeaveItGreyAndSayWhy() {
        room.unsure(room.anna, item, "spam_scam");
        room.decide(room.ben, item, "benign");
        LeasedTask task = room.claim(room.carla, item).orElseThrow();
        assertThat(task.stage()).isEqualTo(Stage.ADJUDICATION);

        Verdict grey = room.record(new Verdict(UUID.randomUUID(), task.taskId(), item, task.round(), 0, VerdictKind.ADJUDICATED, room.carla, task.epoch(),
                Optional.empty(), Optional.empty(), Room.PACK.ref(), SampleShown.of(item), room.now()).withWords("Both readings are fair"));

        assertThat(grey.words()).contains("Both readings are fair");
        assertThat(room.standing(item)).extracting(Standing::state, Standing::deciding).containsExactly(State.GREY, Optional.empty());
        assertThat(room.standing(item).votes()).hasSize(2);
        assertThat(room.appeals.lodge(item, Appeals.Source.UPLOADER, "why", room.anna)).as("nothing counts that could be appealed").isEmpty();
    }

    @Test
    void onlyAnAdjudicationCanBeGrey() {
        LeasedTask first = room.claim(room.anna, item).orElseThrow();

        assertThatThrownBy(() -> room.desk.record(new Verdict(UUID.randomUUID(), first.taskId(), item, 1, 0, VerdictKind.ADJUDICATED, room.anna,
                first.epoch(), Optional.empty(), Optional.empty(), Room.PACK.ref(), SampleShown.of(item), room.now())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Only an adjudication");
    }

    @Test
    void aSecondLookThatIsUnsureItselfGoesToAThirdPersonToo() {
        room.unsure(room.anna, item, "spam_scam");

        assertThat(room.unsure(room.ben, item, "spam_scam").kind()).isEqualTo(VerdictKind.AGREED);
        assertThat(room.claim(room.carla, item).orElseThrow().stage()).isEqualTo(Stage.ADJUDICATION);
    }

    @Test
    void aLookPassedOnWithoutAFindingHasNothingToAgreeWith() {
        room.event(room.anna, item, VerdictKind.ESCALATED, VerdictDesk.SECOND_OPINION);

        assertThat(room.claim(room.anna, item)).isEmpty();
        assertThat(room.decide(room.ben, item, "benign").kind()).isEqualTo(VerdictKind.DECIDED);
        assertThat(room.standing(item)).extracting(Standing::state, standing -> standing.settling().size()).containsExactly(State.DECIDED, 0);
    }

    @Test
    void whoeverJudgedItIsRefusedEvenWithTheTaskInHand() {
        room.unsure(room.anna, item, "spam_scam");
        LeasedTask bens = room.claim(room.ben, item).orElseThrow();
        database.transact(tx -> tx.createUpdate("update review_task set lease_owner = :anna, not_by = null where task_id = :task")
                .bind("anna", room.anna).bind("task", bens.taskId()).execute());

        assertThatThrownBy(() -> room.desk.record(room.verdict(room.anna, bens, Room.finding("spam_scam"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Nobody judges a finding of their own");
        assertThat(room.kinds(item)).containsExactly(VerdictKind.DECIDED);
    }

    @Test
    void nobodySettlesNorHearsTheirOwnEvenWithTheTaskInHand() {
        room.unsure(room.anna, item, "spam_scam");
        room.decide(room.ben, item, "benign");
        refusedInHand(room.anna);
        refusedInHand(room.ben);
        Verdict settled = room.decide(room.carla, item, "spam_scam");
        assertThat(settled.kind()).isEqualTo(VerdictKind.ADJUDICATED);

        room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.ben);
        refusedInHand(room.carla);
        assertThat(room.kinds(item)).endsWith(VerdictKind.APPEALED);
    }

    /** Somebody else's task put into their hands behind the queue's back. */
    private void refusedInHand(UUID person) {
        LeasedTask task = room.claim(room.dora, item).orElseThrow();
        database.transact(tx -> tx.createUpdate("update review_task set lease_owner = :person, not_by = null where task_id = :task")
                .bind("person", person).bind("task", task.taskId()).execute());

        assertThatThrownBy(() -> room.desk.record(room.verdict(person, task, Room.finding("benign"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Nobody judges a finding of their own");
        database.transact(tx -> room.queue.release(tx, person, List.of(task.taskId())));
    }

    @Test
    void eachLadderHasItsLaneAndItsClock() {
        room.event(room.anna, item, VerdictKind.ESCALATED, "urgent_harm");

        LeasedTask task = room.claim(room.dora, item).orElseThrow();
        Lane lane = room.lane(room.dora, "ladder-urgent_harm").orElseThrow();

        assertThat(task.stage()).isEqualTo(Stage.LADDER);
        assertThat(lane.title()).isEqualTo("Urgent harm");
        assertThat(Duration.between(databaseTime(), lane.due().orElseThrow())).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
        assertThat(room.standing(item).state()).isEqualTo(State.ESCALATED);

        room.record(room.verdict(room.dora, task, Room.finding("self_harm")));

        assertThat(room.standing(item).state()).isEqualTo(State.DECIDED);
        assertThat(room.standing(item).settling()).containsExactly(task.taskId());
    }

    @Test
    void aLeadPassesOnToLegalAndTheLastWordCounts() {
        room.decide(room.anna, item, "ip_concern");
        assertThat(room.lane(room.dora, "escalated")).get().extracting(Lane::waiting).isEqualTo(1L);
        room.event(room.dora, item, VerdictKind.ESCALATED, "legal");
        assertThat(room.standing(item).state()).isEqualTo(State.ESCALATED);

        Verdict legal = room.decide(room.anna, item, Room.finding("ip_concern").withAction("allow", List.of()));

        assertThat(room.standing(item).deciding()).contains(legal);
        assertThat(room.standing(item).state()).isEqualTo(State.DECIDED);
    }

    @Test
    void aLadderOfFourEyesIsKeptFromWhoeverPassedItUp() {
        room.event(room.anna, item, VerdictKind.ESCALATED, "child_safety");

        assertThat(room.claim(room.anna, item)).isEmpty();
        assertThat(room.claim(room.dora, item)).isPresent();
    }

    @Test
    void aReviewerIsNotOfferedWhatIsForLeads() {
        room.event(room.anna, item, VerdictKind.ESCALATED, "lead");

        assertThat(room.lane(room.ben, "escalated")).get().extracting(Lane::closed, Lane::role, Lane::waiting, Lane::barred, Lane::stranded)
                .containsExactly(true, Optional.of(Role.LEAD), 0L, 1L, 0L);
        assertThat(room.claim(room.ben, item)).isEmpty();
        assertThat(room.lane(room.dora, "escalated")).get().extracting(Lane::closed, Lane::waiting).containsExactly(false, 1L);
        assertThat(room.claim(room.dora, item)).isPresent();
    }

    @Test
    void theLeadsStandInForLegalUntilSomebodyIs() {
        room.event(room.anna, item, VerdictKind.ESCALATED, "legal");
        assertThat(room.lane(room.dora, "ladder-legal")).get().extracting(Lane::closed).isEqualTo(false);

        UUID elena = database.inTransaction(tx -> new Team().add(tx, "G-05", Role.LEGAL)).id();

        assertThat(room.lane(room.dora, "ladder-legal")).get().extracting(Lane::closed, Lane::stranded).containsExactly(true, 0L);
        assertThat(room.claim(room.dora, item)).isEmpty();
        assertThat(room.claim(elena, item)).isPresent();
    }

    @Test
    void whatNobodyHereMayTakeIsCountedAsStranded() {
        room.event(room.anna, item, VerdictKind.ESCALATED, "urgent_harm");
        database.transact(tx -> tx.execute("update principal set active = false where app_role = 'LEAD'"));

        assertThat(room.lane(room.ben, "ladder-urgent_harm")).get().extracting(Lane::stranded).isEqualTo(1L);
    }

    @Test
    void aLadderThePackDoesNotHaveIsTheLeads() {
        room.event(room.anna, item, VerdictKind.ESCALATED, "somewhere");

        assertThat(room.lane(room.dora, "escalated")).get().extracting(Lane::waiting).isEqualTo(1L);
    }

    @Test
    void anAppealIsHeardBySomebodyWhoDidNotDecideAndTheDecisionStandsUntilThen() {
        Verdict decision = room.decide(room.anna, item, "spam_scam");

        Verdict appeal = room.appeals.lodge(item, Appeals.Source.UPLOADER, "It is my own shop", room.anna).orElseThrow();

        assertThat(appeal).extracting(Verdict::kind, Verdict::about, Verdict::reason, Verdict::words)
                .containsExactly(VerdictKind.APPEALED, Optional.of(decision.id()), Optional.of("uploader"), Optional.of("It is my own shop"));
        assertThat(room.standing(item)).extracting(Standing::state, Standing::deciding).containsExactly(State.APPEALED, Optional.of(decision));
        assertThat(room.claim(room.anna, item)).as("a lead, but it was her decision").isEmpty();
        assertThat(room.appeals.lodge(item, Appeals.Source.NOTIFIER, "again", room.ben)).as("one is pending").isEmpty();

        Verdict heard = room.decide(room.ben, item, "spam_scam");

        assertThat(heard).extracting(Verdict::kind, Verdict::about).containsExactly(VerdictKind.UPHELD, Optional.of(decision.id()));
        assertThat(room.standing(item)).extracting(Standing::state, Standing::deciding).containsExactly(State.DECIDED, Optional.of(heard));
    }

    @Test
    void anAppealMayOverturnAndBeAppealedAgainToAThirdPerson() {
        Verdict decision = room.decide(room.anna, item, "spam_scam");
        room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.carla);
        Verdict overturned = room.decide(room.ben, item, "benign");
        assertThat(overturned).extracting(Verdict::kind, Verdict::about).containsExactly(VerdictKind.OVERTURNED, Optional.of(decision.id()));

        room.appeals.lodge(item, Appeals.Source.NOTIFIER, "It is a scam", room.anna);

        assertThat(room.claim(room.anna, item)).isEmpty();
        assertThat(room.claim(room.ben, item)).isEmpty();
        assertThat(room.decide(room.carla, item, "benign")).extracting(Verdict::kind, Verdict::about)
                .containsExactly(VerdictKind.UPHELD, Optional.of(overturned.id()));
        assertThat(room.kinds(item)).containsExactly(VerdictKind.DECIDED, VerdictKind.APPEALED, VerdictKind.OVERTURNED, VerdictKind.APPEALED, VerdictKind.UPHELD);
    }

    @Test
    void aSkippedHearingIsStillToBeHeard() {
        room.decide(room.anna, item, "spam_scam");
        room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.carla);

        room.event(room.ben, item, VerdictKind.SKIPPED, "need_language");
        assertThat(room.standing(item).state()).isEqualTo(State.APPEALED);

        assertThat(room.decide(room.carla, item, "benign").kind()).isEqualTo(VerdictKind.OVERTURNED);
    }

    @Test
    void anAppealCanBeWithdrawnUntilItIsHeard() {
        room.decide(room.anna, item, "spam_scam");
        Verdict appeal = room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.carla).orElseThrow();

        assertThat(room.appeals.withdraw(appeal, room.carla)).isTrue();
        assertThat(room.appeals.withdraw(appeal, room.carla)).as("once is enough").isTrue();
        assertThat(room.standing(item).state()).isEqualTo(State.DECIDED);
        assertThat(room.claim(room.ben, item)).isEmpty();

        Verdict again = room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.carla).orElseThrow();
        room.decide(room.ben, item, "spam_scam");
        assertThat(room.appeals.withdraw(again, room.carla)).as("it was heard").isFalse();
        assertThat(room.standing(item).state()).isEqualTo(State.DECIDED);
    }

    @Test
    void aDecisionUnderAppealIsNotTakenBackByItsReviewer() {
        Verdict decision = room.decide(room.anna, item, "spam_scam");
        Verdict appeal = room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.carla).orElseThrow();
        assertThat(room.desk.undo(decision)).isEmpty();

        room.appeals.withdraw(appeal, room.carla);

        assertThat(room.desk.undo(decision)).isPresent();
    }

    @Test
    void aHearingThatIsTakenBackIsHeardAnew() {
        room.decide(room.anna, item, "spam_scam");
        room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.carla);
        Verdict heard = room.decide(room.ben, item, "spam_scam");

        LeasedTask again = room.desk.undo(heard).orElseThrow();

        assertThat(room.standing(item).state()).isEqualTo(State.APPEALED);
        assertThat(room.record(room.verdict(room.ben, again, Room.finding("benign"))).kind()).isEqualTo(VerdictKind.OVERTURNED);
        assertThat(room.standing(item).votes()).hasSize(2);
    }

    @Test
    void nothingIsAppealedWhereNothingCounts() {
        assertThat(room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.anna)).isEmpty();
        assertThat(room.appeals.lodge(UUID.randomUUID(), Appeals.Source.UPLOADER, "", room.anna)).isEmpty();
        room.event(room.anna, item, VerdictKind.QUARANTINED, "child_safety");
        assertThat(room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.anna)).isEmpty();
    }

    @Test
    void anAdjudicationOrHearingIsSkippedNotPassedOn() {
        room.decide(room.anna, item, "spam_scam");
        room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.carla);

        assertThatThrownBy(() -> room.event(room.ben, item, VerdictKind.ESCALATED, VerdictDesk.SECOND_OPINION))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("skipped");
    }

    @Test
    void aHearingPassedUpStaysFromThoseWhoJudged() {
        room.decide(room.anna, item, "spam_scam");
        room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.carla);
        room.event(room.ben, item, VerdictKind.ESCALATED, "legal");

        assertThat(room.standing(item).state()).isEqualTo(State.ESCALATED);
        assertThat(room.claim(room.anna, item)).isEmpty();
        assertThat(room.claim(room.ben, item)).as("passed it up without judging, but has it behind them").isEmpty();
        Verdict legal = room.decide(room.dora, item, "benign");
        assertThat(room.standing(item)).extracting(Standing::state, Standing::deciding).containsExactly(State.DECIDED, Optional.of(legal));
    }

    @Test
    void aDeskOfOnesOwnIsToldThatSomebodyElseIsMissing() {
        room.unsure(room.anna, item, "spam_scam");
        assertThat(room.lane(room.anna, "second-opinion")).get().extracting(Lane::waiting, Lane::barred, Lane::stranded).containsExactly(0L, 1L, 0L);

        database.transact(tx -> tx.createUpdate("update principal set active = false where principal_id <> :anna").bind("anna", room.anna).execute());

        assertThat(room.lane(room.anna, "second-opinion")).get().extracting(Lane::waiting, Lane::barred, Lane::stranded).containsExactly(0L, 1L, 1L);
    }

    @Test
    void aBlindDecisionIsChangedAfterTheRevealAsASecondStage() {
        LeasedTask task = room.claim(room.anna, item).orElseThrow();
        Verdict blind = new Verdict(UUID.randomUUID(), task.taskId(), item, 1, 0, VerdictKind.DECIDED, room.anna, task.epoch(),
                Optional.of(Room.finding("spam_scam").withSure(false)), Optional.empty(), Room.PACK.ref(),
                SampleShown.of(item).withMode(Shown.Mode.BLIND, List.of(new Shown.CoverStep("full", 0), new Shown.CoverStep("off", 700))), room.now());
        room.record(blind);
        Verdict changed = blind.changed(UUID.randomUUID(), Room.finding("benign"), SampleShown.of(item), room.now().plusSeconds(3));

        assertThat(room.desk.revise(changed)).isTrue();
        assertThat(room.desk.revise(changed)).as("sent again").isTrue();

        assertThat(room.kinds(item)).containsExactly(VerdictKind.DECIDED, VerdictKind.REVISED);
        assertThat(room.standing(item).votes()).singleElement().satisfies(vote -> {
            assertThat(vote.finding().orElseThrow().label()).isEqualTo("benign");
            assertThat(vote.about()).contains(blind.id());
        });
        assertThat(room.claim(room.ben, item)).as("it is sure now").isEmpty();
        assertThat(room.stored(blind.id()).orElseThrow().shown().steps()).hasSize(2);
        assertThat(room.desk.revise(changed.changed(UUID.randomUUID(), Room.finding("spam_scam"), SampleShown.of(item), room.now())))
                .as("once only").isFalse();
        assertThat(room.desk.undo(changed)).isPresent();
        assertThat(room.standing(item).state()).isEqualTo(State.OPEN);
    }

    @Test
    void whatWasSeenOpenOrJudgedSinceIsNotRevised() {
        Verdict open = room.decide(room.anna, item, "spam_scam");
        assertThat(room.desk.revise(open.changed(UUID.randomUUID(), Room.finding("benign"), open.shown(), room.now()))).isFalse();

        UUID other = room.file(2);
        LeasedTask task = room.claim(room.anna, other).orElseThrow();
        Verdict blind = new Verdict(UUID.randomUUID(), task.taskId(), other, 1, 0, VerdictKind.DECIDED, room.anna, task.epoch(),
                Optional.of(Room.finding("spam_scam").withSure(false)), Optional.empty(), Room.PACK.ref(),
                SampleShown.of(other).withMode(Shown.Mode.BLIND, List.of()), room.now());
        room.record(blind);
        room.decide(room.ben, other, "spam_scam");
        assertThat(room.desk.revise(blind.changed(UUID.randomUUID(), Room.finding("benign"), blind.shown(), room.now()))).isFalse();
    }

    @Test
    void commentsAreTheirAuthorsAndGoWithTheItem() {
        Comments.Comment annas = database.inTransaction(tx -> room.comments.add(tx, item, room.anna, "  Is this the fair from last week?  "));
        room.pass(Duration.ofSeconds(1));
        Comments.Comment bens = database.inTransaction(tx -> room.comments.add(tx, item, room.ben, "Yes"));

        database.transact(tx -> {
            assertThat(room.comments.of(tx, item)).containsExactly(annas, bens);
            assertThat(annas.words()).isEqualTo("Is this the fair from last week?");
            assertThat(room.comments.delete(tx, annas.id(), room.ben)).as("not his").isFalse();
            assertThat(room.comments.delete(tx, annas.id(), room.anna)).isTrue();
            assertThat(room.comments.of(tx, item)).containsExactly(bens);
            assertThatThrownBy(() -> room.comments.add(tx, item, room.anna, " ")).hasMessageContaining("1 to 1000 characters");
        });
        room.event(room.anna, item, VerdictKind.QUARANTINED, "child_safety");
        database.transact(tx -> {
            assertThat(tx.createQuery("select count(*) from item_comment").mapTo(Long.class).one()).isZero();
            assertThatThrownBy(() -> room.comments.add(tx, item, room.anna, "x")).hasMessageContaining("no item");
        });
    }

    @Test
    void theWordsOfAnAppealGoWithAQuarantineAndTheLogStaysSound() {
        room.decide(room.anna, item, "spam_scam");
        room.appeals.lodge(item, Appeals.Source.UPLOADER, "call me on 0660/1234567", room.carla);

        room.event(room.ben, item, VerdictKind.QUARANTINED, "child_safety");

        assertThat(database.<List<String>>inTransaction(tx -> tx.createQuery("select words from verdict_event where words is not null").mapTo(String.class).list())).isEmpty();
    }

    private Instant databaseTime() {
        return database.inTransaction(tx -> tx.createQuery("select current_timestamp as now_at")
                .map((row, _) -> row.getObject("now_at", OffsetDateTime.class).toInstant()).one());
    }
}
