package dev.docket.ui.review;

import dev.docket.care.OwnCare;
import dev.docket.care.OwnCare.Pause;
import dev.docket.queue.Lane;
import dev.docket.ui.care.ExposureWords;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** What stands in the middle while there is no case: why, and what can be done. JavaFX thread. */
final class SituationPanels {
    private final ReviewViewModel model;
    private final ObservableValue<KeyMap> keys;
    private final Runnable exposure;

    /** @param exposure says all of what the reviewer saw */
    SituationPanels(ReviewViewModel model, ObservableValue<KeyMap> keys, Runnable exposure) {
        this.model = model;
        this.keys = keys;
        this.exposure = exposure;
    }

    /** @param late whether what is being opened should have been there by now */
    Node of(Situation situation, boolean late) {
        return switch (situation) {
            case OPENING -> late ? StagePanels.words("mdal-hourglass_empty", Text.of("review.opening"), "") : new Region();
            case CASE, LOOKING_BACK -> new Region();
            case WITHHELD -> StagePanels.words("mdmz-remove_circle_outline", Text.of("review.withheld"), "");
            case WITHDRAWN -> StagePanels.words("mdmz-remove_circle_outline", Text.of("review.withdrawn"), Text.of("review.withdrawn.detail"),
                    Text.of("review.withdrawn.go"), goOn(), model::goOn);
            case LANE_EMPTY -> laneEmpty().orElseGet(Region::new);
            case ALL_DONE -> model.intakeRunningProperty().get()
                    ? StagePanels.words("mdal-hourglass_empty", Text.of("review.intake"), Text.of("review.intake.detail")) : done();
            case NO_LANE -> noLane();
            case BREAK -> StagePanels.words("mdal-free_breakfast", Text.of("care.resting"), Text.of("care.resting.detail"),
                    Text.of("review.paused.go"), goOn(), model::goOn);
            case LIMIT -> model.casework().care().pause().map(this::limit).orElseGet(Region::new);
            case PAUSED -> StagePanels.words("mdmz-pause_circle_outline", Text.of("review.paused"), Text.of("review.paused.detail"),
                    Text.of("review.paused.go"), goOn(), model::goOn);
        };
    }

    /** Which limit was reached, what pauses, and the ways on from there. */
    private Node limit(Pause pause) {
        OwnCare care = model.casework().care();
        return StagePanels.ways("mdal-hourglass_empty", Text.of("care.limit.title"),
                Text.of("care.paused", ExposureWords.reached(pause, care.settings().limits()), ExposureWords.pauses(pause, ZoneId.systemDefault())),
                List.of(new StagePanels.Way("limitLighter", Text.of("care.limit.lighter"), goOn(), model::goOn),
                        new StagePanels.Way("limitBreak", Text.of("care.break.take"), keys.getValue().caps(KeyCommand.BREAK), model::takeBreak),
                        new StagePanels.Way("limitExposure", Text.of("care.limit.more"), keys.getValue().caps(KeyCommand.EXPOSURE), exposure)));
    }

    /** The reviewer's own settings may leave something to others. */
    private Node done() {
        long leftOut = model.allLanes().stream().filter(l -> !l.closed() && !model.lanes().contains(l)).mapToLong(Lane::waiting).sum();
        if (isPassedOver()) {
            return StagePanels.words("mdal-inbox", Text.of("review.empty.own"), Text.of("review.empty.own.detail"));
        }
        return StagePanels.words("mdal-done_all", Text.of("review.done"), leftOut == 0 ? Text.of("review.done.detail") : Text.of("review.done.leftout", leftOut));
    }

    /** Whether something waits in this lane that this person is not served. */
    private boolean isPassedOver() {
        return model.lanes().stream().anyMatch(l -> l.id() == model.laneIdProperty().get() && l.waiting() > 0);
    }

    private List<String> goOn() {
        return keys.getValue().caps(KeyCommand.GO_ON);
    }

    private Optional<Node> laneEmpty() {
        return model.nextLane().map(l -> StagePanels.words("mdal-inbox", Text.of(isPassedOver() ? "review.empty.own" : "review.empty"),
                Text.of("review.empty.next", l.title(), l.waiting()), Text.of("review.empty.go", l.title()), goOn(), model::goOn));
    }

    /** Nothing was ever open to them, or what is left is for others. */
    private Node noLane() {
        long waiting = model.lanes().stream().mapToLong(Lane::barred).sum();
        boolean none = model.lanes().stream().allMatch(Lane::closed);
        return StagePanels.words("mdal-lock", Text.of(none ? "review.nolane" : "review.others"),
                Text.of(none ? "review.nolane.detail" : "review.others.detail", waiting));
    }
}
