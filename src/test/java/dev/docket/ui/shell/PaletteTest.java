package dev.docket.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Settings;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Command.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The palette in the real shell, by keyboard and by mouse; pictures in {@code target/pictures}. */
class PaletteTest implements CommandSource {
    private final List<String> told = new ArrayList<>();
    private final List<Command> many = new ArrayList<>();
    private final Overlays overlays = new Overlays();
    private final FxRobot robot = new FxRobot();
    private StyleLog styles;
    private Scene scene;
    private javafx.stage.Stage window;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void listen() {
        styles = StyleLog.listen();
    }

    @AfterEach
    void close() {
        Toolkit.tell(window::close);
        styles.close();
    }

    @Test
    void aFewLettersAndEnterRunACommand() {
        show(Settings.Theme.DARK);

        shortcut();
        robot.write("civic");
        Toolkit.frames(20);
        Toolkit.picture(scene, "palette-dark");
        type(KeyCode.ENTER);

        assertThat(told).containsExactly("verdict civic");
        assertThat(overlays.isOpen()).isFalse();
        sound();
    }

    @Test
    void theArrowsChooseAndWhatHasToBeReadFirstIsFoundToo() {
        show(Settings.Theme.LIGHT);

        shortcut();
        robot.write("civic");
        Toolkit.frames(20);
        type(KeyCode.DOWN);
        type(KeyCode.DOWN);
        type(KeyCode.DOWN);
        type(KeyCode.ENTER);

        assertThat(told).containsExactly("item civic");
        sound();
    }

    @Test
    void escapeClosesItAndNothingHappens() {
        show(Settings.Theme.LIGHT);

        shortcut();
        Toolkit.picture(scene, "palette-light");
        type(KeyCode.ESCAPE);

        assertThat(overlays.isOpen()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void wordsThatNothingIsCalledSaySoAndEnterDoesNothing() {
        show(Settings.Theme.DARK);

        shortcut();
        robot.write("zzzz");
        Toolkit.frames(3);

        assertThat(robot.lookup("Nothing is called that.").tryQuery()).isPresent();
        type(KeyCode.ENTER);
        assertThat(told).isEmpty();
        assertThat(overlays.isOpen()).isTrue();
    }

    @Test
    void whatCannotBeDoneNowSaysWhyAndDoesNothing() {
        show(Settings.Theme.DARK);

        shortcut();
        robot.write("undo");
        Toolkit.frames(3);
        Toolkit.picture(scene, "palette-impossible-dark");
        type(KeyCode.ENTER);

        assertThat(robot.lookup("nothing to undo").tryQuery()).isPresent();
        assertThat(told).isEmpty();
        assertThat(overlays.isOpen()).isTrue();
    }

    @Test
    void withTheMouseAloneEverythingCanBeScrolledTo() {
        for (int n = 0; n < 20; n++) {
            int number = n;
            many.add(new Command(Group.RUN, "mdal-keyboard", "Another " + n, "", List.of(), () -> told.add("another " + number)));
        }
        show(Settings.Theme.LIGHT);

        robot.clickOn("#find");
        Toolkit.frames(3);
        robot.clickOn("17 more");
        Toolkit.frames(3);
        assertThat(overlays.isOpen()).isTrue();
        robot.clickOn("Another 5");

        assertThat(told).containsExactly("another 5");
    }

    @Test
    void aMouseOpensItAndATabIsGoneTo() {
        show(Settings.Theme.LIGHT);

        robot.clickOn("#find");
        robot.clickOn("Go to Second");
        Toolkit.frames(2);

        assertThat(robot.lookup("the second screen").tryQuery()).isPresent();
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>(List.of(
                new Command(Group.RUN, "mdal-flag", "Verdict: Civic deception", "Label as AI, S2", List.of("3"), () -> told.add("verdict civic")),
                new Command(Group.RUN, "mdal-flag", "Verdict: Spam or scam", "Remove, S1", List.of("9"), () -> told.add("verdict spam")),
                new Command(Group.RUN, "mdal-keyboard", "Undo the last verdict", "nothing to undo", List.of("Z"), false, () -> told.add("undo")),
                new Command(Group.LANES, "mdal-archive", "Synthetic, civic", "128 waiting", List.of(), () -> told.add("lane civic")),
                new Command(Group.POLICY, "mdmz-policy", "Civic deception", "pack 1.4.0", List.of(), () -> told.add("policy civic"))));
        all.addAll(many);
        return all;
    }

    @Override
    public void search(String words, Consumer<List<Command>> found) {
        found.accept(words.startsWith("z") ? List.of() : List.of(new Command(Group.ITEMS, "mdal-image", "Item 7c1e-40a9", "Synthetic, civic", List.of(), () -> told.add("item " + words))));
    }

    private void shortcut() {
        robot.press(KeyCode.CONTROL).press(KeyCode.K).release(KeyCode.K).release(KeyCode.CONTROL);
        Toolkit.frames(3);
    }

    private void type(KeyCode code) {
        robot.press(code).release(code);
    }

    private void sound() {
        assertThat(styles.problems()).isEmpty();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene.getRoot()))).isEmpty();
    }

    private void show(Settings.Theme theme) {
        Toolkit.tell(() -> {
            Background now = new Background(Runnable::run, Runnable::run);
            ShellController shell = new ShellController(overlays, new Theme(theme), new Job(now));
            scene = new Scene(new Views().load("shell", shell), 1280, 800);
            Theme.dress(scene, "review");
            shell.open(List.of(Screen.of("first", "First", () -> new javafx.scene.layout.StackPane(new Label("the first screen")), () -> {}),
                    Screen.of("second", "Second", () -> new javafx.scene.layout.StackPane(new Label("the second screen")), () -> {})), "L-01");
            shell.offer(this);
            window = new javafx.stage.Stage();
            window.setScene(scene);
            window.show();
        });
        Toolkit.frames(3);
    }
}
