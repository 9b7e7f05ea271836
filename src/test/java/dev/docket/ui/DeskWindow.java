package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.settings.Settings;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.review.ReviewViewModel;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import java.awt.image.BufferedImage;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/** The whole window over a desk, its work done by threads as in real life, and a hand at its keyboard. */
final class DeskWindow implements AutoCloseable {
    private final Background records = Background.ofWindow("records", 1);
    private final Background work = Background.ofWindow("work", 2);
    private Screens screens;
    private ReviewViewModel model;
    private ShellController shell;
    private Stage stage;

    DeskWindow(Desk desk) {
        Toolkit.start();
        Toolkit.tell(() -> {
            Overlays overlays = new Overlays();
            Job job = new Job(work);
            shell = new ShellController(overlays, new Theme(Settings.Theme.DARK), job);
            Parent root = new Views().load("shell", shell);
            screens = Screens.of(desk, records, work, overlays, job, new SimpleObjectProperty<>(new KeyMap(desk.policy.pack())));
            model = screens.review().model();
            Scene scene = new Scene(root, 1280, 800);
            Theme.dress(scene, Screens.STYLES);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            stage.requestFocus();
            shell.open(screens.all(), desk.self.pseudonym());
        });
        until(() -> Toolkit.ask(() -> model.canDecide()));
    }

    /** Nothing of the window is kept here afterwards. */
    @Override
    public void close() {
        if (stage != null) {
            Toolkit.tell(() -> {
                screens.close();
                stage.close();
            });
        }
        records.close();
        work.close();
        stage = null;
        screens = null;
        shell = null;
        model = null;
    }

    ReviewViewModel model() {
        return model;
    }

    Screens screens() {
        return screens;
    }

    void show(String screen) {
        Toolkit.tell(() -> shell.show(screen));
    }

    BufferedImage shot() {
        return Toolkit.shot(stage.getScene());
    }

    /** Decides others until this item is on screen. */
    void bringOnScreen(UUID item, int others) {
        for (int n = 0; n < others && !isOnScreen(item); n++) {
            type(KeyCode.S);
            type(KeyCode.DIGIT1);
            until(() -> Toolkit.ask(() -> model.canDecide()));
        }
        assertThat(isOnScreen(item)).isTrue();
    }

    boolean isOnScreen(UUID item) {
        return Toolkit.ask(() -> model.currentProperty().get() != null && model.currentProperty().get().item().id().equals(item));
    }

    /** Whether any words on screen, or told to a screen reader, have these in them. */
    boolean says(String words) {
        return Toolkit.ask(() -> texts(stage.getScene().getRoot()).anyMatch(text -> text.contains(words)));
    }

    /** Every screen in turn, with some frames for each. */
    void visit(int frames, Consumer<Screen> each) {
        for (Screen screen : Toolkit.ask(() -> screens.all())) {
            show(screen.id());
            Toolkit.frames(frames);
            each.accept(screen);
        }
        show("review");
        Toolkit.frames(5);
    }

    static Stream<String> texts(Node node) {
        Stream<String> own = switch (node) {
            case Labeled labeled -> Stream.ofNullable(labeled.getText());
            case TextInputControl field -> Stream.ofNullable(field.getText());
            case Text text -> Stream.ofNullable(text.getText());
            default -> Stream.empty();
        };
        Stream<String> told = Stream.concat(own, Stream.ofNullable(node.getAccessibleText()));
        return node instanceof Parent parent ? Stream.concat(told, parent.getChildrenUnmodifiable().stream().flatMap(DeskWindow::texts)) : told;
    }

    static void until(BooleanSupplier done) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Toolkit.frames(3);
        }
    }

    void press(KeyCode key) {
        Keyboard.press(key);
    }

    void release(KeyCode key) {
        Keyboard.release(key);
    }

    void type(KeyCode key) {
        press(key);
        release(key);
    }
}
