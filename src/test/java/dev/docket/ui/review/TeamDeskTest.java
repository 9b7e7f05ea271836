package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.docket.audit.Sealer;
import dev.docket.audit.seal.SealerKey;
import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.queue.Holder;
import dev.docket.storage.CutCable;
import dev.docket.storage.Forger;
import dev.docket.storage.Postgres;
import dev.docket.storage.StorageException;
import dev.docket.storage.UnreachableException;
import dev.docket.team.Logins;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Chip;
import dev.docket.ui.queue.DeskQueueBoard;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A reviewer's window on a team's queue, with no more rights than their login has, and a lead's desk beside it. */
class TeamDeskTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    private Path folder;
    private TeamDesks team;
    private Postgres.Shared shared;
    private Desk lead;
    private CutCable cable;
    private OpenDesk open;

    @BeforeEach
    void openTheDesks() throws Exception {
        log.start();
        ((Logger) LoggerFactory.getLogger("dev.docket")).addAppender(log);
        team = new TeamDesks(folder, 12);
        shared = team.shared;
        lead = team.lead;
        cable = shared.cable();
        open = new OpenDesk(Desk.open(team.reviewer("R-02", cable), Clock.systemUTC()));
    }

    @AfterEach
    void closeTheDesks() throws IOException {
        open.close();
        cable.close();
        team.close();
        ((Logger) LoggerFactory.getLogger("dev.docket")).detachAppender(log);
        assertThat(log.list).filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN)).as("nothing was refused behind the window's back").isEmpty();
    }

    @Test
    void aReviewerDecidesSkipsAndTakesBackAndTheLeadSeesIt() {
        List<Holder> holders = lead.database.inTransaction(lead.queue::holders);
        assertThat(holders).extracting(Holder::pseudonym).containsOnly("R-02");

        open.commit(KeyCode.DIGIT9);
        open.commit(KeyCode.DIGIT9);
        open.picture("team-desk");

        List<Verdict> made = lead.database.inTransaction(lead.verdicts::current);
        assertThat(made).hasSize(2).extracting(Verdict::reviewer).containsOnly(open.desk.self.id());
        open.press(KeyCode.Z);
        Toolkit.until("the verdict is taken back", () -> lead.database.<List<Verdict>>inTransaction(lead.verdicts::current).size() == 1);
        assertThat(lead.database.<List<Verdict>>inTransaction(tx -> lead.verdicts.history(tx, made.getLast().itemId()))).extracting(Verdict::kind)
                .containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE);
    }

    @Test
    void withTheCableCutItGoesOnThroughWhatIsInHandAndAllOfItArrives() {
        Toolkit.until("a window of tasks, opened and decoded", () -> open.model.ahead().size() >= 4
                && open.model.ahead().stream().allMatch(held -> held.known().isPresent() && held.picture().isPresent()));
        cable.cut();

        List<UUID> decided = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ReviewCase now = open.current();
            decided.add(now.item().id());
            open.press(KeyCode.DIGIT9);
            Toolkit.until("the next case", () -> open.model.currentProperty().get() != now && open.model.canDecide());
        }
        Toolkit.until("four that wait", () -> open.model.tray().waitingProperty().get() == 4);
        open.picture("team-desk-offline");
        assertThat(lead.database.<List<Verdict>>inTransaction(lead.verdicts::current)).as("nothing has arrived").isEmpty();
        assertThat(waiting()).isEqualTo("4 verdicts wait for the connection");
        cable.mend();

        Toolkit.until("all of it arrives", () -> open.model.tray().waitingProperty().get() == 0);
        assertThat(lead.database.<List<Verdict>>inTransaction(lead.verdicts::current)).extracting(Verdict::itemId).containsExactlyElementsOf(decided);
        assertThat(waiting()).isEmpty();
        log.list.removeIf(line -> line.getLoggerName().contains("hikari"));
        open.press(KeyCode.Z);
        Toolkit.until("the last of them is taken back", () -> lead.database.<List<Verdict>>inTransaction(lead.verdicts::current).size() == 3);
    }

    @Test
    void whatWaitsIsTakenBackAndMadeAnewWithoutAConnection() {
        Toolkit.until("a window of tasks, opened and decoded", () -> open.model.ahead().size() >= 4
                && open.model.ahead().stream().allMatch(held -> held.known().isPresent() && held.picture().isPresent()));
        open.commit(KeyCode.DIGIT9);
        cable.cut();
        // the first of them may have been recorded just as the cable broke, the others never left
        List<ReviewCase> cases = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ReviewCase now = open.current();
            cases.add(now);
            open.press(KeyCode.DIGIT9);
            Toolkit.until("the next case", () -> open.model.currentProperty().get() != now && open.model.canDecide());
        }
        Toolkit.until("three that wait", () -> open.model.tray().waitingProperty().get() == 3);

        open.press(KeyCode.Z);
        Toolkit.until("the last case is there again", () -> open.model.currentProperty().get().task().equals(cases.getLast().task()) && open.model.canDecide());
        assertThat(open.model.tray().waitingProperty().get()).isEqualTo(2);
        open.press(KeyCode.Z, KeyCode.SHIFT);
        Toolkit.until("made anew", () -> open.model.tray().waitingProperty().get() == 3);
        open.press(KeyCode.Z);
        Toolkit.until("taken back again", () -> open.model.currentProperty().get().task().equals(cases.getLast().task()) && open.model.canDecide());
        open.press(KeyCode.DIGIT3);
        Toolkit.until("decided otherwise", () -> open.model.tray().waitingProperty().get() == 3);
        cable.mend();

        Toolkit.until("all of it arrives", () -> open.model.tray().waitingProperty().get() == 0);
        log.list.removeIf(line -> line.getLoggerName().contains("hikari"));
        assertThat(lead.database.<List<Verdict>>inTransaction(tx -> lead.verdicts.history(tx, cases.getLast().item().id()))).extracting(Verdict::kind)
                .as("nobody hears of what was taken back before it was sent").containsExactly(VerdictKind.DECIDED);
    }

    @Test
    void whatIsRecordedCannotBeTakenBackWithoutAConnectionAndTheScreenSaysSo() {
        open.commit(KeyCode.DIGIT9);
        cable.cut();
        open.press(KeyCode.Z);

        Toolkit.until("it says so", () -> open.model.noticeProperty().get().startsWith("The team's database does not answer: nothing was changed"));
        assertThat(open.model.tray().failureProperty().get()).isEmpty();
        cable.mend();
        Toolkit.until("the desk is reached again", () -> isReached());
        open.press(KeyCode.Z);
        Toolkit.until("it is taken back", () -> lead.database.<List<Verdict>>inTransaction(lead.verdicts::current).isEmpty());
        log.list.removeIf(line -> line.getLoggerName().contains("hikari"));
    }

    @Test
    void whatIsTakenAlongIsWorkedThroughWithoutTheNetworkWithItsPictures() throws Exception {
        shared.owner.transact(tx -> new Logins().limits(tx, "R-02", 500, 43_200));
        lead.intake.admitAll(IntakeSources.open(PaintedPictures.streets(folder.resolve("more"), 24, 320, 240), IntakeSources.Format.AUTO, "more", lead.clock), Progress.NONE);
        open.press(KeyCode.P, KeyCode.SHIFT);
        Toolkit.until("the sheet", () -> open.scene().getRoot().lookup("#along-take") != null);
        open.picture("take-along");
        open.press(KeyCode.ENTER);
        Toolkit.until("it says so", () -> open.model.noticeProperty().get().startsWith("All there are: "));
        int all = Toolkit.ask(open.model::held);
        assertThat(all).as("more than are leased ahead").isGreaterThan(9);
        assertThat(open.model.noticeProperty().get()).isEqualTo("All there are: " + all + " tasks are yours until " + open.model.noticeProperty().get().replaceAll(".* until (.{5}).*", "$1")
                + ", also without the network.");
        assertThat(lead.database.<Holder>inTransaction(tx -> lead.queue.holders(tx).getFirst()).until()).as("for twelve hours")
                .isAfter(Clock.systemUTC().instant().plusSeconds(40_000));
        cable.cut();

        for (int left = all - 1; left >= 0; left--) {
            ReviewCase now = open.current();
            Toolkit.until("its picture", () -> open.model.pictureProperty().get() instanceof Picture.Decoded && open.model.canDecide());
            open.press(KeyCode.DIGIT9);
            int still = left;
            Toolkit.until("the next case", () -> open.model.held() == still && open.model.currentProperty().get() != now);
        }
        Toolkit.until("all of them wait", () -> open.model.tray().waitingProperty().get() == all);
        cable.mend();

        Toolkit.until("all of it arrives", () -> open.model.tray().waitingProperty().get() == 0);
        assertThat(lead.database.<List<Verdict>>inTransaction(lead.verdicts::current)).hasSize(all);
        log.list.removeIf(line -> line.getLoggerName().contains("hikari"));
    }

    @Test
    void aLeadTakesBackWhatSomebodyHoldsAndWhatTheyStillDecideIsASecondOpinion() {
        ReviewCase now = open.current();
        DeskQueueBoard board = new DeskQueueBoard(lead);
        Holder holder = board.standing().holders().getFirst();
        assertThat(new DeskQueueBoard(open.desk).mayTakeFrom(holder)).as("a reviewer takes from nobody").isFalse();
        assertThat(board.mayTakeFrom(holder)).isTrue();

        assertThat(board.takeFrom(holder)).isEqualTo((int) holder.tasks());

        assertThat(board.standing().holders()).isEmpty();
        assertThat(board.takeFrom(holder)).as("once").isZero();
        open.press(KeyCode.DIGIT9);
        Toolkit.until("it is told", () -> open.model.noticeProperty().get().startsWith("The lease had passed on"));
        assertThat(lead.database.<List<Verdict>>inTransaction(lead.verdicts::current)).isEmpty();
        assertThat(lead.verdictDesk.late(now.item().id())).hasSize(1);
        assertThat(shared.owner.<List<String>>inTransaction(tx -> tx.select("select body_json from audit_entry where kind = 'LEASES_TAKEN_OVER'").mapTo(String.class).list()))
                .singleElement().asString().contains("\"tasks\":" + holder.tasks());
    }

    @Test
    void aDatabaseThatWasPutBackIsNotWorkedIn() throws Exception {
        SealerKey key = SealerKey.make(folder.resolve("sealer.p12"), "docket-audit", "a long enough password".toCharArray(), Clock.systemUTC());
        new Sealer(key).seal(shared.owner).orElseThrow();
        Member ben = shared.add("R-03", Role.REVIEWER);
        Path profile = team.joined(ben);
        Desk.open(profile, Clock.systemUTC()).close();

        Forger.in(shared.owner, tx -> tx.execute("delete from audit_checkpoint"));

        assertThatThrownBy(() -> Desk.open(profile, Clock.systemUTC())).isInstanceOf(StorageException.class)
                .hasMessageContaining("is not the one it was: this desk saw a checkpoint on").hasMessageContaining("tell whoever audits the team");
    }

    private boolean isReached() {
        try {
            return open.desk.database.<Integer>inTransaction(tx -> tx.select("select 1").mapTo(Integer.class).one()) == 1;
        } catch (UnreachableException e) {
            return false;
        }
    }

    private String waiting() {
        return Toolkit.ask(() -> ((Labeled) open.scene().getRoot().lookup("#status-waiting")).getText());
    }

    @Test
    void theWindowSaysWhoseQueueItIsAndThatOthersCouldReadIt() {
        Chip chip = (Chip) Toolkit.ask(() -> open.scene().getRoot().lookup("#connection"));

        assertThat(Toolkit.ask(chip::getText)).isEqualTo("Evening desk, not encrypted");
        assertThat(Toolkit.ask(() -> open.scene().getRoot().lookupAll(".app-tab").stream().map(tab -> ((Labeled) tab).getText()).toList()))
                .as("sets and models are the leads'").containsExactly("Review", "Stacks", "Queue", "Policy", "Calibration");
    }
}
