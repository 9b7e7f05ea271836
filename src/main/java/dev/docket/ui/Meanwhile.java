package dev.docket.ui;

import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import java.util.function.Consumer;

/** Work of the {@link Upkeep} that takes so long that the status line tells of it: it waits for the person as the upkeep does, and can be paused and stopped. */
record Meanwhile(Job job, Background screen) {

    /**
     * Returns when it is done or somebody stopped it; what stays undone is due again when the desk opens.
     *
     * @param gently of the upkeep, whose worker this is called on
     * @throws StoppedException when the window closes
     */
    void run(String title, Progress gently, Consumer<Progress> work) {
        screen.onScreen(() -> job.begin(title));
        try {
            work.accept(new Both(gently, job));
        } catch (StoppedException e) {
            gently.stopIfCancelled();
        } finally {
            screen.onScreen(job::end);
        }
    }

    private record Both(Progress gently, Job told) implements Progress {
        @Override
        public void at(long done, long total, String what) {
            told.at(done, total, what);
        }

        @Override
        public boolean cancelled() {
            return gently.cancelled() || told.cancelled();
        }

        @Override
        public void stopIfCancelled() {
            gently.stopIfCancelled();
            told.stopIfCancelled();
        }
    }
}
