package dev.docket.ui.review;

import dev.docket.queue.LeasedTask;
import java.util.Optional;

/** A leased task on its way to the screen: first only the task, then its case, then its picture. JavaFX thread. */
public final class Held {
    private final LeasedTask task;
    private ReviewCase known;
    private Picture picture;
    private boolean opening;
    private boolean decoding;

    Held(LeasedTask task) {
        this.task = task;
    }

    public LeasedTask task() {
        return task;
    }

    public Optional<ReviewCase> known() {
        return Optional.ofNullable(known);
    }

    public Optional<Picture> picture() {
        return Optional.ofNullable(picture);
    }

    /** Whether somebody should read the case now; asks once. */
    boolean startOpening() {
        boolean first = !opening;
        opening = true;
        return first;
    }

    boolean startDecoding() {
        boolean first = known != null && !decoding;
        decoding |= first;
        return first;
    }

    void opened(ReviewCase result) {
        known = result;
    }

    void decoded(Picture result) {
        picture = result;
        decoding = known != null;
    }


    boolean isDecoding() {
        return decoding;
    }
}
