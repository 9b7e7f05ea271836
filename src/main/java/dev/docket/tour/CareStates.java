package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.intake.IntakeException;
import dev.docket.intake.IntakeSources;
import dev.docket.policy.Severity;
import dev.docket.progress.Progress;
import dev.docket.settings.Breaks;
import dev.docket.settings.Care;
import dev.docket.settings.Limits;
import dev.docket.ui.review.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A desk whose reviewer wants one grave look an hour and a break after every item. */
final class CareStates {
    static final Care CARE = Care.DEFAULT.withLimits(Limits.DEFAULT.withSevereLooks(1)).withBreaks(Breaks.DEFAULT.withItems(1));
    /** Of the policy, for what is as grave as the limit. */
    private static final String GRAVE_LANE = "health";

    private final Desk desk;
    private final Path folder;
    private final Path samples;

    /** @param folder an existing one for the images */
    CareStates(Desk desk, Path folder, Path samples) {
        this.desk = desk;
        this.folder = folder;
        this.samples = samples;
    }

    void take(TourScreens screens) throws IOException, IntakeException {
        admit();
        StatePictures pictures = new StatePictures(screens);
        ReviewWalk walk = new ReviewWalk(screens, desk);
        walk.lane(GRAVE_LANE);
        screens.await("a grave picture", () -> walk.isSeen() && walk.model().currentProperty().get().decision().severity().compareTo(Severity.S3) >= 0);
        screens.holding("Space", screens::settle);
        walk.skip(walk.current());
        walk.await(Situation.LIMIT);
        pictures.take("limit", "A limit the reviewer set: what pauses, and the ways on");
        screens.press("Shift+B");
        pictures.take("exposure", "What was seen this hour and today: for the reviewer's eyes only");
        screens.press("Esc");
        screens.press("Enter");
        walk.await(Situation.CASE);
        walk.settled();
        pictures.take("break-offered", "A break is offered, and can be left for later");
    }

    private void admit() throws IOException, IntakeException {
        Path feed = Files.createDirectory(folder.resolve("careful"));
        for (int n = 3; n <= 7; n++) {
            Files.copy(samples.resolve("images/img-00" + n + ".jpg"), feed.resolve(n + ".jpg"));
        }
        String grave = "\"scores\": [{\"model\": \"vendor\", \"version\": \"1\", \"label\": \"self_harm\", \"score\": 0.81, \"threshold\": 0.5}]";
        Path manifest = Files.writeString(feed.resolve("feed.jsonl"), """
                {"file": "3.jpg", "id": "care-1", "text": "Nobody would notice", %1$s}
                {"file": "4.jpg", "id": "care-2", "text": "Good night", %1$s}
                {"file": "5.jpg", "id": "care-3", "text": "A wall"}
                {"file": "7.jpg", "id": "care-4", "text": "On the way home"}
                {"file": "6.jpg", "id": "care-5", "text": "Saturday"}
                """.formatted(grave));
        desk.intake.admitAll(IntakeSources.open(manifest, IntakeSources.Format.AUTO, "feed", desk.clock), Progress.NONE);
    }
}
