package dev.docket.tour;

import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskRow;
import dev.docket.ui.audit.AuditViewModel;
import dev.docket.ui.audit.Verification;
import dev.docket.ui.queue.QueueViewModel;
import dev.docket.ui.queue.TaskTable;
import dev.docket.ui.shell.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The screens beside review, as the tour's verdicts left them. */
final class ScreenStates {
    /** In place of a folder of the machine the pictures are taken on. */
    private static final Path NOBODYS_FOLDER = Path.of("/home/l-01/decision-set");

    /** By others, state by state. */
    private static final Set<String> PICTURED = Set.of("review", "stacks");

    private final TourScreens screens;
    private final StatePictures pictures;
    private final UUID told;

    /** @param told the item whose story the queue screen tells */
    ScreenStates(TourScreens screens, StatePictures pictures, UUID told) {
        this.screens = screens;
        this.pictures = pictures;
        this.told = told;
    }

    void take() throws IOException {
        List<Screen> all = screens.ask(() -> screens.window().screens().all());
        for (Screen screen : all) {
            if (!PICTURED.contains(screen.id())) {
                screens.show(screen.id());
                switch (screen.id()) {
                    case "queue" -> story();
                    case "sets" -> screens.tell(() -> screens.window().screens().sets().model().targetProperty().set(NOBODYS_FOLDER));
                    case "audit" -> verified();
                    default -> { }
                }
                pictures.take("screen-" + screen.id(), screen.title());
            }
        }
    }

    private void story() {
        QueueViewModel queue = screens.window().screens().queue().model();
        TaskTable table = screens.ask(() -> (TaskTable) screens.window().scene().getRoot().lookup(".task-table"));
        screens.tell(() -> queue.standing(TaskFilter.Standing.ANY));
        screens.await("the item of the story", () -> table.getItems().stream().anyMatch(this::isTold));
        screens.tell(() -> {
            TaskRow row = table.getItems().stream().filter(this::isTold).findFirst().orElseThrow();
            table.getSelectionModel().select(row);
            table.scrollTo(row);
        });
        screens.await("the story", () -> queue.storyProperty().get().isPresent());
    }

    /** The log, checked, its newest entry open. */
    private void verified() {
        AuditViewModel audit = screens.window().screens().audit().model();
        screens.await("the log", () -> !audit.listing().rows().isEmpty());
        screens.tell(() -> {
            audit.select(audit.listing().rows().getFirst());
            audit.verify();
        });
        screens.await("the check of the log", () -> audit.verificationProperty().get().state() == Verification.State.SOUND && audit.dossierProperty().get().isPresent());
    }

    private boolean isTold(TaskRow row) {
        return row.itemId().equals(told);
    }
}
