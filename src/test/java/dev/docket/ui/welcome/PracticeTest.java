package dev.docket.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import dev.docket.desk.FirstStart;
import dev.docket.settings.Settings;
import dev.docket.ui.DocketWindow;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Keyboard;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The guided tour in the real window over a real, empty desk. */
class PracticeTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private StyleLog styles;
    private Desk desk;
    private DocketWindow window;
    private Stage stage;

    @BeforeEach
    void openTheWindow() throws Exception {
        Toolkit.start();
        styles = StyleLog.listen();
        desk = Desk.open(folder.resolve("profile"), Clock.systemUTC());
    }

    @AfterEach
    void closeTheWindow() {
        Toolkit.tell(stage::close);
        window.close();
        desk.close();
        styles.close();
    }

    @Test
    void theKeyboardAloneWalksItToTheEndAndNothingIsRecorded() {
        show(Settings.Theme.DARK, 1440, 900);
        Map<String, Long> before = rows();

        shoot("practice-welcome-dark");
        type(KeyCode.ENTER);
        at("One key decides");
        shoot("practice-decide-dark");
        type(KeyCode.DIGIT1);
        at("Not sure? Say so");
        shoot("practice-unsure-dark");
        type(KeyCode.SHIFT, KeyCode.DIGIT2);
        at("Take it back");
        type(KeyCode.Z);
        at("The rarer labels");
        type(KeyCode.DIGIT0);
        type(KeyCode.A);
        at("Looking is up to you");
        shoot("practice-look-dark");
        Keyboard.press(KeyCode.SPACE);
        Keyboard.release(KeyCode.SPACE);
        at("Leave it to somebody else");
        shoot("practice-skip-dark");
        type(KeyCode.S);
        type(KeyCode.DIGIT6);
        at("Quarantine");
        shoot("practice-quarantine-dark");
        type(KeyCode.Q);
        at("Every key on one sheet");
        shoot("practice-keys-dark");
        type(KeyCode.SHIFT, KeyCode.SLASH);
        type(KeyCode.ESCAPE);
        at("Find anything");
        type(KeyCode.CONTROL, KeyCode.K);
        type(KeyCode.ESCAPE);
        at("What comes next");
        shoot("practice-next-dark");
        type(KeyCode.ENTER);

        assertThat(Toolkit.ask(() -> find("#tab-practice"))).isNull();
        assertThat(((ToggleButton) find("#tab-review")).isSelected()).isTrue();
        assertThat(rows()).isEqualTo(before).hasSizeGreaterThan(5);
        assertThat(styles.problems()).isEmpty();
    }

    @Test
    void theMouseAloneSkipsEveryStepAndComesBack() {
        show(Settings.Theme.LIGHT, 1280, 800);
        Map<String, Long> before = rows();

        shoot("practice-welcome-light");
        click("#practiceOn");
        at("One key decides");
        shoot("practice-decide-light");
        click("#practiceSkip");
        at("Not sure? Say so");
        click("#practiceBack");
        at("One key decides");
        for (int step = 0; step < 4; step++) {
            click("#practiceSkip");
        }
        at("Looking is up to you");
        shoot("practice-look-light");
        for (int step = 0; step < 5; step++) {
            click("#practiceSkip");
        }
        at("What comes next");
        shoot("practice-next-light");
        click("#practiceOn");

        assertThat(Toolkit.ask(() -> find("#tab-practice"))).isNull();
        assertThat(rows()).isEqualTo(before).hasSizeGreaterThan(5);
        assertThat(styles.problems()).isEmpty();
    }

    @Test
    void anotherKeyIsNoHarmAndKeySheetAndPaletteLeadBackToIt() {
        assertThat(new FirstStart(desk).takes()).isTrue();
        assertThat(new FirstStart(desk).takes()).isFalse();
        show(Settings.Theme.LIGHT, 1280, 800);
        type(KeyCode.ENTER);
        type(KeyCode.SHIFT, KeyCode.DIGIT4);
        Toolkit.frames(2);
        shoot("practice-slipped-light");

        assertThat(shown("That was another key. Never mind: here is a new picture. Try the one below.")).isTrue();
        at("One key decides");

        Toolkit.tell(() -> find("#practiceLeave").requestFocus());
        type(KeyCode.ENTER);
        assertThat(Toolkit.ask(() -> find("#tab-practice"))).isNull();

        type(KeyCode.SHIFT, KeyCode.SLASH);
        click("#practise");
        at("Two minutes to learn the keys");
        Toolkit.tell(() -> find("#practiceLeave").fireEvent(new javafx.event.ActionEvent()));
        assertThat(Toolkit.ask(() -> find("#tab-practice"))).isNull();

        type(KeyCode.CONTROL, KeyCode.K);
        robot.write("practise");
        type(KeyCode.ENTER);
        at("Two minutes to learn the keys");
    }

    private void show(Settings.Theme theme, int width, int height) {
        Toolkit.tell(() -> {
            window = new DocketWindow(width, height);
            stage = new Stage();
            window.show(stage);
            stage.requestFocus();
            window.open(desk);
            window.theme().choiceProperty().set(theme);
            window.practise();
        });
        at("Two minutes to learn the keys");
        Toolkit.frames(3);
    }

    /** Rows by table: of everything, whatever it is. */
    private Map<String, Long> rows() {
        return desk.database.inTransaction(tx -> tx.createQuery("SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema = 'PUBLIC'")
                .mapTo(String.class).stream().collect(Collectors.toMap(name -> name,
                        name -> tx.createQuery("SELECT COUNT(*) FROM \"" + name + "\"").mapTo(Long.class).one())));
    }

    /** The step with this title is on screen, and so is what it is about. */
    private void at(String title) {
        until(() -> shown(title));
        Toolkit.frames(1);
    }

    private boolean shown(String words) {
        return Toolkit.ask(() -> window.scene().getRoot().lookupAll(".label").stream().anyMatch(n -> n instanceof Label l && words.equals(l.getText())));
    }

    private void click(String id) {
        Toolkit.tell(() -> ((Button) find(id)).fire());
        Toolkit.frames(2);
    }

    private Node find(String id) {
        return window.scene().getRoot().lookup(id);
    }

    private void shoot(String name) {
        Toolkit.frames(4);
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(window.scene().getRoot()))).isEmpty();
        Toolkit.picture(window.scene(), name);
    }

    private static void type(KeyCode key) {
        Keyboard.press(key);
        Keyboard.release(key);
    }

    /** Only TestFX tells the headless window what is held beside a key. */
    private void type(KeyCode held, KeyCode key) {
        robot.press(held).press(key).release(key).release(held);
        Toolkit.frames(2);
    }

    private static void until(BooleanSupplier condition) {
        for (int i = 0; i < 400 && !condition.getAsBoolean(); i++) {
            Toolkit.frames(1);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
