package dev.docket.ui.welcome;

import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Text;
import dev.docket.ui.review.ReviewViewModel;
import dev.docket.ui.shell.Command;
import dev.docket.ui.shell.Command.Group;
import dev.docket.ui.shell.CommandSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the palette finds during the practice: verdicts on the practice picture, and the way out. Nothing of the desk. */
record PracticeCommands(ReviewViewModel model, Runnable leave) implements CommandSource {

    @Override
    public List<Command> commands() {
        Stream<Command> verdicts = model.pack().labels().stream().filter(l -> !l.id().equals(PolicyPack.MINORS_SAFETY)).map(this::verdict);
        Command out = new Command(Group.RUN, "mdal-exit_to_app", Text.of("practice.leave"), Text.of("practice.title"), List.of(), leave);
        return Stream.concat(Stream.of(out), verdicts).toList();
    }

    @Override
    public void search(String words, Consumer<List<Command>> found) {
        found.accept(List.of());
    }

    private Command verdict(PolicyPack.Label label) {
        return new Command(Group.RUN, "mdal-flag", Text.of("palette.label.decide", label.shortTitle()), Text.of("practice.title"),
                List.of(label.hotkey().toUpperCase(Locale.ROOT).split(" ")), () -> model.decide(label, true));
    }
}
