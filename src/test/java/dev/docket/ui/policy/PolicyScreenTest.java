package dev.docket.ui.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PackRef;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.settings.Settings;
import dev.docket.storage.ContentHash;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The real screen over the shipped pack; pictures of its states in {@code target/pictures}. */
class PolicyScreenTest {
    private static final PolicyPack PACK = PolicyFile.shipped();
    private static final PackRef OLDER = new PackRef(PACK.ref().id(), "0.9.0", ContentHash.of(new byte[] {1}));

    private final Background now = new Background(Runnable::run, Runnable::run);
    private final FxRobot robot = new FxRobot();
    private final PolicyViewModel model = new PolicyViewModel(new PaintedShelf(), now);
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
    void aLabelIsFoundByWordsOfItsTextAndReadByKeyboard() {
        show(Settings.Theme.LIGHT, 1440, 900);

        robot.clickOn("#search").write("intimate identifiable");
        assertThat(model.labels()).extracting(PolicyPack.Label::id).containsExactly("ncii");
        robot.press(KeyCode.TAB).release(KeyCode.TAB).press(KeyCode.DOWN).release(KeyCode.DOWN);
        Toolkit.frames(3);
        Toolkit.picture(scene, "policy-light");

        assertThat(model.selectedProperty().get().id()).isEqualTo("ncii");
        sound();
    }

    @Test
    void everyLabelOfTheShippedPackHasAPage() {
        show(Settings.Theme.DARK, 1280, 800);
        for (PolicyPack.Label label : PACK.labels()) {
            Toolkit.tell(() -> model.select(label));
            assertThat(robot.lookup(label.title()).tryQuery()).as(label.id()).isPresent();
        }
        Toolkit.tell(() -> model.select(PACK.label("civic_deception")));
        Toolkit.frames(3);
        Toolkit.picture(scene, "policy-dark-small");
        sound();
    }

    @Test
    void whatChangedSinceAnEarlierPackIsShownLineByLine() {
        show(Settings.Theme.DARK, 1440, 900);

        robot.clickOn("Compare with 0.9.0");
        Toolkit.frames(3);
        Toolkit.picture(scene, "policy-changes-dark");

        assertThat(model.comparisonProperty().get()).get().satisfies(c -> assertThat(c.lines()).isNotEmpty());
        robot.clickOn("Back to the labels");
        assertThat(model.comparisonProperty().get()).isEmpty();
        sound();
    }

    @Test
    void aSearchThatFindsNothingSaysSo() {
        show(Settings.Theme.LIGHT, 1280, 800);

        robot.clickOn("#search").write("zzz");

        assertThat(robot.lookup("No label says that.").tryQuery()).isPresent();
        sound();
    }

    private static final class PaintedShelf implements PolicyShelf {
        @Override
        public PolicyPack pack() {
            return PACK;
        }

        @Override
        public List<Policies.Kept> kept() {
            return List.of(new Policies.Kept(PACK.ref(), Instant.parse("2026-11-21T08:00:00Z")),
                    new Policies.Kept(OLDER, Instant.parse("2026-08-01T08:00:00Z")));
        }

        @Override
        public Optional<String> text(PackRef ref) {
            return Optional.of(PACK.text().replace("hours: 24", "hours: 48").replace("version: 1.0.0", "version: 0.9.0"));
        }
    }

    private void sound() {
        assertThat(styles.problems()).isEmpty();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene.getRoot()))).isEmpty();
    }

    private void show(Settings.Theme theme, int width, int height) {
        Toolkit.tell(() -> {
            ShellController shell = new ShellController(new Overlays(), new Theme(theme), new Job(now));
            scene = new Scene(new Views().load("shell", shell), width, height);
            Theme.dress(scene, "review", "policy");
            PolicyController controller = new PolicyController(model, ZoneOffset.UTC);
            shell.open(List.of(Screen.of("policy", "Policy", () -> new Views().load("policy", controller), model::refresh)), "L-01");
            window = new javafx.stage.Stage();
            window.setScene(scene);
            window.show();
        });
        Toolkit.frames(3);
    }
}
