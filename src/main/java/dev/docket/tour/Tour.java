package dev.docket.tour;

import dev.docket.audit.AuditVerifier;
import dev.docket.desk.Desk;
import dev.docket.intake.IntakeException;
import dev.docket.intake.IntakeResult;
import dev.docket.intake.IntakeSources;
import dev.docket.progress.Progress;
import dev.docket.settings.SettingsFile;
import dev.docket.storage.StorageException;
import dev.docket.tour.TourReport.Fact;
import dev.docket.verdict.VerdictAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The loop from intake to re-scored, once around. Leaves its profile, pictures and decision set in the folder it is given. */
final class Tour {
    private final Path samples;
    private final Path out;
    private final int verdicts;
    private final Consumer<String> log;
    private final List<Fact> facts = new ArrayList<>();

    /** @param log told each step in a line, on the calling thread */
    Tour(Path samples, Path out, int verdicts, Consumer<String> log) {
        this.samples = samples;
        this.out = out;
        this.verdicts = verdicts;
        this.log = log;
    }

    TourReport run() throws IOException {
        Clock clock = Clock.systemUTC();
        Instant begun = clock.instant();
        SampleTruth truth = SampleTruth.read(samples);
        try (Desk desk = Desk.open(profile(), clock)) {
            log.accept("1/6 Admitting the sample images");
            IntakeResult intake = admit(desk);
            try (TourScreens screens = TourScreens.open(desk, out)) {
                log.accept("2/6 Deciding " + verdicts + " of them on the review screen");
                ReviewingTour reviewing = new ReviewingTour(screens, desk, truth);
                int made = reviewing.decide(verdicts);
                facts.add(new Fact("Verdicts recorded", made + ", " + reviewing.rate()));
                log.accept("3/6 Writing the decision set on the decision-set screen");
                facts.addAll(new ExportingTour(screens, out.resolve("decision-set")).write());
                // before anything is promoted, so that the curve starts from what stood without these verdicts
                log.accept("4/6 Measuring what the verdicts teach against the truth");
                TourMeasurements measured = TourMeasurements.of(desk, truth, verdicts);
                log.accept("5/6 Training and promoting on the models screen");
                TrainingTour training = new TrainingTour(screens, desk);
                training.trainAndPromote();
                reviewing.nextImage();
                log.accept("6/6 Admitting again and checking the log");
                facts.addAll(training.facts());
                facts.add(again(desk));
                facts.add(audit(desk));
                facts.add(new Fact("Took", Duration.between(begun, clock.instant()).toSeconds() + " s"));
                return new TourReport(intake.added(), intake.refusals().stream().map(r -> r.place() + ": " + r.reason()).toList(),
                        measured.curve(), measured.curveStart(), training.before(), training.after(), measured.sources(), screens.pictures(), facts);
            }
        } catch (dev.docket.policy.PolicyFormatException e) {
            throw new IllegalStateException("The shipped policy does not load", e);
        }
    }

    /** One whose verdicts count at once: the tour exports what it has just decided. */
    private Path profile() throws IOException {
        Path profile = Files.createDirectories(out.resolve("profile"));
        Path settings = profile.resolve(SettingsFile.NAME);
        SettingsFile.write(settings, SettingsFile.read(settings).withPublishHold(Duration.ZERO));
        return profile;
    }

    private IntakeResult admit(Desk desk) {
        try {
            return desk.intake.admitAll(IntakeSources.open(samples, IntakeSources.Format.AUTO, "sample", desk.clock), Progress.NONE);
        } catch (IntakeException e) {
            throw new StorageException(e.getMessage(), e);
        }
    }

    private Fact again(Desk desk) {
        IntakeResult again = admit(desk);
        return new Fact("Admitted again", again.added() + " added, " + again.known() + " known already");
    }

    private static Fact audit(Desk desk) {
        AuditVerifier.Outcome outcome = new AuditVerifier(new VerdictAudit()).verify(desk.database);
        return new Fact("Audit log", outcome.entries() + " entries of " + outcome.writers() + " writers, "
                + outcome.firstBad().orElse("every chain intact"));
    }
}
