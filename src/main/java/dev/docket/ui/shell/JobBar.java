package dev.docket.ui.shell;

import dev.docket.ui.common.Job;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The long job behind the window, in the status line: how far, pause and stop while it runs; what went wrong, again and
 * dismiss when it ended before its time. Its buttons are reached with Tab, its commands with the palette.
 */
final class JobBar extends HBox {
    private final Job job;
    private final String id;

    /** @param id the first part of its nodes' ids */
    JobBar(Job job, String id) {
        this.job = job;
        this.id = id;
        getStyleClass().add("job");
        Label words = new Label();
        words.setId(id + "-words");
        words.textProperty().bind(Bindings.createStringBinding(
                () -> job.pausedProperty().get() ? Text.of("job.paused", job.wordsProperty().get()) : job.wordsProperty().get(),
                job.wordsProperty(), job.pausedProperty()));
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(Text.of("shell.job"));
        bar.progressProperty().bind(job.shareProperty());
        Button pause = button(id + "-pause", "", job::pauseOrGoOn);
        pause.textProperty().bind(job.pausedProperty().map(paused -> Text.of(paused ? "job.go_on" : "job.pause")));
        Button stop = button(id + "-stop", Text.of("shell.job.stop"), job::cancel);
        for (Node node : List.of(words, bar, pause, stop)) {
            showWhile(node, job.runningProperty());
        }
        explainStages(words, bar);
        getChildren().setAll(words, bar, pause, stop);
        getChildren().addAll(ended());
        showWhile(this, job.runningProperty().or(job.endedProperty().isNotNull()));
    }

    private void explainStages(Label words, ProgressBar bar) {
        Tooltip stages = new Tooltip();
        stages.textProperty().bind(job.stagesProperty());
        job.stagesProperty().map(String::isEmpty).subscribe(none -> {
            words.setTooltip(none ? null : stages);
            bar.setTooltip(none ? null : stages);
        });
    }

    private List<Node> ended() {
        Label words = new Label();
        words.setId(id + "-ended");
        FontIcon icon = new FontIcon("mdal-error_outline");
        Button again = button(id + "-again", "", () -> job.endedProperty().get().again().run());
        Button dismiss = button(id + "-dismiss", Text.of("job.dismiss"), job::dismiss);
        job.endedProperty().subscribe(ended -> {
            words.setText(ended == null ? "" : ended.words());
            words.setGraphic(ended != null && ended.failed() ? icon : null);
            words.getStyleClass().remove("danger-words");
            if (ended != null && ended.failed()) {
                words.getStyleClass().add("danger-words");
            }
            words.setTooltip(ended == null ? null : new Tooltip(ended.words()));
            again.setText(Text.of(ended != null && ended.failed() ? "job.again" : "job.go_on"));
        });
        List<Node> nodes = List.of(words, again, dismiss);
        nodes.forEach(node -> showWhile(node, job.endedProperty().isNotNull()));
        return nodes;
    }

    /** What the palette can do to the job at this moment. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        if (job.runningProperty().get()) {
            boolean paused = job.pausedProperty().get();
            commands.add(command(paused ? "mdmz-play_arrow" : "mdmz-pause", Text.of(paused ? "job.go_on" : "job.pause"), job.wordsProperty().get(), job::pauseOrGoOn));
            commands.add(command("mdmz-stop", Text.of("shell.job.stop"), job.wordsProperty().get(), job::cancel));
        }
        Job.Ended ended = job.endedProperty().get();
        if (ended != null) {
            commands.add(command("mdmz-refresh", Text.of(ended.failed() ? "job.again" : "job.go_on"), ended.words(), ended.again()));
            commands.add(command("mdal-close", Text.of("job.dismiss"), ended.words(), job::dismiss));
        }
        return commands;
    }

    private static Command command(String icon, String title, String aside, Runnable action) {
        return new Command(Command.Group.RUN, icon, title, aside, List.of(), action);
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("link-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    private static void showWhile(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
