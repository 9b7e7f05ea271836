package dev.docket.ui;

import dev.docket.desk.Desk;
import dev.docket.intake.IntakeException;
import dev.docket.intake.IntakeResult;
import dev.docket.intake.IntakeSource;
import dev.docket.intake.IntakeSources;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills a new profile with the sample queue, behind the window. What a killed run left undone the next start completes. JavaFX thread. */
final class SampleIntake {
    private static final Logger LOG = LoggerFactory.getLogger(SampleIntake.class);

    private final Desk desk;
    private final Path folder;
    private final Background background;
    private final Job job;

    SampleIntake(Desk desk, Path folder, Background background, Job job) {
        this.desk = desk;
        this.folder = folder;
        this.background = background;
        this.job = job;
    }

    void startIfNew() {
        job.begin(Text.of("sample.title"));
        background.run(this::admit, result -> {
            job.end();
            result.ifPresent(r -> LOG.info("Sample queue: {} new, {} known, {} refused", r.added(), r.known(), r.refusals().size()));
        }, reason -> {
            job.end();
            LOG.warn("The sample queue was not admitted: {}", reason.getMessage());
        });
    }

    /** The mark says that an intake was begun; it goes when the intake is complete, or was stopped on request. */
    private Optional<IntakeResult> admit() throws IOException, IntakeException {
        Path mark = desk.profile.folder().resolve("sample-intake.begun");
        boolean isNew = desk.database.inTransaction(tx -> desk.items.ids(tx).isEmpty());
        if (!isNew && !Files.exists(mark)) {
            return Optional.empty();
        }
        Files.writeString(mark, folder.toString());
        IntakeSource source = IntakeSources.open(folder, IntakeSources.Format.AUTO, "", desk.clock);
        IntakeResult result = desk.intake.admitAll(source, job);
        Files.deleteIfExists(mark);
        return Optional.of(result);
    }
}
