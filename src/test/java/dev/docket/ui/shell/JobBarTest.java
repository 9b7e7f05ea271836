package dev.docket.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.progress.Stage;
import dev.docket.progress.StoppedException;
import dev.docket.settings.Settings;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job in the status line, as it runs, is paused, stopped and fails. */
class JobBarTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review");

    private final List<String> begun = new ArrayList<>();
    private final Job job = window.job();

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
        window.picture("job-paused-" + theme.name().toLowerCase());
        press("job-pause");
        assertThat(words("job-words")).isEqualTo("Admitting, 53 of 200");
        press("job-stop");

        assertThat(job.cancelled()).isTrue();
        assertThatThrownBy(job::stopIfCancelled).isInstanceOf(StoppedException.class);
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
        window.picture("job-failed-" + theme.name().toLowerCase());
        press("job-again");
        assertThat(begun).containsExactly("again");

        press("job-dismiss");

        assertThat(job.endedProperty().get()).isNull();
        assertThat(node("job-ended").getParent().isVisible()).isFalse();
    }

    @Test
    void theButtonsAreReachedWithTab() {
        show(Settings.Theme.LIGHT);
        tell(() -> job.begin("Admitting"));
        tell(() -> node("job-pause").requestFocus());

        Keyboard.type(KeyCode.SPACE);
        assertThat(job.pausedProperty().get()).isTrue();
        Keyboard.type(KeyCode.TAB);

        assertThat(Toolkit.ask(() -> window.scene().getFocusOwner().getId())).isEqualTo("job-stop");
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
        window.show(theme, 1280, 300, () -> List.of(Screen.of("first", "First", () -> new StackPane(new Label("the first screen")), () -> {})));
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
        return window.scene().lookup("#" + id);
    }

}
