package dev.docket.ui.review;

import dev.docket.desk.Desk;
import dev.docket.queue.Lane;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Views;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.Command;
import dev.docket.ui.shell.Screen;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** The review tab of a desk: view-model, controller and view put together. JavaFX thread. */
public final class ReviewScreen {
    private final Workers workers;
    private final ReviewViewModel model;
    private final ReviewController controller;
    private final ObservableValue<KeyMap> keys;
    private final Background bringing = Background.ofWindow("bringing", 1);

    /**
     * @param records one thread, so that verdicts and claims keep their order
     * @param intake the window's long job: while one runs, an empty queue is no end
     * @param keys the map that is in force
     */
    public ReviewScreen(Desk desk, Background records, Overlays overlays, Job intake, ObservableValue<KeyMap> keys) {
        this.keys = keys;
        workers = Workers.ofWindow(records);
        model = new ReviewViewModel(new DeskCasework(desk), workers, desk.clock, desk.settings.window());
        model.intakeRunningProperty().bind(intake.runningProperty());
        controller = new ReviewController(model, overlays, desk.clock, desk.settings.blindShare(), keys);
        controller.along(new TakingAlong(model, overlays, intake, bringing)::ask);
    }

    public ReviewViewModel model() {
        return model;
    }

    /** @param opened brings the stack of an item on screen, and decides it where asked to */
    public void stacks(BiConsumer<UUID, Boolean> opened) {
        controller.stacks(opened);
    }

    /** @param open shows the settings of what the reviewer wants to see */
    public void settings(Runnable open) {
        controller.settings(open);
    }

    public Screen screen() {
        ObservableValue<String> waiting = Bindings.createStringBinding(() -> badge(), model.lanes());
        return new Screen("review", Text.of("review.title"), waiting, () -> new Views().load("review", controller),
                () -> new StatusItems(model, ZoneId.systemDefault(), keys, controller::openExposure), controller::shown, controller::hidden);
    }

    /**
     * Every command of it, for the palette.
     *
     * @param front brings it to the front
     */
    public List<Command> commands(Runnable front) {
        return controller.commands(front);
    }

    /** Gives the leases back. */
    public void close() {
        controller.closed();
        bringing.abandon();
        model.close();
        workers.close();
    }

    private String badge() {
        long waiting = model.lanes().stream().mapToLong(Lane::waiting).sum();
        return waiting == 0 ? "" : Text.of("review.lane.count", waiting);
    }
}
