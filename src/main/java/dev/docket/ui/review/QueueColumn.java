package dev.docket.ui.review;

import dev.docket.policy.Severity;
import dev.docket.queue.Lane;
import dev.docket.ui.common.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;

/** The column beside the picture that says what waits: the lanes, how much is due or held, and what is leased ahead. JavaFX thread. */
final class QueueColumn {
    private static final Duration SOON = Duration.ofHours(1);

    record Figures(Label dueSoon, Label leasedToMe, Label heldByOthers, Label escalated) {}

    private final ReviewViewModel model;
    private final Clock clock;
    private final Afterwards afterwards;
    private final LaneRail rail;
    private final Figures figures;
    private final Label stripHead;
    private final Filmstrip strip;
    private final Runnable toThePicture;
    private final Runnable lanes = this::drawLanes;
    private final Runnable ahead = this::drawAhead;
    private boolean compact;

    /**
     * @param afterwards draws what may wait until the picture is there
     * @param toThePicture gives the keys back once a lane was chosen
     */
    QueueColumn(ReviewViewModel model, Clock clock, Afterwards afterwards, LaneRail rail, Figures figures, Label stripHead, Filmstrip strip, Runnable toThePicture) {
        this.model = model;
        this.clock = clock;
        this.afterwards = afterwards;
        this.rail = rail;
        this.figures = figures;
        this.stripHead = stripHead;
        this.strip = strip;
        this.toThePicture = toThePicture;
        model.lanes().addListener((ListChangeListener<Lane>) c -> afterwards.draw(lanes));
        model.laneIdProperty().subscribe(id -> drawLanes());
        model.ahead().addListener((ListChangeListener<Held>) c -> aheadChanged());
        model.escalatedProperty().subscribe(n -> figures.escalated().setText(Text.of("review.count", n)));
    }

    /** Narrow windows get a narrower column. */
    void fold(boolean narrow) {
        compact = narrow;
        drawLanes();
        drawAhead();
    }

    void drawFigures() {
        Instant soon = clock.instant().plus(SOON);
        long due = Stream.concat(Stream.ofNullable(model.currentProperty().get()), model.ahead().stream().flatMap(h -> h.known().stream()))
                .filter(k -> k.decision().deadline().map(d -> d.isBefore(soon)).orElse(false)).count();
        long leased = model.lanes().stream().mapToLong(Lane::leased).sum();
        figures.dueSoon().setText(Text.of("review.count", due));
        figures.leasedToMe().setText(Text.of("review.count", model.held()));
        figures.heldByOthers().setText(Text.of("review.count", Math.max(0, leased - model.held() - model.tray().waitingProperty().get())));
    }

    private void drawLanes() {
        rail.show(model.lanes(), model.laneIdProperty().get(), id -> {
            model.selectLane(id);
            toThePicture.run();
        });
        drawFigures();
    }

    /** What was quarantined goes from the strip at once, anything else when the picture is there. */
    private void aheadChanged() {
        if (model.situationProperty().get() == Situation.WITHHELD) {
            afterwards.drawNow(ahead);
        } else {
            afterwards.draw(ahead);
        }
    }

    private void drawAhead() {
        strip.show(model.ahead(), laneSeverity(), compact, clock.instant());
        stripHead.setText(Text.of("review.strip", model.ahead().size()));
        drawFigures();
    }

    private Severity laneSeverity() {
        return model.lanes().stream().filter(l -> l.id() == model.laneIdProperty().get()).findFirst()
                .map(l -> Severity.valueOf(l.severity())).orElse(Severity.S0);
    }
}
