package dev.docket.intake.http;

import dev.docket.intake.IntakePipeline;
import dev.docket.intake.PatientIntake;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.storage.StorageException;
import dev.docket.storage.UnreachableException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread behind the counter: one intake after another, each until the counter is closed or something fails. */
final class Line implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final long PAUSE_MILLIS = 2000;
    private static final int FRAMES = 8;

    private final IntakePipeline pipeline;
    private final PatientIntake patience;
    private final Counter counter;
    private final Progress progress;
    private final Consumer<String> says;

    /** @param progress whose cancelling ends a wait for the database */
    Line(IntakePipeline pipeline, PatientIntake patience, Counter counter, Progress progress, Consumer<String> says) {
        this.pipeline = pipeline;
        this.patience = patience;
        this.counter = counter;
        this.progress = progress;
        this.says = says;
    }

    @Override
    public void run() {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = serve();
        }
    }

    /** Whether there is to be another shift. */
    private boolean serve() {
        try {
            // not stopped by the progress: what was taken in is filed
            pipeline.admitAll(counter.begin(), Progress.NONE, counter::told);
            return false;
        } catch (UnreachableException e) {
            counter.fail(e);
            return goesOnOnceItAnswers(e);
        } catch (StorageException e) {
            counter.fail(e);
            says.accept(e.getMessage());
        } catch (RuntimeException bug) {
            counter.fail(bug);
            // without its message, which might quote what was handed in
            LOG.error("An intake failed: {} at {}", bug.getClass().getName(), Arrays.stream(bug.getStackTrace()).limit(FRAMES).toList());
        }
        return pause();
    }

    private boolean goesOnOnceItAnswers(UnreachableException why) {
        try {
            patience.awaitDatabase(why, progress);
            return true;
        } catch (StoppedException e) {
            return false;
        }
    }

    private boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return !progress.cancelled();
        } catch (InterruptedException e) {
            return false;
        }
    }
}
