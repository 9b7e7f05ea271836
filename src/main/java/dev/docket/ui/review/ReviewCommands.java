package dev.docket.ui.review;

import dev.docket.policy.PolicyPack.Label;
import dev.docket.ui.care.ExposureSheet;
import dev.docket.ui.common.ChoiceSheet;
import dev.docket.ui.common.ChoiceSheet.Choice;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Text;
import dev.docket.ui.cover.Cover;
import dev.docket.ui.cover.Keyhole;
import dev.docket.ui.finding.FindingKeys;
import dev.docket.ui.finding.FindingSheets;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeyMap.Binding;
import dev.docket.ui.keys.KeySheet;
import dev.docket.ui.stage.Look;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What the keys and buttons of the review screen do. JavaFX thread. */
final class ReviewCommands {
    private static final double ZOOM = 1.25;

    private final ReviewViewModel model;
    private final Overlays overlays;
    private final ObservableValue<KeyMap> keys;
    private final Runnable provenance;
    private final Runnable lookAlikes;
    private final Runnable history;
    private final FindingKeys finding;
    private final FindingSheets parts;
    private Keyhole keyhole;
    private final ReviewLadder ladder;
    private BiConsumer<UUID, Boolean> stacks = (item, decide) -> {};
    private Runnable settings = () -> {};
    private Runnable along = () -> {};

    /**
     * @param provenance shows it in full, or in short again
     * @param lookAlikes opens their sheet
     * @param history opens the sheet with everything that is known of the picture's origin
     */
    ReviewCommands(ReviewViewModel model, Overlays overlays, ObservableValue<KeyMap> keys, Runnable provenance, Runnable lookAlikes, Runnable history,
            ReviewLadder ladder) {
        this.model = model;
        this.overlays = overlays;
        this.keys = keys;
        this.provenance = provenance;
        this.lookAlikes = lookAlikes;
        this.history = history;
        finding = new FindingKeys(model.pending(), model.regions());
        parts = new FindingSheets(model.pending(), overlays, model.regions());
        this.ladder = ladder;
    }

    /** To be called once, before any key: where a part of a covered picture is seen. */
    void steering(Keyhole where) {
        keyhole = where;
    }

    /** @param opened brings the stack of an item on screen, and decides it where asked to */
    void stacks(BiConsumer<UUID, Boolean> opened) {
        stacks = opened;
    }

    /** @param open shows the settings of what the reviewer wants to see */
    void settings(Runnable open) {
        settings = open;
    }

    /** @param ask asks how much work is taken along */
    void along(Runnable ask) {
        along = ask;
    }

    private void exposure() {
        overlays.open(new ExposureSheet(overlays, model.casework().care(), ZoneId.systemDefault(), keys,
                new ExposureSheet.Ways(model::takeBreak, model::goOnAnyway, settings)));
    }

    private void openStack(boolean decide) {
        if (model.currentProperty().get() != null && model.canHandOver()) {
            stacks.accept(model.currentProperty().get().item().id(), decide);
        }
    }

    void down(Binding binding) {
        if (model.canDecide() && finding.take(binding)) {
            return;
        }
        if (binding.command() == KeyCommand.DECIDE || binding.command() == KeyCommand.DECIDE_UNSURE) {
            binding.label().ifPresent(label -> model.decide(label, binding.command() == KeyCommand.DECIDE));
        } else if (binding.command().steers()) {
            steer(binding);
        } else {
            run(binding.command());
        }
    }

    void up(Binding binding) {
        if (binding.command() == KeyCommand.KEYHOLE) {
            model.keyhole(false);
        } else {
            model.peek(false);
        }
    }

    void run(KeyCommand command) {
        switch (command.group()) {
            case LOOK -> look(command);
            case STUDY -> study(command);
            case PENDING -> open(command);
            default -> handle(command);
        }
    }

    /** A part of the pending verdict, or its end. */
    void open(KeyCommand command) {
        switch (command) {
            case GO_ON -> model.commitPending(true);
            case COMMIT_UNSURE -> model.commitPending(false);
            default -> {
                if (model.canDecide()) {
                    parts.open(command);
                }
            }
        }
    }

    /** What the selected region shows. */
    void labelRegion(int number) {
        parts.region(number);
    }

    /** Esc covers first; where nothing is left to cover it drops what is pending. */
    private void cover() {
        if (model.cover().isCovered()) {
            model.pending().drop();
        } else {
            model.regions().stop();
        }
        model.cover().coverNow();
    }

    private void look(KeyCommand command) {
        switch (command) {
            case PEEK -> model.peek(true);
            case LATCH -> model.latch();
            case KEYHOLE -> model.keyhole(true);
            case COVER_NOW -> cover();
            case COVER_STEP -> model.cover().step();
            default -> model.cover().toggleGrey();
        }
    }

    private void study(KeyCommand command) {
        if (model.cover().sightProperty().get() == Cover.Sight.KEYHOLE) {
            return;
        }
        switch (command) {
            case FIT -> model.study().fitOrFill();
            case ONE_TO_ONE -> model.study().oneToOne();
            case ZOOM_IN -> model.study().zoom(ZOOM, 0, 0);
            case ZOOM_OUT -> model.study().zoom(1 / ZOOM, 0, 0);
            case TURN -> model.study().turn(1);
            case TURN_BACK -> model.study().turn(-1);
            case LENS -> model.study().toggleLens();
            case LENS_POWER -> model.study().strongerLens();
            case LEVELS -> model.study().look(Look.LEVELS);
            case ERROR_LEVELS -> model.study().look(Look.ERROR_LEVELS);
            case NOISE -> model.study().look(Look.NOISE);
            case HEAT -> model.study().look(Look.HEAT);
            case PLAY -> model.study().playOrPause();
            case FRAME_BACK -> model.study().step(-1);
            default -> model.study().step(1);
        }
    }

    private void steer(Binding binding) {
        int right = binding.command() == KeyCommand.RIGHT ? 1 : binding.command() == KeyCommand.LEFT ? -1 : 0;
        int down = binding.command() == KeyCommand.DOWN ? 1 : binding.command() == KeyCommand.UP ? -1 : 0;
        if (model.cover().sightProperty().get() == Cover.Sight.KEYHOLE) {
            keyhole.steer(right, down, binding.shift());
        } else {
            model.study().steer(right, down, binding.shift());
        }
    }

    private void handle(KeyCommand command) {
        switch (command) {
            case MORE_LABELS -> chooseLabel();
            case ESCALATE -> chooseLadder();
            case SECOND_OPINION -> model.secondOpinion();
            case SKIP -> chooseReason();
            case TAKE_FIRST, TAKE_SECOND, LEAVE_GREY, COMMENTS -> ladder.run(command);
            case QUARANTINE -> model.quarantine();
            case PROVENANCE -> provenance.run();
            case HISTORY -> history.run();
            case STACK, DECIDE_STACK -> openStack(command == KeyCommand.DECIDE_STACK);
            case LOOK_ALIKES -> lookAlikes.run();
            case KEYS -> overlays.open(new KeySheet(keys, overlays));
            case UNDO -> model.undo();
            case REDO -> model.redo();
            case REVERSE -> model.reverse();
            case SHOW_SCORES -> model.showScores();
            case LOOK_BACK -> model.lookBack();
            case NEXT_LANE -> model.moveLane(1);
            case PREVIOUS_LANE -> model.moveLane(-1);
            case GO_ON -> goOn();
            case GIVE_BACK -> model.giveBack();
            case BREAK -> model.takeBreak();
            case EXPOSURE -> exposure();
            case TAKE_ALONG -> along.run();
            default -> { }
        }
    }

    private void goOn() {
        if (model.pending().isPending()) {
            model.commitPending(true);
        } else if (model.tray().failureProperty().get().isEmpty()) {
            model.goOn();
        } else {
            model.retry();
        }
    }

    private void chooseLabel() {
        if (model.canDecide()) {
            List<Choice<Label>> choices = KeyMap.palette(model.pack()).stream().map(l -> new Choice<>(l.hotkey().substring(2), l.shortTitle(),
                    Optional.of((Node) SeverityTag.plainWord(l.severity())), model.pack().actions().get(l.defaultAction()).title(), l)).toList();
            overlays.open(new ChoiceSheet<>(overlays, Text.of("review.choose.label"), choices, (label, shift) -> model.decide(label, !shift)), model.pending().dropsProperty());
        }
    }

    private void chooseLadder() {
        if (!model.canHandOver()) {
            return;
        }
        List<String> ladders = model.pack().ladders().keySet().stream().filter(l -> !l.equals("child_safety")).toList();
        if (ladders.size() == 1) {
            model.escalate(ladders.getFirst());
        } else {
            ChoiceSheet.open(overlays, model.pending().dropsProperty(), Text.of("review.choose.ladder"), numbered(ladders), model::escalate);
        }
    }

    private void chooseReason() {
        if (model.canHandOver()) {
            ChoiceSheet.open(overlays, model.pending().dropsProperty(), Text.of("review.choose.reason"), numbered(model.pack().noDecisionReasons()), model::skip);
        }
    }

    private static List<Choice<String>> numbered(List<String> words) {
        List<Choice<String>> choices = new ArrayList<>();
        for (String word : words.subList(0, Math.min(9, words.size()))) {
            choices.add(new Choice<>(Integer.toString(choices.size() + 1), ScoresSection.words(word), Optional.empty(), "", word));
        }
        return choices;
    }
}
