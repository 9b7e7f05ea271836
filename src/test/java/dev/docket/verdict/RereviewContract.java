package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditLog;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.Stage;
import dev.docket.storage.Database;
import dev.docket.team.Role;
import dev.docket.team.Team;
import dev.docket.verdict.Rereview.Back;
import dev.docket.verdict.Rereview.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Doubted labels are looked at again, blind and by somebody else, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RereviewContract {
    @TempDir
    private Path folder;
    private Database database;
    private Room room;
    private Rereview rereview;

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
    void fillTheRoom() {
        room = new Room(database, folder);
        rereview = new Rereview(database, room.queue, Room.PACK, new AuditLog(new UUID(1, 1), "desk", Clock.fixed(Room.START, ZoneOffset.UTC)));
    }

    private Outcome ask(Verdict doubted) {
        return rereview.ask(doubted.id(), room.dora, List.of("model", "posterior"));
    }

    @Test
    void aDoubtedLabelGetsASecondLookBySomebodyElseAndALineInTheLog() {
        UUID item = room.file(1);
        Verdict doubted = room.decide(room.ben, item, "spam_scam");

        assertThat(ask(doubted)).isEqualTo(Outcome.FILED);

        assertThat(room.claim(room.ben, item)).as("whoever found it is not served it").isEmpty();
        LeasedTask second = room.claim(room.carla, item).orElseThrow();
        // what this stage hides is asked of ui.ladder.DossierReader and held by ui.review's tests
        assertThat(second.stage()).isEqualTo(Stage.SECOND);
        assertThat(database.<List<String>>inTransaction(tx -> tx.createQuery("select body_json from audit_entry where kind = 'LABEL_SENT_BACK'").mapTo(String.class).list()))
                .singleElement().asString().contains(item.toString()).contains(doubted.id().toString()).contains("posterior");
        room.assertThatTheLogIsSound();
        Verdict differing = room.record(room.verdict(room.carla, second, Room.finding("benign")));
        assertThat(differing.kind()).isEqualTo(VerdictKind.DISAGREED);
        assertThat(differing.about()).contains(doubted.id());
        assertThat(room.standing(item).state()).isEqualTo(Standing.State.DISPUTED);
    }

    @Test
    void whatWaitsForALookAlreadyAndWhatChangedIsLeftAlone() {
        Verdict doubted = room.decide(room.ben, room.file(1), "spam_scam");
        assertThat(ask(doubted)).isEqualTo(Outcome.FILED);
        assertThat(ask(doubted)).isEqualTo(Outcome.UNDER_WAY);
        room.decide(room.carla, doubted.itemId(), "spam_scam");

        assertThat(ask(doubted)).as("carla's finding counts now").isEqualTo(Outcome.CHANGED);
        assertThat(rereview.ask(UUID.randomUUID(), room.dora, List.of())).isEqualTo(Outcome.CHANGED);
    }

    @Test
    void anItemThatEverybodyJudgedIsSentToNobody() {
        UUID item = room.file(1);
        room.unsure(room.ben, item, "spam_scam");
        room.decide(room.carla, item, "benign");
        room.decide(room.anna, item, "benign");
        Verdict last = room.standing(item).deciding().orElseThrow();
        database.transact(tx -> tx.createUpdate("update principal set active = false where principal_id = :dora").bind("dora", room.dora).execute());

        assertThat(ask(last)).isEqualTo(Outcome.NOBODY_LEFT);
        database.transact(tx -> new Team().add(tx, "R-05", Role.REVIEWER));
        assertThat(ask(last)).isEqualTo(Outcome.FILED);
    }

    @Test
    void whatNobodyTookIsTakenBackAndMayBeSentAnew() {
        UUID item = room.file(1);
        Verdict doubted = room.decide(room.ben, item, "spam_scam");
        ask(doubted);

        assertThat(rereview.takeBack(doubted.id(), room.dora)).isEqualTo(Back.TAKEN_BACK);

        assertThat(room.claim(room.carla, item, stage -> stage == Stage.SECOND)).isEmpty();
        assertThat(room.standing(item).state()).isEqualTo(Standing.State.DECIDED);
        assertThat(database.<Long>inTransaction(tx -> tx.createQuery("select count(*) from audit_entry where kind = 'LABEL_TAKEN_BACK'").mapTo(Long.class).one())).isEqualTo(1);
        room.assertThatTheLogIsSound();
        assertThat(rereview.takeBack(doubted.id(), room.dora)).as("once").isEqualTo(Back.OVER);
        assertThat(ask(doubted)).isEqualTo(Outcome.FILED);
        assertThat(room.claim(room.carla, item, stage -> stage == Stage.SECOND)).isPresent();
    }

    @Test
    void whatSomebodyHasInHandOrAskedForThemselvesStays() {
        UUID item = room.file(1);
        Verdict doubted = room.decide(room.ben, item, "spam_scam");
        ask(doubted);
        room.claim(room.carla, item).orElseThrow();
        assertThat(rereview.takeBack(doubted.id(), room.dora)).isEqualTo(Back.IN_HAND);

        UUID other = room.file(2);
        room.unsure(room.ben, other, "spam_scam");
        Verdict unsure = room.standing(other).deciding().orElseThrow();
        assertThat(rereview.takeBack(unsure.id(), room.dora)).isEqualTo(Back.OVER);
        assertThat(room.claim(room.carla, other, stage -> stage == Stage.SECOND)).isPresent();
    }

    @Test
    void theFirstReviewerMayStillTakeTheirFindingBackAndTheLookGoesWithIt() {
        UUID item = room.file(1);
        Verdict doubted = room.decide(room.ben, item, "spam_scam");
        ask(doubted);

        assertThat(room.desk.undo(doubted)).isPresent();

        assertThat(room.claim(room.carla, item, stage -> stage == Stage.SECOND)).isEmpty();
    }
}
