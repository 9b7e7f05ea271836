package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.storage.CutCable;
import dev.docket.ui.Toolkit;
import dev.docket.verdict.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two reviewers' windows on two profiles and one PostgreSQL. */
class TwoWindowsTest {
    /** What one does the other sees within so long, on a machine that has time for both. */
    private static final double GOAL_SECONDS = 2;

    @TempDir
    private Path folder;
    private TeamDesks team;
    private CutCable annas;
    private CutCable bens;
    private OpenDesk anna;
    private OpenDesk ben;

    @BeforeEach
    void openTheWindows() throws Exception {
        team = new TeamDesks(folder, 60);
        annas = team.shared.cable();
        bens = team.shared.cable();
        anna = new OpenDesk(Desk.open(team.reviewer("R-02", annas), Clock.systemUTC()));
        ben = new OpenDesk(Desk.open(team.reviewer("R-03", bens), Clock.systemUTC()));
    }

    @AfterEach
    void closeTheWindows() throws Exception {
        anna.close();
        ben.close();
        annas.close();
        bens.close();
        team.close();
    }

    @Test
    void whatOneHoldsTheOtherSeesAndTheOneThatIsCutOffGoesOn() {
        Toolkit.until("ben sees what anna holds", () -> heldByOthers(ben).equals(Integer.toString(anna.model.held())));
        assertThat(ben.current().item().id()).as("nobody gets what somebody else has").isNotEqualTo(anna.current().item().id());
        double gone = seconds("that anna has given all back", () -> anna.pressHere(KeyCode.P), () -> heldByOthers(ben).equals("0"));
        double there = seconds("what anna holds again", () -> anna.pressHere(KeyCode.ENTER), () -> anna.model.held() > 0 && heldByOthers(ben).equals(Integer.toString(anna.model.held())));
        System.getLogger(TwoWindowsTest.class.getName()).log(System.Logger.Level.INFO, "seen by the other after {0} s and {1} s (goal: {2} s)", gone, there, GOAL_SECONDS);

        Toolkit.until("a window that is opened and decoded", () -> anna.model.canDecide() && anna.model.ahead().size() >= 4
                && anna.model.ahead().stream().allMatch(held -> held.known().isPresent() && held.picture().isPresent()));
        annas.cut();
        List<UUID> decided = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ReviewCase now = anna.current();
            decided.add(now.item().id());
            anna.pressHere(KeyCode.DIGIT9);
            Toolkit.until("the next case", () -> anna.model.currentProperty().get() != now && anna.model.canDecide());
        }
        Toolkit.until("four that wait", () -> anna.model.tray().waitingProperty().get() == 4);
        ReviewCase of = ben.current();
        ben.pressHere(KeyCode.DIGIT9);
        Toolkit.until("ben's next case", () -> ben.model.currentProperty().get() != of && !ben.model.tray().isBusy());
        assertThat(team.lead.database.<List<Verdict>>inTransaction(team.lead.verdicts::current)).as("ben's alone").hasSize(1);
        annas.mend();

        Toolkit.until("all of it arrives", () -> anna.model.tray().waitingProperty().get() == 0);
        assertThat(team.lead.database.<List<Verdict>>inTransaction(team.lead.verdicts::current)).extracting(Verdict::itemId).hasSize(5).containsAll(decided);
    }

    private static double seconds(String what, Runnable does, BooleanSupplier seen) {
        does.run();
        long start = System.nanoTime();
        Toolkit.until("ben sees " + what, seen);
        return (System.nanoTime() - start) / 1e9;
    }

    private static String heldByOthers(OpenDesk whose) {
        return ((Label) whose.scene().getRoot().lookup("#heldByOthers")).getText();
    }
}
