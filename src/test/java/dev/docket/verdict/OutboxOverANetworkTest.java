package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.storage.CutCable;
import dev.docket.storage.Database;
import dev.docket.storage.Journal;
import dev.docket.storage.LostAnswer;
import dev.docket.storage.StorageException;
import dev.docket.storage.UnreachableException;
import dev.docket.verdict.VerdictDesk.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One person's outbox on a team's database that does not always answer. */
class OutboxOverANetworkTest {
    private static final byte[] KEY = new byte[32];

    @TempDir
    private Path folder;
    private SharedRoom team;
    private CutCable cable;
    private LostAnswer line;
    private Database far;
    private VerdictDesk there;
    private List<UUID> items;

    @BeforeEach
    void open() throws Exception {
        team = new SharedRoom(folder.resolve("team"));
        cable = team.shared.cable();
        var connection = team.shared.connection(team.anna.member, cable);
        line = LostAnswer.before(connection.address().source(connection.login(), team.shared.password(team.anna.member)));
        far = Database.joined(line.source(), "far away");
        there = team.desk(far, team.anna);
        items = List.of(team.file(1), team.file(2), team.file(3));
    }

    @AfterEach
    void close() throws IOException {
        assertThat(team.faultOfTheLog()).isEmpty();
        far.close();
        cable.close();
        team.close();
    }

    @Test
    void whileTheDatabaseDoesNotAnswerVerdictsWaitInOrderAndSurviveAKill() throws Exception {
        List<Verdict> made = verdicts();
        Outbox first = outbox();
        cable.cut();
        assertThat(made.stream().limit(2).map(first::record)).containsExactly(Outcome.PENDING, Outcome.PENDING);
        assertThat(first.send()).as("still cut").isEqualTo(Recorder.Sent.NOTHING);
        assertThat(first.waiting()).isEqualTo(2);
        assertThat(team.record(items.getFirst())).isEmpty();

        // killed, and started again where there is a connection
        cable.mend();
        awaitAnswer();
        Outbox second = outbox();
        assertThat(second.replayed().recorded()).isEqualTo(2);
        assertThat(second.record(made.getLast())).isEqualTo(Outcome.ACCEPTED);
        items.forEach(each -> assertThat(team.record(each)).hasSize(1));
    }

    @Test
    void oneThatTheDatabaseRefusesHoldsUpNoneOfThoseBehindIt() throws Exception {
        List<Verdict> made = verdicts();
        Outbox outbox = outbox();
        cable.cut();
        made.forEach(outbox::record);
        team.shared.owner.transact(tx -> {
            tx.execute("create function not_this() returns trigger language plpgsql as $$ begin if new.verdict_id = '" + made.get(1).id()
                    + "' then raise exception 'the disk of the log is full' using errcode = 'XX000'; end if; return new; end $$");
            tx.execute("create trigger not_this before insert on verdict_event for each row execute function not_this()");
        });
        cable.mend();
        awaitAnswer();

        Recorder.Sent sent = outbox.send();

        assertThat(sent.recorded()).containsExactly(made.get(0), made.get(2));
        assertThat(sent.refused()).singleElement().satisfies(left -> {
            assertThat(left.verdict()).isEqualTo(made.get(1));
            assertThat(left.reason()).contains("the disk of the log is full");
        });
        assertThat(outbox.waiting()).isZero();
        team.shared.owner.transact(tx -> tx.execute("drop trigger not_this on verdict_event"));
        assertThat(outbox().replayed()).as("it is here, and goes with the next start").isEqualTo(new Outbox.Replayed(1, 0, List.of(), Optional.empty()));
    }

    @Test
    void whatWasSentBeforeTheConnectionBrokeAgainIsTold() throws Exception {
        List<Verdict> made = verdicts();
        Outbox outbox = outbox();
        cable.cut();
        made.forEach(outbox::record);
        cable.mend();
        awaitAnswer();
        line.loseNextBut(3);

        List<Verdict> told = new ArrayList<>(outbox.send().recorded());
        assertThat(outbox.waiting()).isPositive();
        line.mend();
        awaitAnswer();
        told.addAll(outbox.send().recorded());

        assertThat(told).containsExactlyElementsOf(made);
        items.forEach(each -> assertThat(team.record(each)).hasSize(1));
    }

    @Test
    void whatWasNeverSentIsTakenBackAsIfItHadNotBeen() throws Exception {
        List<Verdict> made = verdicts();
        Outbox outbox = outbox();
        Session session = new Session(outbox, team.anna.propagation);
        cable.cut();
        made.forEach(session::record);

        Session.Undone undone = session.undo().orElseThrow();
        assertThat(undone).isEqualTo(new Session.Undone(new Session.Act.Judged(made.getLast()), true, Optional.empty(), 0, true));
        Verdict anew = session.redo().orElseThrow();
        assertThat(anew.id()).isNotEqualTo(made.getLast().id());
        session.undo();
        session.undo();
        assertThat(outbox.waiting()).isEqualTo(1);

        // killed: what was taken back does not come again
        cable.mend();
        awaitAnswer();
        assertThat(outbox().replayed().recorded()).isEqualTo(1);
        assertThat(items.stream().map(each -> team.record(each).size())).containsExactly(1, 0, 0);
    }

    @Test
    void oneWhoseAnswerWasLostIsAskedAboutBeforeItIsTakenBack() throws Exception {
        Verdict verdict = verdicts().getFirst();
        Outbox outbox = outbox();
        Session session = new Session(outbox, team.anna.propagation);
        line.loseNext();

        assertThat(session.record(verdict)).isEqualTo(Outcome.PENDING);
        assertThatThrownBy(session::undo).isInstanceOf(UnreachableException.class);
        line.mend();
        awaitAnswer();
        assertThat(session.undo().orElseThrow().task()).as("under a new lease").isPresent();

        assertThat(team.record(items.getFirst())).extracting(Verdict::kind).containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE);
        assertThat(outbox.waiting()).isZero();
    }

    private List<Verdict> verdicts() {
        return items.stream().map(each -> team.anna.verdict(team.anna.claim(each).orElseThrow(), Room.finding("benign"))).toList();
    }

    private Outbox outbox() throws IOException {
        return new Outbox(Journal.open(folder.resolve("journal"), KEY, "verdicts"), far, there);
    }

    private void awaitAnswer() throws InterruptedException {
        for (int tries = 0;; tries++) {
            try {
                far.<Integer>inTransaction(tx -> tx.select("select 1").mapTo(Integer.class).one());
                return;
            } catch (StorageException e) {
                if (tries == 100) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
