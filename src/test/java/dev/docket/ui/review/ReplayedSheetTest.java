package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.queue.LeasedTask;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.ui.Toolkit;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A verdict whose saving failed, and a window that was closed then: it is saved at the next start, which says so. */
class ReplayedSheetTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void aVerdictThatWasNotSavedIsSavedAtTheNextStartWhichSaysSo(Settings.Theme theme) throws Exception {
        Path profile = Files.createDirectories(folder.resolve("profile"));
        SettingsFile.write(profile.resolve("settings.json"), Settings.DEFAULT.withTheme(theme));
        Desk before = Desk.open(profile, Clock.systemUTC());
        before.intake.admitAll(IntakeSources.open(PaintedPictures.streets(folder.resolve("pictures"), 4, 320, 240), IntakeSources.Format.AUTO, "test", before.clock), Progress.NONE);
        Verdict lost = unsaved(before);
        before.close();

        try (OpenDesk open = new OpenDesk(Desk.open(profile, Clock.systemUTC()))) {
            assertThat(open.history(lost.itemId())).containsExactly(lost);
            assertThat(words(open)).contains("One verdict had not been saved when Docket ended. It is now.");
            open.picture("replayed-" + theme.name().toLowerCase(java.util.Locale.ROOT));
            open.press(KeyCode.ENTER);
            assertThat(words(open)).as("read").isEmpty();
        }
    }

    @Test
    void whereNothingWasLeftNothingIsSaid() throws Exception {
        try (OpenDesk open = new OpenDesk(folder, Settings.DEFAULT, 2, false)) {
            assertThat(words(open)).isEmpty();
        }
    }

    private static Verdict unsaved(Desk desk) {
        LeasedTask task = desk.database.<List<LeasedTask>>inTransaction(tx -> desk.queue.lanes(tx).stream()
                .flatMap(lane -> desk.queue.claim(tx, desk.self.id(), lane.id(), 1).stream()).toList()).getFirst();
        var label = desk.policy.pack().label("benign");
        Verdict verdict = new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), 1, 0, VerdictKind.DECIDED, desk.self.id(), task.epoch(),
                Optional.of(Finding.of(label.id(), label.severity(), label.defaultAction())), Optional.empty(), desk.policy.pack().ref(),
                Shown.nothing(desk.database.inTransaction(tx -> desk.items.find(tx, task.itemId())).orElseThrow().sha256()),
                desk.clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
        desk.database.close();
        assertThatThrownBy(() -> desk.session.record(verdict)).isInstanceOf(RuntimeException.class);
        return verdict;
    }

    private static List<String> words(OpenDesk open) {
        return Toolkit.ask(() -> open.scene().getRoot().lookupAll(".tell-body .label").stream().filter(Node::isVisible).map(node -> ((Label) node).getText()).toList());
    }
}
