package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.item.ImageItem;
import dev.docket.progress.Progress;
import dev.docket.settings.Settings;
import dev.docket.ui.Screens;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.ShellController;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole window over a real desk: key presses in, rows in H2 out. */
class DeskReviewTest {
    @TempDir
    private Path folder;

    private final Background records = Background.ofWindow("records", 1);
    private final Background work = Background.ofWindow("work", 2);
    private Desk desk;
    private ReviewViewModel model;
    private Screens screens;
    private Stage stage;

    @BeforeEach
    void openTheWindow() throws Exception {
        Toolkit.start();
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        for (int n = 0; n < 5; n++) {
            write(PaintedPictures.street(n, 640, 480), pictures.resolve("street-" + n + ".png"));
        }
        desk = Desk.open(folder.resolve("profile"), Clock.systemUTC());
        desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
        Toolkit.tell(() -> {
            Overlays overlays = new Overlays();
            Job job = new Job(work);
            ShellController shell = new ShellController(overlays, new Theme(Settings.Theme.DARK), job);
            Parent root = new Views().load("shell", shell);
            screens = Screens.of(desk, records, work, overlays, job, new SimpleObjectProperty<>(new KeyMap(desk.policy.pack())));
            model = screens.review().model();
            Scene scene = new Scene(root, 1280, 800);
            Theme.dress(scene, "review");
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            shell.open(screens.all(), desk.self.pseudonym());
        });
        until(() -> model.canDecide());
    }

    @AfterEach
    void closeTheWindow() {
        Toolkit.tell(() -> {
            screens.review().close();
            stage.close();
        });
        records.close();
        work.close();
        desk.close();
    }

    @Test
    void pressingNineRecordsOneVerdictAndShowsTheNextImage() {
        ReviewCase first = Toolkit.ask(() -> model.currentProperty().get());
        Toolkit.picture(stage.getScene(), "review-desk");

        type(KeyCode.DIGIT9);
        until(() -> model.canDecide() && model.currentProperty().get() != first && !model.tray().isBusy());

        List<Verdict> verdicts = current();
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.getFirst().itemId()).isEqualTo(first.item().id());
        assertThat(verdicts.getFirst().finding().orElseThrow().label()).isEqualTo("spam_scam");
    }

    @Test
    void aHeldDigitRecordsOneVerdict() {
        for (int repeat = 0; repeat < 20; repeat++) {
            Toolkit.tell(() -> new Robot().keyPress(KeyCode.NUMPAD2));
            Toolkit.frames(3);
        }
        Toolkit.tell(() -> new Robot().keyRelease(KeyCode.NUMPAD2));
        until(() -> model.canDecide());

        assertThat(current()).hasSize(1);
    }

    @Test
    void zTakesTheVerdictBackAndShowsTheImageAgain() {
        ReviewCase first = Toolkit.ask(() -> model.currentProperty().get());
        type(KeyCode.DIGIT1);
        until(() -> model.canDecide() && model.tray().sittingProperty().get().last().isPresent());

        type(KeyCode.Z);
        until(() -> model.canDecide() && model.currentProperty().get().item().equals(first.item()));

        assertThat(current()).isEmpty();
        List<VerdictKind> kinds = desk.database.inTransaction(tx -> desk.verdicts.history(tx, first.item().id())).stream().map(Verdict::kind).toList();
        assertThat(kinds).containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE);
        type(KeyCode.DIGIT9);
        until(() -> model.canDecide() && !model.tray().isBusy());
        assertThat(current()).extracting(v -> v.finding().orElseThrow().label()).containsExactly("spam_scam");
    }

    @Test
    void everyCaseCanBeDecidedUntilAllLanesAreDone() {
        for (int n = 0; n < 5; n++) {
            type(KeyCode.DIGIT1);
            until(() -> model.canDecide() || model.situationProperty().get() != Situation.CASE && !model.tray().isBusy());
            type(KeyCode.ENTER);
            until(() -> model.canDecide() || model.situationProperty().get() == Situation.ALL_DONE);
        }

        assertThat(current()).hasSize(5);
        assertThat(Toolkit.ask(() -> model.situationProperty().get())).isEqualTo(Situation.ALL_DONE);
    }

    @Test
    void quarantineRemovesThePicturesBytesAndItsThumbnail() throws Exception {
        ReviewCase first = Toolkit.ask(() -> model.currentProperty().get());
        assertThat(desk.blobs.contains(first.item().sha256())).isTrue();
        desk.thumbnails.of(first.item().sha256());
        assertThat(thumbnailFiles()).isEqualTo(1);

        type(KeyCode.Q);
        until(() -> model.canDecide() && model.currentProperty().get() != first);

        assertThat(desk.blobs.contains(first.item().sha256())).isFalse();
        assertThat(thumbnailFiles()).isZero();
        Optional<ImageItem> left = desk.database.inTransaction(tx -> desk.items.find(tx, first.item().id()));
        assertThat(left).isEmpty();
    }

    private long thumbnailFiles() throws java.io.IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("profile").resolve("thumbnails"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private List<Verdict> current() {
        return desk.database.inTransaction(desk.verdicts::current);
    }

    private static void type(KeyCode key) {
        Toolkit.tell(() -> new Robot().keyPress(key));
        Toolkit.frames(1);
        Toolkit.tell(() -> new Robot().keyRelease(key));
    }

    /** Waits at most 20 s for what the JavaFX thread will see. */
    private static void until(BooleanSupplier seen) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!Toolkit.ask(seen::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Toolkit.frames(1);
        }
    }

    private static void write(DecodedImage picture, Path file) throws java.io.IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ImageIO.write(image, "png", file.toFile());
    }
}
