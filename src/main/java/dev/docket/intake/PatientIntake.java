package dev.docket.intake;

import dev.docket.intake.Outcome.Admitted;
import dev.docket.intake.Outcome.Refused;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.storage.Database;
import dev.docket.storage.UnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * An intake that outlasts a database which goes away: it says so, waits, and goes on with what it was not told of, so that
 * nothing is lost and nothing counted twice. One thread.
 */
public final class PatientIntake {
    private static final long NAP_NANOS = Duration.ofMillis(250).toNanos();

    private final IntakePipeline pipeline;
    private final Database database;
    private final Consumer<String> says;

    /** @param says receives a sentence when the database goes and when it is back */
    public PatientIntake(IntakePipeline pipeline, Database database, Consumer<String> says) {
        this.pipeline = pipeline;
        this.database = database;
        this.says = says;
    }

    /**
     * As {@link IntakePipeline#admitAll(IntakeSource, Progress, Consumer)}.
     *
     * @param source the same each time it is read
     */
    public IntakeResult admitAll(IntakeSource source, Progress progress, Consumer<Outcome> told) {
        Tally tally = new Tally(told);
        while (true) {
            try {
                IntakeResult last = pipeline.admitAll(source.after(tally.count()), progress, tally);
                return tally.result(last);
            } catch (UnreachableException e) {
                await(e, progress, tally);
            } catch (IntakeStoppedException e) {
                throw new IntakeStoppedException(tally.result(e.soFar()));
            }
        }
    }

    private void await(UnreachableException why, Progress progress, Tally tally) {
        try {
            awaitDatabase(why, progress);
        } catch (StoppedException e) {
            throw new IntakeStoppedException(tally.result(IntakeResult.NONE));
        }
    }

    /**
     * Returns once the database answers.
     *
     * @throws StoppedException when the progress was cancelled before
     */
    public void awaitDatabase(UnreachableException why, Progress progress) {
        says.accept(why.getMessage());
        while (!answers()) {
            progress.stopIfCancelled();
            LockSupport.parkNanos(NAP_NANOS);
        }
        says.accept("The database answers again.");
    }

    private boolean answers() {
        try {
            database.transact(tx -> tx.execute("select 1"));
            return true;
        } catch (UnreachableException e) {
            return false;
        }
    }

    /** What was told so far, over all tries. */
    private static final class Tally implements Consumer<Outcome> {
        private final Consumer<Outcome> told;
        private final List<Refusal> refusals = new ArrayList<>();
        private long added;
        private long known;

        Tally(Consumer<Outcome> told) {
            this.told = told;
        }

        @Override
        public void accept(Outcome outcome) {
            switch (outcome) {
                case Admitted admitted when admitted.isNew() -> added++;
                case Admitted _ -> known++;
                case Refused refused -> refusals.add(new Refusal(refused.place(), refused.reason()));
            }
            told.accept(outcome);
        }

        long count() {
            return added + known + refusals.size();
        }

        /** @param last of the last try, whose stages are told */
        IntakeResult result(IntakeResult last) {
            return new IntakeResult(added, known, refusals, last.stages());
        }
    }
}
