package dev.docket.ui.review;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeyMap.Binding;
import dev.docket.ui.shell.Command;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** Every command of the review screen for the palette, with its keys of this moment, and why it cannot be run when it cannot. JavaFX thread. */
final class ReviewCatalogue {
    private static final Set<Situation> GOES_ON = EnumSet.of(Situation.PAUSED, Situation.BREAK, Situation.LIMIT, Situation.LANE_EMPTY);

    private final ReviewViewModel model;
    private final ObservableValue<KeyMap> keys;
    private final Consumer<Binding> run;

    /** @param run as if the key was pressed */
    ReviewCatalogue(ReviewViewModel model, ObservableValue<KeyMap> keys, Consumer<Binding> run) {
        this.model = model;
        this.keys = keys;
        this.run = run;
    }

    /** @param front brings the review screen to the front */
    List<Command> commands(Runnable front) {
        List<Command> all = new ArrayList<>();
        for (KeyCommand command : KeyCommand.values()) {
            if (command == KeyCommand.LOCK) {
                continue; // the window's own, whatever screen is in front
            }
            if (command.takesLabel()) {
                model.pack().labels().stream().filter(l -> !l.id().equals(PolicyPack.MINORS_SAFETY))
                        .forEach(l -> all.add(entry(keys.getValue().binding(command, Optional.of(l), 0), front)));
            } else {
                keys.getValue().drawn(command).stream().map(Binding::step).distinct()
                        .forEach(step -> all.add(entry(keys.getValue().binding(command, Optional.empty(), step), front)));
            }
        }
        return all;
    }

    private Command entry(Binding binding, Runnable front) {
        Optional<String> obstacle = obstacle(binding.command());
        String aside = obstacle.orElseGet(() -> binding.label().map(this::aside).orElse(""));
        return new Command(Command.Group.RUN, binding.label().isPresent() ? "mdal-flag" : "mdal-keyboard", title(binding), aside, caps(binding), obstacle.isEmpty(), () -> {
            front.run();
            run.accept(binding);
        });
    }

    private static String title(Binding binding) {
        return binding.label().map(l -> Text.of("palette.label." + binding.command().id(), l.shortTitle())).orElseGet(() -> binding.command().words(binding.step()));
    }

    /** Labels without a key of their own are two presses away. */
    private List<String> caps(Binding binding) {
        if (binding.caps().isEmpty() && binding.command() == KeyCommand.DECIDE) {
            List<String> two = new ArrayList<>(keys.getValue().caps(KeyCommand.MORE_LABELS));
            two.add(binding.label().orElseThrow().hotkey().substring(2).toUpperCase(Locale.ROOT));
            return two;
        }
        return binding.caps();
    }

    private String aside(Label label) {
        PolicyPack.Action action = model.pack().actions().get(label.defaultAction());
        return Text.of("palette.verdict.aside", action == null ? label.defaultAction() : action.title(), label.severity().name());
    }

    /** Why the key would do nothing now, in a few words. */
    private Optional<String> obstacle(KeyCommand command) {
        boolean there = model.situationProperty().get() == Situation.CASE && model.currentProperty().get() != null;
        return switch (command.group()) {
            case DECIDE -> unless(model.canDecide(), there ? "palette.off.picture" : "palette.off.case");
            case PENDING -> unless(model.canDecide(), there ? "palette.off.picture" : "palette.off.case")
                    .or(() -> unless(command != KeyCommand.COMMIT_UNSURE || model.pending().isPending(), "palette.off.pending"));
            case HAND_OVER -> unless(command == KeyCommand.QUARANTINE ? there : command == KeyCommand.SECOND_OPINION ? model.canDecide() : model.canHandOver(),
                    there ? "palette.off.picture" : "palette.off.case");
            case LOOK -> unless(there, "palette.off.case").or(() -> unless(!command.holds(), "palette.off.held"))
                    .or(() -> unless(command != KeyCommand.LATCH || model.casework().care().settings().covering().latch(), "care.latch.off"));
            case STUDY -> study(command);
            case EXPLAIN -> unless(command != KeyCommand.MAKE_SEED, "palette.off.stack").or(() -> unless(there || command == KeyCommand.KEYS, "palette.off.case"))
                    .or(() -> unless(command != KeyCommand.HISTORY || !model.currentProperty().get().blind(), "palette.off.blind"));
            case MOVE -> move(command);
        };
    }

    private Optional<String> study(KeyCommand command) {
        return unless(model.study().isOpen(), "palette.off.covered").or(() -> switch (command) {
            case PLAY, FRAME_BACK, FRAME_ON -> unless(model.study().frames() > 1, "palette.off.still");
            case HEAT -> unless(model.study().explained().isPresent(), "palette.off.heat");
            default -> Optional.empty();
        });
    }

    private Optional<String> move(KeyCommand command) {
        Sitting sitting = model.tray().sittingProperty().get();
        return switch (command) {
            case UNDO -> unless(sitting.last().isPresent(), "review.undo.nothing");
            case REDO -> unless(sitting.next().isPresent(), "palette.off.redo");
            case REVERSE -> unless(model.carriedProperty().get().isPresent(), "review.carried.nothing");
            case NEXT_LANE, PREVIOUS_LANE -> unless(model.nextLane().isPresent(), "palette.off.lane");
            case GO_ON -> unless(model.pending().isPending() || !model.tray().failureProperty().get().isEmpty()
                    || model.breakDueProperty().get() || GOES_ON.contains(model.situationProperty().get()), "palette.off.go");
            case GIVE_BACK -> unless(model.held() > 0, "palette.off.nothing");
            case TAKE_ALONG -> unless(model.laneIdProperty().get() >= 0, "palette.off.lane");
            case BREAK -> unless(model.situationProperty().get() != Situation.BREAK, "palette.off.break");
            default -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean possible, String why) {
        return possible ? Optional.empty() : Optional.of(Text.of(why));
    }
}
