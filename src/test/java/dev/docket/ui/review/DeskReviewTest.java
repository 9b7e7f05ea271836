package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.item.ImageItem;
import dev.docket.settings.Settings;
import dev.docket.ui.Keyboard;
import dev.docket.ui.Toolkit;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole window over a real desk: key presses in, rows in H2 out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskReviewTest {
    @TempDir
    private static Path folder;

    /** Of all tests but the one that empties its lanes; each decides its own items. */
    private OpenDesk open;

    @BeforeAll
    void openTheWindow() throws Exception {
        open = new OpenDesk(folder, Settings.DEFAULT.withBlindShare(0), PaintedPictures.streets(folder.resolve("pictures"), 12, 640, 480));
    }

    @AfterAll
    void closeTheWindow() {
        open.close();
    }

    @BeforeEach
    void bringToFront() {
        open.bringToFront();
    }

    @Test
    void pressingNineRecordsOneVerdictAndShowsTheNextImage() {
        ReviewCase first = open.current();
        open.picture("review-desk");

        open.commit(KeyCode.DIGIT9);

        assertThat(open.current()).isNotEqualTo(first);
        assertThat(open.history(first.item().id())).extracting(v -> v.finding().orElseThrow().label()).containsExactly("spam_scam");
    }

    @Test
    void aHeldDigitRecordsOneVerdict() {
        int before = standing(open).size();
        for (int repeat = 0; repeat < 20; repeat++) {
            Keyboard.press(KeyCode.NUMPAD9);
        }
        Keyboard.release(KeyCode.NUMPAD9);
        Toolkit.until(() -> open.model.canDecide() && !open.model.tray().isBusy());

        assertThat(standing(open)).hasSize(before + 1);
    }

    @Test
    void zTakesTheVerdictBackAndShowsTheImageAgain() {
        ReviewCase first = open.current();
        open.commit(KeyCode.DIGIT1);

        open.commit(KeyCode.Z);
        assertThat(open.current().item()).isEqualTo(first.item());
        assertThat(standing(open)).extracting(Verdict::itemId).doesNotContain(first.item().id());
        assertThat(open.history(first.item().id())).extracting(Verdict::kind).containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE);
        open.commit(KeyCode.DIGIT9);

        assertThat(standing(open)).filteredOn(v -> v.itemId().equals(first.item().id()))
                .extracting(v -> v.finding().orElseThrow().label()).containsExactly("spam_scam");
    }

    @Test
    void quarantineRemovesThePicturesBytesAndItsThumbnail() throws Exception {
        ReviewCase first = open.current();
        Desk desk = open.desk;
        assertThat(desk.blobs.contains(first.item().sha256())).isTrue();
        desk.thumbnails.of(first.item().sha256());
        assertThat(thumbnailFiles()).isEqualTo(1);

        Keyboard.type(KeyCode.Q);
        Toolkit.until(() -> open.model.canDecide() && open.model.currentProperty().get() != first);

        assertThat(desk.blobs.contains(first.item().sha256())).isFalse();
        assertThat(thumbnailFiles()).isZero();
        Optional<ImageItem> left = desk.database.inTransaction(tx -> desk.items.find(tx, first.item().id()));
        assertThat(left).isEmpty();
    }

    @Test
    void everyCaseCanBeDecidedUntilAllLanesAreDone(@TempDir Path another) throws Exception {
        try (OpenDesk few = new OpenDesk(another, Settings.DEFAULT, 4, false)) {
            for (int n = 0; n < 4; n++) {
                Keyboard.type(KeyCode.DIGIT1);
                Toolkit.until(() -> few.model.canDecide() || few.model.situationProperty().get() != Situation.CASE && !few.model.tray().isBusy());
                Keyboard.type(KeyCode.ENTER);
                Toolkit.until(() -> few.model.canDecide() || few.model.situationProperty().get() == Situation.ALL_DONE);
            }

            assertThat(standing(few)).hasSize(4);
            assertThat(Toolkit.ask(() -> few.model.situationProperty().get())).isEqualTo(Situation.ALL_DONE);
        }
    }

    private static long thumbnailFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("profile").resolve("thumbnails"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static List<Verdict> standing(OpenDesk desk) {
        return desk.desk.database.inTransaction(desk.desk.verdicts::current);
    }
}
