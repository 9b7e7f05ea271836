package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Settings;
import dev.docket.ui.Toolkit;
import dev.docket.verdict.Session;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A robot at the keyboard decides one case after the other, with an impatient second press after each, then takes all
 * of it back. {@code -Ddocket.robot-minutes=5} for the long run, over the sample queue too.
 */
class RobotReviewTest {
    private static final double MINUTES = Double.parseDouble(System.getProperty("docket.robot-minutes", "0.05"));
    /** Presses a minute at most, so that the pictures last. */
    private static final int PACE = 150;
    private static final List<KeyCode> KEYS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT9);
    /** Decides nothing here but when it comes too early. */
    private static final KeyCode IMPATIENT = KeyCode.DIGIT8;

    @TempDir
    private Path folder;

    private final Map<UUID, Instant> there = new HashMap<>();
    private final List<UUID> decided = new ArrayList<>();

    @Test
    void everyPressIsOneVerdictAndNoneComesBeforeThePicture(TestReporter report) throws Exception {
        boolean full = MINUTES >= 1;
        try (OpenDesk desk = new OpenDesk(folder, Settings.DEFAULT, (int) (MINUTES * PACE) + 12, full)) {
            Toolkit.tell(() -> watch(desk));
            long begun = System.nanoTime();
            long end = begun + (long) (MINUTES * 60e9);
            long next = begun;
            while (System.nanoTime() < end) {
                next += (long) (60e9 / PACE);
                decide(desk);
                while (System.nanoTime() < next) {
                    Thread.sleep(1);
                }
            }
            double minutes = (System.nanoTime() - begun) / 60e9;
            Toolkit.until(() -> !desk.model.tray().isBusy());

            List<Verdict> events = events(desk, decided);
            long early = events.stream().filter(v -> v.at().isBefore(there.get(v.itemId()))).count();
            report.publishEntry("robot", String.format(Locale.ROOT, "%d verdicts in %.2f min, %.0f a minute, %d events, %d before paint",
                    decided.size(), minutes, decided.size() / minutes, events.size(), early));
            assertThat(events).as("none lost, none doubled").extracting(Verdict::itemId).containsExactlyInAnyOrderElementsOf(decided);
            assertThat(early).as("before paint").isZero();
            assertThat(events).extracting(v -> v.finding().orElseThrow().label()).as("too early").doesNotContain("privacy_doxxing");
            if (full) {
                assertThat(decided.size() / minutes).isGreaterThanOrEqualTo(120);
            }
            takeAllBack(desk);
        }
    }

    /** One press, and another one before the next picture can have been painted. */
    private void decide(OpenDesk desk) {
        // until it is on the disk a decided case stays on screen: a key that comes then is for nothing, as it should be
        Toolkit.until(() -> desk.model.situationProperty().get() == Situation.LANE_EMPTY
                || desk.model.canDecide() && (decided.isEmpty() || !decided.getLast().equals(desk.model.currentProperty().get().item().id())));
        Toolkit.tell(() -> {
            Robot robot = Toolkit.robot();
            if (!desk.model.canDecide()) {
                tap(robot, KeyCode.ENTER);
                return;
            }
            decided.add(desk.model.currentProperty().get().item().id());
            tap(robot, KEYS.get(decided.size() % KEYS.size()));
            tap(robot, IMPATIENT);
        });
    }

    private static void tap(Robot robot, KeyCode key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    /** Notes when a picture came to the screen first: painted it is a frame later. */
    private void watch(OpenDesk desk) {
        desk.model.changesProperty().subscribe(change -> {
            ReviewCase now = desk.model.currentProperty().get();
            if (now != null && desk.model.pictureProperty().get() != null) {
                there.putIfAbsent(now.item().id(), desk.desk.clock.instant());
            }
        });
    }

    private void takeAllBack(OpenDesk desk) {
        for (int n = 0; n < decided.size(); n++) {
            int left = decided.size() - n - 1;
            Toolkit.tell(() -> tap(Toolkit.robot(), KeyCode.Z));
            Toolkit.until(() -> !desk.model.tray().isBusy() && desk.desk.session.undos() == left);
        }
        for (UUID item : decided) {
            assertThat(desk.history(item)).extracting(Verdict::kind).containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE);
        }
        assertThat(desk.desk.session.last()).isEqualTo(java.util.Optional.<Session.Act>empty());
    }

    private static List<Verdict> events(OpenDesk desk, List<UUID> items) {
        return items.stream().distinct().flatMap(item -> desk.history(item).stream()).toList();
    }
}
