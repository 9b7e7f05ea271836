package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Settings;
import dev.docket.ui.Toolkit;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second stage of a verdict that was served blind, at the keyboard, read back from the event log. */
class DecidingBlindTest {
    @TempDir
    private Path folder;

    @Test
    void aBlindVerdictIsChangedOnceEverythingWasSeen() throws Exception {
        try (OpenDesk desk = new OpenDesk(folder, Settings.DEFAULT.withBlindShare(1), 2, false)) {
            ReviewCase first = desk.current();
            assertThat(first.blind()).isTrue();

            desk.commit(KeyCode.DIGIT1);
            assertThat(Toolkit.ask(() -> desk.model.noticeProperty().get())).startsWith("That one was served blind");
            desk.press(KeyCode.A);
            Toolkit.until(() -> desk.model.canDecide() && desk.model.situationProperty().get() == Situation.LOOKING_BACK);
            assertThat(desk.current().blind()).isFalse();
            assertThat(desk.current().item()).isEqualTo(first.item());
            desk.picture("looking-back-blind");
            desk.commit(KeyCode.DIGIT9);

            List<Verdict> history = desk.history(first.item().id());
            assertThat(history).extracting(Verdict::kind).containsExactly(VerdictKind.DECIDED, VerdictKind.REVISED);
            assertThat(history.getFirst().shown().blind()).isTrue();
            assertThat(history.getFirst().shown().provenanceHash()).matches("0{64}");
            assertThat(history.getLast().shown().blind()).isFalse();
            assertThat(history.getLast().shown().scoresVisible()).isTrue();
            assertThat(history.getLast().finding().orElseThrow().label()).isEqualTo("spam_scam");
            assertThat(desk.lines(history.getLast())).containsExactly("VERDICT_REVISED");
            assertThat(desk.current().item()).as("back where the reviewer was").isNotEqualTo(first.item());
        }
    }
}
