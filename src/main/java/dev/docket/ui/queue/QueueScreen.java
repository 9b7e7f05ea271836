package dev.docket.ui.queue;

import dev.docket.desk.Desk;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;

/** The queue tab of a desk. JavaFX thread. */
public final class QueueScreen {
    private final QueueViewModel model;
    private final QueueController controller;

    /** @param records one thread, for the database */
    public QueueScreen(Desk desk, Background records, Overlays overlays) {
        model = new QueueViewModel(new DeskQueueBoard(desk), records);
        controller = new QueueController(model, overlays, desk.clock);
    }

    public QueueViewModel model() {
        return model;
    }

    public Screen screen() {
        return Screen.of("queue", Text.of("queue.title"), () -> new Views().load("queue", controller), model::refresh);
    }
}
