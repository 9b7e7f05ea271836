package dev.docket.ui.export;

import dev.docket.desk.Desk;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The decision-set tab of a desk. JavaFX thread. */
public final class ExportScreen {
    private final ExportViewModel model;
    private final StatementsViewModel statements;
    private final ExportController controller;
    private final CopiesViewModel copies;
    private final SchedulesViewModel schedules;

    /** @param work for reading and writing sets, which may take minutes */
    public ExportScreen(Desk desk, Background work, Overlays overlays) {
        model = new ExportViewModel(desk.exports, desk.blurring::write, desk.policy.pack(), work, desk.clock, Path.of(System.getProperty("user.home")));
        statements = new StatementsViewModel(desk.statements, work, desk.clock, Path.of(System.getProperty("user.home")));
        copies = new CopiesViewModel(desk.copies::write, work);
        schedules = new SchedulesViewModel(desk.schedules, work);
        controller = new ExportController(model, statements, copies, schedules,
                over -> new ReportSheet(desk.report, work, over, LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC)), overlays);
    }

    public ExportViewModel model() {
        return model;
    }

    public Screen screen() {
        return Screen.of("sets", Text.of("export.title"), () -> new Views().load("export", controller), () -> {
            model.refresh();
            schedules.refresh();
        });
    }

    /** Stops an export under way; nothing of it is left. */
    public void close() {
        model.cancel();
        statements.cancel();
        copies.cancel();
    }
}
