package dev.docket.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From review to the stack of the item on screen and back, over a real desk: keys in, rows out. */
class StackOfAnItemTest {
    @TempDir
    private Path folder;

    private final Background records = Background.ofWindow("records", 1);
    private final Background work = Background.ofWindow("work", 2);
    private Desk desk;
    private Screens screens;
    private ShellController shell;
    private Scene scene;
    private Stage window;

    @BeforeEach
    void openTheWindow() throws Exception {
        Toolkit.start();
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        DecodedImage parcel = PaintedBoard.paint(PaintedBoard.full().byItem.values().iterator().next().seed());
        write(parcel, pictures.resolve("a.png"));
        write(Renditions.scaled(parcel, 220), pictures.resolve("b.png"));
        write(Renditions.scaled(parcel, 200), pictures.resolve("c.png"));
        desk = Desk.open(folder.resolve("profile"), Clock.systemUTC());
        desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
        Toolkit.tell(() -> {
            Overlays overlays = new Overlays();
            Job job = new Job(work);
            shell = new ShellController(overlays, new Theme(Settings.Theme.DARK), job);
            Parent root = new Views().load("shell", shell);
            screens = Screens.of(desk, records, work, overlays, job, new SimpleObjectProperty<>(new KeyMap(desk.policy.pack())));
            screens.link(shell::show);
            scene = new Scene(root, 1280, 800);
            Theme.dress(scene, "review", "stack");
            window = new Stage();
            window.setScene(scene);
            window.show();
            window.requestFocus();
            shell.open(screens.all(), desk.self.pseudonym());
        });
        until(() -> screens.review().model().canDecide());
    }

    @AfterEach
    void closeTheWindow() {
        Toolkit.tell(() -> {
            screens.close();
            window.close();
        });
        records.close();
        work.close();
        desk.close();
    }

    @Test
    void theStackOfTheItemOnScreenIsDecidedAndReviewOffersNoneOfItAnyMore() {
        UUID item = Toolkit.ask(() -> screens.review().model().currentProperty().get().item().id());
        StackViewModel stack = screens.stacks().model();

        type(KeyCode.T);
        until(() -> stack.ticks() != null && stack.openProperty().get().members().size() == 3 && stack.ticks().notSeen() == 0);
        assertThat(stack.openProperty().get().seed().id()).as("the item on screen is the seed").isEqualTo(item);
        type(KeyCode.ENTER);
        until(() -> stack.ticks().seenAs(dev.docket.verdict.Shown.Seen.FULL) == 1);
        type(KeyCode.ESCAPE);
        Toolkit.picture(scene, "stack-desk-dark");
        type(KeyCode.DIGIT9);
        until(() -> stack.commitmentProperty().get().ready());
        shifted(KeyCode.T);
        until(() -> verdicts().size() == 3);

        assertThat(verdicts()).extracting(Verdict::kind).containsExactlyInAnyOrder(VerdictKind.DECIDED, VerdictKind.PROPAGATED, VerdictKind.PROPAGATED);
        assertThat(verdicts()).filteredOn(verdict -> verdict.kind() == VerdictKind.DECIDED).extracting(Verdict::itemId).containsExactly(item);
        until(() -> screens.review().model().held() == 0);
        type(KeyCode.Z);
        until(() -> verdicts().isEmpty());
    }

    private List<Verdict> verdicts() {
        return desk.database.inTransaction(desk.verdicts::current);
    }

    private static void type(KeyCode key) {
        Toolkit.tell(() -> new Robot().keyPress(key));
        Toolkit.frames(1);
        Toolkit.tell(() -> new Robot().keyRelease(key));
        Toolkit.frames(1);
    }

    /** The headless robot holds no modifiers. */
    private void shifted(KeyCode key) {
        Toolkit.tell(() -> {
            Node focused = scene.getFocusOwner();
            List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED).forEach(type -> Event.fireEvent(focused, new KeyEvent(type, "", "", key, true, false, false, false)));
        });
    }

    /** Waits at most 20 s for what the JavaFX thread will see. */
    private void until(BooleanSupplier seen) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!Toolkit.ask(seen::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waited too long: %s", Toolkit.ask(() -> screens.stacks().model().noticeProperty().get())).isLessThan(end);
            Toolkit.frames(1);
        }
    }

    private static void write(DecodedImage picture, Path file) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ImageIO.write(image, "png", file.toFile());
    }
}
