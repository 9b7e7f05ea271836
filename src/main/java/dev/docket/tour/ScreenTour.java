package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.desk.SampleQueue;
import dev.docket.intake.IntakeException;
import dev.docket.intake.IntakeSources;
import dev.docket.policy.PolicyFormatException;
import dev.docket.progress.Progress;
import dev.docket.settings.Care;
import dev.docket.settings.SettingsFile;
import dev.docket.storage.StorageException;
import dev.docket.tour.TourReport.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Pictures of every screen in its states, light and dark, of a desk made for it and removed afterwards. */
final class ScreenTour {
    /** By others, before anybody looks: the other screens have something to show then. */
    private static final int DECISIONS = 30;

    private final Path samples;
    private final Path out;
    private final Consumer<String> log;

    /** @param out an existing folder for the pictures and a page that shows them */
    ScreenTour(Path samples, Path out, Consumer<String> log) {
        this.samples = samples;
        this.out = out;
        this.log = log;
    }

    /** The pictures, in the order they were taken. */
    List<Picture> run() throws IOException {
        // so that one format has no reader here, on every machine
        System.setProperty("docket.system-libraries", "off");
        Path folder = Files.createTempDirectory("docket-screens");
        try {
            List<Picture> pictures = take(folder);
            Files.writeString(out.resolve("README.md"), page(pictures));
            return pictures;
        } finally {
            remove(folder);
        }
    }

    private List<Picture> take(Path folder) throws IOException {
        try (Desk desk = open(folder.resolve("profile"), Care.DEFAULT); Desk small = open(folder.resolve("small"), Care.DEFAULT);
                Desk careful = open(folder.resolve("careful-profile"), CareStates.CARE)) {
            log.accept("Admitting the sample images");
            new SampleQueue(desk, samples).admit(Progress.NONE);
            desk.intake.admitAll(IntakeSources.open(OddPictures.write(folder, samples), IntakeSources.Format.AUTO, "feed", desk.clock), Progress.NONE);
            OddPictures.lose(desk);
            OtherPeople others = new OtherPeople(desk);
            UUID disputed = others.work(SampleTruth.read(samples), DECISIONS);
            try (TourScreens screens = TourScreens.open(desk, out)) {
                take(screens, others, desk, disputed);
                log.accept("Pictures of a desk with limits");
                try (TourScreens another = screens.beside(careful)) {
                    new CareStates(careful, folder, samples).take(another);
                }
                log.accept("Pictures of a small desk");
                try (TourScreens another = screens.beside(small)) {
                    new SmallDeskStates(small, folder, samples).take(another);
                }
                return screens.pictures();
            }
        } catch (PolicyFormatException e) {
            throw new IllegalStateException("The shipped policy does not load", e);
        } catch (IntakeException e) {
            throw new StorageException(e.getMessage(), e);
        }
    }

    private void take(TourScreens screens, OtherPeople others, Desk desk, UUID disputed) throws IOException {
        StatePictures pictures = new StatePictures(screens);
        ReviewWalk walk = new ReviewWalk(screens, desk);
        TroubleStates trouble = new TroubleStates(screens, pictures, walk, others, desk);
        log.accept("Pictures of the review screen");
        trouble.hardToShow();
        new ReviewStates(screens, pictures, walk).take();
        new LadderStates(screens, pictures, walk).take();
        trouble.taken();
        log.accept("Pictures of the other screens");
        new ScreenStates(screens, pictures, disputed).take();
    }

    private static Desk open(Path profile, Care care) throws PolicyFormatException, IOException {
        Path settings = Files.createDirectory(profile).resolve(SettingsFile.NAME);
        SettingsFile.write(settings, SettingsFile.read(settings).withPublishHold(Duration.ZERO).withCare(care));
        return Desk.open(profile, Clock.systemUTC());
    }

    private static String page(List<Picture> pictures) {
        StringBuilder page = new StringBuilder("""
                # Screens

                Every screen in its states, light and dark, as `docket tour --screens` takes them of the sample queue.
                """);
        for (int i = 0; i + 1 < pictures.size(); i += 2) {
            page.append("\n## ").append(pictures.get(i).title()).append("\n\n| light | dark |\n|---|---|\n| ![](")
                    .append(pictures.get(i).file()).append(") | ![](").append(pictures.get(i + 1).file()).append(") |\n");
        }
        return page.toString();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
