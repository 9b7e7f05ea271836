package dev.docket.ui;

import dev.docket.desk.Desk;
import dev.docket.desk.SampleQueue;
import dev.docket.intake.IntakeResult;
import dev.docket.intake.IntakeStoppedException;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Text;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills a new profile with the sample queue, behind the window. JavaFX thread. */
final class SampleIntake {
    private static final Logger LOG = LoggerFactory.getLogger(SampleIntake.class);

    private final SampleQueue samples;
    private final Background background;
    private final Job job;

    SampleIntake(Desk desk, Path folder, Background background, Job job) {
        this.samples = new SampleQueue(desk, folder);
        this.background = background;
        this.job = job;
    }

    /** Also takes up one that was cut short. */
    void startIfNew() {
        job.begin(Text.of("sample.title"));
        background.run(() -> samples.wanted() ? Optional.of(samples.admit(job)) : Optional.<IntakeResult>empty(), result -> {
            job.end();
            result.ifPresent(r -> LOG.info("Sample queue: {} new, {} known, {} refused", r.added(), r.known(), r.refusals().size()));
        }, this::ended);
    }

    private void ended(Exception reason) {
        if (reason instanceof IntakeStoppedException stopped) {
            long admitted = stopped.soFar().added() + stopped.soFar().known();
            job.end(new Job.Ended(Text.of("sample.stopped", admitted), false, this::startIfNew));
        } else {
            LOG.error("The sample queue was not admitted", reason);
            job.end(new Job.Ended(Text.of("sample.failed", reason.getMessage()), true, this::startIfNew));
        }
    }
}
