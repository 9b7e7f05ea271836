package dev.docket.ui.review;

import dev.docket.ui.common.Background;

/**
 * Who does the review screen's slow work.
 *
 * @param records one thread, so that verdicts and claims keep their order
 * @param journal one thread that does nothing else, so that a verdict is on this machine's disk at once, however slow the desk answers
 * @param pictures decodes ahead
 * @param pictureThreads how many pictures are decoded at once
 * @param slow one thread, for formats that take seconds
 * @param study one thread, for what is asked of the picture on screen: full size, other views, frames
 * @param calm what recording waits for, so that a picture does not wait for it
 */
public record Workers(Background records, Background journal, Background pictures, int pictureThreads, Background slow, Background study, Calm calm) implements AutoCloseable {

    /** Nothing waits for a picture to be painted. */
    public Workers(Background records, Background journal, Background pictures, int pictureThreads, Background slow, Background study) {
        this(records, journal, pictures, pictureThreads, slow, study, Calm.NONE);
    }

    /** For a window on this machine, over the thread it keeps for the database. */
    public static Workers ofWindow(Background records) {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 3);
        return new Workers(records, Background.ofWindow("journal", 1), Background.ofWindow("pictures", threads), threads, Background.ofWindow("slow-pictures", 1), Background.ofWindow("study", 1),
                new Calm());
    }

    /** All but {@code records}, which is its maker's. What is being written is waited for, what is being decoded is not. */
    @Override
    public void close() {
        journal.close();
        pictures.abandon();
        slow.abandon();
        study.abandon();
    }
}
