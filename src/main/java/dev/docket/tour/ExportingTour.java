package dev.docket.tour;

import dev.docket.export.DecisionSetVerifier;
import dev.docket.export.ExportDesk;
import dev.docket.tour.TourReport.Fact;
import dev.docket.ui.export.ExportViewModel;
import dev.docket.ui.export.ExportViewModel.Situation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a decision set on its screen and has it verified there. */
final class ExportingTour {
    private final TourScreens screens;
    private final Path target;

    ExportingTour(TourScreens screens, Path target) {
        this.screens = screens;
        this.target = target;
    }

    List<Fact> write() throws IOException {
        screens.show("sets");
        ExportViewModel model = screens.window().screens().sets().model();
        screens.await("the preview of the decision set", () -> model.situationProperty().get() == Situation.READY);
        screens.tell(() -> model.targetProperty().set(target.toAbsolutePath()));
        screens.settle();
        screens.picture("5-decision-set", "Decision set: what will be written, and what is left out");
        screens.fire("#sign");
        screens.await("the decision set", () -> ended(model));
        screens.fire("#verifyButton");
        screens.await("its verification", () -> model.checkedProperty().get() != null);
        screens.settle();
        screens.picture("6-decision-set-written", "Decision set: written, signed, verified");
        ExportDesk.Written written = screens.ask(() -> model.writtenProperty().get());
        DecisionSetVerifier.Outcome checked = screens.ask(() -> model.checkedProperty().get());
        return List.of(
                new Fact("Decision set", written.manifest().counts().items() + " items, manifest " + written.manifestHash().hex()),
                new Fact("Verified", checked.findings().isEmpty() ? "signature, every file's hash and the splits hold" : String.join("; ", checked.findings())));
    }

    private static boolean ended(ExportViewModel model) {
        if (model.situationProperty().get() == Situation.FAILED) {
            throw new IllegalStateException("The decision set was not written: " + model.noticeProperty().get());
        }
        return model.situationProperty().get() == Situation.WRITTEN;
    }
}
