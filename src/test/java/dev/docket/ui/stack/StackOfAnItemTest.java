package dev.docket.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import dev.docket.settings.Settings;
import dev.docket.ui.Keyboard;
import dev.docket.ui.Screens;
import dev.docket.ui.Toolkit;
import dev.docket.ui.review.OpenDesk;
import dev.docket.ui.review.PaintedPictures;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From review to the stack of the item on screen and back, over a real desk: keys in, rows out. */
class StackOfAnItemTest {
    @TempDir
    private Path folder;

    private OpenDesk open;
    private Screens screens;

    @BeforeEach
    void openTheWindow() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        DecodedImage parcel = PaintedBoard.paint(PaintedBoard.full().byItem.values().iterator().next().seed());
        PaintedPictures.write(parcel, pictures.resolve("a.png"));
        PaintedPictures.write(Renditions.scaled(parcel, 220), pictures.resolve("b.png"));
        PaintedPictures.write(Renditions.scaled(parcel, 200), pictures.resolve("c.png"));
        open = new OpenDesk(folder, Settings.DEFAULT.withTheme(Settings.Theme.DARK), pictures);
        screens = open.screens();
    }

    @AfterEach
    void closeTheWindow() {
        open.close();
    }

    @Test
    void theStackOfTheItemOnScreenIsDecidedAndReviewOffersNoneOfItAnyMore() {
        UUID item = Toolkit.ask(() -> screens.review().model().currentProperty().get().item().id());
        StackViewModel stack = screens.stacks().model();

        Keyboard.type(KeyCode.T);
        Toolkit.until(() -> stack.ticks() != null && stack.openProperty().get().members().size() == 3 && stack.ticks().notSeen() == 0);
        assertThat(stack.openProperty().get().seed().id()).as("the item on screen is the seed").isEqualTo(item);
        Keyboard.type(KeyCode.ENTER);
        Toolkit.until("the picture itself", () -> stack.ticks().seenAs(dev.docket.verdict.Shown.Seen.FULL) == 1);
        Keyboard.type(KeyCode.ESCAPE);
        open.picture("stack-desk-dark");
        Keyboard.type(KeyCode.DIGIT9);
        Toolkit.until(() -> stack.commitmentProperty().get().ready());
        Keyboard.type(KeyCode.SHIFT, KeyCode.T);
        Toolkit.until(() -> verdicts().size() == 3);

        assertThat(verdicts()).extracting(Verdict::kind).containsExactlyInAnyOrder(VerdictKind.DECIDED, VerdictKind.PROPAGATED, VerdictKind.PROPAGATED);
        assertThat(verdicts()).filteredOn(verdict -> verdict.kind() == VerdictKind.DECIDED).extracting(Verdict::itemId).containsExactly(item);
        List<Verdict> made = verdicts();
        assertThat(made).allSatisfy(verdict -> assertThat(open.lines(verdict)).containsExactly("VERDICT_" + verdict.kind()));
        Toolkit.until(() -> screens.review().model().held() == 0);
        Keyboard.type(KeyCode.Z);
        Toolkit.until(() -> verdicts().isEmpty());

        assertThat(made).allSatisfy(verdict -> {
            VerdictKind back = verdict.kind() == VerdictKind.DECIDED ? VerdictKind.UNDONE : VerdictKind.REVERSED;
            List<Verdict> history = open.history(verdict.itemId());
            assertThat(history).extracting(Verdict::kind).containsExactly(verdict.kind(), back);
            assertThat(open.lines(history.getLast())).containsExactly("VERDICT_" + back);
        });
    }

    private List<Verdict> verdicts() {
        return open.desk.database.inTransaction(open.desk.verdicts::current);
    }
}
