package dev.docket.ui.review;

import dev.docket.queue.Lane;
import dev.docket.ui.common.Text;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** What stands in the middle while there is no case: why, and what can be done. JavaFX thread. */
final class SituationPanels {
    private static final String ENTER = "Enter";

    private final ReviewViewModel model;

    SituationPanels(ReviewViewModel model) {
        this.model = model;
    }

    /** @param late whether what is being opened should have been there by now */
    Node of(Situation situation, boolean late) {
        return switch (situation) {
            case OPENING -> late ? StagePanels.words("mdal-hourglass_empty", Text.of("review.opening"), "") : new Region();
            case CASE, LOOKING_BACK -> new Region();
            case WITHHELD -> StagePanels.words("mdmz-remove_circle_outline", Text.of("review.withheld"), "");
            case WITHDRAWN -> StagePanels.words("mdmz-remove_circle_outline", Text.of("review.withdrawn"), Text.of("review.withdrawn.detail"),
                    Text.of("review.withdrawn.go"), ENTER, model::goOn);
            case LANE_EMPTY -> laneEmpty().orElseGet(Region::new);
            case ALL_DONE -> model.intakeRunningProperty().get()
                    ? StagePanels.words("mdal-hourglass_empty", Text.of("review.intake"), Text.of("review.intake.detail"))
                    : StagePanels.words("mdal-done_all", Text.of("review.done"), Text.of("review.done.detail"));
            case NO_LANE -> noLane();
            case PAUSED -> StagePanels.words("mdmz-pause_circle_outline", Text.of("review.paused"), Text.of("review.paused.detail"),
                    Text.of("review.paused.go"), ENTER, model::goOn);
        };
    }

    private Optional<Node> laneEmpty() {
        return model.nextLane().map(l -> StagePanels.words("mdal-inbox", Text.of("review.empty"),
                Text.of("review.empty.next", l.title(), l.waiting()), Text.of("review.empty.go", l.title()), ENTER, model::goOn));
    }

    /** Nothing was ever open to them, or what is left is for others. */
    private Node noLane() {
        long waiting = model.lanes().stream().mapToLong(Lane::barred).sum();
        boolean none = model.lanes().stream().allMatch(Lane::closed);
        return StagePanels.words("mdal-lock", Text.of(none ? "review.nolane" : "review.others"),
                Text.of(none ? "review.nolane.detail" : "review.others.detail", waiting));
    }
}
