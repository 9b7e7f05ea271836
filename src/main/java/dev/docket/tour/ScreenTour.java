package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.desk.SampleQueue;
import dev.docket.intake.IntakeException;
import dev.docket.intake.IntakeSources;
import dev.docket.policy.PolicyFormatException;
import dev.docket.progress.Progress;
import dev.docket.settings.Settings;
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
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Pictures of every screen in its states, light and dark, of a desk made for it and removed afterwards. */
final class ScreenTour {
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
        Path settings = Files.createDirectory(folder.resolve("profile")).resolve("settings.json");
        SettingsFile.write(settings, SettingsFile.read(settings).withPublishHold(Duration.ZERO));
        try (Desk desk = Desk.open(settings.getParent(), Clock.systemUTC())) {
            log.accept("Admitting the sample images");
            new SampleQueue(desk, samples).admit(Progress.NONE);
            desk.intake.admitAll(IntakeSources.open(OddPictures.write(folder, samples), IntakeSources.Format.AUTO, "feed", desk.clock), Progress.NONE);
            try (TourScreens screens = TourScreens.open(desk, out)) {
                log.accept("Pictures of the review screen");
                new ReviewStates(screens, desk).take();
                log.accept("Pictures of the other screens");
                new ScreenStates(screens).take();
                screens.theme(Settings.Theme.LIGHT);
                return screens.pictures();
            }
        } catch (PolicyFormatException e) {
            throw new IllegalStateException("The shipped policy does not load", e);
        } catch (IntakeException e) {
            throw new StorageException(e.getMessage(), e);
        }
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
