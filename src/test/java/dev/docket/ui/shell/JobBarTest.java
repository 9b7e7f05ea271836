package dev.docket.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.progress.Stage;
import dev.docket.progress.StoppedException;
import dev.docket.settings.Settings;
import dev.docket.ui.StyleLog;
import dev.docket.ui.Toolkit;
import dev.docket.ui.Unnamed;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Theme;
import dev.docket.ui.common.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job in the status line, as it runs, is paused, stopped and fails. */
class JobBarTest {
    private final StyleLog styles = StyleLog.listen();
    private final List<String> begun = new ArrayList<>();
    private Job job;
    private Scene scene;
    private javafx.stage.Stage window;

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @AfterEach
    void close() {
        Toolkit.tell(window::close);
        styles.close();
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void aRunningJobIsPausedAndGoesOnAndIsStopped(Settings.Theme theme) {
        show(theme);
        tell(() -> {
            job.begin("Admitting");
            job.at(53, 200, "a.png");
            job.stages(List.of(new Stage("read", 1, 60, Duration.ZERO), new Stage("decode", 2, 57, Duration.ZERO)));
        });
        assertThat(words("job-words")).isEqualTo("Admitting, 53 of 200");
        assertThat(label("job-words").getTooltip().getText()).isEqualTo("Reading: 1 now, 60 done\nDecoding: 2 now, 57 done");

        press("job-pause");
        assertThat(words("job-words")).isEqualTo("Paused: Admitting, 53 of 200");
        Toolkit.picture(scene, "job-paused-" + theme.name().toLowerCase());
        press("job-pause");
        assertThat(words("job-words")).isEqualTo("Admitting, 53 of 200");
        press("job-stop");

        assertThat(job.cancelled()).isTrue();
        assertThatThrownBy(job::stopIfCancelled).isInstanceOf(StoppedException.class);
        sound();
    }

    @ParameterizedTest
    @EnumSource(value = Settings.Theme.class, names = {"LIGHT", "DARK"})
    void aFailedJobSaysWhyAndIsTriedAgain(Settings.Theme theme) {
        show(theme);
        tell(() -> {
            job.begin("Admitting");
            job.end(new Job.Ended("The sample queue is not complete: no space left", true, () -> begun.add("again")));
        });
        assertThat(words("job-ended")).contains("no space left");
        assertThat(node("job-words").isVisible()).isFalse();
        Toolkit.picture(scene, "job-failed-" + theme.name().toLowerCase());
        press("job-again");
        assertThat(begun).containsExactly("again");

        press("job-dismiss");

        assertThat(job.endedProperty().get()).isNull();
        assertThat(node("job-ended").getParent().isVisible()).isFalse();
        sound();
    }

    @Test
    void theButtonsAreReachedWithTab() {
        show(Settings.Theme.LIGHT);
        tell(() -> job.begin("Admitting"));
        tell(() -> node("job-pause").requestFocus());

        tell(() -> new Robot().keyType(KeyCode.SPACE));
        assertThat(job.pausedProperty().get()).isTrue();
        tell(() -> new Robot().keyType(KeyCode.TAB));

        assertThat(Toolkit.ask(() -> scene.getFocusOwner().getId())).isEqualTo("job-stop");
    }

    @Test
    void thePaletteDoesWhatTheButtonsDo() {
        show(Settings.Theme.LIGHT);
        JobBar bar = Toolkit.ask(() -> (JobBar) node("job-words").getParent());
        assertThat(Toolkit.ask(bar::commands)).isEmpty();
        tell(() -> job.begin("Admitting"));

        assertThat(Toolkit.ask(bar::commands)).extracting(Command::title).containsExactly("Pause", "Stop");
        tell(() -> bar.commands().getFirst().action().run());
        assertThat(Toolkit.ask(bar::commands)).extracting(Command::title).containsExactly("Go on", "Stop");
        tell(() -> job.end(new Job.Ended("Stopped at 53", false, () -> begun.add("again"))));
        assertThat(Toolkit.ask(bar::commands)).extracting(Command::title).containsExactly("Go on", "Dismiss");
        tell(() -> bar.commands().getFirst().action().run());

        assertThat(begun).containsExactly("again");
    }

    private void show(Settings.Theme theme) {
        Toolkit.tell(() -> {
            job = new Job(new Background(Runnable::run, Runnable::run));
            ShellController shell = new ShellController(new Overlays(), new Theme(theme), job);
            scene = new Scene(new Views().load("shell", shell), 1280, 300);
            Theme.dress(scene, "review");
            shell.open(List.of(Screen.of("first", "First", () -> new javafx.scene.layout.StackPane(new Label("the first screen")), () -> {})), "L-01");
            window = new javafx.stage.Stage();
            window.setScene(scene);
            window.show();
            window.requestFocus();
        });
        Toolkit.frames(3);
    }

    private void tell(Runnable work) {
        Toolkit.tell(work);
        Toolkit.frames(3);
    }

    private void press(String id) {
        tell(() -> ((Button) node(id)).fire());
    }

    private String words(String id) {
        return Toolkit.ask(() -> label(id).getText());
    }

    private Label label(String id) {
        return (Label) node(id);
    }

    private Node node(String id) {
        return scene.lookup("#" + id);
    }

    private void sound() {
        assertThat(styles.problems()).isEmpty();
        assertThat(Toolkit.ask(() -> Unnamed.focusableIn(scene.getRoot()))).isEmpty();
    }
}
