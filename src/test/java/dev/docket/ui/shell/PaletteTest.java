package dev.docket.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.settings.Settings;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.shell.Command.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The palette in the real shell, by keyboard and by mouse; pictures in {@code target/pictures}. */
class PaletteTest implements CommandSource {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review");

    private final List<String> told = new ArrayList<>();
    private final List<Command> many = new ArrayList<>();

    @Test
    void aFewLettersAndEnterRunACommand() {
        show(Settings.Theme.DARK);

        shortcut();
        window.robot().write("civic");
        window.picture("palette-dark");
        Keyboard.type(KeyCode.ENTER);

        assertThat(told).containsExactly("verdict civic");
        assertThat(window.overlays().isOpen()).isFalse();
    }

    @Test
    void theArrowsChooseAndWhatHasToBeReadFirstIsFoundToo() {
        show(Settings.Theme.LIGHT);

        shortcut();
        window.robot().write("civic");
        Toolkit.frames(20);
        Keyboard.type(KeyCode.DOWN);
        Keyboard.type(KeyCode.DOWN);
        Keyboard.type(KeyCode.DOWN);
        Keyboard.type(KeyCode.ENTER);

        assertThat(told).containsExactly("item civic");
    }

    @Test
    void whatIsSaidBesideANameTakesNothingFromIt() {
        many.add(new Command(Group.SETTINGS, "mdal-image", "Cover from here up", "What the policy leaves open is covered from here up. ".repeat(3), List.of(), () -> {}));
        show(Settings.Theme.LIGHT);

        shortcut();
        window.robot().write("cover from");
        Toolkit.frames(20);

        Label name = Toolkit.ask(() -> (Label) window.scene().getRoot().lookupAll(".palette-row .strong").stream()
                .filter(label -> ((Label) label).getText().equals("Cover from here up")).findFirst().orElseThrow());
        assertThat(Toolkit.ask(() -> name.getWidth() >= name.prefWidth(-1) - 1)).as("the whole name").isTrue();
    }

    @Test
    void escapeClosesItAndNothingHappens() {
        show(Settings.Theme.LIGHT);

        shortcut();
        window.picture("palette-light");
        Keyboard.type(KeyCode.ESCAPE);

        assertThat(window.overlays().isOpen()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void wordsThatNothingIsCalledSaySoAndEnterDoesNothing() {
        show(Settings.Theme.DARK);

        shortcut();
        window.robot().write("zzzz");
        Toolkit.frames(3);

        assertThat(window.says("Nothing is called that.")).isTrue();
        Keyboard.type(KeyCode.ENTER);
        assertThat(told).isEmpty();
        assertThat(window.overlays().isOpen()).isTrue();
    }

    @Test
    void whatCannotBeDoneNowSaysWhyAndDoesNothing() {
        show(Settings.Theme.DARK);

        shortcut();
        window.robot().write("undo");
        window.picture("palette-impossible-dark");
        Keyboard.type(KeyCode.ENTER);

        assertThat(window.says("nothing to undo")).isTrue();
        assertThat(told).isEmpty();
        assertThat(window.overlays().isOpen()).isTrue();
    }

    @Test
    void withTheMouseAloneEverythingCanBeScrolledTo() {
        for (int n = 0; n < 20; n++) {
            int number = n;
            many.add(new Command(Group.RUN, "mdal-keyboard", "Another " + n, "", List.of(), () -> told.add("another " + number)));
        }
        show(Settings.Theme.LIGHT);

        window.click("#find");
        Toolkit.frames(3);
        window.click("17 more");
        Toolkit.frames(3);
        assertThat(window.overlays().isOpen()).isTrue();
        window.click("Another 5");

        assertThat(told).containsExactly("another 5");
    }

    @Test
    void aMouseOpensItAndATabIsGoneTo() {
        show(Settings.Theme.LIGHT);

        window.click("#find");
        window.click("Go to Second");
        Toolkit.frames(2);

        assertThat(window.says("the second screen")).isTrue();
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
        Keyboard.type(KeyCode.CONTROL, KeyCode.K);
        Toolkit.frames(3);
    }

    private void show(Settings.Theme theme) {
        window.show(theme, 1280, 800, () -> List.of(
                Screen.of("first", "First", () -> new StackPane(new Label("the first screen")), () -> {}),
                Screen.of("second", "Second", () -> new StackPane(new Label("the second screen")), () -> {})));
        Toolkit.tell(() -> window.shell().offer(this));
    }
}
