package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.intake.IntakeException;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.ui.common.Text;
import dev.docket.ui.review.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A new desk with one image: the practice of the first start, and what is shown when nothing is left. */
final class SmallDeskStates {
    private final Desk desk;
    private final Path folder;
    private final Path samples;

    /** @param folder an existing one for the image */
    SmallDeskStates(Desk desk, Path folder, Path samples) {
        this.desk = desk;
        this.folder = folder;
        this.samples = samples;
    }

    void take(TourScreens screens) throws IOException, IntakeException {
        StatePictures pictures = new StatePictures(screens);
        ReviewWalk walk = new ReviewWalk(screens, desk);
        walk.await(Situation.ALL_DONE);
        pictures.take("review-all-done", "Every lane is done");
        admit();
        OtherPeople others = new OtherPeople(desk);
        screens.tell(walk.model()::tick);
        screens.await("the image", () -> walk.model().canDecide());
        UUID item = walk.current().item().id();
        screens.press("Shift+1");
        walk.await(Situation.NO_LANE);
        pictures.take("review-others", "What waits is for others: nobody gives the second opinion on their own");
        others.agree(item);
        screens.tell(screens.window()::practise);
        screens.settle();
        pictures.take("practice", "The first start: two minutes of practice on drawn pictures, nothing recorded");
        screens.fire("#practiceOn");
        skipTo(screens, "look");
        pictures.take("practice-look", "The practice: a covered picture, and how to look");
        skipTo(screens, "next");
        pictures.take("practice-end", "The practice ends with what comes next");
    }

    /** Passes over steps of the practice. */
    private static void skipTo(TourScreens screens, String lesson) {
        while (!screens.ask(() -> screens.says(Text.of("practice." + lesson + ".title")))) {
            screens.fire("#practiceSkip");
        }
        screens.settle();
    }

    private void admit() throws IOException, IntakeException {
        Path image = Files.copy(samples.resolve("images/img-001.jpg"), folder.resolve("street.jpg"));
        desk.intake.admitAll(IntakeSources.open(image, IntakeSources.Format.AUTO, "upload", desk.clock), Progress.NONE);
    }
}
